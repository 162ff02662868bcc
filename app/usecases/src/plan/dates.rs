//! What a reader of a plan should hear of its dates first: what is overdue, what moved, and whether the others hold.

use coplan_domain::plan::Milestone;
use jiff::{Timestamp, civil::Date};

/// The dates of a plan, for one sentence about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateNews<'a> {
    /// Not reached though their day is over, the longest overdue first.
    pub overdue: Vec<&'a Milestone>,
    /// Still ahead, and promised for another day than when the reader was here before; on a first visit than at first.
    pub moved: Vec<&'a Milestone>,
    /// Whether there are other dates ahead. All of those hold.
    pub others: bool,
    /// What people wait for next; none where everything is reached.
    pub next: Option<&'a Milestone>,
    /// The next date that is not over yet.
    pub ahead: Option<&'a Milestone>,
    /// Whether anything was ever promised.
    pub any: bool,
}

impl<'a> DateNews<'a> {
    /// The news in these milestones for somebody who was here before at this moment.
    #[must_use]
    pub fn of(milestones: &[&'a Milestone], last_visit: Option<Timestamp>, today: Date) -> Self {
        let open = milestones.iter().copied().filter(|milestone| milestone.reached_on.is_none()).collect::<Vec<_>>();
        let by_day = |mut found: Vec<&'a Milestone>| {
            found.sort_by_key(|milestone| (milestone.promised_on(), milestone.id));
            found
        };
        let (overdue, ahead): (Vec<_>, Vec<_>) = open.iter().copied().partition(|milestone| milestone.is_late(today));
        let next_ahead = by_day(ahead.clone()).first().copied();
        let (moved, others): (Vec<_>, Vec<_>) = ahead.into_iter().partition(|milestone| has_moved(milestone, last_visit));
        let next = by_day(open).first().copied();
        let (overdue, moved) = (by_day(overdue), by_day(moved));
        Self { overdue, moved, others: !others.is_empty(), next, ahead: next_ahead, any: !milestones.is_empty() }
    }
}

/// Whether the day that holds is another than the one that held then, or that was promised first.
fn has_moved(milestone: &Milestone, last_visit: Option<Timestamp>) -> bool {
    let before = match last_visit {
        None => milestone.promises.first(),
        Some(at) => milestone.promises.iter().rev().find(|promise| promise.promised_at <= at),
    };
    before.is_some_and(|before| Some(before.day) != milestone.promised_on())
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{person::Language, plan::Promise};
    use jiff::{SignedDuration, civil::date};

    const TODAY: Date = date(2026, 11, 29);

    fn at(days_ago: i64) -> Timestamp {
        "2026-11-29T10:00:00Z".parse::<Timestamp>().unwrap() - SignedDuration::from_hours(24 * days_ago)
    }

    fn milestone(promises: &[(Date, i64)], reached_on: Option<Date>) -> Milestone {
        let promise = |(day, days_ago): &(Date, i64)| Promise {
            day: *day,
            reason: String::new(),
            language: Language::En,
            promised_at: at(*days_ago),
        };
        Milestone {
            id: "01KCNS6G000000000000000001".parse().unwrap(),
            project: "01KCNS6G000000000000000002".parse().unwrap(),
            name: "Hall 3".to_owned(),
            promises: promises.iter().map(promise).collect(),
            reached_on,
            version: 1,
        }
    }

    /// How many are overdue, moved, and whether there are others.
    fn news(milestones: &[Milestone], last_visit: Option<Timestamp>) -> (usize, usize, bool) {
        let news = DateNews::of(&milestones.iter().collect::<Vec<_>>(), last_visit, TODAY);
        (news.overdue.len(), news.moved.len(), news.others)
    }

    #[test]
    fn what_is_overdue_is_not_told_as_moved_too() {
        let late = milestone(&[(date(2026, 11, 10), 40), (date(2026, 11, 24), 12)], None);
        assert_eq!(news(std::slice::from_ref(&late), None), (1, 0, false));
        let reached = milestone(&[(date(2026, 11, 10), 40)], Some(date(2026, 11, 24)));
        assert_eq!(news(&[late, reached], Some(at(20))), (1, 0, false));
    }

    #[test]
    fn a_date_moved_where_it_is_another_than_at_the_last_visit() {
        let moved = milestone(&[(date(2026, 12, 4), 40), (date(2026, 12, 10), 5)], None);
        assert_eq!(news(std::slice::from_ref(&moved), Some(at(9))), (0, 1, false));
        assert_eq!(news(std::slice::from_ref(&moved), Some(at(2))), (0, 0, true));
        assert_eq!(news(std::slice::from_ref(&moved), None), (0, 1, false));
    }

    #[test]
    fn a_date_that_came_back_has_not_moved() {
        let back = milestone(&[(date(2026, 12, 4), 40), (date(2026, 12, 10), 5), (date(2026, 12, 4), 3)], None);
        assert_eq!(news(std::slice::from_ref(&back), Some(at(9))), (0, 0, true));
        assert_eq!(news(std::slice::from_ref(&back), Some(at(4))), (0, 1, false));
    }

    #[test]
    fn what_was_promised_since_has_not_moved() {
        let fresh = milestone(&[(date(2026, 12, 4), 3)], None);
        assert_eq!(news(std::slice::from_ref(&fresh), Some(at(9))), (0, 0, true));
    }
}
