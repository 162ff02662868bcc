-- What concerns who may do what: who, what, from where, with what outcome. Nothing that anybody wrote is in it, and it
-- is forgotten after 400 days.
create table security_event (
    id text primary key,
    at bigint not null,
    kind text not null,
    outcome text not null check (outcome in ('done', 'refused', 'limited')),
    -- Whose account; none where nobody is known.
    person_id text references person (id),
    -- Who did it; none for whoever was not in, and for the console.
    by_id text references person (id),
    -- The network address, or `console`.
    network text not null
);
create index security_event_by_time on security_event (at);
create index security_event_by_kind on security_event (kind, id);
create index security_event_by_person on security_event (person_id, id);
create index security_event_by_actor on security_event (by_id, id);
