//! What may be done and by whom: one public function per deed.
//!
//! A deed takes the [`Portal`], who acts, and what is asked; it answers with what can happen in its own words.
//! Not yours and not there are the same answer.

pub mod absence;
pub mod account;
pub mod customer;
mod cut;
pub mod device;
pub mod discussion;
pub mod edit;
pub mod entry;
pub mod files;
pub mod form;
pub mod frame;
pub mod home;
pub mod invoice;
pub mod job;
mod keeper;
mod limit;
pub mod machine;
pub mod mail;
pub mod member;
mod memory;
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
mod twice;
pub mod undelivered;
pub mod waiting;
pub mod way_in;

pub use coplan_store::{
    Outage,
    access::{Actor, Entered, Member, Staff},
};
pub use portal::{Fault, Portal, Settings, day_in};

#[cfg(feature = "testing")]
pub mod testing;
