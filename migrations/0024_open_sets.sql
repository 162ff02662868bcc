-- What grows with the product is not listed in the tables any more: kinds of objects, audiences and scopes. The words are
-- those of the program, which refuses others. SQLite cannot alter a check, so the tables are made anew; those that refer
-- to one of them are made anew with it, because a reference follows its table when that is renamed.

alter table membership_scope rename to membership_scope_before;
create table membership_scope (
    membership_id text not null references membership (id),
    scope text not null,
    primary key (membership_id, scope)
);
insert into membership_scope (membership_id, scope) select membership_id, scope from membership_scope_before;
drop table membership_scope_before;

-- `audience` is the scope that may know; 'money_discussion' asks for both, 'internal' is the supplier's people only.
alter table event rename to event_before;
create table event (
    id text primary key,
    customer_id text not null references customer (id),
    actor_id text references person (id),
    kind text not null,
    object_kind text not null,
    object_id text not null,
    label text not null,
    audience text not null,
    at bigint not null
);
insert into event (id, customer_id, actor_id, kind, object_kind, object_id, label, audience, at)
select id, customer_id, actor_id, kind, object_kind, object_id, label, audience, at from event_before;
drop table event_before;
create index event_by_customer on event (customer_id, at, id);

-- A thread names its object by kind and id. Where the object belongs is found through the object.
alter table reading rename to reading_before;
alter table note rename to note_before;
alter table message rename to message_before;
alter table thread rename to thread_before;
create table thread (
    id text primary key,
    customer_id text not null references customer (id),
    about_kind text not null,
    about_id text not null,
    title text not null,
    opened_by text not null references person (id),
    opened_at bigint not null,
    ball text not null check (ball in ('supplier', 'customer', 'nobody')),
    ball_since bigint not null,
    last_message_at bigint not null,
    -- Since when it is out of the customer's sight: since it began, where the customer was not shown its object then.
    inside_since bigint,
    -- How many messages it has, and the newest; written with each message, which refers to the thread already.
    messages bigint not null,
    last_message_id text,
    resolved_at bigint,
    resolved_by text references person (id),
    outcome text,
    version bigint not null,
    check ((resolved_at is null) = (outcome is null)),
    check (resolved_at is null or ball = 'nobody')
);
insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since, last_message_at,
    inside_since, messages, last_message_id, resolved_at, resolved_by, outcome, version)
select id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since, last_message_at,
    inside_since, messages, last_message_id, resolved_at, resolved_by, outcome, version from thread_before;

create table message (
    id text primary key,
    thread_id text not null references thread (id),
    author_id text not null references person (id),
    text text not null,
    sent_at bigint not null
);
insert into message (id, thread_id, author_id, text, sent_at) select id, thread_id, author_id, text, sent_at from message_before;

-- Internal: never joined with message, never in a view that a member receives.
create table note (
    id text primary key,
    thread_id text not null references thread (id),
    author_id text not null references person (id),
    text text not null,
    written_at bigint not null
);
insert into note (id, thread_id, author_id, text, written_at) select id, thread_id, author_id, text, written_at from note_before;

-- How far a person has read a discussion: when the last message that it was shown was sent.
create table reading (
    person_id text not null references person (id),
    thread_id text not null references thread (id),
    read_to bigint not null,
    primary key (person_id, thread_id)
);
insert into reading (person_id, thread_id, read_to) select person_id, thread_id, read_to from reading_before;

drop table reading_before;
drop table note_before;
drop table message_before;
drop table thread_before;

-- All threads of a customer, and those that wait for one side, oldest first.
create index thread_by_ball on thread (customer_id, ball, ball_since);
-- Those about one object.
create index thread_by_object on thread (about_id);
create index message_by_thread on message (thread_id, sent_at);
create index note_by_thread on note (thread_id, written_at);
