-- Discussions about one object each, and the notes that only the supplier's people see.

create table thread (
    id text primary key,
    customer_id text not null references customer (id),
    about_kind text not null check (about_kind in ('plan', 'project', 'milestone', 'invoice', 'invoice_line')),
    about_id text not null,
    -- Where the object stands, so that who may see the thread can be asked without following the object.
    project_id text references project (id),
    invoice_id text references invoice (id),
    title text not null,
    opened_by text not null references person (id),
    opened_at bigint not null,
    ball text not null check (ball in ('supplier', 'customer', 'nobody')),
    ball_since bigint not null,
    last_message_at bigint not null,
    resolved_at bigint,
    resolved_by text references person (id),
    outcome text,
    version bigint not null,
    check ((about_kind in ('project', 'milestone')) = (project_id is not null)),
    check ((about_kind in ('invoice', 'invoice_line')) = (invoice_id is not null)),
    check ((resolved_at is null) = (outcome is null)),
    check (resolved_at is null or ball = 'nobody')
);
-- All threads of a customer, and those that wait for one side, oldest first.
create index thread_by_ball on thread (customer_id, ball, ball_since);

create table message (
    id text primary key,
    thread_id text not null references thread (id),
    author_id text not null references person (id),
    text text not null,
    sent_at bigint not null
);
create index message_by_thread on message (thread_id, sent_at);

-- Internal: never joined with message, never in a view that a member receives.
create table note (
    id text primary key,
    thread_id text not null references thread (id),
    author_id text not null references person (id),
    text text not null,
    written_at bigint not null
);
create index note_by_thread on note (thread_id, written_at);
