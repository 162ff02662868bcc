-- Files lie outside the database as bytes, each under its hash; here is what is known of them, and who names them.

-- `referenced_at`: when a row last began or ceased to name it. What no row names is removed some time after that.
create table file (
    hash text primary key,
    size bigint not null check (size >= 0),
    media_type text not null,
    created_at bigint not null,
    referenced_at bigint not null
);

-- Which store of files is this database's: the same name lies in the store. One row at most.
create table file_store (
    id bigint primary key check (id = 1),
    owner text not null
);

-- What came before lies in these tables as text until `app/store/src/files/inline_migration.rs` has moved it, row by row, at the
-- first start of this version. A later version drops them, and must first hold that they are empty.
alter table invoice_original rename to invoice_original_inline;
drop index invoice_upload_by_person;
alter table invoice_upload rename to invoice_upload_inline;

-- The file as it came, so that what was read can always be held against it.
create table invoice_original (
    invoice_id text primary key references invoice (id),
    file_name text not null,
    file_hash text not null references file (hash)
);
create index invoice_original_by_file on invoice_original (file_hash);

-- An upload between its dry run and its confirmation; removed when stored or after a day. Stored, its id is the invoice's.
create table invoice_upload (
    id text primary key,
    uploaded_by text not null references person (id),
    uploaded_at bigint not null,
    file_name text not null,
    file_hash text not null references file (hash)
);
create index invoice_upload_by_person on invoice_upload (uploaded_by, uploaded_at);
create index invoice_upload_by_file on invoice_upload (file_hash);
