-- What the email server said of an email that was given up, in its own words.
alter table outbox add column server_said text;

-- An email that was accepted and came back: whose address it was sent to, and what the server said. It is settled when that
-- address turns out to work, or is another one.
create table mail_bounce (
    mail_id text primary key references incoming_mail (id),
    person_id text not null references person (id),
    server_said text not null,
    bounced_at bigint not null,
    settled_at bigint
);
create index mail_bounce_open on mail_bounce (person_id) where settled_at is null;
