-- Who there is: people on both sides, the customers, who has whom, and how people come in.
-- TEXT, BIGINT and DOUBLE PRECISION only, so that one folder serves SQLite and PostgreSQL.
-- Ids are ULIDs; times are milliseconds since 1970 UTC; dates are YYYY-MM-DD.

create table person (
    id text primary key,
    kind text not null check (kind in ('staff', 'member')),
    name text not null,
    email text not null,
    phone text,
    language text not null check (language in ('en', 'fi', 'sv')),
    time_zone text not null,
    created_at bigint not null,
    ended_at bigint,
    version bigint not null
);
-- Whoever has left frees the address, for the same human on the other side of the table.
create unique index person_by_email on person (email) where ended_at is null;

create table staff (
    person_id text primary key references person (id),
    role text not null check (role in ('admin', 'manager', 'specialist')),
    title text not null,
    speaks text not null,
    password_hash text not null,
    totp_secret text,
    totp_since bigint,
    -- The last time step whose code was accepted; a code is good once.
    totp_last_step bigint not null
);

create table recovery_code (
    person_id text not null references staff (person_id),
    code_hash text not null,
    used_at bigint,
    primary key (person_id, code_hash)
);

-- Change points: from `since` on, this staff person has the matter, until the next point. A gap or an
-- overlap cannot be written. The matter is the customer (the whole relationship) or one of its projects.
create table responsibility (
    matter_id text not null,
    since bigint not null,
    customer_id text not null,
    staff_id text not null references staff (person_id),
    set_by text not null references person (id),
    primary key (matter_id, since)
);
create index responsibility_by_customer on responsibility (customer_id, matter_id, since);
create index responsibility_by_staff on responsibility (staff_id);

create table customer (
    id text primary key,
    number text not null unique,
    name text not null,
    business_id text,
    vat_id text,
    -- The same in one spelling each, which invoices find their customer by.
    business_key text,
    vat_key text,
    code_policy text not null check (code_policy in ('always', 'new_device', 'never')),
    created_at bigint not null,
    ended_at bigint,
    responsible_since bigint not null,
    version bigint not null,
    -- Raised by every change under the customer; what is kept in memory is good for one revision.
    revision bigint not null,
    -- The first change point cannot be missing, moved or removed while the customer is there.
    foreign key (id, responsible_since) references responsibility (matter_id, since) deferrable initially deferred
);
create index customer_by_business_key on customer (business_key);
create index customer_by_vat_key on customer (vat_key);

-- What only the supplier's people may know. A table of its own, never joined into what a member receives.
create table customer_internal (
    customer_id text primary key references customer (id),
    segment text not null,
    about text not null,
    version bigint not null
);

create table absence (
    id text primary key,
    staff_id text not null references staff (person_id),
    first_day text not null,
    last_day text not null,
    stand_in_id text not null references staff (person_id),
    check (first_day <= last_day),
    check (staff_id <> stand_in_id)
);
create index absence_by_staff on absence (staff_id, last_day);

create table membership (
    id text primary key,
    customer_id text not null references customer (id),
    person_id text not null references person (id),
    title text not null,
    created_at bigint not null,
    ended_at bigint,
    version bigint not null,
    unique (customer_id, person_id)
);
create index membership_by_person on membership (person_id);

create table membership_scope (
    membership_id text not null references membership (id),
    scope text not null check (scope in ('plan', 'money', 'discussion', 'meetings', 'people')),
    primary key (membership_id, scope)
);

-- Only the SHA-256 of the secret is kept. It is empty until a mailed link's secret is made, at sending.
create table personal_link (
    id text primary key,
    person_id text not null references person (id),
    secret_hash text unique,
    created_by text not null references person (id),
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint,
    revoked_by text references person (id),
    last_used_at bigint
);
create index personal_link_by_person on personal_link (person_id);

create table entry_code (
    id text primary key,
    person_id text not null references person (id),
    link_id text not null references personal_link (id),
    browser_hash text not null unique,
    code_hash text,
    created_at bigint not null,
    expires_at bigint not null,
    tries bigint not null,
    used_at bigint
);

create table device (
    id text primary key,
    person_id text not null references person (id),
    link_id text references personal_link (id),
    secret_hash text not null unique,
    label text not null,
    created_at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null,
    ended_at bigint,
    ended_by text references person (id),
    ended_why text check (ended_why in ('signed_out', 'ended', 'not_me', 'link_revoked', 'password_changed'))
);
create index device_by_person on device (person_id);
create index device_by_link on device (link_id);

-- A sign-in whose password was right and whose second factor is still to come.
create table pending_sign_in (
    browser_hash text primary key,
    person_id text not null references staff (person_id),
    created_at bigint not null,
    expires_at bigint not null,
    tries bigint not null
);
create index pending_sign_in_by_person on pending_sign_in (person_id);

-- Tries at something that can be guessed, by account and by address, as hashes.
create table attempt (
    id text primary key,
    key_hash text not null,
    at bigint not null
);
create index attempt_by_key on attempt (key_hash, at);
