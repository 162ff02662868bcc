-- Needs and ideas that either side writes: who supports one, how far it is with the reason of each step, and who of the
-- customer's people was invited to try it. The state that holds stands with the idea, each that held in its steps.
create table idea (
    id text primary key,
    customer_id text not null references customer (id),
    category text not null check (category in ('service', 'report', 'price', 'technology', 'way_of_working')),
    words text not null,
    effect text not null,
    gains text not null,
    given_by text not null references person (id),
    given_at bigint not null,
    state text not null check (state in ('new', 'looking', 'accepted', 'under_way', 'done', 'not_now')),
    state_since bigint not null
);
create index idea_by_customer on idea (customer_id, given_at);

create table idea_support (
    idea_id text not null references idea (id),
    person_id text not null references person (id),
    supported_at bigint not null,
    primary key (idea_id, person_id)
);

create table idea_step (
    id text primary key,
    idea_id text not null references idea (id),
    state text not null check (state in ('new', 'looking', 'accepted', 'under_way', 'done', 'not_now')),
    reason text not null,
    decided_by text not null references person (id),
    decided_at bigint not null
);
create index idea_step_by_idea on idea_step (idea_id, decided_at);

create table idea_trial (
    idea_id text not null references idea (id),
    person_id text not null references person (id),
    invited_by text not null references person (id),
    invited_at bigint not null,
    answer text check (answer in ('yes', 'no')),
    answered_at bigint,
    primary key (idea_id, person_id)
);
create index idea_trial_by_person on idea_trial (person_id, answered_at);
