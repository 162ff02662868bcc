-- Where nobody of the customer reads a discussion, nobody waits for the customer: the ball is the supplier's.
update thread set ball = 'supplier', version = version + 1
where ball = 'customer' and resolved_at is null and inside_since is not null;

-- What waits for the supplier, as the supplier's table tells it.
update customer_summary set
    waiting = (
        select count(*) from thread h
        where h.customer_id = customer_summary.customer_id and h.ball = 'supplier' and h.resolved_at is null
    ) + (
        select count(*) from project p join task t on t.project_id = p.id
        where p.customer_id = customer_summary.customer_id and p.ended_at is null
            and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
    ),
    waiting_since = (
        select min(w.since) from (
            select h.ball_since as since, h.customer_id from thread h where h.ball = 'supplier' and h.resolved_at is null
            union all
            select t.state_since as since, p.customer_id from project p join task t on t.project_id = p.id
            where p.ended_at is null and t.side = 'supplier' and t.state <> 'done' and t.removed_at is null
        ) w where w.customer_id = customer_summary.customer_id
    )
where customer_id in (select h.customer_id from thread h where h.inside_since is not null and h.ball = 'supplier');
