//! What may be done and by whom: one public function per deed.
//!
//! A deed takes the [`Portal`], who acts, and what is asked; it answers with what can happen in its own words.
//! Not yours and not there are the same answer.

pub mod absence;
pub mod edit;
pub mod form;
pub mod milestone;
pub mod plan;
mod portal;
pub mod project;
pub mod responsible;
pub mod status_report;
pub mod task;

pub use portal::{Fault, Portal, Settings};

#[cfg(feature = "testing")]
pub mod testing;
