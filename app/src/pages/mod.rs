//! One file per page: the handlers on top, the view below.

pub mod frame;
pub mod home;
