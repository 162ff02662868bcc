-- More can be imported: invoices as rows of a table, and reports and messages of the time before. A check cannot be widened, so
-- the tables are made anew.

create table table_import_wider (
    id text primary key,
    kind text not null check (
        kind in ('customers', 'people', 'projects', 'tasks', 'work', 'usage', 'invoices', 'reports', 'messages')
    ),
    file_name text not null,
    imported_by text not null references person (id),
    imported_at bigint not null,
    present bigint not null,
    refused bigint not null,
    undone_at bigint
);
create table table_import_item_wider (
    import_id text not null references table_import_wider (id),
    row_number bigint not null,
    object_kind text not null check (
        object_kind in
            ('customer', 'member', 'project', 'milestone', 'task', 'work', 'usage', 'invoice', 'report', 'thread', 'message')
    ),
    object_id text not null,
    customer_id text not null,
    label text not null,
    primary key (import_id, object_kind, object_id, customer_id)
);
insert into table_import_wider (id, kind, file_name, imported_by, imported_at, present, refused, undone_at)
    select id, kind, file_name, imported_by, imported_at, present, refused, undone_at from table_import;
insert into table_import_item_wider (import_id, row_number, object_kind, object_id, customer_id, label)
    select import_id, row_number, object_kind, object_id, customer_id, label from table_import_item;
drop table table_import_item;
drop table table_import;
alter table table_import_wider rename to table_import;
alter table table_import_item_wider rename to table_import_item;
create index table_import_by_person on table_import (imported_by, imported_at);
