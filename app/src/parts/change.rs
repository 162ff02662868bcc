//! What of something is different now, in words: what it was before and is now, and why.

use super::{idea_state, status};
use crate::{say, words::Words};
use coplan_domain::person::Language;
use coplan_usecases::plan::NewsDetail;
use jiff::Timestamp;

/// From what to what, where that is known, and why, with the language that is written in.
#[must_use]
pub fn told(words: &Words, detail: &NewsDetail, at: Timestamp) -> (Option<String>, (Language, String)) {
    let day = |day| words.day(day, words.day_of(at));
    let (change, why) = match detail {
        NewsDetail::Moved { from, to, reason } => (Some(say!(words, "change-from-to", from = day(*from), to = day(*to))), reason),
        NewsDetail::Reported { from, to, reason } => {
            let light = |light| status::light_word(words, light);
            let change = match from.filter(|from| from != to) {
                Some(from) => say!(words, "change-from-to", from = light(from), to = light(*to)),
                None => light(*to),
            };
            (Some(change), reason)
        }
        NewsDetail::Outcome(said) | NewsDetail::Word(said) => (None, said),
        NewsDetail::Decided { to, reason } => (Some(idea_state::word(words, *to)), reason),
    };
    (change, why.clone())
}
