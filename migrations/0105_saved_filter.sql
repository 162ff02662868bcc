-- Which customers, in which order, one of the supplier's people asks for again and again: kept by name.
create table saved_filter (
    id text primary key,
    person_id text not null references person (id),
    name text not null,
    -- As an address asks for it: show=alarming&sort=light.
    asked text not null,
    saved_at bigint not null
);
create index saved_filter_person on saved_filter (person_id);
