//! How a request is understood and how what went wrong is answered: context, path ids, errors, recovery of forms.

pub mod body_limit;
pub mod byte_budget;
pub mod context;
pub mod download;
pub mod errors;
pub mod flash;
pub mod form_recovery;
pub mod page_cache;
pub mod path_ids;
pub mod return_to;
pub mod streaming;
#[cfg(any(test, feature = "testing"))]
mod testing;
pub mod typed_words;
