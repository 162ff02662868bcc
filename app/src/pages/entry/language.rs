//! The language of somebody who is not in.

use crate::{
    address,
    failure::Failure,
    visitor::{LANGUAGE_COOKIE, Visitor, set_cookie},
};
use axum::{
    Form,
    http::{HeaderName, HeaderValue},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use coplan_domain::person::Language;
use serde::Deserialize;

/// What the buttons of a letter send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    language: String,
    next: String,
}

const YEAR: i64 = 365 * 24 * 60 * 60;

/// Keeps the language in a cookie and shows the same page in it.
///
/// # Errors
/// [`Failure::BadRequest`] where Coplan does not speak it.
pub async fn post(visitor: Visitor, Form(form): Form<LanguageForm>) -> Result<Response, Failure> {
    let language: Language = form.language.parse().map_err(|_| Failure::BadRequest)?;
    Ok((AppendHeaders([kept(&visitor, language)]), Redirect::to(address::local(&form.next))).into_response())
}

/// The header that keeps a language in this browser.
#[must_use]
pub fn kept(visitor: &Visitor, language: Language) -> (HeaderName, HeaderValue) {
    set_cookie(visitor.tls, LANGUAGE_COOKIE, language.as_str(), YEAR)
}
