-- What the plan of a customer of a kind begins with: projects, each so many days after the first one, and the service for
-- which background questions are asked.
create table plan_template (
    id text primary key,
    name text not null,
    -- None where nothing is asked.
    service text,
    author_id text not null references person (id),
    saved_at bigint not null,
    removed_at bigint
);

-- Set where the template is a part of that of a plan, and not offered by itself.
alter table project_template add column plan_template_id text references plan_template (id);
alter table project_template add column after_days bigint not null default 0;
create index project_template_by_plan on project_template (plan_template_id);
