-- A mail that may have gone out and is sent again carries another secret; the one before it still opens.
alter table personal_link add column former_secret_hash text;
create index personal_link_former_secret on personal_link (former_secret_hash);
alter table entry_code add column former_code_hash text;
