-- Who takes part in a meeting, as everybody says for itself: to which change of the invitation, and whether by email.
create table meeting_answer (
    meeting_id text not null references meeting (id),
    person_id text not null references person (id),
    sequence bigint not null,
    answer text not null,
    comment text not null,
    by_email bigint not null,
    answered_at bigint not null,
    primary key (meeting_id, person_id)
);

-- Where a calendar sends such an answer: one address for each person and meeting. The address carries the id and a signature.
create table meeting_address (
    id text primary key,
    person_id text not null references person (id),
    meeting_id text not null references meeting (id),
    made_at bigint not null,
    unique (person_id, meeting_id)
);

-- Every email that came to one of them, whatever became of it. What is found in one that is held is kept with it.
create table meeting_mail (
    id text primary key,
    address_id text not null references meeting_address (id),
    file_hash text not null references file (hash),
    received_at bigint not null,
    done_at bigint,
    held text,
    sender text,
    subject text,
    said text,
    settled_at bigint,
    settled_by text references person (id)
);
create index meeting_mail_by_address on meeting_mail (address_id, received_at);
create index meeting_mail_by_file on meeting_mail (file_hash);
