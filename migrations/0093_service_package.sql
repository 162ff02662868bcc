-- Service packages: what is included for how much a month, what more costs, who has which, and how much each used.

create table service_package (
    id text primary key,
    service text not null,
    name text not null,
    -- What its volume is counted in, in the words of the supplier.
    unit text not null,
    included text not null,
    currency text not null,
    price bigint not null,
    -- Of one more unit; may be finer than the currency.
    beyond text not null,
    created_by text not null references person (id),
    created_at bigint not null,
    ended_at bigint
);

create table customer_package (
    customer_id text not null references customer (id),
    service text not null,
    package_id text not null references service_package (id),
    chosen_by text not null references person (id),
    chosen_at bigint not null,
    primary key (customer_id, service)
);

-- How much of a service was used in a month, which is named by its first day.
create table service_usage (
    customer_id text not null references customer (id),
    service text not null,
    month text not null,
    volume text not null,
    recorded_by text not null references person (id),
    recorded_at bigint not null,
    primary key (customer_id, service, month)
);

-- What the customer said to another package: asked for it in a discussion, or why not.
create table package_answer (
    customer_id text not null references customer (id),
    package_id text not null references service_package (id),
    thread_id text references thread (id),
    reason text,
    answered_by text not null references person (id),
    answered_at bigint not null,
    primary key (customer_id, package_id)
);
