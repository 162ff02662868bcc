-- One of the supplier's people looks at a plan as one of its members, on one device, and changes nothing. Devices are
-- forgotten, what was looked at is not.
create table preview (
    id text primary key,
    customer_id text not null references customer (id),
    membership_id text not null references membership (id),
    staff_id text not null references staff (person_id),
    device_id text not null,
    began_at bigint not null,
    -- When it is over by itself.
    ends_at bigint not null,
    -- When it was left; none where it was not.
    ended_at bigint
);
create index preview_by_device on preview (device_id, ends_at);
create index preview_by_customer on preview (customer_id, began_at);
create index preview_by_membership on preview (membership_id);

-- On which days (UTC) a person opened a customer's plan, and when last on each.
create table plan_look (
    customer_id text not null references customer (id),
    day text not null,
    person_id text not null references person (id),
    last_at bigint not null,
    primary key (customer_id, day, person_id)
);
create index plan_look_by_day on plan_look (day);
