-- What is billed. Amounts are minor units of the invoice's currency; quantities, prices and rates are exact
-- decimals as text. The business terms (BT, BG) are those of EN 16931.

create table invoice (
    id text primary key,
    customer_id text not null references customer (id),
    seller_id text not null,
    seller_name text not null,
    buyer_name text not null,
    number text not null,
    kind text not null,
    -- What a credit note states as positive lowers what is owed.
    sign bigint not null check (sign in (-1, 1)),
    issued_on text not null,
    due_on text,
    period_from text,
    period_to text,
    currency text not null,
    buyer_reference text,
    order_reference text,
    note text,
    lines_sum bigint not null,
    allowances_sum bigint not null,
    charges_sum bigint not null,
    net_sum bigint not null,
    tax_sum bigint not null,
    gross_sum bigint not null,
    prepaid_sum bigint not null,
    rounding_sum bigint not null,
    payable_sum bigint not null,
    brought_in_by text references person (id),
    brought_in_at bigint not null,
    unique (seller_id, number)
);
create index invoice_by_customer on invoice (customer_id, issued_on);

create table invoice_line (
    id text primary key,
    invoice_id text not null references invoice (id),
    position bigint not null,
    line_number text not null,
    name text not null,
    description text,
    note text,
    quantity text not null,
    unit text not null,
    price text not null,
    base_quantity text not null,
    net bigint not null,
    vat_category text not null,
    vat_rate text,
    period_from text,
    period_to text,
    object_reference text,
    accounting_reference text
);
create index invoice_line_by_invoice on invoice_line (invoice_id, position);

create table invoice_adjustment (
    id text primary key,
    invoice_id text not null references invoice (id),
    line_id text references invoice_line (id),
    position bigint not null,
    kind text not null check (kind in ('allowance', 'charge')),
    amount bigint not null,
    base bigint,
    percent text,
    reason text,
    vat_category text,
    vat_rate text
);
create index invoice_adjustment_by_invoice on invoice_adjustment (invoice_id, position);

create table invoice_vat (
    invoice_id text not null references invoice (id),
    position bigint not null,
    category text not null,
    rate text,
    base bigint not null,
    tax bigint not null,
    exemption_reason text,
    primary key (invoice_id, position)
);

-- The file as it came, so that what was read can always be held against it.
create table invoice_original (
    invoice_id text primary key references invoice (id),
    file_name text not null,
    sha256 text not null,
    content_base64 text not null
);

-- An upload between its dry run and its confirmation; removed when stored or after a day.
create table invoice_upload (
    id text primary key,
    uploaded_by text not null references person (id),
    uploaded_at bigint not null,
    file_name text not null,
    content_base64 text not null
);

create table payment (
    id text primary key,
    invoice_id text not null references invoice (id),
    amount bigint not null,
    paid_on text not null,
    recorded_by text not null references person (id),
    recorded_at bigint not null
);
create index payment_by_invoice on payment (invoice_id);
