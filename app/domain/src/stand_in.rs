//! Who has a matter on a day when the one responsible is away: the stand-in, or the stand-in's own.

use crate::{id::PersonId, person::Absence};
use jiff::civil::Date;
use std::collections::BTreeSet;

words! {
    /// What somebody says to being named as a stand-in.
    StandInAnswer {
        /// Yes.
        Accepted = "accepted",
        /// No; it stays the stand-in until another is chosen.
        Declined = "declined",
    }
}

/// The absence that covers this day.
#[must_use]
pub fn absence_on(staff: PersonId, day: Date, absences: &[Absence]) -> Option<&Absence> {
    absences.iter().find(|a| a.staff == staff && a.first_day <= day && day <= a.last_day)
}

/// The absence that is on or comes next, seen from this day.
#[must_use]
pub fn next_absence(staff: PersonId, day: Date, absences: &[Absence]) -> Option<&Absence> {
    absences.iter().filter(|a| a.staff == staff && day <= a.last_day).min_by_key(|a| a.first_day)
}

/// Who has on this day what `staff` is responsible for. Where stand-ins are away too and lead back to somebody
/// asked before, the last one reached keeps it: somebody always has it.
#[must_use]
pub fn on_duty(staff: PersonId, day: Date, absences: &[Absence]) -> PersonId {
    let mut asked = vec![staff];
    let mut now = staff;
    while let Some(absence) = absence_on(now, day, absences) {
        if asked.contains(&absence.stand_in) {
            break;
        }
        now = absence.stand_in;
        asked.push(now);
    }
    now
}

/// Days in a row on which somebody stood in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandInDays {
    /// Who.
    pub person: PersonId,
    /// The first day.
    pub first_day: Date,
    /// The last day.
    pub last_day: Date,
}

/// Who stood in from one day to another, both included, for what `staff` is responsible for; oldest first.
#[must_use]
pub fn stood_in(staff: PersonId, first_day: Date, last_day: Date, absences: &[Absence]) -> Vec<StandInDays> {
    // Who is on duty changes only where an absence begins, or on the day after it ends.
    let turns = absences.iter().flat_map(|a| [Some(a.first_day), a.last_day.tomorrow().ok()]).flatten();
    let turns = turns.filter(|day| first_day < *day && *day <= last_day).chain([first_day]).collect::<BTreeSet<_>>();
    let ends = turns.iter().skip(1).filter_map(|day| day.yesterday().ok()).chain([last_day]);
    let mut found: Vec<StandInDays> = Vec::new();
    for (&from, until) in turns.iter().zip(ends).filter(|(from, until)| *from <= until) {
        let person = on_duty(staff, from, absences);
        match found.last_mut() {
            Some(last) if last.person == person && from.yesterday().ok() == Some(last.last_day) => last.last_day = until,
            _ if person != staff => found.push(StandInDays { person, first_day: from, last_day: until }),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::AbsenceId;
    use jiff::civil::date;
    use ulid::Ulid;

    fn person(n: u128) -> PersonId {
        PersonId(Ulid::from_parts(0, n))
    }

    fn away(staff: u128, first: i8, last: i8, stand_in: u128) -> Absence {
        Absence {
            id: AbsenceId(Ulid::from_parts(0, staff)),
            staff: person(staff),
            first_day: date(2026, 12, first),
            last_day: date(2026, 12, last),
            stand_in: person(stand_in),
        }
    }

    #[test]
    fn the_first_and_the_last_day_belong_to_the_absence() {
        let absences = [away(1, 22, 28, 2)];
        let on = |day| on_duty(person(1), date(2026, 12, day), &absences);
        assert_eq!([on(21), on(22), on(28), on(29)], [person(1), person(2), person(2), person(1)]);
    }

    #[test]
    fn a_stand_in_who_is_away_too_passes_it_on() {
        let absences = [away(1, 1, 9, 2), away(2, 5, 6, 3)];
        let on = |day| on_duty(person(1), date(2026, 12, day), &absences);
        assert_eq!([on(4), on(5), on(7)], [person(2), person(3), person(2)]);
    }

    #[test]
    fn a_circle_of_stand_ins_ends_with_the_last_one() {
        let absences = [away(1, 1, 9, 2), away(2, 1, 9, 3), away(3, 1, 9, 1)];
        assert_eq!(on_duty(person(1), date(2026, 12, 5), &absences), person(3));
    }

    #[test]
    fn who_stood_in_is_told_day_by_day_without_the_days_before_and_after() {
        let absences = [away(1, 5, 20, 2), away(2, 10, 12, 3)];
        let told = |first, last| {
            let days = stood_in(person(1), date(2026, 12, first), date(2026, 12, last), &absences);
            days.into_iter().map(|d| (d.person, d.first_day.day(), d.last_day.day())).collect::<Vec<_>>()
        };
        assert_eq!(told(1, 31), [(person(2), 5, 9), (person(3), 10, 12), (person(2), 13, 20)]);
        assert_eq!(told(11, 14), [(person(3), 11, 12), (person(2), 13, 14)]);
        assert_eq!(told(21, 31), []);
        assert_eq!(told(6, 6), [(person(2), 6, 6)]);
    }

    #[test]
    fn absences_without_a_day_between_them_are_one_time_of_the_same_stand_in() {
        let absences = [away(1, 5, 9, 2), away(1, 10, 12, 2)];
        let days = stood_in(person(1), date(2026, 12, 1), date(2026, 12, 31), &absences);
        assert_eq!(days, [StandInDays { person: person(2), first_day: date(2026, 12, 5), last_day: date(2026, 12, 12) }]);
    }

    #[test]
    fn the_next_absence_is_the_earliest_that_is_not_over() {
        let absences = [away(1, 20, 21, 2), away(1, 10, 11, 2), away(1, 1, 2, 2)];
        let next = next_absence(person(1), date(2026, 12, 3), &absences).map(|a| a.first_day);
        assert_eq!(next, Some(date(2026, 12, 10)));
    }
}
