-- What comes with an invoice beside its own fields (BG-24): inside its file, or at an address. The bytes stay in the file.
create table invoice_attachment (
    invoice_id text not null references invoice (id),
    position bigint not null,
    reference text,
    description text,
    file_name text,
    media_type text,
    -- Bytes; none where it is not inside the file.
    size bigint,
    address text,
    primary key (invoice_id, position)
);
