//! Writes the script that loads the wasm. As a library wasm-bindgen is always the version that Cargo.lock names.

use crate::{NAME, PageError};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Writes `coplan.js` and `coplan_bg.wasm` into `into`, for browsers that load ES modules.
pub fn bind(wasm: Vec<u8>, into: &Path) -> Result<(), PageError> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(NAME, wasm).out_name(NAME).typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|ready| ready.generate(into))
        // The alternate form gives the whole chain of causes on one line.
        .map_err(|cause| PageError::Bind(format!("{cause:#}")))
}
