-- What can be searched has its words without their endings too: all of it is derived anew.
delete from searchable;
delete from searchable_customer;
