//! One sentence about all dates of a plan: what is overdue, then what moved, then that the others hold.
//!
//! Up to two dates are named; where more would have to be, or the names are too long for two lines on a wide page, they are
//! counted.

use coplan_app::{
    parts::text_width,
    say,
    words::{Words, days_between},
};
use coplan_domain::plan::Milestone;
use coplan_usecases::plan::DateNews;
use jiff::civil::Date;

/// How wide the sentence may be, in em: two lines beside the request, less what breaking between words costs.
const WIDTH: f64 = 48.0;
/// How many dates are named.
const NAMED: usize = 2;

pub(super) fn of(words: &Words, dates: &DateNews<'_>, today: Date) -> String {
    let Some(next) = dates.next else {
        return if dates.any { say!(words, "project-all-reached") } else { say!(words, "project-no-promises") };
    };
    let (overdue, moved) = (&dates.overdue, &dates.moved);
    if overdue.is_empty() && moved.is_empty() {
        let day = next.promised_on().map(|day| words.day(day, today)).unwrap_or_default();
        let whole = say!(words, "overview-all-hold-next", name = next.name.clone(), day = day);
        return if fits(&whole) { whole } else { say!(words, "overview-all-hold") };
    }
    let rest = dates.others.then(|| say!(words, "overview-others-hold"));
    let told = |names_overdue: bool, names_moved: bool| {
        let late = parts(names_overdue, overdue, |it| overdue_by(words, it, today), |count| overdue_count(words, count));
        let later = parts(names_moved, moved, |it| moved_to(words, it, today), |count| moved_count(words, count));
        late.into_iter().chain(later).chain(rest.clone()).collect::<Vec<_>>().join(" ")
    };
    let ways = [(true, true), (true, false), (false, true)];
    let few = ways.into_iter().filter(|(names_overdue, names_moved)| {
        let named = |names: bool, of: &[&Milestone]| if names { of.len() } else { 0 };
        named(*names_overdue, overdue) + named(*names_moved, moved) <= NAMED
    });
    few.map(|(overdue, moved)| told(overdue, moved)).find(|sentence| fits(sentence)).unwrap_or_else(|| told(false, false))
}

fn fits(sentence: &str) -> bool {
    text_width::em(sentence) <= WIDTH
}

fn count(of: &[&Milestone]) -> i64 {
    i64::try_from(of.len()).unwrap_or(i64::MAX)
}

/// A sentence for each, or one that counts them; none where there are none.
fn parts(by_name: bool, of: &[&Milestone], named: impl Fn(&Milestone) -> String, counted: impl Fn(i64) -> String) -> Vec<String> {
    match of {
        [] => Vec::new(),
        of if by_name => of.iter().map(|milestone| named(milestone)).collect(),
        of => vec![counted(count(of))],
    }
}

fn overdue_by(words: &Words, milestone: &Milestone, today: Date) -> String {
    let days = milestone.promised_on().map_or(0, |day| days_between(day, today));
    say!(words, "overview-overdue", days = days, name = milestone.name.clone())
}

fn overdue_count(words: &Words, count: i64) -> String {
    say!(words, "overview-overdue-count", count = count)
}

fn moved_to(words: &Words, milestone: &Milestone, today: Date) -> String {
    let day = milestone.promised_on().map(|day| words.day(day, today)).unwrap_or_default();
    say!(words, "overview-moved", name = milestone.name.clone(), day = day)
}

fn moved_count(words: &Words, count: i64) -> String {
    say!(words, "overview-moved-count", count = count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{person::Language, plan::Promise};
    use jiff::{SignedDuration, Timestamp, ToSpan, civil::date};
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 29);

    /// Promised for these days from today on, one a day until yesterday; reached or not.
    fn milestone(name: &str, days: &[i32], reached: bool) -> Milestone {
        let now: Timestamp = "2026-11-28T10:00:00Z".parse().unwrap();
        let promise = |(place, ahead): (usize, &i32)| Promise {
            day: TODAY.saturating_add(ahead.days()),
            reason: String::new(),
            language: Language::En,
            promised_at: now - SignedDuration::from_hours(24 * i64::try_from(days.len() - place).unwrap()),
        };
        Milestone {
            id: "01KCNS6G000000000000000001".parse().unwrap(),
            project: "01KCNS6G000000000000000002".parse().unwrap(),
            name: name.to_owned(),
            promises: days.iter().enumerate().map(promise).collect(),
            reached_on: reached.then_some(TODAY),
            version: 1,
        }
    }

    fn said(language: Language, milestones: &[Milestone]) -> String {
        let dates = DateNews::of(&milestones.iter().collect::<Vec<_>>(), None, TODAY);
        of(&Words::new(language, "Europe/Helsinki"), &dates, TODAY)
    }

    #[test]
    fn what_moved_is_named_and_the_others_hold() {
        let plan = [milestone("Hall 3 on the new network", &[5, 11], false), milestone("Night shift trained", &[10], false)];
        assert_eq!(said(Language::En, &plan), "Hall 3 on the new network moved to 10 December. Every other date holds.");
        assert_eq!(said(Language::Fi, &plan), "Uusi päivä 10. joulukuuta: Hall 3 on the new network. Muut päivät pitävät.");
        assert_eq!(
            said(Language::Sv, &plan),
            "Hall 3 on the new network flyttades till den 10 december. Alla andra datum håller."
        );
    }

    #[test]
    fn what_is_overdue_comes_first() {
        let mut plan = vec![milestone("Hall C", &[12, 47], false), milestone("Alarms", &[-5], false)];
        assert_eq!(said(Language::En, &plan), "5 days overdue: Alarms. Hall C moved to 15 January 2027.");
        plan.extend([milestone("Doors", &[-1], false), milestone("Roof", &[90], false)]);
        assert_eq!(
            said(Language::En, &plan),
            "5 days overdue: Alarms. One day overdue: Doors. One date moved. Every other date holds."
        );
        plan.push(milestone("Gate", &[-2], false));
        assert_eq!(said(Language::En, &plan), "3 dates are overdue. Hall C moved to 15 January 2027. Every other date holds.");
    }

    #[test]
    fn where_all_hold_the_next_is_named() {
        let plan = [milestone("Night shift trained", &[10], false)];
        assert_eq!(said(Language::En, &plan), "Every date holds. Next: Night shift trained, 9 December.");
        assert_eq!(said(Language::Sv, &[]), Words::new(Language::Sv, "UTC").say("project-no-promises"));
        assert_eq!(
            said(Language::En, &[milestone("Doors", &[-1], true)]),
            Words::new(Language::En, "UTC").say("project-all-reached")
        );
    }

    fn any_milestone() -> impl Strategy<Value = Milestone> {
        ("[a-zA-Zåäö0-9 ]{1,80}", prop::collection::vec(-60_i32..200, 1..4), any::<bool>())
            .prop_map(|(name, days, reached)| milestone(&name, &days, reached))
    }

    proptest! {
        #[test]
        fn it_is_true_and_fits_in_two_lines(plan in prop::collection::vec(any_milestone(), 0..8)) {
            let dates = DateNews::of(&plan.iter().collect::<Vec<_>>(), None, TODAY);
            for language in [Language::En, Language::Fi, Language::Sv] {
                let words = Words::new(language, "Europe/Helsinki");
                let sentence = of(&words, &dates, TODAY);
                prop_assert!(fits(&sentence), "{sentence}");
                let quiet = dates.overdue.is_empty() && dates.moved.is_empty();
                prop_assert_eq!(sentence.ends_with(&say!(words, "overview-others-hold")), dates.others && !quiet, "{}", &sentence);
                prop_assert_eq!(sentence.starts_with(&say!(words, "overview-all-hold")), quiet && dates.next.is_some());
                for (milestones, counted) in [
                    (&dates.overdue, overdue_count(&words, count(&dates.overdue))),
                    (&dates.moved, moved_count(&words, count(&dates.moved))),
                ] {
                    let named = milestones.iter().all(|milestone| sentence.contains(&milestone.name));
                    prop_assert!(named || sentence.contains(&counted), "{sentence}");
                }
            }
        }
    }
}
