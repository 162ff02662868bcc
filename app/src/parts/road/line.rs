//! One line of the road: what is gone, what is ahead, the stops, and the days beside them.

use super::{
    Leg, Stop,
    label::{self, Anchor, EDGE, Label, Stretch},
    window::Window,
};
use crate::{say, words::Words};
use jiff::civil::Date;

/// How much room a flag wants at its right, in rem.
const FLAG: f64 = 10.3;
/// How many earlier days of one stop are drawn at most, the latest.
const MOVES: usize = 4;

/// Where the words about the next stop are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FlagPlace {
    /// The stop, in percent; the edge where the stop is outside.
    pub x: f64,
    /// Whether the words are at its left.
    pub flipped: bool,
    /// Whether the stop itself is outside.
    pub out: bool,
}

/// A promise that moved: from where to where, in percent.
pub(super) type Move = (f64, f64);

/// A line with everything at its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub gone: Option<Move>,
    /// Where it began, where that is inside.
    pub start: Option<f64>,
    /// From an overdue stop to today.
    pub over: Option<Move>,
    pub ahead: Option<Move>,
    /// Whether it goes on behind the right end.
    pub goes_on: bool,
    pub reached: Vec<f64>,
    pub coming: Vec<f64>,
    pub next: Option<f64>,
    /// Earlier promised days.
    pub ghosts: Vec<f64>,
    pub moves: Vec<Move>,
    /// Where the last move of a stop leads.
    pub tips: Vec<f64>,
    pub labels: Vec<Label>,
    pub flag: Option<FlagPlace>,
}

impl Line {
    pub fn of(words: &Words, leg: &Leg, window: &Window, today: Date) -> Self {
        let inside = || leg.stops.iter().filter(|stop| window.holds(stop.day));
        let xs = |fits: &dyn Fn(&Stop) -> bool| inside().filter(|stop| fits(stop)).map(|stop| window.x(stop.day)).collect();
        let flag = leg.next().map(|next| flag(next, window));
        let (ghosts, moves, tips) = moved(leg, window);
        let (begun, end) = stretch_gone(leg, today);
        let gone = begun.and_then(|begun| window.part(begun, end));
        let over = leg.next().filter(|next| next.day < today).and_then(|next| window.part(next.day, today));
        let last = leg.stops.iter().filter(|stop| !stop.reached).map(|stop| stop.day).max();
        let mut line = Self {
            gone,
            start: begun.filter(|day| gone.is_some() && window.holds(*day)).map(|day| window.x(day)),
            over,
            ahead: last.and_then(|last| window.part(today, last)),
            goes_on: last.is_some_and(|last| last > window.to),
            reached: xs(&|stop| stop.reached),
            coming: xs(&|stop| !stop.reached && !leg.is_next(stop)),
            next: leg.next().filter(|next| window.holds(next.day)).map(|next| window.x(next.day)),
            ghosts,
            moves,
            tips,
            labels: Vec::new(),
            flag,
        };
        line.labels = line.labels(words, leg, window);
        line
    }

    /// The chips that count what is outside, then days: of the last stop, of others to come, of what was reached last.
    fn labels(&self, words: &Words, leg: &Leg, window: &Window) -> Vec<Label> {
        let chips = chips(words, leg, window, self.flag);
        let taken = |width: f64| -> Vec<Stretch> {
            let above = chips.iter().filter(|chip| !chip.low).map(|chip| chip.stretch(width));
            let arcs = self.moves.iter().map(|(from, to)| (from.min(*to) / 100.0 * width, from.max(*to) / 100.0 * width));
            above.chain(arcs).collect()
        };
        let inside = |stop: &&Stop| window.holds(stop.day) && !leg.is_next(stop);
        let coming = leg.stops.iter().filter(inside).filter(|stop| !stop.reached);
        let mut order = coming.collect::<Vec<_>>();
        order.sort_by_key(|stop| stop.day);
        if let Some(last) = order.pop() {
            order.insert(0, last);
        }
        let mut reached = leg.stops.iter().filter(inside).filter(|stop| stop.reached).collect::<Vec<_>>();
        reached.sort_by_key(|stop| std::cmp::Reverse(stop.day));
        let wanted = order.into_iter().chain(reached).map(|stop| (words.short_day(stop.day), window.x(stop.day)));
        let days = label::place(wanted.collect(), taken, window.least, window.roomy);
        chips.into_iter().chain(days).collect()
    }

    /// Whether something is said under the line.
    pub fn is_low(&self) -> bool {
        self.labels.iter().any(|label| label.low)
    }
}

/// Since when it is under way, where it has begun, and until when the line is drawn full.
fn stretch_gone(leg: &Leg, today: Date) -> (Option<Date>, Date) {
    let begun = leg.class != "to-come" || leg.stops.iter().any(|stop| stop.reached);
    let first = leg.stops.iter().map(|stop| stop.day).min();
    let from = leg.begun.into_iter().chain(first).min().filter(|_| begun);
    let end = match leg.next() {
        None => leg.stops.iter().map(|stop| stop.day).max().unwrap_or(today),
        Some(next) => next.day.min(today),
    };
    (from, end)
}

fn flag(next: &Stop, window: &Window) -> FlagPlace {
    if next.day > window.to {
        return FlagPlace { x: 100.0, flipped: true, out: true };
    }
    if next.day < window.from {
        return FlagPlace { x: 0.0, flipped: false, out: true };
    }
    let x = window.x(next.day);
    FlagPlace { x, flipped: x > 50.0 && (100.0 - x) / 100.0 * window.least < FLAG, out: false }
}

/// How many stops are outside. Earlier ones are counted under the line where no flag is there, later ones above it.
fn chips(words: &Words, leg: &Leg, window: &Window, flag: Option<FlagPlace>) -> Vec<Label> {
    let count = |fits: &dyn Fn(Date) -> bool| i64::try_from(leg.stops.iter().filter(|stop| fits(stop.day)).count()).unwrap_or(0);
    let (earlier, later) = (count(&|day| day < window.from), count(&|day| day > window.to));
    let mut chips = Vec::new();
    if earlier > 0 {
        let words = say!(words, "road-earlier", count = earlier);
        let mut chip = Label { words, x: 0.0, anchor: Anchor::Start, dx: -EDGE, low: false, roomy: false };
        let end = chip.stretch(window.least).1;
        chip.low = flag.is_none_or(|flag| !flag.flipped && end + label::GAP < flag.x / 100.0 * window.least);
        chips.push(chip);
    }
    if later > 0 {
        let words = say!(words, "road-later", count = later);
        chips.push(Label { words, x: 100.0, anchor: Anchor::End, dx: EDGE, low: false, roomy: false });
    }
    chips
}

/// Earlier promised days of what is not reached, and how each moved; what is outside is left to words.
fn moved(leg: &Leg, window: &Window) -> (Vec<f64>, Vec<Move>, Vec<f64>) {
    let (mut ghosts, mut moves, mut tips) = (Vec::new(), Vec::new(), Vec::new());
    for stop in leg.stops.iter().filter(|stop| !stop.reached) {
        let mut days = stop.moved_from[stop.moved_from.len().saturating_sub(MOVES)..].to_vec();
        days.push(stop.day);
        days.dedup();
        for pair in days.windows(2) {
            let [from, to] = *pair else { continue };
            if window.holds(from) && from != stop.day {
                ghosts.push(window.x(from));
            }
            if window.holds(from) && window.holds(to) {
                moves.push((window.x(from), window.x(to)));
                tips.extend((to == stop.day).then(|| window.x(to)));
            }
        }
    }
    (ghosts, moves, tips)
}
