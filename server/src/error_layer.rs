//! Draws what failed as a page, in the language of its reader and with what a form has sent.

use crate::{
    form_buffer::{self, RefusedBody},
    timeouts,
};
use axum::{
    body::Body,
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, form_recovery::SubmittedBody},
    links,
    pages::error,
};

/// Takes a form in before anything else, and draws the error value that comes out of the layers below with it: what
/// could not be saved is given back.
pub async fn html(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let (sent, body) = form_buffer::buffer(&parts, body, timeouts::PAGE).await;
    let refused = body.as_ref().err().copied();
    if let Some(refused) = refused {
        parts.extensions.insert(refused);
    }
    let mut response = next.run(Request::from_parts(parts, body.unwrap_or_else(|_| Body::empty()))).await;
    let Some(context) = response.extensions_mut().remove::<RequestContext>() else { return response };
    // Where no form would be lost, the way leads straight to what is missing.
    let has_form = matches!(sent, SubmittedBody::Form { .. });
    if !has_form && PageError::of(&response).is_some_and(|error| matches!(*error, PageError::NoSecondFactor)) {
        return Redirect::to(links::account::second_factor::PATTERN).into_response();
    }
    error::rendered(&context, response, &given_back(&context, sent, refused))
}

/// What is given back where the request fails. A form that is too long comes back to a signed-in person only: otherwise
/// anybody could make the server draw megabytes.
fn given_back(context: &RequestContext, sent: SubmittedBody, refused: Option<RefusedBody>) -> SubmittedBody {
    match (&context.actor, refused) {
        (None, Some(RefusedBody::TooLong)) => SubmittedBody::Nothing { asked: context.path.clone() },
        _ => sent,
    }
}
