-- Meetings of both sides: what is to be talked about, what came of it, and that both agree on how it was written down.
-- `sequence` rises with each change of the invitation (RFC 5545), `revision` with each change of the minutes.
create table meeting (
    id text primary key,
    customer_id text not null references customer (id),
    title text not null,
    starts_at bigint not null,
    length bigint not null check (length between 5 and 1440),
    place text not null,
    called_by text not null references person (id),
    shared_at bigint,
    cancelled_at bigint,
    closed_at bigint,
    sequence bigint not null,
    revision bigint not null,
    version bigint not null
);
create index meeting_by_customer on meeting (customer_id, starts_at);

create table agenda_item (
    id text primary key,
    meeting_id text not null references meeting (id),
    words text not null,
    proposed_by text not null references person (id),
    proposed_at bigint not null
);
create index agenda_item_by_meeting on agenda_item (meeting_id, proposed_at);

-- A decision, a task or something to know. A task has the side that does it.
create table outcome (
    id text primary key,
    meeting_id text not null references meeting (id),
    kind text not null,
    words text not null,
    side text,
    due_on text,
    written_by text not null references person (id),
    written_at bigint not null,
    done_at bigint,
    done_by text references person (id),
    check ((done_at is null) = (done_by is null))
);
create index outcome_by_meeting on outcome (meeting_id, written_at);

-- Who agreed to which revision of the minutes for its side.
create table minutes_approval (
    meeting_id text not null references meeting (id),
    side text not null,
    revision bigint not null,
    person_id text not null references person (id),
    remark text not null,
    approved_at bigint not null,
    primary key (meeting_id, side, revision)
);
