//! Who may do what with a plan, and what each reader receives of it.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod absence;
mod acceptance;
mod agreement;
mod assessment;
mod at_once;
mod blueprint;
mod changes;
mod copy;
mod feedback;
mod fixtures;
mod goal;
mod idea;
mod invitation;
mod journey;
mod knowledge;
mod meeting;
mod memory;
mod milestone;
mod need;
mod news_mail;
mod of_use;
mod plan_template;
mod process;
mod project;
mod removed;
mod report;
mod report_rhythm;
mod request;
mod responsible;
mod service_request;
mod show;
mod stand_in;
mod status_report;
mod status_rhythm;
mod task;
mod template;
mod undo;
mod yearly;
