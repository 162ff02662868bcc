//! What may be done in discussions, by whom, and who learns of it.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod attendance;
mod ball;
mod contact;
mod digest;
mod edit;
mod files;
mod fixtures;
mod incoming_mail;
mod live;
mod mail;
mod mention;
mod network;
mod note;
mod plan;
mod resolve;
mod scan;
mod search;
mod sight;
mod split;
mod subject;
mod today_mail;
mod version;
mod waiting;
mod write;
