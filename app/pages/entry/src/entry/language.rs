//! The language of somebody who is not in.

use axum::{
    Form,
    http::{HeaderName, HeaderValue},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{
        context::{RequestContext, language_cookie, set_cookie},
        errors::PageError,
    },
    links,
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
/// [`PageError::BadRequest`] where Coplan does not speak it.
pub async fn post(context: RequestContext, Form(form): Form<LanguageForm>) -> Result<Response, PageError> {
    let language: Language = form.language.parse().map_err(|_| PageError::BadRequest)?;
    Ok((AppendHeaders([kept(&context, language)]), Redirect::to(links::local(&form.next))).into_response())
}

/// The header that keeps a language in this browser.
#[must_use]
pub fn kept(context: &RequestContext, language: Language) -> (HeaderName, HeaderValue) {
    set_cookie(context.tls, language_cookie(context.tls), language.as_str(), YEAR)
}
