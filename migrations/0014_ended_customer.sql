-- The supplier's table shows the customers that go on, or those that have ended: 1 for an ended one.
alter table customer_summary add column ended bigint not null default 0;
update customer_summary set ended = 1 where customer_id in (select id from customer where ended_at is not null);
-- How many there are of either is told without reading their rows.
create index customer_summary_by_ended on customer_summary (ended);
