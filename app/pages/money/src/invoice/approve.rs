//! What the customer decided of an invoice: approved for payment or objected to, by whom, when, about which file.

use super::show::{Drawn, Reader, show};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId},
    question::ApprovalDecision,
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    invoice::{self, ApprovalForm, ApprovalRow, InvoiceView},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// A decision as it was typed, with why it was not taken.
pub(super) struct Refused {
    pub form: ApprovalForm,
    pub problems: Vec<FieldProblem>,
    /// Whether somebody else decided meanwhile.
    pub stale: bool,
}

/// Keeps what the reader decides.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, InvoiceId)>,
    Submitted(form): Submitted<ApprovalForm>,
) -> Result<Response, PageError> {
    let title = say!(context.words, "approval-objection");
    let (problems, stale, status) = match invoice::decide(&portal, context.actor()?, of.0, of.1, (&form, &title)).await {
        Ok(()) => return Ok(Redirect::to(&links::invoice::approval(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => (problems, false, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Stale(_)) => (Vec::new(), true, StatusCode::CONFLICT),
        Err(error) => return Err(error.into()),
    };
    let drawn = Drawn { approval: Some(Refused { form, problems, stale }), ..Drawn::new(&portal, &context) };
    show(&portal, &context, of, status, drawn).await
}

/// What was decided, and the form; nothing where there is neither.
pub(super) fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView, drawn: &Drawn, now: Timestamp) -> Option<AnyView> {
    (view.may_approve || !view.approvals.is_empty()).then(|| {
        let newest = view.approvals.first().map(|row| said(words, row, now));
        let none = view.approvals.is_empty().then(|| view! { <p class="quiet">{say!(words, "approval-none")}</p> });
        let before = (view.approvals.len() > 1).then(|| {
            let rows = view.approvals.iter().skip(1).map(|row| view! { <li class="row">{said(words, row, now)}</li> });
            view! {
                <details class="more tight">
                    <summary>{say!(words, "approval-before")}</summary>
                    <ul class="rows">{rows.collect_view()}</ul>
                </details>
            }
        });
        let form = view.may_approve.then(|| form(words, reader, view, drawn));
        view! {
            <section class="sheet" aria-labelledby="h-approval">
                <h2 id="h-approval">{say!(words, "approval-title")}</h2>
                {newest}{none}{before}{form}
            </section>
        }
        .into_any()
    })
}

/// What was decided, as word, shape and colour.
#[must_use]
pub fn chip(words: &Words, decision: ApprovalDecision) -> AnyView {
    match decision {
        ApprovalDecision::Approved => view! { <span class="status good">{say!(words, "approval-approved")}</span> }.into_any(),
        ApprovalDecision::Objected => view! { <span class="status bad">{say!(words, "approval-objected")}</span> }.into_any(),
    }
}

fn said(words: &Words, row: &ApprovalRow, now: Timestamp) -> AnyView {
    let who = format!("{}, {}", row.by, words.moment(row.at, now));
    let text = |text: &String| (!text.is_empty()).then(|| text.clone());
    let facts = [
        (say!(words, "approval-reference-short"), text(&row.reference)),
        (say!(words, "approval-reason"), text(&row.reason)),
        (say!(words, "approval-document"), Some(row.document_hash.clone())),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| value.map(|value| view! { <dt>{name}</dt><dd>{value}</dd> }));
    view! { <p>{chip(words, row.decision)}" "<span class="quiet">{who}</span></p><dl class="facts">{facts.collect_view()}</dl> }
        .into_any()
}

fn form(words: &Words, reader: Reader<'_>, view: &InvoiceView, drawn: &Drawn) -> AnyView {
    let seen = view.approvals.first();
    let fresh = ApprovalForm::suggested(drawn.approval_id, seen.map(|row| row.id));
    let refused = drawn.approval.as_ref();
    // What was typed is kept; decided upon is what is read now.
    let typed =
        refused.map_or_else(|| fresh.clone(), |refused| ApprovalForm { seen: fresh.seen.clone(), ..refused.form.clone() });
    let problems = refused.map(|refused| refused.problems.as_slice()).unwrap_or_default();
    let stale = refused.is_some_and(|refused| refused.stale).then(|| {
        view! { <p class="notice warn" role="alert">{say!(words, "approval-stale")}</p> }
    });
    let fields = FormView::new(words, &typed, problems);
    let summary = if seen.is_some() { say!(words, "approval-again") } else { say!(words, "approval-decide") };
    view! {
        <details class="more" open=refused.is_some()>
            <summary>{summary}</summary>
            <form class="form" method="post" action=links::invoice::decide(reader.customer, view.id)>
                {stale}
                {fields.all()}
                <div class="actions end"><button class="button main">{say!(words, "save")}</button></div>
            </form>
        </details>
    }
    .into_any()
}
