//! What a task asks of its customer: set by the person who plans it, answered on the plan or by other means.

mod answer;
mod ask;
mod form;
mod undo;

pub use answer::{Meanwhile, answer};
pub use ask::{RequestEdit, ask, edit};
pub use form::{AnswerForm, OTHER, RequestForm, Row};
pub(crate) use undo::undo_until;
pub use undo::{GivenAnswer, find_given, undo};
