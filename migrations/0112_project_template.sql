-- What a project of a kind consists of, kept by name: each thing so many days after the project's first day.
create table project_template (
    id text primary key,
    name text not null,
    about text not null,
    author_id text not null references person (id),
    saved_at bigint not null,
    removed_at bigint
);

create table project_template_item (
    template_id text not null references project_template (id),
    place bigint not null,
    -- Milestones have no side and no stage.
    kind text not null check (kind in ('milestone', 'task')),
    name text not null,
    why text not null,
    side text not null check (side in ('supplier', 'customer')),
    stage text not null check (stage in ('onstage', 'backstage')),
    -- None for a task without a day.
    after_days bigint,
    primary key (template_id, place)
);
