-- Days that somebody did stand in, of an absence that was taken back or given to another stand-in after it had begun.
create table past_absence (
    absence_id text not null,
    staff_id text not null references staff (person_id),
    first_day text not null,
    last_day text not null,
    stand_in_id text not null references staff (person_id),
    primary key (absence_id, stand_in_id, first_day),
    check (first_day <= last_day),
    check (staff_id <> stand_in_id)
);
create index past_absence_by_staff on past_absence (staff_id, last_day);
