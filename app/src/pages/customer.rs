//! Customer companies as staff keeps them.

mod both;
pub mod edit;
mod fields;
pub mod internal;
pub mod new;
mod people;
pub mod read;
