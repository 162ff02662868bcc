//! The words about the next stop of a line, beside it. They are in the flow of the page and make its row as high as they
//! need; a spacer that is as wide as the way to the stop puts them there.

use super::line::FlagPlace;
use crate::{
    say,
    words::{Words, days_between},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// What is said of the next stop.
pub struct Flag {
    /// What will be so.
    pub name: String,
    /// The day it is promised for.
    pub day: Date,
    /// The day it was promised for before, where it moved.
    pub moved_from: Option<Date>,
    /// Why it moved, with its language where that is another than the reader's.
    pub reason: Option<(String, Option<&'static str>)>,
    /// What else can be done here.
    pub more: Option<AnyView>,
}

pub(super) fn draw(words: &Words, today: Date, class: &str, flag: Flag, narrow: FlagPlace, wide: FlagPlace) -> AnyView {
    let overdue = days_between(flag.day, today);
    let over = (overdue > 0).then(|| {
        view! { ", "<span class="over-by nowrap">{say!(words, "road-overdue", days = overdue)}</span> }
    });
    let moved = flag.moved_from.map(|day| {
        view! {
            <s class="moved nowrap">{words.short_day_and_year(day, today)}</s>
            " "<span aria-hidden="true">"→"</span><span class="unseen">{say!(words, "road-moved-to")}</span>" "
        }
    });
    let why = flag.reason.map(|(reason, lang)| view! { " "<span class="why lines" lang=lang>{reason}</span> });
    let places = [("narrow", narrow), ("wide", wide)];
    let spacers = |flipped: bool| {
        let here = places.iter().filter(move |(_, place)| place.flipped == flipped && !place.out).map(|(name, place)| {
            let width = if flipped { 100.0 - place.x } else { place.x };
            view! { <svg class=format!("gap {name}") width=format!("{width:.1}%") height="1" aria-hidden="true"></svg> }
        });
        here.collect_view()
    };
    let mut class = format!("flag {class}");
    for (holds, name) in
        [(narrow.flipped, " flip-narrow"), (narrow.out, " out-narrow"), (wide.flipped, " flip-wide"), (wide.out, " out-wide")]
    {
        if holds {
            class.push_str(name);
        }
    }
    view! {
        <div class="flag-line">
            {spacers(false)}
            <p class=class>
                <span class="unseen">{say!(words, "road-next")}" "</span>
                <strong>{flag.name}</strong>
                " "<span class="when">{moved}<time class="nowrap" datetime=flag.day.to_string()>{words.short_weekday_and_day(flag.day, today)}</time>{over}</span>
                {why}
                {flag.more}
            </p>
            {spacers(true)}
        </div>
    }
    .into_any()
}
