//! The stretch of time that a drawing shows, and where a day is in it.

use super::Leg;
use jiff::{Span, ToSpan, civil::Date};

/// The two stretches of a road.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Windows {
    /// Today.
    pub today: Date,
    /// From 4 weeks before today to 9 weeks after it.
    pub(super) narrow: Window,
    /// Whole months around everything there is, at most from 12 weeks before today to 26 weeks after it.
    pub(super) wide: Window,
}

/// A stretch of time as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Window {
    /// The class of its drawings.
    pub class: &'static str,
    /// Its first day, at 0 percent.
    pub from: Date,
    /// Its last day, at 100 percent.
    pub to: Date,
    /// The least width at which its words are shown, in rem. The style sheet hides them below.
    pub least: f64,
    /// The width from which on the words of class `roomy` are shown too, in rem.
    pub roomy: f64,
}

impl Windows {
    /// The stretches that show these lines.
    #[must_use]
    pub fn of(legs: &[Leg], today: Date) -> Self {
        let at = |span: Span| today.saturating_add(span);
        let (from, to) = (at(-4.weeks()), at(9.weeks()));
        let narrow = Window { class: "narrow", from, to, least: 16.5, roomy: 20.6 };
        let days = legs.iter().flat_map(|leg| {
            let stops = leg.stops.iter().flat_map(|stop| stop.moved_from.iter().chain([&stop.day]));
            stops.chain(leg.begun.as_ref()).copied()
        });
        let (first, last) = days.fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
        let (from, to) = if first == last { (from, to) } else { (first.max(at(-12.weeks())), last.min(at(26.weeks()))) };
        let wide = Window {
            class: "wide",
            from: from.first_of_month(),
            to: to.max(from.saturating_add(8.weeks())).last_of_month(),
            least: 33.4,
            roomy: 38.0,
        };
        Self { today, narrow, wide }
    }
}

impl Window {
    /// Where a day is, in percent; outside of 0 to 100 where it is outside.
    pub fn x(&self, day: Date) -> f64 {
        days(self.from, day) / days(self.from, self.to).max(1.0) * 100.0
    }

    pub fn holds(&self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The part of a stretch that is inside, in percent; none where nothing of it is.
    pub fn part(&self, from: Date, to: Date) -> Option<(f64, f64)> {
        let (from, to) = (from.max(self.from), to.min(self.to));
        (from < to).then(|| (self.x(from), self.x(to)))
    }

    /// The first day, and the first day of every month after it.
    pub fn months(&self) -> Vec<Date> {
        let begin = self.from.first_of_month();
        let later = (1..).map_while(|n: i32| begin.checked_add(n.months()).ok().filter(|day| *day <= self.to));
        std::iter::once(self.from).chain(later).collect()
    }
}

fn days(from: Date, to: Date) -> f64 {
    f64::from(from.until(to).map_or(0, |span| span.get_days()))
}
