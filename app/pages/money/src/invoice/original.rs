//! The file of an invoice, as it came.

use axum::{extract::State, response::Response};
use coplan_app::http::{context::RequestContext, download, errors::PageError, path_ids::PathIds};
use coplan_domain::id::{CustomerId, InvoiceId};
use coplan_usecases::{Portal, invoice};

/// Gives the file, to be saved: a browser must not show what somebody else wrote as a page of ours.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, invoice)): PathIds<(CustomerId, InvoiceId)>,
) -> Result<Response, PageError> {
    let file = invoice::original(&portal, context.actor()?, customer, invoice).await?;
    Ok(download::saved(&file.name, ("application/xml", file.size), file.bytes))
}
