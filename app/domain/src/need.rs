//! What a customer will need of the supplier in a year, and where two needs clash.

use crate::{
    id::NeedId,
    person::{Language, Side},
};

words! {
    /// Whether it was planned.
    NeedKind {
        /// With the year.
        Planned = "planned",
        /// It came up outside the plan.
        Sudden = "sudden",
    }
}

words! {
    /// A month of a year.
    NeedMonth {
        /// The first.
        January = "1",
        /// The second.
        February = "2",
        /// The third.
        March = "3",
        /// The fourth.
        April = "4",
        /// The fifth.
        May = "5",
        /// The sixth.
        June = "6",
        /// The seventh.
        July = "7",
        /// The eighth.
        August = "8",
        /// The ninth.
        September = "9",
        /// The tenth.
        October = "10",
        /// The eleventh.
        November = "11",
        /// The last.
        December = "12",
    }
}

impl NeedMonth {
    /// The number from 1.
    #[must_use]
    pub fn number(self) -> i8 {
        self.as_str().parse().unwrap_or(1)
    }
}

/// What a need says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedWords {
    /// What is needed.
    pub what: String,
    /// Who needs it.
    pub who: String,
    /// From which month.
    pub first: NeedMonth,
    /// Up to which, the same or a later one.
    pub last: NeedMonth,
    /// How much, in words; may be empty.
    pub amount: String,
    /// Whose time it takes; empty where that is not known.
    pub people: String,
    /// Whether it was planned.
    pub kind: NeedKind,
}

impl NeedWords {
    /// Whether it is needed in a month.
    #[must_use]
    pub fn is_in(&self, month: NeedMonth) -> bool {
        self.first <= month && month <= self.last
    }

    /// The months in which two needs take the time of the same people, however their letters are written; none where one
    /// of them does not say whose.
    #[must_use]
    pub fn clash(&self, other: &Self) -> Option<(NeedMonth, NeedMonth)> {
        let (one, two) = (self.people.trim().to_lowercase(), other.people.trim().to_lowercase());
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (!one.is_empty() && one == two && first <= last).then_some((first, last))
    }
}

/// A need as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Which.
    pub id: NeedId,
    /// In which year.
    pub year: i16,
    /// What it says.
    pub said: NeedWords,
    /// Who wrote it.
    pub by: String,
    /// On which side.
    pub side: Side,
    /// In which language.
    pub language: Language,
    /// For the form that changes it.
    pub version: i64,
    /// Whether it was removed.
    pub is_removed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(first: NeedMonth, last: NeedMonth, people: &str) -> NeedWords {
        NeedWords {
            what: "Hands".to_owned(),
            who: "The mill".to_owned(),
            first,
            last,
            amount: String::new(),
            people: people.to_owned(),
            kind: NeedKind::Planned,
        }
    }

    #[test]
    fn two_needs_clash_in_the_months_in_which_they_take_the_same_people() {
        let (may, june, july, august) = (NeedMonth::May, NeedMonth::June, NeedMonth::July, NeedMonth::August);
        let crew = need(may, july, "Night crew");
        assert_eq!(crew.clash(&need(june, august, " night CREW ")), Some((june, july)));
        assert_eq!(need(june, august, "night crew").clash(&crew), Some((june, july)), "whichever is asked");
        assert_eq!(crew.clash(&need(august, august, "Night crew")), None, "in other months");
        assert_eq!(crew.clash(&need(june, june, "Day crew")), None, "other people");
        assert_eq!(need(may, may, "").clash(&need(may, may, "")), None, "nobody is not the same people");
    }

    #[test]
    fn months_are_in_their_order() {
        assert_eq!(NeedMonth::ALL.iter().map(|month| month.number()).collect::<Vec<_>>(), (1..=12).collect::<Vec<_>>());
        assert!(NeedMonth::ALL.is_sorted());
        assert!(need(NeedMonth::May, NeedMonth::July, "").is_in(NeedMonth::June));
        assert!(!need(NeedMonth::May, NeedMonth::July, "").is_in(NeedMonth::August));
    }
}
