-- A seller is known by more than one identifier, so an invoice is looked for by its number alone first.
create index invoice_by_number on invoice (number);

-- The unit of what a price is for (BT-150), where one is stated. None for lines kept before: they are shown in their own.
alter table invoice_line add column base_unit text;
