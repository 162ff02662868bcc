//! The only code that travels to the browser; one file per island. Each makes something nicer that works without it.

mod copy;
mod draft;

pub use copy::CopyButton;
pub use draft::Draft;
