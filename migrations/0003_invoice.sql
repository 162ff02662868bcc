-- What is billed. Amounts are minor units of the invoice's currency; quantities, prices and rates are exact
-- decimals as text. The business terms (BT, BG) are those of EN 16931.

-- An invoice is shown from these tables alone; they keep everything that was read from its file.
create table invoice (
    id text primary key,
    customer_id text not null references customer (id),
    -- One spelling of the seller's surest identifier; with the number it says which invoice this is.
    seller_id text not null,
    seller_name text not null,
    seller_trading_name text,
    seller_legal_id text,
    seller_legal_scheme text,
    seller_vat_id text,
    seller_endpoint text,
    seller_endpoint_scheme text,
    buyer_name text not null,
    buyer_trading_name text,
    buyer_legal_id text,
    buyer_legal_scheme text,
    buyer_vat_id text,
    buyer_endpoint text,
    buyer_endpoint_scheme text,
    number text not null,
    -- UNTDID 1001.
    kind text not null,
    -- What a credit note states as positive lowers what is owed.
    sign bigint not null check (sign in (-1, 1)),
    issued_on text not null,
    due_on text,
    tax_point_on text,
    delivered_on text,
    period_from text,
    period_to text,
    currency text not null,
    buyer_reference text,
    project_reference text,
    contract_reference text,
    order_reference text,
    sales_order_reference text,
    object_reference text,
    accounting_reference text,
    payment_reference text,
    payment_terms text,
    lines_sum bigint not null,
    allowances_sum bigint not null,
    charges_sum bigint not null,
    net_sum bigint not null,
    tax_sum bigint not null,
    gross_sum bigint not null,
    prepaid_sum bigint not null,
    rounding_sum bigint not null,
    payable_sum bigint not null,
    accounting_currency text,
    accounting_tax_sum bigint,
    -- None where it came from the console of the machine.
    brought_in_by text references person (id),
    brought_in_at bigint not null,
    unique (seller_id, number)
);
create index invoice_by_customer on invoice (customer_id, issued_on);
create index invoice_by_keeper on invoice (brought_in_by, brought_in_at);

-- What an invoice may state any number of times: notes, accounts, earlier invoices, further identifiers of the parties.
create table invoice_mention (
    invoice_id text not null references invoice (id),
    kind text not null check (kind in ('note', 'account', 'preceding', 'seller', 'buyer')),
    position bigint not null,
    value text not null,
    -- The day of an earlier invoice, the scheme of an identifier.
    detail text,
    primary key (invoice_id, kind, position)
);

create table invoice_line (
    id text primary key,
    invoice_id text not null references invoice (id),
    position bigint not null,
    line_number text not null,
    name text not null,
    description text,
    item_number text,
    note text,
    quantity text not null,
    unit text,
    price text not null,
    price_discount text,
    price_gross text,
    base_quantity text,
    net bigint not null,
    vat_category text not null,
    vat_rate text,
    period_from text,
    period_to text,
    object_reference text,
    order_line text,
    accounting_reference text
);
create index invoice_line_by_invoice on invoice_line (invoice_id, position);

-- Of the line where one is named, else of the whole invoice.
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
    reason_code text,
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
    exemption_code text,
    primary key (invoice_id, position)
);

-- The file as it came, so that what was read can always be held against it.
create table invoice_original (
    invoice_id text primary key references invoice (id),
    file_name text not null,
    sha256 text not null,
    content_base64 text not null
);

-- An upload between its dry run and its confirmation; removed when stored or after a day. Stored, its id is the invoice's.
create table invoice_upload (
    id text primary key,
    uploaded_by text not null references person (id),
    uploaded_at bigint not null,
    file_name text not null,
    content_base64 text not null
);
create index invoice_upload_by_person on invoice_upload (uploaded_by, uploaded_at);

-- Positive where the customer paid, negative where the supplier gave back.
create table payment (
    id text primary key,
    invoice_id text not null references invoice (id),
    amount bigint not null,
    paid_on text not null,
    recorded_by text not null references person (id),
    recorded_at bigint not null
);
create index payment_by_invoice on payment (invoice_id);
