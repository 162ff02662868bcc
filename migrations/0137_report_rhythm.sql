-- How often a customer gets a report, and by which day of the month after. `since` is the day from which that holds; `last_span`
-- is the last one that was drafted by it, so that a draft that was removed does not come again.
create table report_rhythm (
    customer_id text primary key references customer (id),
    period text not null,
    day_of_month bigint not null check (day_of_month between 1 and 28),
    since text not null,
    last_span text not null,
    set_by text not null references person (id),
    set_at bigint not null
);
-- By when a draft that came by such a rhythm is to be published; none of one that somebody made.
alter table report add column due_on text;
