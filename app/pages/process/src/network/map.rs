//! The map of who knows whom, drawn on the server: the customer's people on the left, the supplier's on the right, a line for
//! each two. How often is the width of the line, and that it is long ago its dashes, so that nothing hangs on colour. The
//! table below it says the same.

use super::{ago, name_of};
use coplan_app::{
    http::context::RequestContext,
    parts::{escaped::escaped, text_width::em},
    say,
};
use coplan_domain::{
    id::PersonId,
    network::{Closeness, Tie},
};
use coplan_usecases::network::{NetworkView, Node};
use leptos::prelude::*;
use std::fmt::Write as _;

/// All in units that are pixels at the size that the picture has.
const WIDTH: f64 = 640.0;
const ROW: f64 = 52.0;
const TOP: f64 = 40.0;
const LEFT: f64 = 212.0;
const RIGHT: f64 = 428.0;
const GAP: f64 = 14.0;
const TEXT: f64 = 14.0;

/// The sheet with the map.
pub(super) fn sheet(context: &RequestContext, view: &NetworkView) -> AnyView {
    let words = &context.words;
    let (members, staff) = (&view.members, ordered(view));
    let rows = u32::try_from(members.len().max(staff.len())).unwrap_or(u32::MAX);
    let height = TOP + f64::from(rows) * ROW;
    let mut svg = String::new();
    text(&mut svg, "side", (LEFT - GAP, 16.0), "end", &view.layout.name);
    text(&mut svg, "side", (RIGHT + GAP, 16.0), "start", &context.supplier);
    // What is old lies below what is not.
    let mut ties = view.ties.iter().collect::<Vec<_>>();
    ties.sort_by_key(|tie| tie.closeness());
    for tie in ties {
        let (from, to) = (place(members, tie.member, rows), place(&staff, tie.staff, rows));
        let said = say!(
            words,
            "network-line",
            member = name_of(members, tie.member),
            staff = name_of(&staff, tie.staff),
            ago = ago(words, tie.last, view.today)
        );
        line(&mut svg, tie, (from, to), &said);
    }
    for (people, x, anchor) in [(members, LEFT, "end"), (&staff, RIGHT, "start")] {
        for node in people {
            let y = place(people, node.id, rows);
            let _ = write!(svg, "<circle cx='{x}' cy='{y}' r='6'/>");
            let x = if anchor == "end" { x - GAP } else { x + GAP };
            text(&mut svg, "name", (x, y - 2.0), anchor, &node.name);
            text(&mut svg, "title", (x, y + 14.0), anchor, &node.title);
        }
    }
    let count = i64::try_from(view.ties.len()).unwrap_or(i64::MAX);
    let label = say!(words, "network-picture", n = count);
    view! {
        <section class="sheet" aria-labelledby="h-map">
            <h2 id="h-map">{say!(words, "network-map")}</h2>
            <div class="network" tabindex="0" role="group" aria-label=say!(words, "network-map")>
                <svg width=WIDTH.to_string() height=height.to_string() role="img" aria-label=label inner_html=svg></svg>
            </div>
            <p class="quiet">{say!(words, "network-legend")}</p>
        </section>
    }
    .into_any()
}

/// The supplier's people so that lines cross little: each about where those are whom it knows.
fn ordered(view: &NetworkView) -> Vec<Node> {
    let mut staff = view.staff.clone();
    let middle = |node: &Node| {
        let known = view.ties.iter().filter(|tie| tie.staff == node.id);
        let places = known.filter_map(|tie| view.members.iter().position(|member| member.id == tie.member)).collect::<Vec<_>>();
        // In hundredths, so that it can be compared; whoever knows nobody is last.
        if places.is_empty() { usize::MAX } else { places.iter().sum::<usize>() * 100 / places.len() }
    };
    staff.sort_by_cached_key(middle);
    staff
}

/// How far down a person is: the shorter side is spread over the height of the longer one.
fn place(people: &[Node], id: PersonId, rows: u32) -> f64 {
    let at = people.iter().position(|node| node.id == id).and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
    let step = f64::from(rows) * ROW / f64::from(u32::try_from(people.len().max(1)).unwrap_or(1));
    TOP + (f64::from(at) + 0.5) * step
}

fn line(svg: &mut String, tie: &Tie, (from, to): (f64, f64), said: &str) {
    let (class, width) = match tie.closeness() {
        Closeness::Past => ("tie past", 1.5),
        Closeness::Some => ("tie", 2.5),
        Closeness::Close => ("tie", 6.0),
    };
    let (near, far) = (LEFT + 80.0, RIGHT - 80.0);
    let _ = write!(
        svg,
        "<path class='{class}' stroke-width='{width}' d='M{LEFT} {from}C{near} {from} {far} {to} {RIGHT} {to}'><title>{}</title></path>",
        escaped(said)
    );
}

fn text(svg: &mut String, class: &str, (x, y): (f64, f64), anchor: &str, words: &str) {
    let words = escaped(&fitting(words));
    let _ = write!(svg, "<text class='{class}' x='{x}' y='{y}' text-anchor='{anchor}'>{words}</text>");
}

/// As much of the words as has room beside the lines.
fn fitting(words: &str) -> String {
    let room = (LEFT - GAP) / TEXT;
    if em(words) <= room {
        return words.to_owned();
    }
    let mut width = em("…");
    let fits = |letter: &char| {
        width += em(letter.encode_utf8(&mut [0; 4]));
        width <= room
    };
    let short: String = words.chars().take_while(fits).collect();
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_ends_in_dots_and_letters_of_markup_are_none() {
        assert_eq!(fitting("Buyer"), "Buyer");
        let long = fitting("Director of everything that has to do with purchasing");
        assert!(long.ends_with('…') && em(&long) <= (LEFT - GAP) / TEXT + 1.0, "{long}");
        assert_eq!(escaped("<b>'&'</b>"), "&lt;b&gt;&#39;&amp;&#39;&lt;/b&gt;");
    }

    #[test]
    fn the_shorter_side_is_spread_over_the_height_of_the_longer() {
        let node = |n: u128| Node { id: PersonId(ulid::Ulid::from(n)), name: String::new(), title: String::new() };
        let (one, two) = ([node(1)], [node(1), node(2)]);
        assert!((place(&one, one[0].id, 2) - (TOP + ROW)).abs() < 0.01);
        assert!((place(&two, two[0].id, 2) - (TOP + ROW / 2.0)).abs() < 0.01);
    }
}
