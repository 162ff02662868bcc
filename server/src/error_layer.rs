//! Draws what failed as a page, in the language of its reader and with what a form has sent.

use crate::{answer_budget, form_buffer::Buffered};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{
        byte_budget::ByteBudget,
        context::{CLEAR_STORAGE, RequestContext},
        errors::PageError,
        form_recovery::SubmittedBody,
    },
    layout::heavy,
    links,
};
use coplan_domain::person::Side;
use coplan_pages_entry::error;
use std::sync::Arc;

/// Draws the error value that comes out of the layers below with the form that came: what could not be saved is given
/// back. A large answer takes its part of the byte budget until it is sent.
pub async fn html(State(budget): State<Arc<ByteBudget>>, request: Request, next: Next) -> Response {
    let asked = request.uri().path_and_query().map_or_else(links::site::home, ToString::to_string);
    let mut response = next.run(request).await;
    let Some(context) = response.extensions_mut().remove::<RequestContext>() else { return response };
    let buffered = response.extensions_mut().remove::<Buffered>();
    let nothing = SubmittedBody::Nothing { asked };
    let sent = buffered.as_ref().map_or(&nothing, Buffered::body);
    // Where no form would be lost, the way leads straight to what is missing.
    let has_form = matches!(sent, SubmittedBody::Form { .. });
    if !has_form && PageError::of(&response).is_some_and(|error| matches!(*error, PageError::NoSecondFactor)) {
        return Redirect::to(links::account::second_factor::PATTERN).into_response();
    }
    // What takes one byte in a form takes several on the page.
    let length = if let SubmittedBody::Form { body, .. } = sent { 4 * body.len() } else { 0 };
    let length = PageError::of(&response).map_or(0, |_| length);
    let drawn = heavy::draw(&context, length, || error::rendered(&context, response, sent)).await;
    let mut answer = drawn
        .and_then(|answer| answer_budget::charge(&budget, &context, answer))
        .unwrap_or_else(|failure| error::rendered(&context, failure.into_response(), &nothing));
    // What the supplier's people wrote for themselves is not left in a browser whose device is none any more.
    if context.known_side == Some(Side::Supplier) {
        let (name, value) = CLEAR_STORAGE;
        answer.headers_mut().insert(name, value);
    }
    answer
}
