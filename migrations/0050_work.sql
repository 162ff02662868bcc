-- Work that the supplier did for a customer: recorded by whoever did it, approved, and put on the invoice line that charges
-- it. `minutes` is how long it took; `charge` says whether it is charged, and why not.
create table work_entry (
    id text primary key,
    project_id text not null references project (id),
    task_id text references task (id),
    person_id text not null references person (id),
    day text not null,
    minutes bigint not null check (minutes between 1 and 1440),
    words text not null,
    charge text not null,
    recorded_at bigint not null,
    approved_at bigint,
    approved_by text references person (id),
    line_id text references invoice_line (id),
    version bigint not null,
    check ((approved_at is null) = (approved_by is null)),
    check (line_id is null or approved_at is not null)
);
create index work_entry_by_project on work_entry (project_id, day);
create index work_entry_by_person on work_entry (person_id, day);
create index work_entry_by_line on work_entry (line_id);

-- What closes the difference between the work on an invoice line and the quantity that the line states.
create table work_adjustment (
    line_id text primary key references invoice_line (id),
    minutes bigint not null check (minutes <> 0),
    reason text not null,
    adjusted_by text not null references person (id),
    adjusted_at bigint not null
);

-- How much the customer's people with the right to see sums see of the work: 'nothing', 'work', or 'names' too.
alter table customer add column work_shown text not null default 'names';
