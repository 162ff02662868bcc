-- The day on which what was approved is taken into use by both sides together: planned by the supplier, said to be ready by
-- each, and done.
create table launch (
    acceptance_id text not null references acceptance (id),
    -- Of which version of the checklist: what else is tested is launched anew.
    of_version bigint not null,
    day text not null,
    note text not null,
    planned_by text not null references person (id),
    planned_at bigint not null,
    supplier_ready_by text references person (id),
    supplier_ready_at bigint,
    customer_ready_by text references person (id),
    customer_ready_at bigint,
    launched_by text references person (id),
    launched_at bigint,
    -- Rises with each other day, which asks both sides anew.
    version bigint not null,
    primary key (acceptance_id, of_version)
);
