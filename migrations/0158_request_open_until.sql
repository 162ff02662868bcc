-- The last day on which a choice can be made and taken back by whoever is asked; none where it is open as long as the task is.
alter table task_request add column open_until text;

-- The promise that an answer made; none where it moved no day.
alter table task_answer add column promised_at bigint;
