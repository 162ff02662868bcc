//! How an invoice is paid: account, reference, sum and day, each to be copied, and a code for a bank's app.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::CopyButton,
    links,
    parts::{qr, sums},
    say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId},
    money::Money,
    person::Language,
    sepa::{Transfer, grouped, qr_text},
};
use coplan_usecases::{
    Portal,
    invoice::{self, InvoiceView},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// What of the invoice is to be paid, where anything is.
fn transfer(view: &InvoiceView) -> Option<Transfer<'_>> {
    let payment = &view.invoice.payment;
    let means = payment.means.iter().find(|means| !means.is_direct_debit() && means.account.is_some())?;
    let account = means.account.as_deref()?;
    is_to_pay(view).then(|| Transfer {
        payee: payment.payee.as_ref().map_or(&view.invoice.seller.name, |payee| &payee.name),
        account,
        amount: view.open,
        reference: means.reference.as_deref(),
        text: &view.invoice.number,
    })
}

fn is_to_pay(view: &InvoiceView) -> bool {
    view.owed.minor() > 0 && view.open.minor() > 0
}

/// The block; none where nothing is to be paid, or where the invoice names no account.
pub(super) fn sheet(words: &Words, customer: CustomerId, view: &InvoiceView) -> Option<AnyView> {
    let transfer = transfer(view)?;
    let sum = sums::sum(words, view.open);
    let rows = [
        row(words, say!(words, "pay-to"), transfer.payee.to_owned(), None),
        row(words, say!(words, "pay-account"), grouped(transfer.account), Some(transfer.account.replace(' ', ""))),
    ];
    let reference =
        transfer.reference.map(|it| row(words, say!(words, "pay-reference"), it.to_owned(), Some(it.replace(' ', ""))));
    let due = view
        .invoice
        .due_on
        .map(|due| row(words, say!(words, "invoice-due"), words.day(due, view.today), Some(typed_day(words, due))));
    let amount = row(words, say!(words, "pay-sum"), sum, Some(typed(words, view.open)));
    Some(
        view! {
            <section class="sheet" id="pay" aria-labelledby="h-pay">
                <h2 id="h-pay">{say!(words, "pay-how")}</h2>
                <div class="pay-how">
                    <dl class="pay-to">{rows}{reference}{amount}{due}</dl>
                    {qr_text(&transfer).map(|_| code(words, customer, view.id))}
                </div>
            </section>
        }
        .into_any(),
    )
}

/// One fact, with a button that copies it as it is typed elsewhere.
fn row(words: &Words, name: String, value: String, copy: Option<String>) -> AnyView {
    let button = copy.map(|text| {
        let (label, done, refused) = (say!(words, "link-copy"), say!(words, "link-copied"), say!(words, "link-not-copied"));
        let what = name.clone();
        view! { <CopyButton text=text what=what label=label done=done refused=refused/> }
    });
    let class = if button.is_some() { "copy" } else { "" };
    view! { <div><dt>{name}</dt><dd><span class=class>{value}</span>{button}</dd></div> }.into_any()
}

/// A sum as a bank's form takes it: without currency, and without anything between thousands.
pub(super) fn typed(words: &Words, sum: Money) -> String {
    let plain = sum.to_decimal().to_string();
    // The reader's sign between whole and fraction, as it is on the page.
    let point = words.decimal("0.5").chars().find(|letter| !letter.is_ascii_digit()).unwrap_or('.');
    plain.replace('.', &point.to_string())
}

/// The code for a bank's app. It is a file of its own, fetched once it is seen: most readers pay otherwise.
#[must_use]
pub fn code(words: &Words, customer: CustomerId, invoice: InvoiceId) -> AnyView {
    let address = links::invoice::pay_code(customer, invoice);
    view! {
        <figure class="pay-code">
            <img class="qr" src=address alt=say!(words, "pay-code") width="192" height="192" loading="lazy"/>
            <figcaption class="quiet">{say!(words, "pay-code-means")}</figcaption>
        </figure>
    }
    .into_any()
}

/// The code as a drawing (EPC069-12).
///
/// # Errors
/// [`PageError`]; not found also where nothing is to be paid by a transfer in euros.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, invoice)): PathIds<(CustomerId, InvoiceId)>,
) -> Result<Response, PageError> {
    let view = invoice::show(&portal, context.actor()?, customer, invoice).await?;
    let text = transfer(&view).and_then(|transfer| qr_text(&transfer));
    let svg = text.and_then(|text| qr::svg(&text)).ok_or(PageError::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "private, no-cache")];
    Ok((headers, svg).into_response())
}

/// A day as a form elsewhere takes it: "2026-12-10", "10.12.2026".
fn typed_day(words: &Words, day: Date) -> String {
    match words.language() {
        Language::Fi => day.strftime("%-d.%-m.%Y").to_string(),
        Language::En | Language::Sv => day.to_string(),
    }
}
