//! The only code that travels to the browser; one file per island. Each makes something nicer that works without it.

mod copy;
mod draft;
mod drop;
mod finder;
mod keys;
mod live;
mod names;

pub use copy::CopyButton;
pub use draft::Draft;
pub use drop::DropZone;
pub use finder::LiveFinder;
pub use keys::Keys;
pub use live::LiveSpeech;
pub use names::Names;
