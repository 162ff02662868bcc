//! The wasm entry. Nothing else, ever.

/// Called by the page once the wasm is there: brings its islands to life.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    // Names what hydrates, so that the linker keeps every island.
    use coplan_app as _;
    leptos::mount::hydrate_islands();
}
