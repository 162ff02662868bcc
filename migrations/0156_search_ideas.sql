-- Ideas are found by their words: what can be searched of customers that have some is written anew.
delete from searchable_customer where customer_id in (select customer_id from idea);
