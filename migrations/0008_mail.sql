-- Who has read what, whom a mail is for, and what did not arrive.

-- How far a person has read a discussion: when the last message that it was shown was sent.
create table reading (
    person_id text not null references person (id),
    thread_id text not null references thread (id),
    read_to bigint not null,
    primary key (person_id, thread_id)
);

-- Whom the mail is for. None where the work is no mail, and for mail to an address that is the person's no more.
alter table outbox add column recipient_id text references person (id);
-- When what was given up was no longer worth telling: a later mail arrived, or the person has another address.
alter table outbox add column settled_at bigint;
-- A mail server's own words name people; from now on this is 'refused' or 'not_taken'.
update outbox set last_error = null;
create index outbox_undelivered on outbox (recipient_id, given_up_at) where given_up_at is not null and settled_at is null;
