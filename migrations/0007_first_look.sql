-- What the first look at a plan asks for lies where it is asked: without reading every message and every invoice.

-- How many messages a thread has, and the newest; written with each message. The messages refer to the thread already.
alter table thread add column messages bigint not null default 0;
alter table thread add column last_message_id text;
update thread set
    messages = (select count(*) from message m where m.thread_id = thread.id),
    last_message_id = (select m.id from message m where m.thread_id = thread.id order by m.sent_at desc, m.id desc limit 1);

-- These hold all columns that what is open is reckoned from, so that no row need be fetched for it.
drop index invoice_by_customer;
create index invoice_by_customer on invoice (customer_id, issued_on, brought_in_at, id, currency, sign, payable_sum);
drop index payment_by_invoice;
create index payment_by_invoice on payment (invoice_id, amount);

-- The newest report of a project is the last in this order.
drop index status_report_by_project;
create index status_report_by_project on status_report (project_id, reported_at, id);
