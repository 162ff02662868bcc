//! The only code that travels to the browser; one file per island. Each makes something nicer that works without it, and works
//! until its page is left: nothing is taken down before.

mod copy;
mod draft;
mod drop;
mod finder;
mod keys;
mod live;
mod names;
mod unsent;

pub use copy::CopyButton;
pub use draft::Draft;
pub use drop::DropZone;
pub use finder::LiveFinder;
pub use keys::Keys;
pub use live::Live;
pub use names::Names;
