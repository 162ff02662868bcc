//! A question about an invoice on the page of its discussion: what is questioned, how far it is, and what each side can do.

use super::{
    page_form::{Refused, SubmittedPage, proceed},
    reply, show,
};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    pages::invoice::{sums, units},
    say,
    words::Words,
};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    question::{QuestionReason, QuestionState},
};
use coplan_usecases::{
    Error, Portal,
    question::{QuestionView, Questioned},
    thread::{self, ResolveForm, ThreadView},
};
use leptos::prelude::*;

/// Replies, which explains what is asked.
///
/// # Errors
/// [`PageError`] where the reader may not, and where nothing is asked of an invoice.
pub(super) async fn explain(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    let form = typed.reply.as_ref().ok_or(PageError::BadRequest)?;
    let said = thread::explain(&portal, context.actor()?, customer, id, form).await;
    reply::after(&portal, &context, (customer, id), typed, said).await
}

/// Replies, which promises to credit what is asked.
///
/// # Errors
/// [`PageError`] where the reader may not, and where nothing is asked of an invoice.
pub(super) async fn promise_credit(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    let form = typed.reply.as_ref().ok_or(PageError::BadRequest)?;
    let said = thread::promise_credit(&portal, context.actor()?, customer, id, form).await;
    reply::after(&portal, &context, (customer, id), typed, said).await
}

/// Accepts the explanation, which resolves the discussion.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub(super) async fn accept(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    let outcome = say!(context.words, "question-accepted");
    let form = ResolveForm { version: typed.resolve.version, outcome };
    match thread::resolve(&portal, context.actor()?, customer, id, &form).await {
        Ok(()) => proceed(&portal, &context, (customer, id), typed, links::thread::show(customer, id)).await,
        Err(Error::Stale(_)) => show::draw(&portal, &context, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await,
        Err(Error::Invalid(_)) => Err(PageError::BadRequest),
        Err(error) => Err(error.into()),
    }
}

/// How far a question is, as word, shape and colour.
pub(crate) fn chip(words: &Words, state: QuestionState) -> AnyView {
    let (class, said) = match state {
        QuestionState::Open => ("status at-risk", say!(words, "question-open")),
        QuestionState::Explained => ("status done", say!(words, "question-explained")),
        QuestionState::ToCredit => ("status at-risk", say!(words, "question-to-credit")),
        QuestionState::Credited => ("status good", say!(words, "question-credited")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

fn reason(words: &Words, reason: QuestionReason) -> String {
    match reason {
        QuestionReason::Quantity => say!(words, "question-quantity"),
        QuestionReason::Price => say!(words, "question-price"),
        QuestionReason::NotOrdered => say!(words, "question-not-ordered"),
        QuestionReason::NotReceived => say!(words, "question-not-received"),
        QuestionReason::Twice => say!(words, "question-twice"),
        QuestionReason::Other => say!(words, "question-other"),
    }
}

/// What is questioned, as the invoice states it, in pairs of a name and a value.
pub(crate) fn questioned(words: &Words, questioned: &Questioned) -> AnyView {
    let Some(line) = &questioned.line else {
        return view! { <dt>{say!(words, "invoice-sum")}</dt><dd>{sums::sum(words, questioned.owed)}</dd> }.into_any();
    };
    view! {
        <dt>{say!(words, "line-column")}</dt><dd>{line.name.clone()}</dd>
        <dt>{say!(words, "line-quantity")}</dt><dd>{units::quantity(words, &line.quantity, line.unit.as_deref())}</dd>
        <dt>{say!(words, "line-price")}</dt><dd>{sums::price(words, &line.price.net, line.net.currency())}</dd>
        <dt>{say!(words, "line-net")}</dt><dd>{sums::sum(words, line.net)}</dd>
    }
    .into_any()
}

/// What is questioned and why, and the credit note that settled it.
pub(super) fn facts(words: &Words, customer: CustomerId, view: &QuestionView) -> AnyView {
    let question = &view.question;
    let note = question.credit_note.as_ref().map(|(note, number)| {
        let href = links::invoice::show(customer, *note);
        view! { <dt>{say!(words, "question-credit-note")}</dt><dd><a href=href>{number.clone()}</a></dd> }
    });
    view! {
        <div class="question">
            {chip(words, question.state)}
            <dl class="facts">
                <dt>{say!(words, "question-reason")}</dt><dd>{reason(words, question.reason)}</dd>
                {questioned(words, &view.questioned)}
                {note}
            </dl>
        </div>
    }
    .into_any()
}

/// What the reader's side can say beside a plain reply.
pub(super) fn actions(words: &Words, view: &ThreadView) -> Option<AnyView> {
    let question = &view.question.as_ref()?.question;
    let button = |action: String, said: String| view! { <button class="button" formaction=action>{said}</button> };
    if view.internal.is_some() {
        let explain = button(links::thread::explain(view.customer, view.id), say!(words, "question-explain"));
        let credit = button(links::thread::promise_credit(view.customer, view.id), say!(words, "question-promise-credit"));
        return Some(view! { {explain}{credit} }.into_any());
    }
    let is_explained = question.state == QuestionState::Explained && view.state.resolution.is_none();
    is_explained.then(|| button(links::thread::accept(view.customer, view.id), say!(words, "question-accept")).into_any())
}
