-- Tables of customers, people, projects and tasks that the supplier's people import from a spreadsheet.

-- What an uploaded file holds: an invoice, or one of the kinds of tables.
alter table invoice_upload add column kind text not null default 'invoice';

-- Which column a heading was said to mean, for each kind of table; `field` is empty where the column is left out.
create table import_heading (
    kind text not null,
    heading text not null,
    field text not null,
    primary key (kind, heading)
);

-- An import of a table. Its id is that of the uploaded file. `present` counts rows that were here before, `refused` those
-- that were not imported.
create table table_import (
    id text primary key,
    kind text not null check (kind in ('customers', 'people', 'projects', 'tasks')),
    file_name text not null,
    imported_by text not null references person (id),
    imported_at bigint not null,
    present bigint not null,
    refused bigint not null,
    undone_at bigint
);
create index table_import_by_person on table_import (imported_by, imported_at);

-- What an import has made, or has set out to make: for undoing it. Nothing refers to these objects, which may be gone.
-- A member is named by its address.
create table table_import_item (
    import_id text not null references table_import (id),
    row_number bigint not null,
    object_kind text not null check (object_kind in ('customer', 'member', 'project', 'milestone', 'task')),
    object_id text not null,
    customer_id text not null,
    label text not null,
    primary key (import_id, object_kind, object_id, customer_id)
);
