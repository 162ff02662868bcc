//! Taking invoices away: their lines with the work behind them as CSV, and their files as they came as a ZIP archive; of one
//! document or of those dated within some days.

use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, download, errors::PageError, path_ids::PathIds},
    links::{self, invoice::PeriodQuery},
    say,
    words::Words,
};
use coplan_domain::id::{CustomerId, InvoiceId};
use coplan_usecases::{
    Portal,
    invoice::{self, ExportError, Which},
};
use leptos::prelude::*;

/// The lines of one document.
///
/// # Errors
/// [`PageError`].
pub async fn lines_of(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, InvoiceId)>,
) -> Result<Response, PageError> {
    lines(&portal, &context, customer, Which::One(id)).await
}

/// The lines of all that are dated within some days.
///
/// # Errors
/// [`PageError`].
pub async fn lines_within(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<PeriodQuery>,
) -> Result<Response, PageError> {
    lines(&portal, &context, customer, query.which()).await
}

/// The files of all that are dated within some days.
///
/// # Errors
/// [`PageError`].
pub async fn originals_within(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<PeriodQuery>,
) -> Result<Response, PageError> {
    let packed = invoice::originals(&portal, context.actor()?, customer, query.which()).await.map_err(refused)?;
    Ok(download::saved_file("invoices.zip", "application/zip", packed).await?)
}

async fn lines(portal: &Portal, context: &RequestContext, customer: CustomerId, which: Which) -> Result<Response, PageError> {
    let table = invoice::lines(portal, context.actor()?, customer, which).await.map_err(refused)?;
    Ok(download::saved_bytes("invoice-lines.csv", "text/csv; charset=utf-8", table))
}

fn refused(error: ExportError) -> PageError {
    match error {
        ExportError::TooMuch => PageError::TooLarge,
        ExportError::Busy => PageError::Busy,
        ExportError::Other(error) => error.into(),
    }
}

/// From which day to which, and what is taken away.
pub(super) fn sheet(words: &Words, customer: CustomerId) -> AnyView {
    let day = |name: &'static str, label: String| {
        view! { <div class="field"><label for=name>{label}</label><input type="date" id=name name=name/></div> }
    };
    view! {
        <section class="sheet" aria-labelledby="h-take">
            <details class="more">
                <summary id="h-take">{say!(words, "take-away-title")}</summary>
                <form class="form" method="get" action=links::invoice::lines_within(customer)>
                    <p class="quiet">{say!(words, "take-away-text")}</p>
                    {day("from", say!(words, "take-away-from"))}
                    {day("to", say!(words, "take-away-to"))}
                    <div class="actions">
                        <button class="button">{say!(words, "take-away-lines")}</button>
                        <button class="button" formaction=links::invoice::originals_within(customer)>{say!(words, "take-away-originals")}</button>
                    </div>
                </form>
            </details>
        </section>
    }
    .into_any()
}
