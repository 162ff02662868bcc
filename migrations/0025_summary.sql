-- What is derived of each customer carries the version of the code that derived it; rows of an older one are written
-- anew by the program (app/store/src/summary.rs) and not here.
--
-- `name_key` sorts by its bytes on both databases: SQLite knows that order as "binary", and the program makes a collation
-- of that name in PostgreSQL.
alter table customer_summary rename to customer_summary_before;
create table customer_summary (
    customer_id text primary key references customer (id),
    search text not null,
    number_search text not null,
    name_key text collate "binary" not null,
    responsible_id text not null references staff (person_id),
    light_rank bigint not null,
    lights text not null,
    waiting bigint not null,
    waiting_since bigint,
    next_promise text,
    open_sum bigint not null,
    open_scaled bigint not null,
    open_currency text not null,
    open_currencies bigint not null,
    last_visit_at bigint,
    ended bigint not null,
    version bigint not null
);
insert into customer_summary (customer_id, search, number_search, name_key, responsible_id, light_rank, lights, waiting,
    waiting_since, next_promise, open_sum, open_scaled, open_currency, open_currencies, last_visit_at, ended, version)
select customer_id, search, '', name_key, responsible_id, light_rank, lights, waiting,
    waiting_since, next_promise, open_sum, open_scaled, open_currency, open_currencies, last_visit_at, ended, 0
from customer_summary_before;
drop table customer_summary_before;

-- One index for each way to sort, read forwards or backwards. What is absent counts as farthest away, in words
-- that both databases understand alike: they disagree on where null belongs.
create index customer_summary_by_name on customer_summary (name_key, customer_id);
create index customer_summary_by_light on customer_summary (light_rank desc, name_key, customer_id);
create index customer_summary_by_waiting
    on customer_summary ((coalesce(waiting_since, 9223372036854775807)), name_key, customer_id);
create index customer_summary_by_promise on customer_summary ((coalesce(next_promise, '9999-12-31')), name_key, customer_id);
create index customer_summary_by_open on customer_summary (open_scaled desc, name_key, customer_id);
create index customer_summary_by_visit on customer_summary ((coalesce(last_visit_at, 0)) desc, name_key, customer_id);
create index customer_summary_by_responsible on customer_summary (responsible_id, name_key, customer_id);
-- How many go on, and how many have ended, is told without reading their rows.
create index customer_summary_by_ended on customer_summary (ended);
-- Those that an older version of the program has written.
create index customer_summary_by_version on customer_summary (version);
