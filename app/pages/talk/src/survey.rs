//! Surveys: sending one, answering it, and what the answers say together.

mod questions;
mod send;
mod show;
mod yearly;

pub use questions::answered;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::survey as links, say, words::Words};
use coplan_domain::{
    id::CustomerId,
    survey::{Level, LevelResult, Scale, Shares, Summary, Survey},
};
use leptos::prelude::*;

/// The routes of surveys.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::yearly::PATTERN, get(yearly::get).post(yearly::post))
        .route(links::send::PATTERN, get(send::get).post(send::post))
        .route(links::show::PATTERN, get(show::get).post(show::post))
        .route(links::decline::PATTERN, post(show::decline))
}

/// Tenths as a number with one decimal.
fn tenths(words: &Words, value: i64) -> String {
    words.decimal(&format!("{}.{}", value / 10, value % 10))
}

/// What the answers come to, with how far that may be from the truth; empty where nobody answered.
#[must_use]
pub fn value(words: &Words, survey: &Survey) -> String {
    Summary::of(survey.scale, &survey.scores).map(|summary| said(words, survey.scale, summary)).unwrap_or_default()
}

/// What scores come to, with how far that may be from the truth.
fn said(words: &Words, scale: Scale, summary: Summary) -> String {
    let said = |value: i64| match scale {
        Scale::Nps => words.decimal(&value.to_string()),
        Scale::Ten => tenths(words, value),
    };
    match summary.margin {
        Some(margin) => format!("{}\u{a0}±\u{a0}{}", said(summary.value), said(margin)),
        None => said(summary.value),
    }
}

/// What a level is called.
#[must_use]
pub fn level(words: &Words, level: Level) -> String {
    match level {
        Level::Contact => say!(words, "level-contact"),
        Level::Relationship => say!(words, "level-relationship"),
        Level::Overall => say!(words, "level-overall"),
    }
}

/// What was answered on the levels, each for itself.
#[must_use]
pub fn levels(words: &Words, customer: CustomerId, found: &[LevelResult]) -> Option<AnyView> {
    let row = |it: &LevelResult| {
        let n = i64::try_from(it.scores.len()).unwrap_or(i64::MAX);
        let value = Summary::of(Scale::Ten, &it.scores).map(|summary| said(words, Scale::Ten, summary));
        view! {
            <li>
                <a href=links::show(customer, it.survey)>{level(words, it.level)}</a>
                <span class="age">{value}</span>
                <span class="quiet">{say!(words, "survey-n", n = n, asked = it.asked)}</span>
            </li>
        }
    };
    (!found.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-levels">
                <h2 id="h-levels">{say!(words, "level-title")}</h2>
                <p class="quiet">{say!(words, "level-means")}</p>
                <ul class="waiting">{found.iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// How many answered, and how their scores fall.
#[must_use]
pub fn in_short(words: &Words, survey: &Survey) -> String {
    let n = i64::try_from(survey.scores.len()).unwrap_or(i64::MAX);
    let count = say!(words, "survey-n", n = n, asked = survey.asked);
    if survey.scale != Scale::Nps || n == 0 {
        return count;
    }
    let Shares { promoters, passives, detractors } = Shares::of(&survey.scores);
    format!("{count} · {}", say!(words, "survey-shares", promoters = promoters, passives = passives, detractors = detractors))
}
