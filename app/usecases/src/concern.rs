//! Concerns in a customer's process: raised by either side, answered with an action, an owner and a day, followed until who
//! raised one says that it is resolved.

mod form;
mod raise;
mod recurring;
mod resolve;
mod show;

pub use form::{AnswerConcernForm, JudgeForm, RaiseForm, ThemeForm};
pub use raise::{RaiseContext, begin_raise, raise};
pub use recurring::{ConcernGroup, ConcernOverview, recurring};
pub use resolve::{answer, begin_answer, finish, judge, set_theme};
pub use show::{ConcernView, show};
