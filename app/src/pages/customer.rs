//! Customer companies as staff keeps them.

mod combined_form;
pub mod edit;
pub mod end;
mod fields;
pub mod internal;
pub mod new;
mod people;
pub mod read;
