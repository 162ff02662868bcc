-- A discussion that began with a part of another one.
alter table thread add column split_from text references thread (id);
create index thread_by_split on thread (split_from);
