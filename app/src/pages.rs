//! One file per page: the handlers on top, the view below.

pub mod absence;
pub mod account;
mod staff_options;
pub mod customer;
pub mod demo;
mod desk;
pub mod entry;
pub mod frame;
pub mod home;
pub mod invoice;
pub mod member;
pub mod milestone;
pub mod path;
pub mod plan;
pub mod portfolio;
pub mod project;
pub mod responsible;
pub mod sign_in;
pub mod staff;
pub mod status_report;
pub mod task;
pub mod thread;
mod undelivered;
pub mod waiting;
