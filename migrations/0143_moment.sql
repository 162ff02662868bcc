-- How one of the customer's people found a contact between the two sides: good or bad in one press, a word about it, and what
-- the supplier answers to what was bad. It waits for that as long as it was rated after the last answer.
create table moment (
    id text primary key,
    customer_id text not null references customer (id),
    about_kind text not null check (about_kind in ('contact', 'message', 'meeting', 'report')),
    about_id text not null,
    rated_by text not null references person (id),
    rating text not null check (rating in ('good', 'bad')),
    words text not null,
    rated_at bigint not null,
    answer text,
    answered_by text references person (id),
    answered_at bigint,
    unique (customer_id, about_kind, about_id, rated_by),
    check ((answer is null) = (answered_by is null)),
    check ((answer is null) = (answered_at is null))
);
create index moment_by_rating on moment (customer_id, rating, rated_at);
