-- What the supplier guarantees a customer, in the terms of its business. Each version is kept as it was; the last one holds.
create table agreement_version (
    customer_id text not null references customer (id),
    version bigint not null,
    guarantees text not null,
    appendix text not null,
    note text not null,
    first_day text not null,
    last_day text,
    written_by text not null references person (id),
    written_at bigint not null,
    primary key (customer_id, version)
);
