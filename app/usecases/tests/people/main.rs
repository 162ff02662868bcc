//! Claims about who comes in and who keeps that: on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod again;
mod asking;
mod at_once;
mod cache;
mod code_policy;
mod console;
mod customer;
mod device;
mod ended_customer;
mod fixtures;
mod hand_over_all;
mod member;
mod narrowed;
mod password;
mod password_link;
mod past_import;
mod personal_link;
mod planned_hand_over;
mod preview;
mod rights;
mod second_factor;
mod security_log;
mod settings;
mod sign_in;
mod staff;
mod table_import;
mod undelivered;
