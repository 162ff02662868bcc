-- What is said about a project before the customer is shown it stays with the supplier's people for good.

-- Since when a thread is out of the customer's sight: since it began, where its project was not shown then.
alter table thread add column inside_since bigint;
-- What a member has written in began in its sight, also where its project was taken from view and shown again since.
update thread set inside_since = opened_at
where exists (select 1 from project p where p.id = thread.project_id and (p.shared_at is null or thread.opened_at < p.shared_at))
    and not exists (
        select 1 from message x join person a on a.id = x.author_id where x.thread_id = thread.id and a.kind = 'member'
    );

-- The supplier's tasks wait for it as questions do, on the plan and in the supplier's table alike.
update customer_summary set
    waiting = waiting + (
        select count(*) from project p join task t on t.project_id = p.id
        where p.customer_id = customer_summary.customer_id and p.ended_at is null
            and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
    ),
    waiting_since = case when waiting_since < (
        select min(t.state_since) from project p join task t on t.project_id = p.id
        where p.customer_id = customer_summary.customer_id and p.ended_at is null
            and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
    ) then waiting_since else (
        select min(t.state_since) from project p join task t on t.project_id = p.id
        where p.customer_id = customer_summary.customer_id and p.ended_at is null
            and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
    ) end
where exists (
    select 1 from project p join task t on t.project_id = p.id
    where p.customer_id = customer_summary.customer_id and p.ended_at is null
        and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
);
