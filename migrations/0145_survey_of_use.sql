-- A survey that asks whoever took something over how it is used: on which checklist that was decided, and how many days before.
alter table survey add column acceptance_id text references acceptance (id);
alter table survey add column after_days bigint;
create unique index survey_by_acceptance on survey (acceptance_id, after_days);
