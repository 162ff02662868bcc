-- What the customer tests before it takes something over: a checklist for a project or one of its milestones, each version of
-- which is kept as it was, with its hash.
create table acceptance (
    id text primary key,
    customer_id text not null references customer (id),
    project_id text not null references project (id),
    milestone_id text references milestone (id),
    title text not null,
    version bigint not null,
    created_at bigint not null
);
create index acceptance_by_project on acceptance (project_id);
create index acceptance_by_customer on acceptance (customer_id);

create table acceptance_version (
    acceptance_id text not null references acceptance (id),
    version bigint not null,
    lines text not null,
    note text not null,
    hash text not null,
    proposed_by text not null references person (id),
    proposed_at bigint not null,
    primary key (acceptance_id, version)
);

-- What the customer decided of a version, of exactly the lines with this hash.
create table acceptance_verdict (
    acceptance_id text not null,
    version bigint not null,
    decision text not null,
    works text not null,
    reason text not null,
    hash text not null,
    decided_by text not null references person (id),
    decided_at bigint not null,
    primary key (acceptance_id, version),
    foreign key (acceptance_id, version) references acceptance_version (acceptance_id, version)
);
