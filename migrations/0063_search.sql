-- What can be searched, as it is looked for: in small letters without marks. Derived from the rows that it names, with each
-- change that tells of one; who may see those is asked of them and not of this.
create table searchable (
    kind text not null check (kind in ('thread', 'message', 'project', 'milestone', 'task', 'invoice', 'meeting', 'goal', 'person')),
    id text not null,
    customer_id text not null references customer (id),
    words text not null,
    at bigint not null,
    primary key (kind, id, customer_id)
);
create index searchable_by_customer on searchable (customer_id, kind, at);
create index searchable_by_kind on searchable (kind, at);

-- The customers of which all is there.
create table searchable_customer (
    customer_id text primary key references customer (id)
);
