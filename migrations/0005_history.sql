-- What happened, who has seen it, and work that a change has promised.

-- `audience` is the scope that may know; 'money_discussion' asks for both, 'internal' is the supplier's people only.
create table event (
    id text primary key,
    customer_id text not null references customer (id),
    actor_id text references person (id),
    kind text not null,
    object_kind text not null,
    object_id text not null,
    label text not null,
    audience text not null check (audience in ('plan', 'money', 'discussion', 'money_discussion', 'meetings', 'people', 'internal')),
    at bigint not null
);
create index event_by_customer on event (customer_id, at);

-- A visit begins when a person comes after half an hour away; what is new is counted from the one before.
create table visit (
    person_id text not null references person (id),
    customer_id text not null references customer (id),
    previous_at bigint not null,
    began_at bigint not null,
    seen_at bigint not null,
    primary key (person_id, customer_id)
);
create index visit_by_customer on visit (customer_id, seen_at);

-- Kept in the transaction of the change that promised it; claimed by lease; nothing secret is in it.
create table outbox (
    id text primary key,
    kind text not null,
    payload text not null,
    due_at bigint not null,
    tries bigint not null,
    leased_until bigint not null,
    done_at bigint,
    given_up_at bigint,
    last_error text
);
create index outbox_by_due on outbox (done_at, given_up_at, due_at);

-- One row per customer for the supplier's table, written in the transaction of each change under it.
create table customer_summary (
    customer_id text primary key references customer (id),
    search text not null,
    name_key text not null,
    responsible_id text not null references staff (person_id),
    light_rank bigint not null,
    lights text not null,
    waiting bigint not null,
    waiting_since bigint,
    next_promise text,
    open_sum bigint not null,
    open_currency text not null,
    open_currencies bigint not null,
    last_visit_at bigint
);
-- One index for each way to sort, read forwards or backwards. What is absent counts as farthest away, in words
-- that both databases understand alike: they disagree on where null belongs.
create index customer_summary_by_name on customer_summary (name_key, customer_id);
create index customer_summary_by_light on customer_summary (light_rank desc, name_key, customer_id);
create index customer_summary_by_waiting
    on customer_summary ((coalesce(waiting_since, 9223372036854775807)), name_key, customer_id);
create index customer_summary_by_promise on customer_summary ((coalesce(next_promise, '9999-12-31')), name_key, customer_id);
create index customer_summary_by_open on customer_summary (open_sum desc, name_key, customer_id);
create index customer_summary_by_visit on customer_summary ((coalesce(last_visit_at, 0)) desc, name_key, customer_id);
create index customer_summary_by_responsible on customer_summary (responsible_id, name_key, customer_id);
