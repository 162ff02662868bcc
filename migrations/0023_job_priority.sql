-- How urgent a job is: the lowest number is claimed first, among those that are due.
alter table outbox add column priority bigint not null default 0;
update outbox set priority = 1 where kind in ('message_mail', 'message_mail_to');
