-- What the supplier asks every member of every customer once a year, on each of three levels; empty where it asks nothing.
create table yearly_question (
    only_one bigint primary key check (only_one = 1),
    contact text not null,
    relationship text not null,
    overall text not null,
    first_day text not null,
    version bigint not null,
    changed_by text not null references person (id),
    changed_at bigint not null
);
-- On which of these levels a survey asks; none of those that somebody sends.
alter table survey add column level text;
