//! The road: promised days of several projects on one axis of time, drawn on the server.
//!
//! Two drawings of everything are sent: a quarter around today for a narrow page, all of it for a wide one; the style
//! sheet shows one. Along the axis places are in percent, across it in rem, so that the drawing grows with its page and
//! with the text. Drawings are hidden from who listens to the page: flags and the list of dates say the same in words.

mod axis;
mod draw;
mod flag;
mod label;
mod line;
mod svg;
#[cfg(test)]
mod tests;
mod window;

pub use draw::{axis_row, background, symbols, track};
pub use flag::Flag;
pub use window::Windows;

use jiff::civil::Date;

/// A day that was promised or reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The day on which it was reached, or for which it is promised now.
    pub day: Date,
    /// Whether it was reached.
    pub reached: bool,
    /// The days it was promised for before, oldest first.
    pub moved_from: Vec<Date>,
}

/// The line of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// The class of its status: `on-track`, `at-risk`, `late`, `done` or `to-come`.
    pub class: &'static str,
    /// Since when it is under way.
    pub begun: Option<Date>,
    /// In the order of their days.
    pub stops: Vec<Stop>,
}

impl Leg {
    /// The stop that people wait for: not reached, with the earliest day.
    #[must_use]
    pub fn next(&self) -> Option<&Stop> {
        self.stops.iter().filter(|stop| !stop.reached).min_by_key(|stop| stop.day)
    }

    /// Whether this is the one.
    fn is_next(&self, stop: &Stop) -> bool {
        self.next().is_some_and(|next| std::ptr::eq(next, stop))
    }

    /// The class of the next stop: overdue it is late, whatever the status says.
    fn next_class(&self, today: Date) -> &'static str {
        if self.next().is_some_and(|next| next.day < today) { "late" } else { self.class }
    }
}
