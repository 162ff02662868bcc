-- Whether others are told that this person has a discussion open.
alter table person add column is_seen bigint not null default 1;
