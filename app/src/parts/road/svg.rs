//! Writes the elements of a drawing. Names of classes and symbols are the code's own; words are escaped.

use super::label::{Anchor, Label};
use crate::parts::escaped::escaped;
use std::fmt::Write as _;

/// The content of an `svg` element.
#[derive(Default)]
pub(super) struct Svg(String);

impl Svg {
    pub fn into_html(self) -> String {
        self.0
    }

    /// Something along the axis, at this height.
    pub fn along(&mut self, class: &str, (from, to): (f64, f64), y: &str) {
        let _ = write!(self.0, "<line class='{class}' x1='{from:.1}%' y1='{y}' x2='{to:.1}%' y2='{y}'/>");
    }

    /// Something across the axis.
    pub fn across(&mut self, class: &str, x: f64, (from, to): (&str, &str)) {
        let _ = write!(self.0, "<line class='{class}' x1='{x:.1}%' y1='{from}' x2='{x:.1}%' y2='{to}'/>");
    }

    /// A symbol with its middle here.
    pub fn mark(&mut self, class: &str, symbol: &str, x: f64, y: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class='{class}'") };
        let _ = write!(self.0, "<use{class} href='#s-{symbol}' x='{x:.1}%' y='{y}' width='1rem' height='1rem'/>");
    }

    /// The arc of a promise that moved.
    pub fn arc(&mut self, (from, to): (f64, f64)) {
        let (x, width) = (from.min(to), (from - to).abs());
        let path = if from < to { "M0 112C6 -28 82 -34 100 34" } else { "M100 112C94 -28 18 -34 0 34" };
        let _ = write!(
            self.0,
            "<svg x='{x:.1}%' y='.45rem' width='{width:.1}%' height='.85rem' viewBox='0 0 100 100' preserveAspectRatio='none' overflow='visible'><path class='slip' d='{path}' vector-effect='non-scaling-stroke'/></svg>"
        );
    }

    /// Words with their baseline here.
    pub fn text(&mut self, class: &str, label: &Label, y: &str) {
        let dx = if label.dx == 0.0 { String::new() } else { format!(r#" dx="{}rem""#, label.dx) };
        let words = escaped(&label.words);
        let anchor = match label.anchor {
            Anchor::Start => " from",
            Anchor::Middle => "",
            Anchor::End => " to",
        };
        let roomy = if label.roomy { " roomy" } else { "" };
        let _ = write!(self.0, "<text class='{class}{anchor}{roomy}' x='{:.1}%' y='{y}'{dx}>{words}</text>", label.x);
    }

    /// A word in a pill of this width in rem, around its place.
    pub fn pill(&mut self, words: &str, x: f64, width: f64) {
        let (left, words) = (-width / 2.0, escaped(words));
        let _ = write!(
            self.0,
            "<svg x='{x:.1}%' y='2.05rem' overflow='visible'><rect class='pill' x='{left:.2}rem' y='-.68rem' width='{width:.2}rem' height='1.36rem' rx='.68rem'/><text class='pill-word' y='.28rem'>{words}</text></svg>"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped() {
        let mut svg = Svg::default();
        svg.text("day", &Label::over("<b>&".to_owned(), 50.0, 20.0), "1rem");
        assert_eq!(svg.into_html(), "<text class='day' x='50.0%' y='1rem'>&lt;b&gt;&amp;</text>");
    }
}
