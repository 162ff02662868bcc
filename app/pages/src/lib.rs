//! The overviews, and the routes of all pages.
//!
//! A page is an axum handler that calls its use case first and then renders a view that is a pure function of data. Pages
//! that belong together are a crate: whoever changes one of them compiles no other, and they are compiled side by side.

pub mod blueprint;
pub mod live;
pub mod plan;
pub mod routes;
pub mod search;
pub mod today;
pub mod waiting;
