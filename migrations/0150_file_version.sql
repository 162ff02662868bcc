-- A file of a discussion has versions: all of one file name its first one, which names itself.
alter table attachment add column version_of text references attachment (id);
alter table attachment add column version bigint not null default 1;
update attachment set version_of = id;
create unique index attachment_by_version on attachment (version_of, version);

-- What one exact version was asked to be approved, and what the other side decided of it, by its hash. `side` decides.
create table attachment_approval (
    attachment_id text primary key references attachment (id),
    customer_id text not null references customer (id),
    hash text not null,
    side text not null check (side in ('supplier', 'customer')),
    asked_by text references person (id),
    asked_at bigint,
    verdict text check (verdict in ('approved', 'refused')),
    reason text,
    decided_by text references person (id),
    decided_at bigint,
    check (asked_at is not null or decided_at is not null),
    check ((asked_at is null) = (asked_by is null)),
    check ((decided_at is null) = (verdict is null)),
    check ((decided_at is null) = (decided_by is null)),
    check ((decided_at is null) = (reason is null))
);
create index attachment_approval_open on attachment_approval (customer_id, side) where verdict is null;
