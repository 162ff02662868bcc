-- What a customer asks of an invoice or of one line of it, and whether it approves the invoice for payment.

-- A question is a thread with a reason and a state. A credit note that names the invoice closes what it credits.
create table invoice_question (
    thread_id text primary key references thread (id),
    invoice_id text not null references invoice (id),
    -- None where the whole invoice is meant.
    line_id text references invoice_line (id),
    reason text not null,
    state text not null,
    decided_by text references person (id),
    decided_at bigint,
    credit_note_id text references invoice (id),
    check ((decided_at is null) = (decided_by is null)),
    check ((state = 'credited') = (credit_note_id is not null))
);
create index invoice_question_by_invoice on invoice_question (invoice_id);
create index invoice_question_by_credit_note on invoice_question (credit_note_id);

-- What the customer's people have decided of an invoice; the newest holds. `document_hash` is the SHA-256 of the file that
-- was decided about.
create table invoice_approval (
    id text primary key,
    invoice_id text not null references invoice (id),
    decision text not null,
    reference text not null,
    reason text not null,
    document_hash text not null,
    decided_by text not null references person (id),
    decided_at bigint not null
);
create index invoice_approval_by_invoice on invoice_approval (invoice_id, decided_at);
