-- A seller is known by more than one identifier, so an invoice is looked for by its number alone first.
create index invoice_by_number on invoice (number);
