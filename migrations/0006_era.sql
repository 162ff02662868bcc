-- One row. Raised by every change whose reach is not told customer by customer, so that what processes keep in
-- memory is read anew.
create table era (
    id bigint primary key check (id = 1),
    value bigint not null
);
insert into era (id, value) values (1, 0);
