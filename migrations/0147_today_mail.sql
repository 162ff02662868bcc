-- On which weekdays and at which hour one of the supplier's people is emailed what waits for it. Nobody is without a row here.
create table today_mail (
    person_id text primary key references staff (person_id),
    -- Days of the week from 1, Monday, to 7, with commas between them; empty for never.
    weekdays text not null,
    hour bigint not null,
    -- When the next one goes out; none for never.
    next_at bigint
);
create index today_mail_by_next on today_mail (next_at);
