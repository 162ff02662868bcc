-- Requests: something that a customer wants. Their kinds say to whom they go and within how many working hours a first answer is
-- promised. The kinds that a portal begins with have no name of their own: each reader reads them in its language.
create table request_kind (
    id text primary key,
    standard text,
    name text not null,
    staff_id text references person (id),
    reply_hours bigint,
    written_by text references person (id),
    written_at bigint not null,
    removed_at bigint,
    version bigint not null,
    check (standard is not null or name <> '')
);
insert into request_kind (id, standard, name, reply_hours, written_at, version) values
    ('01KAREQ00000000000000FA1T0', 'fault', '', 4, 1, 1),
    ('01KAREQ0000000000000CHANGE', 'change', '', 16, 2, 1),
    ('01KAREQ000000000000000DATA', 'information', '', 16, 3, 1);

create table service_request (
    id text primary key,
    customer_id text not null references customer (id),
    kind_id text not null references request_kind (id),
    what text not null,
    why text not null,
    wanted_on text,
    state text not null,
    state_since bigint not null,
    staff_id text references person (id),
    reply_due_at bigint,
    answered_at bigint,
    asked_by text not null references person (id),
    asked_at bigint not null,
    version bigint not null
);
create index service_request_by_customer on service_request (customer_id, state);
create index service_request_by_staff on service_request (staff_id, state);
create index service_request_by_state on service_request (state, asked_at);

-- Each state of a request with who said so, when and in which words.
create table service_request_step (
    id text primary key,
    service_request_id text not null references service_request (id),
    state text not null,
    words text not null,
    side text not null,
    person_id text not null references person (id),
    happened_at bigint not null
);
create index service_request_step_by_request on service_request_step (service_request_id, happened_at);
