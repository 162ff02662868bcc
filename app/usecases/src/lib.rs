//! What may be done and by whom: one public function per deed.
//!
//! A deed takes the [`Portal`], who acts, and what is asked; it answers with what can happen in its own words.
//! Not yours and not there are the same answer.

pub mod absence;
pub mod account;
pub mod customer;
mod truncate;
pub mod device;
pub mod thread;
pub mod edit;
pub mod entry;
pub mod form;
pub mod customer_layout;
pub mod home;
pub mod invoice;
pub mod job;
mod account_admin;
mod rate_limit;
pub mod system;
pub mod mail;
pub mod member;
mod view_cache;
pub mod merge;
pub mod milestone;
mod password;
pub mod personal_link;
pub mod plan;
mod portal;
pub mod portfolio;
pub mod project;
pub mod responsible;
pub mod second_factor;
pub mod secret;
pub mod sign_in;
pub mod staff;
pub mod status_report;
pub mod task;
mod idempotency;
pub mod undelivered;
pub mod waiting;
pub mod security_notice;

pub use coplan_store::{
    Outage,
    access::{Actor, Session, Member, Staff},
};
pub use portal::{InternalError, Portal, Settings, day_in};

#[cfg(feature = "testing")]
pub mod testing;
