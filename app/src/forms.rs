//! Every form of the product, drawn and read by its own table: its fields, what is wrong with them, both versions where
//! two people changed the same, and the fields of what could not be taken.

mod choices;
mod code;
mod conflict;
mod field;
pub mod problem;
pub mod registry;
mod submitted;
mod view;

pub use conflict::{Conflict, conflict};
pub use field::{Field, inside_textarea};
pub use submitted::{Proved, Submitted};
pub use view::{Entry, FormView, input_type};
