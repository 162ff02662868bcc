//! What comes with an invoice: listed on its page, and given as files to be saved.

use super::show::Reader;
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, download, errors::PageError, path_ids::PathIds},
    links, say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId},
    invoice::Attachment,
};
use coplan_usecases::{
    Portal,
    invoice::{self, InvoiceView},
};
use leptos::prelude::*;

/// Media types that browsers and people know; whatever else a sender says is no more than bytes.
const KNOWN: [&str; 6] = [
    "application/pdf",
    "image/png",
    "image/jpeg",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
];

/// Gives one, to be saved: a browser must not show what somebody else wrote as a page of ours.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, invoice, place)): PathIds<(CustomerId, InvoiceId, usize)>,
) -> Result<Response, PageError> {
    let file = invoice::attachment(&portal, context.actor()?, customer, invoice, place).await?;
    let stated = file.attachment.media_type.as_deref();
    let kind = KNOWN.into_iter().find(|kind| stated == Some(*kind)).unwrap_or("application/octet-stream");
    let name = name(&file.attachment).unwrap_or_else(|| "attachment".to_owned());
    Ok(download::saved_bytes(&name, kind, file.bytes))
}

/// What it is called, in the order in which people know it.
fn name(attachment: &Attachment) -> Option<String> {
    [&attachment.file_name, &attachment.description, &attachment.reference].into_iter().find_map(Clone::clone)
}

/// The place of the first one that is a PDF and came with its bytes.
pub(super) fn pdf(view: &InvoiceView) -> Option<usize> {
    let is_pdf = |one: &Attachment| one.size.is_some() && one.media_type.as_deref() == Some(KNOWN[0]);
    view.invoice.attachments.iter().position(is_pdf)
}

/// The sheet; none where nothing comes with it.
pub(super) fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView) -> Option<AnyView> {
    let all = &view.invoice.attachments;
    (!all.is_empty()).then(|| {
        let rows = all.iter().enumerate().map(|(place, one)| row(words, reader, view, (place, one))).collect_view();
        view! {
            <section class="sheet" aria-labelledby="h-attachments">
                <h2 id="h-attachments">{say!(words, "attachments-title")}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(words: &Words, reader: Reader<'_>, view: &InvoiceView, (place, one): (usize, &Attachment)) -> AnyView {
    let called = name(one).unwrap_or_else(|| say!(words, "attachment-unnamed"));
    let more = one.description.clone().filter(|description| *description != called);
    let called = match (one.size, one.address.as_deref()) {
        (Some(size), _) => {
            let href = links::invoice::attachment(reader.customer, view.id, place);
            let kilobytes = (size.saturating_add(1023)) / 1024;
            let size = say!(words, "attachment-size", n = kilobytes);
            view! { <a href=href>{called}</a><span class="quiet">{size}</span> }.into_any()
        }
        (None, Some(address)) if address.starts_with("https://") => {
            let address = address.to_owned();
            view! { <a href=address rel="noopener noreferrer nofollow">{called}</a> }.into_any()
        }
        (None, address) => {
            let address = address.map(str::to_owned);
            view! { <span>{called}</span><span class="quiet">{address}</span> }.into_any()
        }
    };
    view! { <li class="row"><div class="row-main">{called}<span class="quiet">{more}</span></div></li> }.into_any()
}
