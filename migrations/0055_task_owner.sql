-- Who has put its own name on a task, or was given it: what is still to be done is found by the one that it is on.
create index task_by_owner on task (taken_by, due_on) where state <> 'done' and removed_at is null;
