-- When a person is told what it wants to be told: right away, or together at an hour of its own on each day or each Monday; and
-- whether nothing comes at night.
alter table mail_choice add column pace text not null default 'at_once' check (pace in ('at_once', 'daily', 'weekly'));
alter table mail_choice add column hour bigint not null default 8;
alter table mail_choice add column quiet bigint not null default 0;
-- What happened since is in the next digest, and when that one goes out; none where there are no digests.
alter table mail_choice add column digest_since bigint;
alter table mail_choice add column digest_at bigint;
create index mail_choice_by_digest on mail_choice (digest_at);
