-- What each side says of a year of working together, once a year: a score and optional words for each criterion.
create table assessment (
    id text primary key,
    customer_id text not null references customer (id),
    year bigint not null,
    side text not null check (side in ('supplier', 'customer')),
    given_by text not null references person (id),
    given_at bigint not null,
    unique (customer_id, year, side)
);

create table assessment_answer (
    assessment_id text not null references assessment (id),
    criterion text not null,
    score bigint not null check (score between 1 and 5),
    words text not null,
    primary key (assessment_id, criterion)
);
