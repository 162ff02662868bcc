//! What may be done in discussions, by whom, and who learns of it.

mod ball;
mod ground;
mod mail;
mod note;
mod resolve;
mod sight;
mod waiting;
mod write;
