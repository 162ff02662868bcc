-- Until when a password that was made for somebody opens the way to one of their own; none for one that they chose.
alter table staff add column password_until bigint;

-- The way to a password of one's own: one-time, mailed or made by a first password. Only the SHA-256 of the secret is
-- here, and of the one before it, which may have arrived.
create table password_link (
    id text primary key,
    person_id text not null references staff (person_id),
    secret_hash text unique,
    former_secret_hash text unique,
    created_at bigint not null,
    expires_at bigint not null
);
create index password_link_by_person on password_link (person_id);
