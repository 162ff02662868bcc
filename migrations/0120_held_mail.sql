-- What was found in an email that is held, when it was looked at: nobody who looks at it has it read again.
alter table incoming_mail add column sender text;
alter table incoming_mail add column subject text;
alter table incoming_mail add column said text;
-- How many came to an address lately.
create index incoming_mail_by_address on incoming_mail (address_id, received_at);
