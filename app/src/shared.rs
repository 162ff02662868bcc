//! What pages of several nouns draw alike, with the request at hand.

pub mod discussions;
pub mod own_form;
pub mod project_editor;
pub mod question;
pub mod staff_options;
pub mod subject;
pub mod undelivered;
