//! One file per page: the handlers on top, the view below.

pub(crate) mod absence;
pub(crate) mod account;
pub(crate) mod customer;
pub(crate) mod demo;
pub(crate) mod entry;
pub mod error;
pub(crate) mod home;
pub mod import;
pub(crate) mod invoice;
pub(crate) mod meeting;
pub(crate) mod member;
pub(crate) mod milestone;
pub(crate) mod plan;
pub(crate) mod portfolio;
pub(crate) mod project;
mod project_editor;
pub(crate) mod request;
pub(crate) mod responsible;
pub(crate) mod sign_in;
pub(crate) mod staff;
mod staff_options;
pub(crate) mod status_report;
pub(crate) mod task;
pub(crate) mod thread;
mod undelivered;
pub(crate) mod waiting;
pub(crate) mod work;
