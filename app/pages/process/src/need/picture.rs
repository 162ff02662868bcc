//! A year in twelve columns, drawn on the server: a bar for each need, dashed where it came up outside the plan, marked with a
//! triangle where it clashes. Every bar leads to its line in the list, which says the same.

use super::months;
use coplan_app::{
    parts::{escaped::escaped, text_width::em},
    say,
    words::Words,
};
use coplan_domain::need::{Need, NeedKind, NeedMonth};
use coplan_usecases::need::YearPlanView;
use jiff::civil::Date;
use leptos::prelude::*;
use std::fmt::Write as _;

/// All in units that are pixels at the size that the picture has.
const MONTH: f64 = 58.0;
const WIDTH: f64 = 12.0 * MONTH;
const HEAD: f64 = 30.0;
const ROW: f64 = 38.0;
const BAR: f64 = 28.0;
const TEXT: f64 = 13.0;
const PAD: f64 = 8.0;

/// The picture.
pub(super) fn draw(words: &Words, view: &YearPlanView) -> AnyView {
    let count = u32::try_from(view.needs.len()).unwrap_or(u32::MAX);
    let height = HEAD + f64::from(count) * ROW + PAD;
    let mut svg = String::new();
    for (n, month) in (0_i8..).zip(NeedMonth::ALL) {
        let x = f64::from(n) * MONTH;
        let class = if n % 2 == 0 { "year-month" } else { "year-month even" };
        let name = words.short_month(Date::new(2000, month.number(), 1).unwrap_or_default());
        let _ = write!(
            svg,
            "<rect class='{class}' x='{x}' y='0' width='{MONTH}' height='{height}'/><text x='{}' y='19'>{}</text>",
            x + PAD,
            escaped(&name)
        );
    }
    let mut y = HEAD;
    for need in &view.needs {
        bar(&mut svg, words, view, need, y);
        y += ROW;
    }
    let label = say!(words, "need-picture", year = view.year.to_string());
    view! {
        <div class="year-pan" tabindex="0" role="group" aria-label=label>
            <svg width=WIDTH.to_string() height=height.to_string() inner_html=svg></svg>
        </div>
    }
    .into_any()
}

fn bar(svg: &mut String, words: &Words, view: &YearPlanView, need: &Need, y: f64) {
    let said = &need.said;
    let from = f64::from(said.first.number() - 1) * MONTH + 2.0;
    let width = f64::from(said.last.number() - said.first.number() + 1) * MONTH - 4.0;
    let is_clash = view.clashes_of(need.id).next().is_some();
    let is_sudden = said.kind == NeedKind::Sudden;
    let sign = if is_clash { "▲ " } else { "" };
    let name = format!("{sign}{}", said.what);
    let sudden = is_sudden.then(|| say!(words, "need-is-sudden"));
    let meets = is_clash.then(|| say!(words, "need-clashes"));
    let label = [Some(said.what.clone()), Some(months(words, (said.first, said.last))), sudden, meets];
    let label = escaped(&label.into_iter().flatten().collect::<Vec<_>>().join(", "));
    // What does not fit into its bar is written behind it, or before it at the end of the year.
    let long = em(&name) * TEXT;
    let (x, anchor) = if long + 2.0 * PAD <= width {
        (from + PAD, "start")
    } else if from + width + PAD + long <= WIDTH {
        (from + width + PAD, "start")
    } else if from - PAD >= long {
        (from - PAD, "end")
    } else {
        (PAD, "start")
    };
    let mut class = String::from("year-bar");
    for (holds, word) in [(is_sudden, " sudden"), (is_clash, " clash")] {
        class.push_str(if holds { word } else { "" });
    }
    let _ = write!(
        svg,
        "<a class='{class}' href='#need-{}' aria-label='{label}'><title>{label}</title><rect x='{from}' y='{y}' width='{width}' height='{BAR}' rx='6'/><text x='{x}' y='{}' text-anchor='{anchor}'>{}</text></a>",
        need.id,
        y + 19.0,
        escaped(&name)
    );
}
