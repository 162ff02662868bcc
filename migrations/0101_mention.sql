-- Who is called by name in what was said, and when it has looked.
create table message_mention (
    message_id text not null references message (id),
    person_id text not null references person (id),
    at bigint not null,
    seen_at bigint,
    primary key (message_id, person_id)
);
create index message_mention_by_person on message_mention (person_id, seen_at);

-- The same of internal notes, for colleagues only.
create table note_mention (
    note_id text not null references note (id),
    person_id text not null references person (id),
    at bigint not null,
    seen_at bigint,
    primary key (note_id, person_id)
);
create index note_mention_by_person on note_mention (person_id, seen_at);
