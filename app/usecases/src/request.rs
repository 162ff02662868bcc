//! What a task asks of its customer: set by whoever plans it, answered on the plan or told by other means.

mod answer;
mod ask;
mod form;

pub use answer::{Meanwhile, answer};
pub use ask::{RequestEdit, ask, edit};
pub use form::{AnswerForm, OTHER, RequestForm, Row};
