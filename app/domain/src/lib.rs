//! What the things of Coplan are and when they are valid. No I/O; builds for wasm.

#[macro_use]
pub mod word;

pub mod acceptance;
pub mod agreement;
pub mod assessment;
pub mod bank;
pub mod budget;
pub mod business_id;
pub mod contact;
pub mod customer;
pub mod event;
pub mod exact;
pub mod feedback;
pub mod format;
pub mod goal;
pub mod id;
pub mod idea;
pub mod incoming_mail;
pub mod invoice;
pub mod job;
pub mod knowledge;
pub mod mail;
pub mod meeting;
pub mod mention;
pub mod money;
pub mod package;
pub mod person;
pub mod phone;
pub mod plan;
pub mod portfolio;
pub mod question;
pub mod report;
pub mod request;
pub mod search;
pub mod security;
pub mod sepa;
pub mod stand_in;
pub mod survey;
pub mod system;
pub mod table_import;
pub mod text;
pub mod thread;
pub mod work;
