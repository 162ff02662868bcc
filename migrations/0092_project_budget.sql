-- How much work a project may take, in minutes.

create table project_budget (
    project_id text primary key references project (id),
    minutes bigint not null check (minutes > 0),
    set_by text not null references person (id),
    set_at bigint not null
);
