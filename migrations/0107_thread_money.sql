-- Discussions that only readers of sums see although they are about no invoice.
alter table thread add column money_since bigint;
update thread set money_since = opened_at
where id in (select a.thread_id from package_answer a where a.thread_id is not null);
