//! Words beside a line: where each begins and ends, and which of them have room.

use crate::parts::text_width;

/// The letters of a drawing, in rem (`--step--2`).
pub(super) const SIZE: f64 = 0.8125;
/// What is left free between two words, in rem.
pub(super) const GAP: f64 = 0.3;
/// The room on either side of a drawing that its words may use, in rem.
pub(super) const EDGE: f64 = 0.75;

/// Which part of a text is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub words: String,
    /// In percent.
    pub x: f64,
    pub anchor: Anchor,
    /// What it is moved by, in rem.
    pub dx: f64,
    /// Whether it is under the line instead of above it.
    pub low: bool,
    /// Whether it is shown only where there is more room than at least.
    pub roomy: bool,
}

/// Where something begins and ends, in rem from the left end of the drawing.
pub(super) type Stretch = (f64, f64);

impl Label {
    /// A text over its place, or beside it where it would leave the drawing.
    pub fn over(words: String, x: f64, width: f64) -> Self {
        let half = text_width::em(&words) * SIZE / 2.0;
        let at = x / 100.0 * width;
        let (anchor, dx) = if at - half < -EDGE {
            (Anchor::Start, -0.5)
        } else if at + half > width + EDGE {
            (Anchor::End, 0.5)
        } else {
            (Anchor::Middle, 0.0)
        };
        Self { words, x, anchor, dx, low: false, roomy: false }
    }

    /// Where it is in a drawing of this width.
    pub fn stretch(&self, width: f64) -> Stretch {
        let long = text_width::em(&self.words) * SIZE;
        let at = self.x / 100.0 * width + self.dx;
        match self.anchor {
            Anchor::Start => (at, at + long),
            Anchor::Middle => (at - long / 2.0, at + long / 2.0),
            Anchor::End => (at - long, at),
        }
    }
}

/// Whether two stretches are apart by the gap.
pub(super) fn are_apart(one: Stretch, other: Stretch) -> bool {
    one.1 + GAP <= other.0 || other.1 + GAP <= one.0
}

/// Takes of the texts, each with its place in percent and in the order of what matters, those that have room beside what
/// is taken: first at the least width, then those for which there is room only at the usual one.
pub(super) fn place(wanted: Vec<(String, f64)>, taken: impl Fn(f64) -> Vec<Stretch>, least: f64, roomy: f64) -> Vec<Label> {
    let mut placed = Vec::<Label>::new();
    let mut left = Vec::new();
    for (words, x) in wanted {
        let label = Label::over(words, x, least);
        if has_room(&label, &placed, &taken(least), least) { placed.push(label) } else { left.push((label.words, x)) }
    }
    for (words, x) in left {
        let label = Label { roomy: true, ..Label::over(words, x, roomy) };
        if has_room(&label, &placed, &taken(roomy), roomy) {
            placed.push(label);
        }
    }
    placed
}

fn has_room(label: &Label, placed: &[Label], taken: &[Stretch], width: f64) -> bool {
    let here = label.stretch(width);
    let inside = here.0 >= -EDGE && here.1 <= width + EDGE;
    inside && placed.iter().map(|other| other.stretch(width)).chain(taken.iter().copied()).all(|it| are_apart(here, it))
}
