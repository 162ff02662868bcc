//! What may be done and by whom: one public function per deed.
//!
//! A deed takes the [`Portal`], who acts, and what is asked; it answers with what can happen in its own words.
//! Not yours and not there are the same answer.

pub mod entry;
pub mod form;
pub mod machine;
mod portal;
pub mod secret;

pub use coplan_store::access::{Actor, Entered, Member, Staff};
pub use portal::{Fault, Portal, Settings, day_in};

#[cfg(feature = "testing")]
pub mod testing;
