-- Files beside what was said in discussions: who may read the words may have the files. A picture has a smaller one beside
-- it, with the size at which that is shown.
create table attachment (
    id text primary key,
    message_id text not null references message (id),
    place bigint not null,
    name text not null,
    file_hash text not null references file (hash),
    preview_hash text references file (hash),
    width bigint,
    height bigint,
    check ((preview_hash is null) = (width is null)),
    check ((preview_hash is null) = (height is null))
);
create index attachment_by_message on attachment (message_id, place);
create index attachment_by_file on attachment (file_hash);
create index attachment_by_preview on attachment (preview_hash);

-- Internal, as the notes that they belong to: never joined with the files of messages.
create table note_attachment (
    id text primary key,
    note_id text not null references note (id),
    place bigint not null,
    name text not null,
    file_hash text not null references file (hash),
    preview_hash text references file (hash),
    width bigint,
    height bigint,
    check ((preview_hash is null) = (width is null)),
    check ((preview_hash is null) = (height is null))
);
create index note_attachment_by_note on note_attachment (note_id, place);
create index note_attachment_by_file on note_attachment (file_hash);
create index note_attachment_by_preview on note_attachment (preview_hash);
