//! The process as one picture, drawn on the server: two rows of teeth that meet in the phases, the customer's above, the
//! supplier's below. A tooth that is missing is dashed and says so, so that nothing hangs on colour. The list below it says
//! the same.

use super::list::relief;
use coplan_app::{
    http::context::RequestContext,
    parts::{escaped::escaped, text_width::em},
    say,
    words::Words,
};
use coplan_domain::process::{ConcernWait, Relief};
use coplan_usecases::phase::{PhaseView, ProcessView};
use leptos::prelude::*;
use std::fmt::Write as _;

/// All in units that are pixels at the size that the picture has.
const COLUMN: f64 = 232.0;
const HEIGHT: f64 = 296.0;
const GAP: f64 = 6.0;
const TOP: f64 = 6.0;
const SEAM: f64 = 132.0;
const TOOTH: f64 = 34.0;
const PAD: f64 = 12.0;
const TEXT: f64 = 13.0;

/// The sheet with the picture.
pub(super) fn sheet(context: &RequestContext, view: &ProcessView) -> AnyView {
    let words = &context.words;
    let mut svg = String::new();
    let mut x = 0.0;
    for (n, phase) in (1..).zip(&view.phases) {
        column(&mut svg, words, view, (x, n), phase);
        x += COLUMN;
    }
    let count = i64::try_from(view.phases.len()).unwrap_or(i64::MAX);
    let (customer, supplier) = (view.layout.name.clone(), context.supplier.clone());
    let label = say!(words, "process-picture", n = count, customer = customer.clone(), supplier = supplier.clone());
    let legend = say!(words, "process-legend", customer = customer, supplier = supplier);
    view! {
        <section class="sheet" aria-labelledby="h-picture">
            <h2 class="unseen" id="h-picture">{say!(words, "process-at-a-glance")}</h2>
            <div class="zip" tabindex="0" role="group" aria-label=say!(words, "process-at-a-glance")>
                <svg width=x.to_string() height=HEIGHT.to_string() role="img" aria-label=label inner_html=svg></svg>
            </div>
            <p class="quiet">{legend}</p>
        </section>
    }
    .into_any()
}

fn column(svg: &mut String, words: &Words, view: &ProcessView, (x, n): (f64, usize), it: &PhaseView) {
    let (terms, people) = (&it.phase.terms, &it.phase.people);
    let (left, right) = (x + GAP / 2.0, x + COLUMN - GAP / 2.0);
    let (has_goal, has_part) = (!terms.goal.is_empty(), !terms.supplier_part.is_empty());
    let top = SEAM + TOOTH;
    let above = format!(
        "M{left} {TOP}H{right}V{SEAM}H{}L{} {top}H{}L{} {SEAM}H{left}Z",
        right - 20.0,
        right - 32.0,
        left + 32.0,
        left + 20.0
    );
    let (seam, low) = (SEAM + GAP, SEAM + TOOTH + GAP);
    let bottom = HEIGHT - TOP;
    let below = format!(
        "M{left} {seam}H{}L{} {low}H{}L{} {seam}H{right}V{bottom}H{left}Z",
        left + 16.0,
        left + 28.0,
        right - 28.0,
        right - 16.0
    );
    let gone = if terms.relief == Relief::Unnecessary { " gone" } else { "" };
    let class = |has: bool, own: &str| if has { format!("tooth {own}{gone}") } else { format!("tooth gap{gone}") };
    let _ = write!(
        svg,
        "<path class='{}' d='{above}'/><path class='{}' d='{below}'/>",
        class(has_goal, "theirs"),
        class(has_part, "ours")
    );
    let width = (COLUMN - 2.0 * PAD) / TEXT;
    let open = view.concerns.iter().filter(|it| it.waits != ConcernWait::Nobody);
    let open = open.filter(|concern| concern.phase == it.phase.id).count();
    text(svg, "number", (left + PAD, 28.0), "start", &n.to_string());
    if open > 0 {
        let said = say!(words, "process-concerns", n = i64::try_from(open).unwrap_or(i64::MAX));
        text(svg, "flag", (right - PAD, 28.0), "end", &format!("▲ {said}"));
    }
    let nobody = say!(words, "phase-nobody");
    let lines = |svg: &mut String, from: f64, said: &str| {
        let said = if said.is_empty() { say!(words, "phase-not-said") } else { said.to_owned() };
        let mut y = from;
        for line in wrap(&said, width, 3) {
            text(svg, "said", (left + PAD, y), "start", &line);
            y += 18.0;
        }
    };
    lines(svg, 50.0, &terms.goal);
    let who = |name: &Option<String>| name.clone().unwrap_or_else(|| nobody.clone());
    text(svg, "who", (left + PAD, SEAM - 14.0), "start", &first(&wrap(&who(&people.owner), width, 1)));
    let name = wrap(&terms.name, (COLUMN - 80.0) / 15.0, 1);
    text(svg, "phase-label", (x + COLUMN / 2.0, SEAM + 18.0), "middle", &first(&name));
    lines(svg, low + 24.0, &terms.supplier_part);
    text(svg, "who", (left + PAD, low + 82.0), "start", &first(&wrap(&who(&people.staff), width, 1)));
    if let Some(relief) = relief(words, terms, view.today) {
        text(svg, "flag", (left + PAD, low + 104.0), "start", &first(&wrap(&format!("◂ {relief}"), width, 1)));
    }
}

fn first(lines: &[String]) -> String {
    lines.first().cloned().unwrap_or_default()
}

fn text(svg: &mut String, class: &str, (x, y): (f64, f64), anchor: &str, words: &str) {
    let words = escaped(words);
    let _ = write!(svg, "<text class='{class}' x='{x}' y='{y}' text-anchor='{anchor}'>{words}</text>");
}

/// A text in at most so many lines of a width in em; what does not fit is left out, and the last line says so.
fn wrap(said: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in said.split_whitespace() {
        match lines.last_mut() {
            Some(line) if em(line) + em(" ") + em(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let is_cut = lines.len() > most;
    lines.truncate(most);
    for line in &mut lines {
        if em(line) > width {
            shorten(line, width);
        }
    }
    if is_cut && let Some(last) = lines.last_mut().filter(|last| !last.ends_with('…')) {
        last.push_str(" …");
        if em(last) > width {
            shorten(last, width);
        }
    }
    lines
}

/// Cuts a line so that it fits with a sign that something is missing.
fn shorten(line: &mut String, width: f64) {
    while em(line) + em("…") > width && line.pop().is_some() {}
    line.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_it_does_not_fit_and_says_so() {
        assert_eq!(wrap("No line stands", 20.0, 3), ["No line stands"]);
        let lines = wrap("No production line stands longer than twenty minutes at any time of the day", 12.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| em(line) <= 12.0) && lines[2].ends_with('…'), "{lines:?}");
        assert!(wrap("Tuotantolinjojenkäynnissäpito", 6.0, 1)[0].ends_with('…'));
    }
}
