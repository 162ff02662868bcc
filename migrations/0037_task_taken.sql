-- Who has put its own name on a task, and since when; nobody where both are missing.
alter table task add column taken_by text references person (id);
alter table task add column taken_at bigint;
