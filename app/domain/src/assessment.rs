//! What each side says once a year of how the two work together: fifteen criteria in three themes, from conventional to
//! co-creating.

use crate::person::{Language, Side};
use jiff::Timestamp;

words! {
    /// What criteria are about.
    Theme {
        /// Talking with each other.
        Dialogue = "dialogue",
        /// Access and transparency.
        Access = "access",
        /// Shared gain and risk.
        Gain = "gain",
    }
}

words! {
    /// What is judged.
    Criterion {
        /// How we meet.
        Meetings = "meetings",
        /// What is said of what worries.
        Concerns = "concerns",
        /// What comes of feedback.
        Listening = "listening",
        /// Who talks with whom.
        People = "people",
        /// Who plans.
        Planning = "planning",
        /// How one knows how it is going.
        Progress = "progress",
        /// How open prices are.
        Prices = "prices",
        /// Where information is.
        Information = "information",
        /// Whose tools and data.
        Tools = "tools",
        /// How decisions are known.
        Decisions = "decisions",
        /// What is aimed at.
        Goals = "goals",
        /// Who carries risks.
        Risks = "risks",
        /// Who gains.
        Savings = "savings",
        /// Who develops.
        Development = "development",
        /// What comes of mistakes.
        Mistakes = "mistakes",
    }
}

impl Criterion {
    /// To which theme it belongs.
    #[must_use]
    pub const fn theme(self) -> Theme {
        match self {
            Self::Meetings | Self::Concerns | Self::Listening | Self::People | Self::Planning => Theme::Dialogue,
            Self::Progress | Self::Prices | Self::Information | Self::Tools | Self::Decisions => Theme::Access,
            Self::Goals | Self::Risks | Self::Savings | Self::Development | Self::Mistakes => Theme::Gain,
        }
    }
}

/// The least and the most that can be said of a criterion: conventional, co-creating.
pub const LOWEST: i64 = 1;
/// The most.
pub const HIGHEST: i64 = 5;

/// What is said of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentAnswer {
    /// Of which.
    pub criterion: Criterion,
    /// From [`LOWEST`] to [`HIGHEST`].
    pub score: i64,
    /// Why; may be empty.
    pub words: String,
}

/// What one side says of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Of which year.
    pub year: i16,
    /// Which side says it.
    pub side: Side,
    /// Who said it for that side.
    pub by: String,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// What is said of each criterion.
    pub answers: Vec<AssessmentAnswer>,
}

impl Assessment {
    /// What is said of a criterion; none where it was not asked that year.
    #[must_use]
    pub fn of(&self, criterion: Criterion) -> Option<&AssessmentAnswer> {
        self.answers.iter().find(|answer| answer.criterion == criterion)
    }
}

/// The criteria that the two sides judge differently, by two steps or more, the greatest difference first.
#[must_use]
pub fn differences(one: &Assessment, other: &Assessment) -> Vec<(AssessmentAnswer, AssessmentAnswer)> {
    let both = Criterion::ALL.iter().filter_map(|criterion| one.of(*criterion).cloned().zip(other.of(*criterion).cloned()));
    let mut found = both.filter(|(one, other)| (one.score - other.score).abs() >= 2).collect::<Vec<_>>();
    found.sort_by_key(|(one, other)| -(one.score - other.score).abs());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assessment(side: Side, scores: &[(Criterion, i64)]) -> Assessment {
        let answer = |(criterion, score): &(Criterion, i64)| AssessmentAnswer {
            criterion: *criterion,
            score: *score,
            words: String::new(),
        };
        let answers = scores.iter().map(answer).collect();
        Assessment { year: 2026, side, by: String::new(), language: Language::En, at: Timestamp::UNIX_EPOCH, answers }
    }

    #[test]
    fn the_greatest_differences_come_first_and_small_ones_are_none() {
        let ours = assessment(
            Side::Supplier,
            &[(Criterion::Meetings, 4), (Criterion::Prices, 5), (Criterion::Risks, 2), (Criterion::Goals, 3)],
        );
        let theirs = assessment(Side::Customer, &[(Criterion::Meetings, 2), (Criterion::Prices, 1), (Criterion::Risks, 3)]);
        let found = differences(&ours, &theirs).into_iter().map(|(one, _)| one.criterion).collect::<Vec<_>>();
        assert_eq!(found, [Criterion::Prices, Criterion::Meetings]);
    }

    #[test]
    fn each_theme_has_five_criteria() {
        for theme in Theme::ALL {
            assert_eq!(Criterion::ALL.iter().filter(|criterion| criterion.theme() == *theme).count(), 5, "{theme}");
        }
    }
}
