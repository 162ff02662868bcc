-- What was said can be said otherwise and withdrawn by who said it; what it said before stays readable.
alter table message add column revision bigint not null default 1;
alter table message add column edited_at bigint;
alter table message add column withdrawn_at bigint;

create table message_before (
    message_id text not null references message (id),
    revision bigint not null,
    text text not null,
    replaced_at bigint not null,
    primary key (message_id, revision)
);

-- Who agrees to what a message says, in that revision of it.
create table message_agreement (
    message_id text not null references message (id),
    person_id text not null references person (id),
    revision bigint not null,
    at bigint not null,
    primary key (message_id, person_id)
);
