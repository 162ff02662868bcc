//! The journey of a customer: every contact between the two sides along a year, with how its people found it. What was bad
//! waits for the responsible person until it is answered.

mod form;
mod rate;
mod show;

pub use form::{AnswerMomentForm, MomentWordsForm};
pub use rate::{answer, rate, say, withdraw};
pub use show::{JourneyView, MomentView, TouchChannel, Touchpoint, list, show};
