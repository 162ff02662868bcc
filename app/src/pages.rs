//! One file per page: the handlers on top, the view below.

pub mod absence;
pub mod account;
pub mod customer;
pub mod demo;
pub mod entry;
pub mod home;
pub mod import;
pub mod invoice;
pub mod member;
pub mod milestone;
pub mod plan;
pub mod portfolio;
pub mod project;
mod project_editor;
pub mod responsible;
pub mod sign_in;
pub mod staff;
mod staff_options;
pub mod status_report;
pub mod task;
pub mod thread;
mod undelivered;
pub mod waiting;
