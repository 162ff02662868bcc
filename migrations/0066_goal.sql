-- Goals: the effect that a customer wants in its business, how it is measured, and what was measured. What a goal says is
-- written anew with each revision and never changed, so that who agreed to one agreed to exactly those words.
create table goal (
    id text primary key,
    customer_id text not null references customer (id),
    begun_on text not null,
    revision bigint not null,
    off_since bigint,
    ended_at bigint,
    ended_by text references person (id),
    outcome text,
    ended_reason text,
    check ((ended_at is null) = (ended_by is null)),
    check ((ended_at is null) = (outcome is null)),
    check ((ended_at is null) = (ended_reason is null))
);
create index goal_by_customer on goal (customer_id, ended_at);

create table goal_terms (
    goal_id text not null references goal (id),
    revision bigint not null,
    title text not null,
    why text not null,
    measure text not null,
    unit text not null,
    measured_by text not null,
    baseline text not null,
    target text not null,
    direction text not null,
    due_on text not null,
    note text not null,
    proposed_by text not null references person (id),
    side text not null,
    proposed_at bigint not null,
    primary key (goal_id, revision)
);

-- Who agreed to which revision for its side.
create table goal_approval (
    goal_id text not null,
    revision bigint not null,
    side text not null,
    person_id text not null references person (id),
    approved_at bigint not null,
    primary key (goal_id, revision, side),
    foreign key (goal_id, revision) references goal_terms (goal_id, revision)
);

-- What was measured. The other side confirms it or disputes it with a word.
create table goal_reading (
    id text primary key,
    goal_id text not null references goal (id),
    measured_on text not null,
    value text not null,
    note text not null,
    side text not null,
    recorded_by text not null references person (id),
    recorded_at bigint not null,
    answer text,
    answer_words text,
    answered_by text references person (id),
    answered_at bigint,
    check ((answer is null) = (answered_by is null)),
    check ((answer is null) = (answered_at is null)),
    check ((answer is null) = (answer_words is null))
);
create index goal_reading_by_goal on goal_reading (goal_id, measured_on);
