-- What a customer will need of the supplier in a year, as both sides write it: who needs it, in which months, how much, and whose
-- time it takes. Two that take the time of the same people in the same month clash.
create table need (
    id text primary key,
    customer_id text not null references customer (id),
    year bigint not null check (year between 2000 and 2200),
    first_month bigint not null check (first_month between 1 and 12),
    last_month bigint not null check (last_month between 1 and 12),
    what text not null,
    who text not null,
    amount text not null,
    people text not null,
    -- Whether it came up outside the plan of the year.
    kind text not null check (kind in ('planned', 'sudden')),
    version bigint not null,
    written_by text not null references person (id),
    written_at bigint not null,
    removed_at bigint,
    check (first_month <= last_month)
);
create index need_by_customer on need (customer_id, year);
