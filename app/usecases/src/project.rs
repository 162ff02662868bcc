//! Projects: shown, started, worded, shared and ended.

mod change;
mod form;
mod share;
mod show;
mod start;

pub use coplan_store::removed::Removed;

pub use change::change;
pub use form::{ProjectForm, StartForm};
pub use share::{end, resume, share, unshare};
pub use show::{ProjectInternal, ProjectView, TaskInternal, TaskView, show};
pub use start::start;
