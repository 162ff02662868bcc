//! Making, mailing, replacing and revoking a member's personal links.

use super::show::{Told, draw};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::Submitted,
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, LinkId, MembershipId};
use coplan_usecases::{
    Error, Portal,
    personal_link::{self, Created, LinkError, LinkForm, MailLinkForm},
};

/// Makes a link and shows it, this once.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn make(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
    Submitted(form): Submitted<LinkForm>,
) -> Result<Response, PageError> {
    match personal_link::create(&portal, context.actor()?, customer, member, form.new).await {
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
    Submitted(form): Submitted<MailLinkForm>,
) -> Result<Response, PageError> {
    match personal_link::mail(&portal, context.actor()?, customer, member, &form).await {
        Ok(()) => Ok(back(customer, member, Flash::LinkMailed)),
        Err(LinkError::Other(Error::Invalid(problems))) => {
            let told = Told { mail: Some((form, problems)), ..Told::default() };
            draw(&portal, &context, customer, member, StatusCode::UNPROCESSABLE_ENTITY, told).await
        }
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
    match personal_link::revoke(&portal, context.actor()?, customer, member, link).await {
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
    Submitted(form): Submitted<LinkForm>,
) -> Result<Response, PageError> {
    match personal_link::rotate(&portal, context.actor()?, customer, member, link, form.new).await {
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
