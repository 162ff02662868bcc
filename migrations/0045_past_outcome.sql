-- What came of a discussion before it was opened again. Times are those of the resolving, whose event has the same.
create table past_outcome (
    id text primary key,
    thread_id text not null references thread (id),
    outcome text not null,
    resolved_at bigint not null,
    resolved_by text not null references person (id)
);
create index past_outcome_by_thread on past_outcome (thread_id, resolved_at);
