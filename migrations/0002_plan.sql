-- What the plan says: projects, their lights with reasons, milestones with every promised date, tasks.

create table project (
    id text primary key,
    customer_id text not null references customer (id),
    name text not null,
    about text not null,
    created_at bigint not null,
    shared_at bigint,
    ended_at bigint,
    version bigint not null
);
create index project_by_customer on project (customer_id);

create table status_report (
    id text primary key,
    project_id text not null references project (id),
    light text not null check (light in ('on_track', 'at_risk', 'late', 'done')),
    reason text not null,
    reported_by text not null references person (id),
    reported_at bigint not null
);
create index status_report_by_project on status_report (project_id, reported_at);

create table milestone (
    id text primary key,
    project_id text not null references project (id),
    name text not null,
    reached_on text,
    removed_at bigint,
    version bigint not null
);
create index milestone_by_project on milestone (project_id);

-- Every date that was ever promised; the last one holds.
create table promise (
    milestone_id text not null references milestone (id),
    promised_at bigint not null,
    promised_on text not null,
    reason text not null,
    promised_by text not null references person (id),
    primary key (milestone_id, promised_at)
);

-- `side` says who does it; a backstage task is seen by the customer only where it is shared.
create table task (
    id text primary key,
    project_id text not null references project (id),
    name text not null,
    why text not null,
    side text not null check (side in ('supplier', 'customer')),
    stage text not null check (stage in ('onstage', 'backstage')),
    shared_at bigint,
    state text not null check (state in ('open', 'doing', 'done')),
    state_since bigint not null,
    due_on text,
    removed_at bigint,
    version bigint not null
);
create index task_by_project on task (project_id);
-- What is still to be done, by its day: what is overdue is found without looking through what was done in time.
create index task_by_due on task (side, due_on) where state <> 'done' and removed_at is null;
