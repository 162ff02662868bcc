//! Builds what goes to the browser.

fn main() {}
