-- What can be searched has kinds that come with each part of the product: which they are is the program's to know.
alter table searchable rename to searchable_before;
create table searchable (
    kind text not null,
    id text not null,
    customer_id text not null references customer (id),
    words text not null,
    at bigint not null,
    primary key (kind, id, customer_id)
);
insert into searchable (kind, id, customer_id, words, at) select kind, id, customer_id, words, at from searchable_before;
drop table searchable_before;
create index searchable_by_customer on searchable (customer_id, kind, at);
create index searchable_by_kind on searchable (kind, at);
