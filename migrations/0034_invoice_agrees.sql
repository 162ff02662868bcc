-- By which version of the rules every sum of an invoice agreed to the cent when it was imported; none where one did not,
-- and for what was imported before.
alter table invoice add column agrees_by bigint;
