//! Authenticates a request: from the device cookie to an actor in the request's context. It knows nothing of HTML: what
//! fails goes out as an error value, for a layer further out to draw.

use crate::{form_buffer::NotAdmitted, timeouts};
use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use coplan_app::links;
use coplan_app::{http::context::RequestContext, http::errors::PageError, words::Words};
use coplan_usecases::{Actor, Portal, entry, security_log};
use std::sync::Arc;

/// What stays open to those who must set up a second factor first.
const ALWAYS_OPEN: [&str; 3] =
    [links::sign_in::sign_out::PATTERN, links::sign_in::signed_out::PATTERN, links::entry::language::PATTERN];

/// What whoever looks as a member may send: to leave, to sign out, and to begin, which a second press of that button sends.
const OPEN_IN_PREVIEW: [&str; 3] =
    [links::preview::leave::PATTERN, links::preview::begin::PATTERN, links::sign_in::sign_out::PATTERN];

/// What this layer works with.
#[derive(Clone)]
pub struct SessionLayer {
    portal: Portal,
}

impl SessionLayer {
    /// The layer of a portal.
    pub fn new(portal: Portal) -> Self {
        Self { portal }
    }
}

/// Puts the authenticated context into the request's extensions, and into those of the answer, whatever becomes of it.
pub async fn layer(State(session): State<SessionLayer>, mut request: Request, next: Next) -> Response {
    let Some(mut context) = request.extensions_mut().remove::<RequestContext>() else { return PageError::Broken.into_response() };
    let is_deed = request.method() == Method::POST;
    let by = request.uri().query().and_then(links::sent_by).map(str::to_owned).filter(|_| is_deed);
    let admitted = match admit(&session.portal, &mut context, is_deed, by.as_deref()).await {
        Ok(()) => context.clone(),
        Err(error) => {
            // Its form is still taken in, to be given back. Whatever else looks at the request sees nobody signed in.
            request.extensions_mut().insert(NotAdmitted(Arc::new(error)));
            RequestContext { actor: None, ..context.clone() }
        }
    };
    request.extensions_mut().insert(admitted);
    let mut response = next.run(request).await;
    if is_deed && let Some(actor) = &context.actor {
        note_if_forbidden(&session.portal, actor, &response);
    }
    response.extensions_mut().insert(context);
    response
}

/// Whether the request may go on to the pages.
async fn admit(portal: &Portal, context: &mut RequestContext, is_deed: bool, by: Option<&str>) -> Result<(), PageError> {
    timeouts::within(timeouts::PAGE, authenticate(portal, context)).await.and_then(|done| done)?;
    // What waited in the browser goes out as the one who wrote it, or not at all.
    let is_other = |by: &str| context.actor.as_ref().is_some_and(|actor| actor.person().to_string() != by);
    if by.is_some_and(is_other) {
        return Err(PageError::NotIn);
    }
    if must_set_up_second_factor(portal, context) {
        return Err(PageError::NoSecondFactor);
    }
    if is_deed && is_preview(context) {
        return Err(PageError::Preview);
    }
    if is_anothers_account(context) {
        return Err(PageError::NotFound);
    }
    Ok(())
}

/// Whether the reader looks as a member and asks for that one's account, which is no part of the plan.
fn is_anothers_account(context: &RequestContext) -> bool {
    let account = links::account::show::PATTERN;
    let is_account = context.path.strip_prefix(account).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    is_account && context.actor.as_ref().is_some_and(|actor| actor.preview().is_some())
}

/// Finds out whose device the cookie belongs to, if anybody's.
async fn authenticate(portal: &Portal, context: &mut RequestContext) -> Result<(), PageError> {
    let Some(secret) = &context.device_secret else { return Ok(()) };
    let Some(actor) = entry::enter(portal, secret).await? else {
        context.known_side = entry::side_of(portal, secret).await?;
        return Ok(());
    };
    context.words = Words::new(actor.entered().language(), actor.entered().time_zone());
    note_seen_later(portal.clone(), actor.clone());
    context.actor = Some(actor.from_network(&context.address));
    Ok(())
}

/// Whether the sender looks as a member and sends anything but to leave. No right to write would be proved for it either.
fn is_preview(context: &RequestContext) -> bool {
    let is_open = links::find(&context.path).is_some_and(|route| OPEN_IN_PREVIEW.contains(&route.pattern));
    !is_open && context.actor.as_ref().is_some_and(|actor| actor.preview().is_some())
}

fn must_set_up_second_factor(portal: &Portal, context: &RequestContext) -> bool {
    let open = context.path.starts_with(links::account::second_factor::PATTERN) || ALWAYS_OPEN.contains(&context.path.as_str());
    !open && context.actor.as_ref().is_some_and(|actor| entry::must_set_up_second_factor(portal, actor))
}

/// Notes that somebody sent what it may not do. The answer does not wait for it.
fn note_if_forbidden(portal: &Portal, actor: &Actor, response: &Response) {
    let is_forbidden = |error: &PageError| matches!(error, PageError::NotFound | PageError::NotResponsible);
    if !PageError::of(response).is_some_and(|error| is_forbidden(&error)) {
        return;
    }
    let (portal, actor) = (portal.clone(), actor.clone());
    tokio::spawn(async move {
        if let Err(error) = security_log::note_forbidden(&portal, &actor).await {
            tracing::warn!("a refusal could not be noted: {error}");
        }
    });
}

/// The request does not wait until this is written, nor does it fail where it cannot be.
fn note_seen_later(portal: Portal, actor: Actor) {
    if !entry::is_noted(&portal, &actor) {
        tokio::spawn(async move {
            if let Err(error) = entry::note_seen(&portal, &actor).await {
                tracing::warn!("the time when a device was last seen could not be written: {error}");
            }
        });
    }
}
