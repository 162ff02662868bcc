-- What a person wants to be told by email right away, of what may be told or not: 1 for yes. Where nobody has chosen,
-- messages are told and news are not.
create table mail_choice (
    person_id text primary key references person (id),
    messages bigint not null,
    news bigint not null
);
