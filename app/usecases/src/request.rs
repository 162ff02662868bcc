//! What a task asks of its customer: set by the person who plans it, answered on the plan or by other means.

mod answer;
mod ask;
mod form;
mod take_back;

pub use answer::{Meanwhile, answer};
pub use ask::{RequestEdit, ask, edit};
pub use form::{AnswerForm, OTHER, RequestForm, Row};
pub(crate) use take_back::stays_open_until;
pub use take_back::{GivenAnswer, find_given, take_back};
