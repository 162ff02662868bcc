//! Looking at a plan as one of its members, and the log of who looked at it.

mod access_log;

use axum::{
    Router,
    extract::State,
    response::Redirect,
    routing::{get, post},
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    links,
};
use coplan_domain::id::{CustomerId, MembershipId};
use coplan_usecases::{Error, Portal, preview};

/// The routes of previews.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::preview::begin::PATTERN, post(begin))
        .route(links::preview::leave::PATTERN, post(leave))
        .route(links::preview::access_log::PATTERN, get(access_log::get))
}

/// Begins to look as a member; looking so already, it goes on.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer, [`PageError::PreviewOfSums`] for whoever sees less than
/// the member.
async fn begin(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
) -> Result<Redirect, PageError> {
    let actor = context.actor()?;
    if actor.preview().is_none_or(|look| look.membership != member) {
        preview::begin(&portal, actor, customer, member).await.map_err(|error| match error {
            Error::SeesMore => PageError::PreviewOfSums,
            error => error.into(),
        })?;
    }
    Ok(Redirect::to(&links::plan::show(customer)))
}

/// Leaves the look, back to the member's page.
///
/// # Errors
/// [`PageError`] where nobody is in or the database cannot be written.
async fn leave(State(portal): State<Portal>, context: RequestContext) -> Result<Redirect, PageError> {
    let looked = preview::leave(&portal, context.actor()?).await?;
    let back = looked.map_or_else(links::site::home, |(customer, member)| links::member::show(customer, member));
    Ok(Redirect::to(&back))
}
