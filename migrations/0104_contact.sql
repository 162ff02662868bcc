-- Calls, visits, meetings and emails between the two sides, as either of them writes them down. A correction is another row, so
-- that what was written first stays.
create table contact (
    id text primary key,
    customer_id text not null references customer (id),
    kind text not null check (kind in ('call', 'visit', 'meeting', 'email')),
    day text not null,
    with_whom text not null,
    about text not null,
    promised text not null,
    recorded_by text not null references person (id),
    recorded_at bigint not null,
    corrects text unique references contact (id)
);
create index contact_by_customer on contact (customer_id, day);
