//! A customer's reports, the latest first.

use crate::agreement;
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::report_title::title,
    say,
    words::Words,
};
use coplan_domain::{id::CustomerId, report::Report};
use coplan_usecases::{
    Portal,
    report::{self, ReportList},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let list = report::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context.words, customer, &list, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-reports"), "page", main)
    }))
}

/// How far a report is.
pub(super) fn state(words: &Words, report: &Report, today: Date) -> AnyView {
    match &report.published {
        None => view! { <span class="badge">{say!(words, "report-is-draft")}</span> }.into_any(),
        Some(published) => {
            let day = words.day(words.day_of(published.at), today);
            view! { <span class="status done">{say!(words, "report-published-on", day = day)}</span> }.into_any()
        }
    }
}

fn page(words: &Words, customer: CustomerId, list: &ReportList, contact: AnyView) -> AnyView {
    let draft = list.may_draft.then(|| {
        view! { <p class="actions"><a class="button main" href=links::report::draft(customer)>{say!(words, "report-draft")}</a></p> }
    });
    let rhythm = list.may_draft.then(|| {
        view! {
            <p class="quiet">
                {super::rhythm::in_short(words, list.rhythm)}" "
                <a href=links::report::rhythm(customer)>{say!(words, "rhythm-title")}</a>
            </p>
        }
    });
    let body = if list.reports.is_empty() {
        let (strong, text) = (say!(words, "report-none"), say!(words, "report-none-text"));
        view! { <div class="empty"><p><strong>{strong}</strong>{text}</p></div> }.into_any()
    } else {
        let rows = list.reports.iter().map(|report| {
            view! {
                <li>
                    <a href=links::report::show(customer, report.id)>{title(words, report.span)}</a>
                    {state(words, report, list.today)}
                </li>
            }
        });
        view! { <ul class="waiting">{rows.collect_view()}</ul> }.into_any()
    };
    let agreement = agreement::sheet(words, customer, list.agreement.as_ref(), list.may_draft, list.today);
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-reports")}</h1>
            <p class="lead">{say!(words, "report-lead")}</p>
            {draft}
            {rhythm}
        </div>
        <div class="page-main">{agreement}<section class="sheet" aria-label=say!(words, "nav-reports")>{body}</section></div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}
