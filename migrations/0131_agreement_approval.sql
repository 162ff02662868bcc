-- Who agreed to a version of the agreement for its side, and to exactly what. The side that is first may take it back.
create table agreement_approval (
    customer_id text not null,
    version bigint not null,
    side text not null,
    hash text not null,
    person_id text not null references person (id),
    approved_at bigint not null,
    primary key (customer_id, version, side),
    foreign key (customer_id, version) references agreement_version (customer_id, version)
);
