//! The wasm entry. Nothing else, ever.
