//! How a reader is greeted: by the time of day where it lives, and by its first name.

use crate::{say, words::Words};
use jiff::Timestamp;

/// The greeting for this moment; on the first visit a welcome.
pub(super) fn greeting(words: &Words, name: &str, now: Timestamp, first_visit: bool) -> String {
    let first = name.split_whitespace().next().unwrap_or_default().to_owned();
    match words.hour(now) {
        _ if first_visit => say!(words, "greeting-first", name = first),
        4..=10 => say!(words, "greeting-morning", name = first),
        11..=17 => say!(words, "greeting-day", name = first),
        _ => say!(words, "greeting-evening", name = first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;

    fn greeted(language: Language, zone: &str, at: &str) -> String {
        greeting(&Words::new(language, zone), "Anna Maria Aho", at.parse().unwrap(), false)
    }

    #[test]
    fn the_greeting_follows_the_hour_where_the_reader_lives() {
        let helsinki = |at| greeted(Language::En, "Europe/Helsinki", at);
        assert_eq!(helsinki("2026-11-22T06:00:00Z"), "Good morning, Anna");
        assert_eq!(helsinki("2026-11-22T10:00:00Z"), "Hello, Anna");
        assert_eq!(helsinki("2026-11-22T16:00:00Z"), "Good evening, Anna");
        assert_eq!(greeted(Language::En, "America/New_York", "2026-11-22T16:00:00Z"), "Hello, Anna");
    }

    #[test]
    fn the_greeting_speaks_the_readers_language() {
        assert_eq!(greeted(Language::Fi, "Europe/Helsinki", "2026-11-22T06:00:00Z"), "Hyvää huomenta, Anna");
        assert_eq!(greeted(Language::Sv, "Europe/Helsinki", "2026-11-22T23:00:00Z"), "God kväll, Anna");
    }

    #[test]
    fn who_comes_the_first_time_is_welcome() {
        let words = Words::new(Language::En, "Europe/Helsinki");
        assert_eq!(greeting(&words, "Oskar", Timestamp::UNIX_EPOCH, true), "Welcome, Oskar");
    }
}
