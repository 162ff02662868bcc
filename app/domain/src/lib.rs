//! What the things of Coplan are and when they are valid. No I/O; builds for wasm.
