//! Projects: shown, started, worded, shared and ended.

mod change;
mod copy;
mod form;
mod lines;
mod share;
mod show;
mod start;
mod start_day;
mod template;

pub use coplan_store::removed::Removed;

pub use change::change;
pub use copy::{CopyForm, copy, suggest_copy};
pub use form::{ProjectForm, StartForm};
pub use lines::{LinesForm, add_lines};
pub use share::{end, resume, share, unshare};
pub use show::{ProjectInternal, ProjectView, TaskInternal, TaskView, show};
pub use start::start;
pub use start_day::{StartDayForm, move_start_day, suggest_start_day};
pub use template::{
    FromTemplateForm, SaveTemplateForm, list_templates, may_use_templates, remove_template, save_template, show_templates,
    start_from_template,
};
