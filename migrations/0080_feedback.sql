-- Surveys: one question to the people of a customer, each of whom is asked rarely.
create table survey (
    id text primary key,
    customer_id text not null references customer (id),
    scale text not null,
    words text not null,
    milestone_id text references milestone (id),
    sent_by text not null references person (id),
    sent_at bigint not null
);
create index survey_by_customer on survey (customer_id, sent_at);

create table survey_recipient (
    survey_id text not null references survey (id),
    person_id text not null references person (id),
    sent_at bigint not null,
    declined_at bigint,
    primary key (survey_id, person_id)
);
create index survey_recipient_by_person on survey_recipient (person_id, sent_at);

-- What one of a customer's people says of the work: of its own accord, or as the answer to a survey. Who must move next is
-- kept with it, as with discussions. What it was about keeps the name of that day.
create table feedback (
    id text primary key,
    customer_id text not null references customer (id),
    kind text not null,
    words text not null,
    about_kind text,
    about_id text,
    about_name text,
    about_part_of text,
    project_id text references project (id),
    survey_id text references survey (id),
    score bigint,
    given_by text not null references person (id),
    given_at bigint not null,
    ball text not null,
    ball_since bigint not null,
    check ((survey_id is null) = (score is null)),
    check ((about_kind is null) = (about_id is null)),
    check ((about_kind is null) = (about_name is null))
);
create index feedback_by_customer on feedback (customer_id, ball);
create unique index feedback_by_survey on feedback (survey_id, given_by);

-- What the supplier promised to do about it and what it did, and whether that helped.
create table follow_up (
    id text primary key,
    feedback_id text not null references feedback (id),
    action text not null,
    owner_id text not null references person (id),
    due_on text,
    promised_by text not null references person (id),
    promised_at bigint not null,
    result text,
    result_by text references person (id),
    result_at bigint,
    helped text,
    helped_words text,
    helped_at bigint,
    check ((result is null) = (result_by is null)),
    check ((result is null) = (result_at is null)),
    check ((helped is null) = (helped_at is null)),
    check ((helped is null) = (helped_words is null)),
    check (helped is null or result is not null)
);
create index follow_up_by_feedback on follow_up (feedback_id, promised_at);
create index follow_up_by_owner on follow_up (owner_id, result_at);
