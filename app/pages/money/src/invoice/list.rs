//! A customer's invoices, newest first, and what is open.

use super::{approve, spend, take_away};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, invoice::ListQuery},
    parts::{pager::Pager, sums},
    say,
    shared::question::chip,
    words::Words,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal, Turn,
    invoice::{self, InvoiceBrief, InvoiceKey, InvoiceList},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// About how many bytes an invoice takes on the page.
const ROW_BYTES: usize = 700;

/// Shows the list.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<ListQuery>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let list = invoice::list(&portal, context.actor()?, customer, &query.asked()).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    let rows = list.invoices.len();
    layout::answer_long(&context, StatusCode::OK, rows * ROW_BYTES, || {
        let title = say!(context.words, "invoices-title");
        let main = page(&context, customer, &list, done, frame.contact_card(&context.words));
        frame.page(title, "page", main)
    })
    .await
}

fn page(context: &RequestContext, customer: CustomerId, list: &InvoiceList, done: Option<Flash>, contact: AnyView) -> AnyView {
    let words = &context.words;
    let is_staff = context.actor.as_ref().is_some_and(|actor| actor.staff().is_some());
    let import = list.may_import.then(
        || view! { <p class="actions"><a class="button main" href=links::import::upload()>{say!(words, "import-title")}</a></p> },
    );
    let told = (is_staff && done == Some(Flash::Withdrawn))
        .then(|| view! { <div class="notice good" role="status"><p>{say!(words, "invoice-taken-back")}</p></div> });
    let table = if list.open.is_empty() {
        let (strong, text) = (say!(words, "invoices-none"), say!(words, "invoices-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }.into_any()
    } else {
        view! { {open(words, list, is_staff)} {spend::sheet(words, customer, list)} {table(words, customer, list)} {take_away::sheet(words, customer)} }.into_any()
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "invoice-way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "invoices-title")}</h1>
            {told}
            {import}
        </div>
        <div class="page-main">{uninvoiced(words, customer, list)}{packages(words, customer, list, is_staff)}{table}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// The way to the service packages, where the customer has any or its person may say so; where another one would cost less,
/// that is said.
fn packages(words: &Words, customer: CustomerId, list: &InvoiceList, is_staff: bool) -> Option<AnyView> {
    let (has_any, is_suggested) = list.packages;
    (has_any || is_staff).then(|| {
        let said = if is_suggested { say!(words, "package-could-save") } else { say!(words, "package-title") };
        let class = if is_suggested { "notice" } else { "" };
        view! { <p class=class><a href=links::package::show(customer)>{said}</a></p> }.into_any()
    })
}

/// What the next invoice will be made of, where that is known.
fn uninvoiced(words: &Words, customer: CustomerId, list: &InvoiceList) -> Option<AnyView> {
    list.uninvoiced.map(|minutes| {
        let said = say!(words, "work-uninvoiced", time = words.work_time(minutes));
        view! { <p class="notice"><a href=links::work::list(customer)>{said}</a></p> }.into_any()
    })
}

fn open(words: &Words, list: &InvoiceList, is_staff: bool) -> AnyView {
    let sums = list.open.iter().map(|open| open.sum).filter(|sum| !sum.is_zero()).map(|open| {
        let favour = (open.minor() < 0).then(|| {
            let favour = if is_staff { say!(words, "invoices-in-favour-staff") } else { say!(words, "invoices-in-favour") };
            view! { <p class="quiet">{favour}</p> }
        });
        view! { <p class="sum">{sums::sum(words, open)}</p> {favour} }
    });
    let sums = sums.collect_view();
    let nothing = list.open.iter().all(|open| open.sum.is_zero()).then(|| view! { <p>{sums::nothing(words, &list.open)}</p> });
    view! {
        <section class="sheet" aria-labelledby="h-open">
            <h2 id="h-open">{say!(words, "invoices-open")}</h2>
            {sums}{nothing}
        </section>
    }
    .into_any()
}

fn table(words: &Words, customer: CustomerId, list: &InvoiceList) -> AnyView {
    let rows = list.invoices.iter().map(|invoice| row(words, customer, invoice, list)).collect_view();
    let title = list.month.map_or_else(
        || say!(words, "invoices-all"),
        |month| say!(words, "invoices-of-month", month = spend::month_name(words, month, list.today)),
    );
    let all = list.month.map(|_| {
        let href = links::invoice::list_page(customer, None, &Turn::First);
        view! { <a class="edit" href=href>{say!(words, "invoices-show-all")}</a> }
    });
    let table = if list.invoices.is_empty() {
        view! { <p class="quiet">{say!(words, "invoices-none-in-month")}</p> }.into_any()
    } else {
        view! {
            <table class="table invoices-table">
                <thead><tr>
                    <th scope="col">{say!(words, "invoice-column")}</th>
                    <th scope="col">{say!(words, "invoice-dated")}</th>
                    <th scope="col">{say!(words, "invoice-due")}</th>
                    <th scope="col" class="num">{say!(words, "invoice-sum")}</th>
                    <th scope="col" class="num">{say!(words, "invoice-open")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="sheet" aria-labelledby="h-all">
            <div class="sheet-head"><h2 id="h-all">{title}</h2>{all}</div>
            {table}
            {pager(words, customer, list)}
        </section>
    }
    .into_any()
}

fn pager(words: &Words, customer: CustomerId, list: &InvoiceList) -> Option<AnyView> {
    let page = |turn: Turn<InvoiceKey>| links::invoice::list_page(customer, list.month, &turn);
    let (before, after) = (list.before.map(|key| page(Turn::Before(key))), list.after.map(|key| page(Turn::After(key))));
    Pager { before, after, newer: say!(words, "invoices-newer"), older: say!(words, "invoices-older") }.draw(words)
}

fn row(words: &Words, customer: CustomerId, invoice: &InvoiceBrief, list: &InvoiceList) -> AnyView {
    let today = list.today;
    let day = |day: Date| view! { <time datetime=day.to_string()>{words.day(day, today)}</time> };
    let late = invoice.open.minor() > 0 && invoice.due_on.is_some_and(|due| due < today);
    let due = invoice.due_on.filter(|_| invoice.due.minor() > 0).map(|due| {
        let late = late.then(|| view! { " " <span class="status late">{say!(words, "invoice-late")}</span> });
        view! { {day(due)} {late} }
    });
    let open = if invoice.open.is_zero() && invoice.due.is_zero() && !invoice.owed.is_zero() {
        view! { <span class="status done">{sums::not_for_payment(words, &invoice.kind)}</span> }.into_any()
    } else if invoice.open.is_zero() {
        view! { <span class="status done">{say!(words, "invoice-paid")}</span> }.into_any()
    } else {
        sums::sum(words, invoice.open).into_any()
    };
    let href = links::invoice::show(customer, invoice.id);
    let decided = invoice.decision.map(|decision| approve::chip(words, decision));
    let asked = list.questions.iter().filter(|question| question.invoice == invoice.id).map(|question| {
        let href = links::thread::show(customer, question.thread);
        view! { <a href=href>{chip(words, question.state)}</a> }
    });
    let asked = asked.collect_view();
    view! {
        <tr>
            <th scope="row">
                <a href=href>{sums::kind(words, &invoice.kind, &invoice.number)}</a>
                <span class="line-more">{decided}{asked}</span>
            </th>
            <td data-label=say!(words, "invoice-dated")>{day(invoice.issued_on)}</td>
            <td data-label=say!(words, "invoice-due")>{due}</td>
            <td class="num" data-label=say!(words, "invoice-sum")><strong>{sums::sum(words, invoice.owed)}</strong></td>
            <td class="num" data-label=say!(words, "invoice-open")>{open}</td>
        </tr>
    }
    .into_any()
}
