//! Projects: shown, started, worded, shared and ended.

mod change;
mod copy;
mod form;
mod lines;
mod plan_template;
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
pub use plan_template::{
    FromPlanTemplateForm, PlanTemplateDraft, SavePlanTemplateForm, begin_plan_template, list_all_templates, list_plan_templates,
    remove_plan_template, save_plan_template, start_plan_from_template,
};
pub use share::{end, resume, share, unshare};
pub use show::{ProjectInternal, ProjectView, TaskInternal, TaskView, show};
pub use start::start;
pub use start_day::{StartDayForm, move_start_day, suggest_start_day};
pub use template::{
    FromTemplateForm, SaveTemplateForm, list_templates, may_use_templates, remove_template, save_template, show_templates,
    start_from_template,
};
