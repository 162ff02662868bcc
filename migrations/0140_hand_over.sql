-- Several customers that go over to a colleague on a day, as somebody planned it. It happens once the day has begun where the
-- supplier works; until then it can be withdrawn.
create table hand_over (
    id text primary key,
    planned_by text not null references person (id),
    planned_at bigint not null,
    heir_id text not null references person (id),
    on_day text not null,
    due_at bigint not null,
    -- For whoever gets the customers, read by colleagues alone.
    note text not null,
    -- For the customers, told with the news of their new contact; in the language of who planned it.
    word text not null,
    language text not null,
    withdrawn_at bigint,
    withdrawn_by text references person (id)
);
create index hand_over_by_due on hand_over (due_at);

create table hand_over_customer (
    hand_over_id text not null references hand_over (id),
    customer_id text not null references customer (id),
    -- Who had the customer when it was planned: it goes over from this person and from nobody else.
    holder_id text not null references person (id),
    -- What became of it; none before its day.
    outcome text check (outcome in ('done', 'meanwhile', 'heir_cannot', 'not_allowed')),
    settled_at bigint,
    primary key (hand_over_id, customer_id)
);
create index hand_over_customer_by_customer on hand_over_customer (customer_id);
