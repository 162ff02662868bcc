//! The contacts of a year: one picture by person and channel, then each with how it was found.

use super::{about, channel, href, rating, sign};
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, blueprint::BackQuery},
    parts::{
        weeks::{self, Mark, Row},
        year,
    },
    say,
    words::Words,
};
use coplan_domain::{
    id::CustomerId,
    moment::{Moment, Rating},
    person::Side,
};
use coplan_usecases::{
    Portal,
    journey::{self, JourneyView, Touchpoint},
};
use leptos::prelude::*;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The most people who have a row of their own in the picture.
const PEOPLE: usize = 8;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<BackQuery>,
) -> Result<Response, PageError> {
    let view = journey::list(&portal, context.actor()?, customer, asked.years()).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context.words, customer, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "journey-title"), "page", main)
    }))
}

fn page(words: &Words, customer: CustomerId, view: &JourneyView, contact: AnyView) -> AnyView {
    let lead = match view.side {
        Side::Customer => say!(words, "journey-lead-member"),
        Side::Supplier => say!(words, "journey-lead-staff"),
    };
    let more = view.has_more.then(|| view! { <p class="quiet">{say!(words, "blueprint-more")}</p> });
    let (picture, list) = if view.touches.is_empty() {
        let (strong, text) = (say!(words, "journey-none"), say!(words, "journey-none-text"));
        (view! { <div class="empty"><p><strong>{strong}</strong>{text}</p></div> }.into_any(), None)
    } else {
        (picture(words, view), Some(list(words, customer, view)))
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::contact::list(customer)>{say!(words, "contact-title")}</a>
            </nav>
            <h1>{say!(words, "journey-title")}</h1>
            <p class="lead">{lead}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-picture">
                <h2 id="h-picture">{year::span(words, view.from, view.until)}</h2>
                {picture}
                {more}
                {year::way(words, view.back, view.has_earlier, |back| links::journey::of_year(customer, back))}
            </section>
            {list}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// Who has a row of its own: those with the most contacts, most first.
fn people(view: &JourneyView) -> Vec<&str> {
    let mut count = BTreeMap::<&str, usize>::new();
    for touch in &view.touches {
        *count.entry(touch.who.as_str()).or_default() += 1;
    }
    let mut names = count.into_iter().collect::<Vec<_>>();
    names.sort_by_key(|(name, count)| (Reverse(*count), *name));
    names.into_iter().take(PEOPLE).map(|(name, _)| name).collect()
}

fn tone(touch: &Touchpoint) -> &'static str {
    let is = |rating| touch.moments.iter().any(|moment| moment.rating == rating);
    if is(Rating::Bad) {
        "bad"
    } else if is(Rating::Good) {
        "good"
    } else {
        ""
    }
}

fn picture(words: &Words, view: &JourneyView) -> AnyView {
    let people = people(view);
    let others = view.touches.iter().any(|touch| !people.contains(&touch.who.as_str()));
    let others = others.then(|| say!(words, "journey-others"));
    let rows = people.iter().map(|name| (*name).to_owned()).chain(others);
    let rows = rows.map(|name| Row { name, is_seam: false }).collect::<Vec<_>>();
    let marks = view.touches.iter().map(|touch| {
        let how = match tone(touch) {
            "bad" => format!(", {}", say!(words, "moment-bad")),
            "good" => format!(", {}", say!(words, "moment-good")),
            _ => String::new(),
        };
        let (channel, about) = (channel(words, touch.channel), about(words, touch));
        Mark {
            row: people.iter().position(|name| *name == touch.who).unwrap_or(people.len()),
            day: touch.day,
            sign: sign(touch.channel),
            href: format!("#{}", touch.of),
            said: format!("{channel}, {}: {about}{how}", words.day(touch.day, view.today)),
            tone: tone(touch),
        }
    });
    let marks = marks.collect::<Vec<_>>();
    let mut told = BTreeSet::new();
    let legend = view.touches.iter().filter(|touch| told.insert(sign(touch.channel)));
    let legend = legend.map(|touch| view! { <li>{sign(touch.channel).draw()}{channel(words, touch.channel)}</li> });
    let legend = legend.collect::<Vec<_>>();
    let count = |rating| {
        let all = view.touches.iter().flat_map(|touch| &touch.moments).filter(|moment| moment.rating == rating).count();
        i64::try_from(all).unwrap_or(i64::MAX)
    };
    let (good, bad) = (count(Rating::Good), count(Rating::Bad));
    let counted = (good + bad > 0).then(|| view! { <p>{say!(words, "journey-counted", good = good, bad = bad)}</p> });
    view! {
        {weeks::draw(words, say!(words, "journey-picture"), (view.from, view.until), &rows, &marks)}
        <ul class="week-legend" aria-label=say!(words, "weeks-legend")>{legend}</ul>
        {counted}
    }
    .into_any()
}

fn list(words: &Words, customer: CustomerId, view: &JourneyView) -> AnyView {
    let mut weeks_told = BTreeSet::new();
    let rows = view.touches.iter().map(|touch| {
        let anchor = weeks_told.insert(weeks::monday(touch.day)).then(|| weeks::anchor(touch.day));
        row(words, customer, view, touch, anchor)
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="sheet" aria-labelledby="h-contacts">
            <h2 id="h-contacts">{say!(words, "journey-list")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(words: &Words, customer: CustomerId, view: &JourneyView, touch: &Touchpoint, anchor: Option<String>) -> AnyView {
    let people = [touch.who.clone(), touch.with_whom.clone()].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>();
    let said = [channel(words, touch.channel), words.day(touch.day, view.today), people.join(" – ")].join(" · ");
    let lang = touch.language.and_then(|language| words.foreign(language));
    let own = touch.moments.iter().find(|moment| moment.by == view.reader);
    let others = touch.moments.iter().filter(|moment| moment.by != view.reader);
    let others = others.map(|moment| found(words, customer, moment)).collect::<Vec<_>>();
    let press = (view.side == Side::Customer).then(|| press(words, (customer, view.back), touch, own));
    let why = own.filter(|moment| moment.rating == Rating::Bad && moment.words.is_empty()).map(|moment| {
        view! { <a class="edit" href=links::journey::say(customer, moment.id)>{say!(words, "moment-say")}</a> }
    });
    let own = own.map(|moment| found(words, customer, moment));
    view! {
        <li class="row touch" id=touch.of.to_string()>
            <div class="row-main" id=anchor>
                <a href=href(customer, touch) lang=lang>{about(words, touch)}</a>
                <span class="quiet">{said}</span>
                {own}
                {why}
                {others}
            </div>
            {press}
        </li>
    }
    .into_any()
}

/// How somebody found it, leading to what was said about it.
fn found(words: &Words, customer: CustomerId, moment: &Moment) -> AnyView {
    let waits = moment.waits().then(|| view! { <span class="badge">{say!(words, "moment-waits-answer")}</span> });
    let why = (!moment.words.is_empty()).then(|| {
        view! { <span lang=words.foreign(moment.language)>"“"{moment.words.clone()}"”"</span> }
    });
    view! {
        <span class="touch-found">
            {rating(words, moment)}" "
            <a href=links::journey::moment(customer, moment.id)>{moment.by_name.clone()}</a>" "
            {why}{waits}
        </span>
    }
    .into_any()
}

/// How the reader found it, in one press; pressed again, it says neither, unless somebody has answered it.
fn press(words: &Words, (customer, back): (CustomerId, i64), touch: &Touchpoint, own: Option<&Moment>) -> AnyView {
    let of = format!(": {}", about(words, touch));
    let button = |rating: Rating, said: String, href: String| {
        let pressed = own.is_some_and(|own| own.rating == rating);
        let stays = pressed && own.is_some_and(|own| own.answer.is_some());
        let (action, class) =
            if pressed { (links::journey::withdraw(customer, touch.of), "button pressed") } else { (href, "button") };
        view! {
            <form method="post" action=links::journey::from_year(action, back)>
                <button class=class disabled=stays aria-pressed=pressed.to_string()>{said}<span class="unseen">{of.clone()}</span></button>
            </form>
        }
    };
    let good = button(Rating::Good, say!(words, "moment-good"), links::journey::praise(customer, touch.of));
    let bad = button(Rating::Bad, say!(words, "moment-bad"), links::journey::fault(customer, touch.of));
    view! { <div class="touch-press">{good}{bad}</div> }.into_any()
}
