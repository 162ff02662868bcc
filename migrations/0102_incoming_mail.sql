-- Where a reply by email goes: one address for each person and discussion, or its internal notes. The address carries the id
-- and a signature, so that nobody makes one up.
create table reply_address (
    id text primary key,
    person_id text not null references person (id),
    thread_id text not null references thread (id),
    internal bigint not null,
    made_at bigint not null,
    unique (person_id, thread_id, internal)
);

-- Every email that came to one of them, whatever became of it. Its bytes are a file.
create table incoming_mail (
    id text primary key,
    address_id text not null references reply_address (id),
    file_hash text not null references file (hash),
    received_at bigint not null,
    -- When it was looked at; then it either stands in its discussion or is held.
    done_at bigint,
    held text,
    -- Who of the supplier's people had it posted all the same, or put it aside.
    settled_at bigint,
    settled_by text references person (id),
    posted_at bigint
);
create index incoming_mail_held on incoming_mail (settled_at, held);
create index incoming_mail_by_file on incoming_mail (file_hash);
