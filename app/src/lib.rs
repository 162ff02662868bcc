//! How Coplan is called and shown: what its pages are made of, and what is between them and the network. The pages
//! themselves are crates of their own, in `pages`.
//!
//! A page is an axum handler that calls its use case first and then renders a view that is a pure function of
//! data; only what stands in [`islands`] travels to the browser.

#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod http;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod layout;
#[cfg(feature = "ssr")]
pub mod links;
#[cfg(feature = "ssr")]
pub mod mails;
#[cfg(feature = "ssr")]
pub mod parts;
#[cfg(feature = "ssr")]
pub mod shared;
#[cfg(feature = "ssr")]
pub mod words;
