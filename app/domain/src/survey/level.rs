//! The three levels on which a relationship is looked at, each with a question of its own once a year.

use crate::{id::SurveyId, person::Language};
use jiff::{SignedDuration, Timestamp, civil::Date};

words! {
    /// A level of a relationship, from the nearest to the widest.
    Level {
        /// Single contacts: a call, a visit, an answer.
        Contact = "contact",
        /// The relationship: what these add up to over time.
        Relationship = "relationship",
        /// The whole: the supplier in the eyes of the customer's business.
        Overall = "overall",
    }
}

/// For how long nobody is asked the same again.
pub const YEAR: SignedDuration = SignedDuration::from_hours(365 * 24);

/// What is asked on each level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyQuestions {
    /// About single contacts; empty where nothing is asked.
    pub contact: String,
    /// About the relationship.
    pub relationship: String,
    /// About the whole.
    pub overall: String,
    /// Since when it is asked.
    pub first_day: Date,
    /// Raised by each change.
    pub version: i64,
    /// Who wrote it last.
    pub by: String,
    /// The language of who did.
    pub language: Language,
}

impl YearlyQuestions {
    /// What is asked on a level; none where nothing is.
    #[must_use]
    pub fn on(&self, level: Level) -> Option<&str> {
        let words = match level {
            Level::Contact => &self.contact,
            Level::Relationship => &self.relationship,
            Level::Overall => &self.overall,
        };
        Some(words.as_str()).filter(|words| !words.is_empty())
    }

    /// On which level somebody is asked next, where each was asked last at these moments: the one that was never asked or the
    /// longest ago, the nearest first; none before a year has passed.
    #[must_use]
    pub fn next(&self, asked_at: impl Fn(Level) -> Option<Timestamp>, now: Timestamp) -> Option<Level> {
        let is_due = |level: &Level| asked_at(*level).is_none_or(|at| now.duration_since(at) >= YEAR);
        let levels = Level::ALL.iter().copied().filter(|level| self.on(*level).is_some());
        levels.filter(is_due).min_by_key(|level| asked_at(*level))
    }
}

/// What the answers of a year say on one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelResult {
    /// On which.
    pub level: Level,
    /// The last survey that asked on it.
    pub survey: SurveyId,
    /// How many were asked.
    pub asked: i64,
    /// Every score that was given.
    pub scores: Vec<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_level_that_was_asked_the_longest_ago_comes_next_and_none_twice_in_a_year() {
        let text = |text: &str| text.to_owned();
        let (contact, relationship, overall) = (text("Calls?"), String::new(), text("All in all?"));
        let (by, first_day) = (text("Mikko Kallio"), date(2026, 1, 1));
        let asked = YearlyQuestions { contact, relationship, overall, first_day, version: 1, by, language: Language::En };
        let now = Timestamp::from_second(2_000_000_000).unwrap();
        let ago = |days: i64| Some(now - SignedDuration::from_hours(24 * days));
        let next = |contact, overall| {
            asked.next(
                |level| match level {
                    Level::Contact => contact,
                    Level::Relationship => None,
                    Level::Overall => overall,
                },
                now,
            )
        };
        assert_eq!(next(None, None), Some(Level::Contact));
        assert_eq!(next(ago(60), None), Some(Level::Overall));
        assert_eq!(next(ago(364), ago(100)), None);
        assert_eq!(next(ago(365), ago(400)), Some(Level::Overall));
        assert_eq!((asked.on(Level::Relationship), asked.on(Level::Contact)), (None, Some("Calls?")), "nothing is asked there");
    }
}
