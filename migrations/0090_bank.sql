-- Payments that the supplier's bank reports: an imported file, and what came in by it.

-- A file of the bank. `present` counts payments that were here before, `left_out` what no invoice can be paid by.
create table bank_statement (
    id text primary key,
    file_name text not null,
    imported_by text not null references person (id),
    imported_at bigint not null,
    present bigint not null,
    left_out bigint not null
);
create index bank_statement_by_time on bank_statement (imported_at);

-- A payment as the bank tells it. Its id is made of what the bank tells, so that a second file with the same payment adds
-- none.
create table bank_transaction (
    id text primary key,
    statement_id text not null references bank_statement (id),
    position bigint not null,
    booked_on text not null,
    currency text not null,
    amount bigint not null check (amount > 0),
    payer text,
    message text,
    -- Somebody said that it is for no invoice.
    dismissed_at bigint,
    dismissed_by text references person (id),
    check ((dismissed_at is null) = (dismissed_by is null))
);
create index bank_transaction_by_statement on bank_transaction (statement_id, position);

-- What the payer says it is for, and how much of it where that is told.
create table bank_transaction_reference (
    transaction_id text not null references bank_transaction (id),
    position bigint not null,
    reference text not null,
    amount bigint,
    primary key (transaction_id, position)
);

-- Which payment of the bank's it is, where it was not recorded by hand.
alter table payment add column bank_transaction_id text references bank_transaction (id);
create index payment_by_bank_transaction on payment (bank_transaction_id);
