//! The forms of moments.

use crate::form::{form, prose};
use coplan_domain::text::Prose;

form! {
    /// Why a contact was found so.
    ReadMomentWords {
        /// Why.
        words: Option<Prose> = prose("moment-words").hint("moment-words-hint"),
    }

    /// Why a contact was found so, as it was typed.
    plain MomentWordsForm {}
}

form! {
    /// What the supplier says to it.
    ReadMomentAnswer {
        /// What.
        answer: Prose = prose("moment-answer").hint("moment-answer-hint"),
    }

    /// What the supplier says to a moment, as it was typed.
    plain AnswerMomentForm {
        /// When it was rated, as it was drawn.
        carried rated_at: i64,
    }
}
