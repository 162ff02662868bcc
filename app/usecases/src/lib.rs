//! What may be done and by whom: one public function per deed.
//!
//! A deed takes the [`Portal`], who acts, and what is asked; it answers with what can happen in its own words.
//! Not yours and not there are the same answer.
//!
//! A deed proves the right to write within the change that it keeps, by `coplan_store::access`. It fails with [`Error`],
//! or with an enum of its own that holds one; what only the process does fails with [`InternalError`]. Either way that
//! is also where the database cannot be read or written; a deed's own page says only what else there is.

#![expect(clippy::missing_errors_doc, reason = "what all of them fail with is said once, above")]

pub mod absence;
pub mod acceptance;
pub mod access_log;
pub mod account;
mod account_admin;
pub mod agreement;
pub mod assessment;
pub mod attachment;
pub mod bank;
pub mod blueprint;
pub mod budget;
pub mod concern;
pub mod contact;
pub mod customer;
pub mod customer_layout;
pub mod device;
pub mod digest;
pub mod entry;
mod error;
pub mod feedback;
pub mod files;
mod fingerprint;
pub mod form;
pub mod goal;
pub mod hand_over;
pub mod home;
pub mod idea;
mod idempotency;
pub mod import;
pub mod incoming_mail;
pub mod invoice;
pub mod job;
pub mod journey;
pub mod knowledge;
pub mod live;
pub mod mail;
pub mod mail_choice;
pub mod meeting;
pub mod member;
pub mod merge;
pub mod milestone;
pub mod need;
pub mod network;
pub mod news_mail;
pub mod package;
mod password;
pub mod password_link;
pub mod personal_link;
pub mod phase;
pub mod plan;
mod portal;
pub mod portfolio;
pub mod preview;
pub mod project;
pub mod question;
mod rate_limit;
mod record;
mod removed;
pub mod report;
pub mod request;
pub mod request_kind;
pub mod responsible;
pub mod saved_filter;
mod scan;
pub mod seal;
pub mod search;
pub mod second_factor;
pub mod secret;
pub mod security_log;
pub mod security_notice;
pub mod service_request;
pub mod sign_in;
pub mod staff;
pub mod status_report;
pub mod status_rhythm;
pub mod survey;
pub mod system;
pub mod task;
pub mod thread;
pub mod today;
pub mod today_mail;
mod truncate;
pub mod undelivered;
mod view_cache;
pub mod waiting;
pub mod work;
mod year_back;

pub use coplan_store::{
    Listener, Outage, Stale, Turn,
    access::{Actor, Member, Session, Staff, System},
};
pub use error::Error;
pub use portal::{InternalError, Portal, Settings, day_in};

#[cfg(feature = "testing")]
pub mod testing;
