//! The page of one answer: where the plan leads for further requests, and where an answer comes back that was not taken.

use super::{Picks, said};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::id::{CustomerId, ProjectId, TaskId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    project::{self, ProjectView, TaskView},
    request::{self, AnswerForm, Meanwhile},
};
use jiff::Timestamp;
use leptos::prelude::*;

type Ids = (CustomerId, ProjectId, TaskId);

/// The origin of a form on the plan.
pub const PLAN: &str = "plan";

/// What the page says besides what is asked.
enum Told {
    Nothing,
    /// What is wrong.
    Problems(Vec<FieldProblem>),
    /// It was to be done without an answer.
    Needed,
    /// Something else is asked now.
    Changed,
    /// Somebody else has answered.
    Answered,
}

impl Told {
    fn status(&self) -> StatusCode {
        match self {
            Self::Nothing => StatusCode::OK,
            Self::Problems(_) | Self::Needed => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Changed | Self::Answered => StatusCode::CONFLICT,
        }
    }
}

/// Asks for the answer; once there is one, shows it.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<Ids>,
) -> Result<Response, PageError> {
    // The plan leads members here, the project the supplier's people.
    let origin = if context.actor()?.staff().is_some() { "" } else { PLAN };
    let form = AnswerForm { origin: origin.to_owned(), ..AnswerForm::default() };
    draw(&portal, &context, ids, form, Told::Nothing).await
}

/// Takes the answer.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<Ids>,
    Submitted(form): Submitted<AnswerForm>,
) -> Result<Response, PageError> {
    let (customer, _, id) = ids;
    let told = match request::answer(&portal, context.actor()?, customer, id, &form).await {
        Ok(_) if form.origin == PLAN => return Ok(Redirect::to(&links::plan::answered(customer, id)).into_response()),
        Ok(project) => return Ok(Redirect::to(&back(customer, project, id, &form.origin)).into_response()),
        Err(Error::Invalid(problems)) => Told::Problems(problems),
        Err(Error::Stale(met)) => match *met {
            Meanwhile::Answered(_) => Told::Answered,
            Meanwhile::Changed => Told::Changed,
        },
        Err(error) => return Err(error.into()),
    };
    draw(&portal, &context, ids, form, told).await
}

/// Says that a task is done only with its answer, and asks for it.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn need_answer(portal: &Portal, context: &RequestContext, ids: Ids, origin: &str) -> Result<Response, PageError> {
    let form = AnswerForm { origin: origin.to_owned(), ..AnswerForm::default() };
    draw(portal, context, ids, form, Told::Needed).await
}

/// The page that it was sent from.
pub(super) fn back(customer: CustomerId, project: ProjectId, task: TaskId, origin: &str) -> String {
    if origin == PLAN { links::plan::show(customer) } else { links::project::task(customer, project, task) }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    (customer, project, id): Ids,
    form: AnswerForm,
    told: Told,
) -> Result<Response, PageError> {
    let view = project::show(portal, context.actor()?, customer, project).await?;
    let task = view.tasks.iter().find(|task| task.id == id).ok_or(PageError::NotFound)?;
    let asked = task.request.as_ref().ok_or(PageError::NotFound)?;
    if !task.may_move {
        return Err(PageError::NotResponsible);
    }
    // What is drawn is asked now; a choice of what was asked before means something else.
    let choice = if matches!(told, Told::Changed) { String::new() } else { form.choice };
    let form = AnswerForm { version: asked.revision, choice, ..form };
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let now = portal.clock.now();
    Ok(layout::answer(context, told.status(), || {
        let main = main(&context.words, &view, task, &form, &told, now);
        frame.page(task.name.clone(), "page narrow", main)
    }))
}

fn main(words: &Words, view: &ProjectView, task: &TaskView, form: &AnswerForm, told: &Told, now: Timestamp) -> AnyView {
    let problems: &[FieldProblem] = if let Told::Problems(problems) = told { problems } else { &[] };
    let why = (!task.why.is_empty()).then(|| view! { <p class="lead lines">{task.why.clone()}</p> });
    let summary = problem::summary(words, AnswerForm::FIELDS, problems);
    let notice = match told {
        Told::Nothing | Told::Problems(_) => None,
        Told::Needed => Some(say!(words, "answer-needed")),
        Told::Changed => Some(say!(words, "answer-changed")),
        Told::Answered => Some(say!(words, "answer-meanwhile")),
    };
    let notice = notice.map(|said| view! { <div class="notice warn" role="alert"><p>{said}</p></div> });
    let body = match (&task.answer, &task.request) {
        (Some(answer), _) => {
            let undo =
                task.undo_until.map(|until| super::undo_form(words, (view.customer, view.id, task.id), (until, now), false));
            let own = matches!(told, Told::Answered).then(|| unsent(words, form)).flatten();
            view! { <section class="sheet" aria-label=say!(words, "answer-choice")>{said(words, answer, (now, view.today))}{undo}</section>{own} }.into_any()
        }
        (None, Some(request)) => {
            let action = links::request::answer(view.customer, view.id, task.id);
            let leave = back(view.customer, view.id, task.id, &form.origin);
            let cancel = view! { <a class="button plain" href=leave>{say!(words, "cancel")}</a> }.into_any();
            let picks = Picks { request, form, problems, today: view.today, action, alone: true, binds: view.internal.is_none() };
            let told_us = view.internal.is_some().then(|| view! { <p>{say!(words, "answer-record-lead")}</p> });
            view! { <section class="sheet" aria-label=say!(words, "answer-choice")>{told_us}{picks.draw(words, Some(cancel))}</section> }
                .into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(view.customer)>{say!(words, "nav-plan")}</a>
                <a href=links::project::show(view.customer, view.id)>{view.name.clone()}</a>
            </nav>
            <h1>{task.name.clone()}</h1>
            {why}
            {notice}
            {summary}
        </div>
        <div class="page-main">{body}</div>
    }
    .into_any()
}

/// The note of an answer that came second, to be copied from here.
fn unsent(words: &Words, form: &AnswerForm) -> Option<AnyView> {
    (!form.note.trim().is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-unsent">
                <h2 id="h-unsent">{say!(words, "answer-note-unsent")}</h2>
                <p class="lines">{form.note.clone()}</p>
            </section>
        }
        .into_any()
    })
}
