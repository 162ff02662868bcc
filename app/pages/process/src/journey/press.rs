//! Saying in one press how a contact was.

use axum::{
    extract::{Query, State},
    response::Redirect,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links::{self, blueprint::BackQuery},
};
use coplan_domain::{
    id::CustomerId,
    moment::{Rating, Touch},
};
use coplan_usecases::{Portal, journey};

type Of = (CustomerId, Touch);

/// It was good.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_good(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Of>,
    Query(asked): Query<BackQuery>,
) -> Result<Redirect, PageError> {
    rate(&portal, &context, of, Rating::Good, &asked).await
}

/// It was bad.
///
/// # Errors
/// The same.
pub async fn post_bad(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Of>,
    Query(asked): Query<BackQuery>,
) -> Result<Redirect, PageError> {
    rate(&portal, &context, of, Rating::Bad, &asked).await
}

async fn rate(
    portal: &Portal,
    context: &RequestContext,
    of: Of,
    rating: Rating,
    asked: &BackQuery,
) -> Result<Redirect, PageError> {
    journey::rate(portal, context.actor()?, of.0, of.1, rating).await?;
    Ok(Redirect::to(&links::journey::at(of.0, of.1, asked.years())))
}

/// Neither.
///
/// # Errors
/// The same.
pub async fn post_withdraw(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Of>,
    Query(asked): Query<BackQuery>,
) -> Result<Redirect, PageError> {
    journey::withdraw(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::journey::at(of.0, of.1, asked.years())))
}
