-- The supplier's table names the currencies in which something is open, the one with the most first, and sorts by one
-- scale: thousandths of a unit, whatever the decimals of the currency.
alter table customer_summary add column open_scaled bigint not null default 0;

-- What is open now, for this file only. The currencies are those of `app/domain/src/money/currency.rs`.
create temporary table customer_open as
select b.customer_id, b.currency, b.open,
    case when b.open > 9223372036854775807 / b.scale then 9223372036854775807
        when b.open < -9223372036854775807 / b.scale then -9223372036854775807
        else b.open * b.scale end as scaled
from (
    select i.customer_id, i.currency,
        case when i.currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV',
                'XAF', 'XOF', 'XPF') then 1000
            when i.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1
            else 10 end as scale,
        cast(sum(i.sign * i.payable_sum
            - coalesce((select sum(y.amount) from payment y where y.invoice_id = i.id), 0)) as bigint) as open
    from invoice i group by i.customer_id, i.currency
) b
where b.open <> 0;
create index customer_open_most on customer_open (customer_id, scaled desc, currency);

update customer_summary set open_currency = '', open_sum = 0, open_currencies = 0;
update customer_summary set
    open_currency = (select o.currency from customer_open o where o.customer_id = customer_summary.customer_id
        order by o.scaled desc, o.currency limit 1),
    open_sum = (select o.open from customer_open o where o.customer_id = customer_summary.customer_id
        order by o.scaled desc, o.currency limit 1),
    open_scaled = (select o.scaled from customer_open o where o.customer_id = customer_summary.customer_id
        order by o.scaled desc, o.currency limit 1),
    open_currencies = (select count(*) from customer_open o where o.customer_id = customer_summary.customer_id)
where customer_id in (select customer_id from customer_open);
drop table customer_open;

drop index customer_summary_by_open;
create index customer_summary_by_open on customer_summary (open_scaled desc, name_key, customer_id);
