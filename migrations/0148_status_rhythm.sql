-- After how many days a status is to be said anew; no row, or none in it, for no such rhythm.
create table status_rhythm (
    place bigint primary key check (place = 1),
    every_days bigint,
    set_by text not null references person (id),
    set_at bigint not null
);

-- Until when nobody is reminded that the status of a project is old.
create table status_reminder (
    project_id text primary key references project (id),
    off_until text not null,
    put_off_by text not null references person (id),
    put_off_at bigint not null
);
