//! The plan of one customer: shown to each reader, all that changed, and that a reader was there.

mod changes;
mod dates;
mod note_visit;
mod show;
mod view;

pub(crate) use changes::add_details;
pub use changes::{Changes, EventFilter, EventKey, changes};
pub use coplan_store::membership::Fellow;
pub use dates::DateNews;
pub(crate) use note_visit::Visits;
pub use note_visit::{keep_visits, note_visit};
pub use show::show;
pub use view::{
    EndedProject, NewsDetail, NewsItem, PlanInternal, PlanThreads, PlanView, ProjectCard, ProjectCardInternal, WaitingGoals,
    WaitingItem, WaitingTask,
};
