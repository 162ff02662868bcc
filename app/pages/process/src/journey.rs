//! The journey of a customer: every contact of a year by person and channel, how its people found each, and one of those
//! moments with what was said about it.

mod moment;
mod press;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links, parts::weeks::Sign, say, words::Words};
use coplan_domain::{
    contact::ContactKind,
    id::CustomerId,
    moment::{Moment, Rating},
};
use coplan_usecases::journey::{TouchChannel, Touchpoint};
use leptos::prelude::*;

/// The routes of journeys.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::journey::show::PATTERN, get(show::get))
        .route(links::journey::praise::PATTERN, post(press::post_good))
        .route(links::journey::fault::PATTERN, post(press::post_bad))
        .route(links::journey::withdraw::PATTERN, post(press::post_withdraw))
        .route(links::journey::moment::PATTERN, get(moment::get))
        .route(links::journey::say::PATTERN, get(moment::get_words).post(moment::post_words))
        .route(links::journey::answer::PATTERN, get(moment::get_answer).post(moment::post_answer))
}

/// The channel in a word.
fn channel(words: &Words, of: TouchChannel) -> String {
    match of {
        TouchChannel::Recorded(ContactKind::Call) => say!(words, "contact-call"),
        TouchChannel::Recorded(ContactKind::Visit) => say!(words, "contact-visit"),
        TouchChannel::Recorded(ContactKind::Meeting) | TouchChannel::Meeting => say!(words, "contact-meeting"),
        TouchChannel::Recorded(ContactKind::Email) => say!(words, "contact-email"),
        TouchChannel::Discussion(_) => say!(words, "contact-message"),
        TouchChannel::Report(_) => say!(words, "journey-report"),
    }
}

/// The channel as a shape.
fn sign(of: TouchChannel) -> Sign {
    match of {
        TouchChannel::Recorded(ContactKind::Call) => Sign::Call,
        TouchChannel::Recorded(ContactKind::Visit) => Sign::Visit,
        TouchChannel::Recorded(ContactKind::Meeting) | TouchChannel::Meeting => Sign::Meeting,
        TouchChannel::Recorded(ContactKind::Email) => Sign::Email,
        TouchChannel::Discussion(_) => Sign::Talk,
        TouchChannel::Report(_) => Sign::Paper,
    }
}

/// What a contact was about.
fn about(words: &Words, touch: &Touchpoint) -> String {
    match touch.channel {
        TouchChannel::Report(span) => coplan_app::parts::report_title::title(words, span),
        _ => touch.about.clone(),
    }
}

/// Where the contact itself is to be seen.
fn href(customer: CustomerId, touch: &Touchpoint) -> String {
    match touch.channel {
        TouchChannel::Recorded(kind) => links::contact::list_of(customer, kind.as_str()),
        TouchChannel::Discussion(thread) => links::thread::message(customer, thread, touch.of.id),
        TouchChannel::Meeting => links::meeting::show(customer, touch.of.id.into()),
        TouchChannel::Report(_) => links::report::show(customer, touch.of.id.into()),
    }
}

/// How it was found, as a word with a shape and a colour.
fn rating(words: &Words, moment: &Moment) -> AnyView {
    let (class, said) = match moment.rating {
        Rating::Good => ("status good", say!(words, "moment-good")),
        Rating::Bad => ("status bad", say!(words, "moment-bad")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}
