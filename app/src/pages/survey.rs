//! Surveys: sending one, answering it, and what the answers say together.

mod send;
mod show;

use crate::{http::context::App, links::survey as links, say, words::Words};
use axum::{
    Router,
    routing::{get, post},
};
use coplan_domain::survey::{Scale, Shares, Summary, Survey};

/// The routes of surveys.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::send::PATTERN, get(send::get).post(send::post))
        .route(links::show::PATTERN, get(show::get).post(show::post))
        .route(links::decline::PATTERN, post(show::decline))
}

/// Tenths as a number with one decimal.
fn tenths(words: &Words, value: i64) -> String {
    words.decimal(&format!("{}.{}", value / 10, value % 10))
}

/// What the answers come to, with how far that may be from the truth; empty where nobody answered.
pub(super) fn value(words: &Words, survey: &Survey) -> String {
    let Some(summary) = Summary::of(survey.scale, &survey.scores) else { return String::new() };
    let said = |value: i64| match survey.scale {
        Scale::Nps => words.decimal(&value.to_string()),
        Scale::Ten => tenths(words, value),
    };
    match summary.margin {
        Some(margin) => format!("{}\u{a0}±\u{a0}{}", said(summary.value), said(margin)),
        None => said(summary.value),
    }
}

/// How many answered, and how their scores fall.
pub(super) fn in_short(words: &Words, survey: &Survey) -> String {
    let n = i64::try_from(survey.scores.len()).unwrap_or(i64::MAX);
    let count = say!(words, "survey-n", n = n, asked = survey.asked);
    if survey.scale != Scale::Nps || n == 0 {
        return count;
    }
    let Shares { promoters, passives, detractors } = Shares::of(&survey.scores);
    format!("{count} · {}", say!(words, "survey-shares", promoters = promoters, passives = passives, detractors = detractors))
}
