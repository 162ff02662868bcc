-- What the supplier asks of a customer once and uses everywhere: the question with its reason, and every answer with who
-- gave it and when. The newest answer holds.
create table question (
    id text primary key,
    customer_id text not null references customer (id),
    words text not null,
    search text not null,
    why text not null,
    for_whom text not null,
    blocks text not null,
    due_on text,
    asked_by text not null references person (id),
    asked_at bigint not null,
    withdrawn_at bigint
);
create index question_by_customer on question (customer_id, search);

create table question_answer (
    id text primary key,
    question_id text not null references question (id),
    words text not null,
    answered_by text not null references person (id),
    answered_at bigint not null
);
create index question_answer_by_question on question_answer (question_id, answered_at);

-- What is asked of each customer that takes a service.
create table question_template (
    id text primary key,
    service text not null,
    words text not null,
    why text not null,
    for_whom text not null,
    author_id text not null references person (id),
    written_at bigint not null,
    removed_at bigint
);
create index question_template_by_service on question_template (service);
