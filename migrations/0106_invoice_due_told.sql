-- When the customer's people were reminded that an invoice is due soon; none where they were not.
alter table invoice add column due_told_at bigint;
