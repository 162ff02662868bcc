//! Who knows whom: the people of both sides with what brought them together, and whose role has nobody opposite.

use crate::{contact::ContactKind, id::PersonId};
use jiff::{Span, civil::Date};
use std::collections::{BTreeMap, BTreeSet};

/// For how many days a contact is recent.
pub const RECENT_DAYS: i64 = 180;

/// By which way two people were in contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Both wrote in one discussion.
    Discussion,
    /// By phone or video.
    Call,
    /// One came to the other.
    Visit,
    /// Both took part in a meeting.
    Meeting,
    /// By email.
    Email,
}

impl From<ContactKind> for Way {
    fn from(kind: ContactKind) -> Self {
        match kind {
            ContactKind::Call => Self::Call,
            ContactKind::Visit => Self::Visit,
            ContactKind::Meeting => Self::Meeting,
            ContactKind::Email => Self::Email,
        }
    }
}

/// One matter that brought a member and one of the supplier's people together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    /// The member.
    pub member: PersonId,
    /// The supplier's.
    pub staff: PersonId,
    /// The last day of it.
    pub day: Date,
    /// How.
    pub way: Way,
}

/// How close two people are by their recent contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// No recent one.
    Past,
    /// One or two.
    Some,
    /// More.
    Close,
}

/// What two people have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The member.
    pub member: PersonId,
    /// The supplier's.
    pub staff: PersonId,
    /// The day of their last contact.
    pub last: Date,
    /// How many contacts are recent.
    pub recent: usize,
    /// The ways, also of those that are not recent.
    pub ways: BTreeSet<Way>,
}

impl Tie {
    /// How close they are.
    #[must_use]
    pub const fn closeness(&self) -> Closeness {
        match self.recent {
            0 => Closeness::Past,
            1 | 2 => Closeness::Some,
            _ => Closeness::Close,
        }
    }
}

/// The first day that is recent.
#[must_use]
pub fn recent_since(today: Date) -> Date {
    today.checked_sub(Span::new().days(RECENT_DAYS)).unwrap_or(Date::MIN)
}

/// What each two have in common, the latest contact first.
#[must_use]
pub fn ties(touches: impl IntoIterator<Item = Touch>, today: Date) -> Vec<Tie> {
    let since = recent_since(today);
    let mut by_pair: BTreeMap<(PersonId, PersonId), Tie> = BTreeMap::new();
    for Touch { member, staff, day, way } in touches {
        let new = || Tie { member, staff, last: day, recent: 0, ways: BTreeSet::new() };
        let tie = by_pair.entry((member, staff)).or_insert_with(new);
        tie.last = tie.last.max(day);
        tie.recent += usize::from(day >= since);
        tie.ways.insert(way);
    }
    let mut ties: Vec<Tie> = by_pair.into_values().collect();
    ties.sort_by_key(|tie| std::cmp::Reverse((tie.last, tie.recent)));
    ties
}

/// Whether words name a person by first and last name, as a word of its own.
#[must_use]
pub fn is_named(words: &str, name: &str) -> bool {
    let (words, name) = (words.to_lowercase(), name.trim().to_lowercase());
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    !name.is_empty()
        && words
            .match_indices(&name)
            .any(|(at, found)| is_edge(words[..at].chars().next_back()) && is_edge(words[at + found.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 16);

    fn person(n: u128) -> PersonId {
        PersonId(ulid::Ulid::from(n))
    }

    fn touch(member: u128, staff: u128, day: Date, way: Way) -> Touch {
        Touch { member: person(member), staff: person(staff), day, way }
    }

    #[test]
    fn contacts_of_two_are_one_tie_and_the_latest_comes_first() {
        let old = date(2025, 1, 1);
        let touches = [
            touch(1, 9, old, Way::Visit),
            touch(2, 9, date(2026, 11, 1), Way::Call),
            touch(1, 9, date(2026, 11, 15), Way::Discussion),
            touch(1, 8, old, Way::Email),
        ];
        let ties = ties(touches, TODAY);
        let told: Vec<_> = ties.iter().map(|tie| (tie.member, tie.staff, tie.recent, tie.closeness())).collect();
        let expected = [
            (person(1), person(9), 1, Closeness::Some),
            (person(2), person(9), 1, Closeness::Some),
            (person(1), person(8), 0, Closeness::Past),
        ];
        assert_eq!(told, expected);
        assert_eq!(ties[0].ways, BTreeSet::from([Way::Visit, Way::Discussion]));
        assert_eq!(ties[0].last, date(2026, 11, 15));
    }

    #[test]
    fn a_contact_is_recent_on_its_last_day_and_not_the_day_after() {
        let edge = recent_since(TODAY);
        assert_eq!(ties([touch(1, 2, edge, Way::Call)], TODAY)[0].closeness(), Closeness::Some);
        let before = edge.yesterday().unwrap();
        assert_eq!(ties([touch(1, 2, before, Way::Call)], TODAY)[0].closeness(), Closeness::Past);
        assert_eq!(ties([touch(1, 2, TODAY, Way::Call); 3], TODAY)[0].closeness(), Closeness::Close);
    }

    #[test]
    fn a_person_is_named_by_the_whole_name_only() {
        assert!(is_named("Anna Aho and Ben Berg", "ben berg"));
        assert!(is_named("ANNA AHO", "Anna Aho"));
        assert!(!is_named("Anna Ahola", "Anna Aho"));
        assert!(!is_named("Joanna Aho", "Anna Aho"));
        assert!(!is_named("Anna", "Anna Aho") && !is_named("Anna Aho", " "));
        assert!(is_named("Åsa Öst, hall 3", "Åsa Öst"));
    }
}
