//! Making, mailing, replacing and revoking a member's personal links.

use super::show::{Told, draw};
use crate::{
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    links,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::{CustomerId, LinkId, MembershipId};
use coplan_usecases::{
    Portal,
    personal_link::{Created, LinkError, create_link, mail_link, revoke_link, rotate_link},
};
use serde::Deserialize;

/// The id that the form carries for the link to be made, so that posting twice makes one.
#[derive(Debug, Clone, Deserialize)]
pub struct LinkForm {
    #[serde(default)]
    new: String,
}

impl LinkForm {
    fn id(&self) -> Result<LinkId, PageError> {
        self.new.parse().map_err(|_| PageError::NotFound)
    }
}

/// Makes a link and shows it, this once.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn make(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
    Form(form): Form<LinkForm>,
) -> Result<Response, PageError> {
    match create_link(&portal, context.actor()?, customer, member, form.id()?).await {
        Ok(created) => show_once(&portal, &context, customer, member, created).await,
        Err(error) => refused(error, customer, member),
    }
}

/// Makes a link and mails it.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn mail(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
    Form(form): Form<LinkForm>,
) -> Result<Response, PageError> {
    match mail_link(&portal, context.actor()?, customer, member, form.id()?).await {
        Ok(()) => Ok(back(customer, member, Flash::LinkMailed)),
        Err(error) => refused(error, customer, member),
    }
}

/// Revokes a link.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer, and for a link that is not the member's.
pub async fn revoke(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member, link)): PathIds<(CustomerId, MembershipId, LinkId)>,
) -> Result<Response, PageError> {
    match revoke_link(&portal, context.actor()?, customer, member, link).await {
        Ok(()) => Ok(back(customer, member, Flash::LinkRevoked)),
        Err(error) => refused(error, customer, member),
    }
}

/// Revokes a link, makes another in its place and shows that, this once.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer, and for a link that is not the member's.
pub async fn rotate(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member, link)): PathIds<(CustomerId, MembershipId, LinkId)>,
    Form(form): Form<LinkForm>,
) -> Result<Response, PageError> {
    match rotate_link(&portal, context.actor()?, customer, member, link, form.id()?).await {
        Ok(created) => show_once(&portal, &context, customer, member, created).await,
        Err(error) => refused(error, customer, member),
    }
}

fn refused(error: LinkError, customer: CustomerId, member: MembershipId) -> Result<Response, PageError> {
    match error {
        LinkError::MadeAlready => Ok(back(customer, member, Flash::LinkShown)),
        LinkError::Other(error) => Err(error.into()),
    }
}

fn back(customer: CustomerId, member: MembershipId, done: Flash) -> Response {
    Redirect::to(&done.on(&links::member::show(customer, member))).into_response()
}

async fn show_once(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    member: MembershipId,
    created: Created,
) -> Result<Response, PageError> {
    let told = Told { created: Some(created), ..Told::default() };
    draw(portal, context, customer, member, StatusCode::OK, told).await
}
