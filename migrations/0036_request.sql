-- What a task asks of its customer: one of the choices, or a note of its own where that is taken. While it asks, the task
-- is done only with an answer. `version` only rises, also where nothing is asked any more, so that an answer to earlier
-- choices is told from one to these.
create table task_request (
    task_id text primary key references task (id),
    asked_by text not null references person (id),
    takes_note bigint not null check (takes_note in (0, 1)),
    withdrawn_at bigint,
    version bigint not null
);

-- What choosing it does: moves the promised day of a milestone, costs a sum.
create table task_choice (
    task_id text not null references task_request (task_id),
    place bigint not null check (place between 1 and 5),
    name text not null,
    milestone_id text references milestone (id),
    moves_to text,
    cost bigint,
    currency text,
    primary key (task_id, place),
    check ((milestone_id is null) = (moves_to is null)),
    check ((cost is null) = (currency is null))
);

-- What was answered, with the choice as it was called and what it did. An answer that was reopened does not hold any more.
create table task_answer (
    id text primary key,
    task_id text not null references task (id),
    answered_by text not null references person (id),
    answered_at bigint not null,
    choice text,
    note text not null,
    milestone_id text references milestone (id),
    moved_to text,
    cost bigint,
    currency text,
    reopened_at bigint,
    check ((milestone_id is null) = (moved_to is null)),
    check ((cost is null) = (currency is null))
);
create unique index task_answer_that_holds on task_answer (task_id) where reopened_at is null;
