//! A question about an invoice on the page of its discussion: what is questioned, how far it is, and what each side can do.

use super::{
    page_form::{Refused, SubmittedPage, proceed},
    reply, show,
};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::question::{chip, questioned},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    question::{QuestionReason, QuestionState},
};
use coplan_usecases::{
    Error, Portal,
    question::QuestionView,
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
