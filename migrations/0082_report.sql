-- What is reported of a month, a quarter or a year: a draft with the manager's words, which only the supplier's people see.
-- Once it is published, `body` keeps word by word what it says, and `hash` what that came to; neither changes any more.
create table report (
    id text primary key,
    customer_id text not null references customer (id),
    span text not null,
    first_day text not null,
    last_day text not null,
    words text not null,
    version bigint not null,
    drafted_by text not null references person (id),
    drafted_at bigint not null,
    published_at bigint,
    published_by text references person (id),
    body text,
    hash text,
    check ((published_at is null) = (published_by is null)),
    check ((published_at is null) = (body is null)),
    check ((published_at is null) = (hash is null))
);
create unique index report_by_customer on report (customer_id, span);

-- Who agreed to a published report for its side, and to what hash.
create table report_approval (
    report_id text not null references report (id),
    side text not null,
    hash text not null,
    person_id text not null references person (id),
    approved_at bigint not null,
    primary key (report_id, side)
);
