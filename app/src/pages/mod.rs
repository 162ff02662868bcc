//! One file per page: the handlers on top, the view below.

pub mod account;
pub mod entry;
pub mod frame;
pub mod home;
pub mod invoice;
pub mod sign_in;
pub mod staff;
