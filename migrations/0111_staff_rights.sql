-- A director reads everything and changes nothing.
alter table staff rename column role to former_role;
alter table staff add column role text not null default 'specialist' check (role in ('admin', 'manager', 'specialist', 'director'));
update staff set role = former_role;
alter table staff drop column former_role;
-- Since when somebody sees no sums; none for whoever sees them.
alter table staff add column sums_hidden_at bigint;

-- To which customers somebody of the supplier's is narrowed: those with one of these numbers, and those of one of these
-- segments. Whoever has no row here sees all.
create table staff_reach (
    person_id text not null references staff (person_id),
    word text not null,
    primary key (person_id, word)
);
