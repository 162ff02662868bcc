//! The HTML of messages, made once: a discussion is looked at far more often than something is said in it.

use super::to_html;
use moka::sync::Cache;
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock};

/// The most bytes of HTML that is remembered.
const BYTES: u64 = 16 << 20;
/// What the cache itself needs for a message, in bytes.
const OVERHEAD: usize = 128;

/// By the text, so that nobody gets another's: two texts with one SHA-256 are not known.
static MADE: LazyLock<Cache<[u8; 32], Arc<str>>> = LazyLock::new(|| {
    let weigh = |_: &[u8; 32], html: &Arc<str>| u32::try_from(html.len() + OVERHEAD).unwrap_or(u32::MAX);
    Cache::builder().max_capacity(BYTES).weigher(weigh).build()
});

/// What [`to_html`] makes of a text, remembered.
#[must_use]
pub fn html_of(text: &str) -> Arc<str> {
    MADE.get_with(Sha256::digest(text.as_bytes()).into(), || to_html(text).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_html_of_a_message_is_made_once_within_a_bound_of_bytes() {
        let first = html_of("Which *weekend*?");
        assert_eq!(*first, *to_html("Which *weekend*?"));
        assert!(Arc::ptr_eq(&first, &html_of("Which *weekend*?")));
        for n in 0..600 {
            assert!(!html_of(&format!("{n} {}", "‹".repeat(20_000))).is_empty());
        }
        MADE.run_pending_tasks();
        assert!(MADE.weighted_size() <= BYTES);
    }
}
