//! The drawings of the road: the axis over all lines, the lines behind them, and each project's own.

use super::{
    Flag, Leg, axis, flag,
    label::SIZE,
    line::Line,
    svg::Svg,
    window::{Window, Windows},
};
use crate::{parts::text_width, say, words::Words};
use leptos::prelude::*;

/// Where a line is.
const Y: &str = "1.75rem";
/// Where the words over a line are.
const ABOVE: &str = ".8rem";
/// The width from which on the narrow drawing has the names of its months in full, in rem. Below, its days are not shown.
const NARROWEST: f64 = 8.5;

/// The months, and today.
#[must_use]
pub fn axis_row(words: &Words, windows: &Windows) -> AnyView {
    let narrow = {
        let mut svg = ticks(&windows.narrow, "0");
        for (class, width) in [("month long", windows.narrow.least), ("month brief", NARROWEST)] {
            for label in axis::months(words, &windows.narrow, width) {
                svg.text(class, &label, "1rem");
            }
        }
        today(svg, words, windows, &windows.narrow)
    };
    let wide = {
        let mut svg = ticks(&windows.wide, "0");
        for label in axis::months(words, &windows.wide, windows.wide.least) {
            svg.text("month", &label, "1rem");
        }
        today(svg, words, windows, &windows.wide)
    };
    view! {
        <div class="axis-row">
            <svg class="axis wide" aria-hidden="true" inner_html=wide></svg>
            <svg class="axis narrow" aria-hidden="true" inner_html=narrow></svg>
        </div>
    }
    .into_any()
}

fn today(mut svg: Svg, words: &Words, windows: &Windows, window: &Window) -> String {
    let (x, word) = (window.x(windows.today), say!(words, "label-today"));
    svg.across("pin", x, ("2.05rem", "100%"));
    svg.pill(&word, x, text_width::em(&word) * SIZE + 1.0);
    svg.into_html()
}

fn ticks(window: &Window, top: &str) -> Svg {
    let mut svg = Svg::default();
    for day in window.months().into_iter().filter(|day| day.day() == 1) {
        svg.across("tick", window.x(day), (top, "100%"));
    }
    svg
}

/// What is behind all lines: months, and today.
#[must_use]
pub fn background(windows: &Windows) -> AnyView {
    let drawn = |window: &Window| {
        let mut svg = ticks(window, "0");
        svg.across("today", window.x(windows.today), ("0", "100%"));
        svg.into_html()
    };
    view! {
        <div class="road-lines" aria-hidden="true">
            <svg class="wide" inner_html=drawn(&windows.wide)></svg>
            <svg class="narrow" inner_html=drawn(&windows.narrow)></svg>
        </div>
    }
    .into_any()
}

/// The line of a project with the words about its next stop.
#[must_use]
pub fn track(words: &Words, windows: &Windows, leg: &Leg, flag: Option<Flag>) -> AnyView {
    let narrow = Line::of(words, leg, &windows.narrow, windows.today);
    let wide = Line::of(words, leg, &windows.wide, windows.today);
    let class = leg.next_class(windows.today);
    let drawn = |line: &Line, window: &Window| {
        let tall = if line.flag.is_none() && line.is_low() { " tall" } else { "" };
        let class = format!("track {} {class}{tall}", window.class);
        view! { <svg class=class aria-hidden="true" inner_html=line_html(line, class_of_next(leg, windows))></svg> }
    };
    let flag = flag.zip(narrow.flag).zip(wide.flag);
    let flag = flag.map(|((flag, narrow), wide)| flag::draw(words, windows.today, class, flag, narrow, wide));
    view! { <div class="leg-track">{drawn(&wide, &windows.wide)}{drawn(&narrow, &windows.narrow)}{flag}</div> }.into_any()
}

/// The symbol of the next stop: with the shape of the status inside.
fn class_of_next(leg: &Leg, windows: &Windows) -> &'static str {
    match leg.next_class(windows.today) {
        "late" => "next-late",
        "at-risk" => "next-risk",
        _ => "next",
    }
}

fn line_html(line: &Line, next: &str) -> String {
    let mut svg = Svg::default();
    for (class, stretch) in [("rail", line.ahead), ("gone", line.gone), ("over", line.over)] {
        if let Some(stretch) = stretch {
            svg.along(class, stretch, Y);
        }
    }
    if let Some(x) = line.start {
        svg.across("start", x, ("1.4rem", "2.1rem"));
    }
    for stretch in &line.moves {
        svg.arc(*stretch);
    }
    for x in &line.ghosts {
        svg.mark("ghost", "ghost", *x, Y);
    }
    for x in &line.tips {
        svg.mark("tip", "tip", *x, "1.13rem");
    }
    if line.goes_on {
        svg.mark("on", "on", 100.0, Y);
    }
    for x in &line.reached {
        svg.mark("", "reached", *x, Y);
    }
    for x in &line.coming {
        svg.mark("", "stop", *x, Y);
    }
    if let Some(x) = line.next {
        svg.mark("next", next, x, Y);
    }
    for label in &line.labels {
        svg.text("day", label, if label.low { "3.05rem" } else { ABOVE });
    }
    svg.into_html()
}

/// The shapes that the drawings of a page use, once.
#[must_use]
pub fn symbols() -> AnyView {
    const SHAPES: &str = concat!(
        "<symbol id='s-reached' viewBox='0 0 16 16' overflow='visible'><circle class='s-fill' r='7.5'/><path class='s-cut' d='M-3.4 .2L-.9 2.8 3.6 -2.6' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'/></symbol>",
        "<symbol id='s-stop' viewBox='0 0 16 16' overflow='visible'><circle class='s-hole' r='6' stroke-width='2'/></symbol>",
        "<symbol id='s-next' viewBox='0 0 16 16' overflow='visible'><circle class='s-hole' r='8.5' stroke-width='2.5'/><circle class='s-fill' r='4'/></symbol>",
        "<symbol id='s-next-risk' viewBox='0 0 16 16' overflow='visible'><circle class='s-hole' r='8.5' stroke-width='2.5'/><path class='s-fill' d='M0 -4.8L4.6 3.2H-4.6Z'/></symbol>",
        "<symbol id='s-next-late' viewBox='0 0 16 16' overflow='visible'><circle class='s-hole' r='8.5' stroke-width='2.5'/><path class='s-fill' d='M-3.6 -3.6H3.6V3.6H-3.6Z'/></symbol>",
        "<symbol id='s-ghost' viewBox='0 0 16 16' overflow='visible'><circle class='s-hole' r='5' stroke-width='1.5'/><path class='s-line' d='M-6.5 6.5L6.5 -6.5' stroke-width='1.5' stroke-linecap='round'/></symbol>",
        "<symbol id='s-tip' viewBox='0 0 16 16' overflow='visible'><path class='s-fill' d='M0 0L-4.2 -6H4.2Z'/></symbol>",
        "<symbol id='s-on' viewBox='0 0 16 16' overflow='visible'><path class='s-line' d='M2 -4.5L6.5 0L2 4.5' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'/></symbol>",
    );
    view! { <svg class="unseen" width="0" height="0" aria-hidden="true" inner_html=SHAPES></svg> }.into_any()
}
