//! Projects: shown, started, worded, shared and ended.

mod change;
mod copy;
mod form;
mod lines;
mod share;
mod show;
mod start;

pub use coplan_store::removed::Removed;

pub use change::change;
pub use copy::{CopyForm, copy, suggest_copy};
pub use form::{ProjectForm, StartForm};
pub use lines::{LinesForm, add_lines};
pub use share::{end, resume, share, unshare};
pub use show::{ProjectInternal, ProjectView, TaskInternal, TaskView, show};
pub use start::start;
