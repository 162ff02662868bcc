//! Answering a question, with what was answered before in its place; and withdrawing it.

use super::list::reasons;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::{
    id::{CustomerId, QuestionId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    knowledge::{self, AnswerQuestionForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, QuestionId);

/// Asks for the answer.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, &[]).await
}

/// Keeps the answer.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AnswerQuestionForm>,
) -> Result<Response, PageError> {
    match knowledge::answer(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::knowledge::list(of.0)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Withdraws the question.
///
/// # Errors
/// [`PageError`] where the reader may not ask.
pub async fn withdraw(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    knowledge::withdraw(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::knowledge::list(of.0)))
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<AnswerQuestionForm>,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let (view, question) = knowledge::show(portal, context.actor()?, of.0, of.1).await?;
    let known = question.answer.as_ref().or(question.earlier.as_ref());
    let form = typed.unwrap_or_else(|| AnswerQuestionForm {
        answer: known.map(|known| known.words.clone()).unwrap_or_default(),
        ..AnswerQuestionForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into())
    });
    let before = known.map(|known| {
        let said = say!(words, "background-before", name = known.by.clone(), day = words.moment(known.at, view.now));
        view! { <p class="quiet">{said}</p> }
    });
    let fields = FormView::new(words, &form, problems);
    let main = view! {
        <form class="sheet" method="post" action=links::knowledge::answer(of.0, of.1)>
            <div class="form">
                <p>{reasons(words, &question, view.today)}</p>
                {before}
                {fields.all()}
                {form_actions(words, links::knowledge::list(of.0), say!(words, "background-respond"))}
            </div>
        </form>
    };
    let crumbs = vec![(links::knowledge::list(of.0), say!(words, "nav-knowledge"))];
    let (title, fields) = (question.said.words.clone(), AnswerQuestionForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
