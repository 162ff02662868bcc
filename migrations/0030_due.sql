-- What is to be paid of an invoice, and which document it is.

-- A seller numbers its documents once within a kind and a year: that, with the number, says which document it is.
alter table invoice rename column seller_id to document_key;
alter table invoice add column seller_id text not null default '';
update invoice set seller_id = document_key;
update invoice set document_key = document_key || '/' || (case when sign < 0 then 'credit' when kind in ('325', '751')
    then 'information' when kind = '384' then 'corrected' else 'invoice' end) || '/' || substr(issued_on, 1, 4);

-- The corrected invoice (384) that takes its place; nothing is to be paid of it then.
alter table invoice add column replaced_by text references invoice (id);
create index invoice_by_kind on invoice (customer_id, kind);
create index invoice_by_replacement on invoice (replaced_by);
update invoice set replaced_by = (
    select min(n.id) from invoice n join invoice_mention m on m.invoice_id = n.id and m.kind = 'preceding'
    where n.customer_id = invoice.customer_id and n.kind = '384' and n.sign = invoice.sign and n.gross_sum >= 0
      and n.seller_id = invoice.seller_id and n.id <> invoice.id and m.value = invoice.number
      and (m.detail is null or substr(m.detail, 1, 4) = substr(invoice.issued_on, 1, 4)))
where number in (
    select m.value from invoice n join invoice_mention m on m.invoice_id = n.id and m.kind = 'preceding' where n.kind = '384');

-- What is settled together with an invoice without being a part of its total.
create table invoice_settlement (
    invoice_id text not null references invoice (id),
    position bigint not null,
    -- third_party is added to what is to be paid, withheld is taken off.
    kind text not null check (kind in ('third_party', 'withheld')),
    label text,
    base bigint,
    percent text,
    amount bigint not null,
    primary key (invoice_id, position)
);

-- Amounts that were written finer than the currency is counted, as they were written.
create table invoice_finer_amount (
    invoice_id text not null references invoice (id),
    position bigint not null,
    term text not null,
    line_number text,
    written text not null,
    rounded bigint not null,
    primary key (invoice_id, position)
);
