-- How an invoice may be paid, to whom, where it was delivered to, and what its lines are made of.

create table invoice_payment_means (
    invoice_id text not null references invoice (id),
    position bigint not null,
    -- UNTDID 4461, and what it is called.
    code text,
    label text,
    reference text,
    account text,
    holder text,
    bank text,
    mandate text,
    debited_account text,
    primary key (invoice_id, position)
);
insert into invoice_payment_means (invoice_id, position, reference, account)
    select m.invoice_id, m.position, i.payment_reference, m.value
    from invoice_mention m join invoice i on i.id = m.invoice_id where m.kind = 'account';
insert into invoice_payment_means (invoice_id, position, reference)
    select i.id, 0, i.payment_reference from invoice i
    where i.payment_reference is not null
      and not exists (select 1 from invoice_payment_means m where m.invoice_id = i.id);
delete from invoice_mention where kind = 'account';
alter table invoice drop column payment_reference;

-- Who is to be paid where that is not the seller.
alter table invoice add column payee_name text;
alter table invoice add column payee_id text;
alter table invoice add column payee_scheme text;
alter table invoice add column payee_legal_id text;
alter table invoice add column payee_legal_scheme text;
alter table invoice add column delivery_place text;

-- What a line is made of; the sums of the invoice count the line alone.
create table invoice_sub_line (
    line_id text not null references invoice_line (id),
    position bigint not null,
    invoice_id text not null references invoice (id),
    depth bigint not null,
    line_number text,
    name text not null,
    quantity text,
    unit text,
    net bigint,
    primary key (line_id, position)
);
create index invoice_sub_line_by_invoice on invoice_sub_line (invoice_id);
