-- That somebody of a customer reads its meetings with a calendar: by an address of its own, which is signed and kept nowhere.
-- Revoked, the address tells nothing any more.
create table calendar_feed (
    id text primary key,
    membership_id text not null references membership (id),
    created_at bigint not null,
    revoked_at bigint
);
create index calendar_feed_by_membership on calendar_feed (membership_id);
