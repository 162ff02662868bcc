//! One file per page: the handlers on top, the view below.

pub mod absence;
mod desk;
pub mod frame;
pub mod home;
pub mod milestone;
pub mod path;
pub mod plan;
pub mod project;
pub mod responsible;
pub mod status_report;
pub mod task;
