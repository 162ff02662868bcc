//! What is done about feedback: promised with a name and a day, or told.

use super::title;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links,
    parts::markdown,
    say,
    shared::{
        project_editor::{FormPage, form_actions},
        staff_options,
    },
};
use coplan_domain::{
    id::{CustomerId, FeedbackId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    feedback::{self, AnswerFeedbackForm, FeedbackView, PromiseForm},
    form::{FieldProblem, FieldSpec, Form},
};
use leptos::prelude::*;

type Ids = (CustomerId, FeedbackId);

/// How much of what was said stands above a form, in characters.
const GIST: usize = 600;

/// Asks what is promised.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get_promise(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let owner = context.actor()?.person().to_string();
    draw_promise(&portal, &context, of, &PromiseForm { owner, ..PromiseForm::blank(id) }, (&[], false)).await
}

/// Promises it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_promise(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<PromiseForm>,
) -> Result<Response, PageError> {
    match feedback::promise(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::feedback::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_promise(&portal, &context, of, &form, (&problems, false)).await,
        Err(Error::Stale(_)) => draw_promise(&portal, &context, of, &form, (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_promise(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &PromiseForm,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (view, colleagues) = feedback::begin_promise(portal, context.actor()?, of.0, of.1).await?;
    let options = staff_options::options(words, &colleagues, None);
    let fields = FormView::new(words, form, problems).entries(options).today(view.today);
    let (action, keep) = (links::feedback::promise(of.0, of.1), say!(words, "follow-up-promise"));
    let main = sheet(context, of, &view, action, fields.all(), keep, stale);
    Ok(answer(context, of, &view, &FormSaid { fields: PromiseForm::FIELDS, problems, stale }, main))
}

/// Asks what was done.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get_answer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    draw_answer(&portal, &context, of, &AnswerFeedbackForm::blank(id), (&[], false)).await
}

/// Tells it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_answer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AnswerFeedbackForm>,
) -> Result<Response, PageError> {
    match feedback::answer(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::feedback::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_answer(&portal, &context, of, &form, (&problems, false)).await,
        Err(Error::Stale(_)) => draw_answer(&portal, &context, of, &form, (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_answer(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &AnswerFeedbackForm,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = feedback::begin_answer(portal, context.actor()?, of.0, of.1).await?;
    let fields = FormView::new(words, form, problems);
    let (action, keep) = (links::feedback::answer(of.0, of.1), say!(words, "feedback-answer"));
    let main = sheet(context, of, &view, action, fields.all(), keep, stale);
    Ok(answer(context, of, &view, &FormSaid { fields: AnswerFeedbackForm::FIELDS, problems, stale }, main))
}

fn sheet(
    context: &RequestContext,
    of: Ids,
    view: &FeedbackView,
    action: String,
    fields: AnyView,
    keep: String,
    stale: bool,
) -> AnyView {
    let words = &context.words;
    let said = markdown::excerpt(&title(words, &view.feedback), GIST);
    let stale = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "feedback-stale")}</p></div> });
    view! {
        <form class="sheet form" method="post" action=action>
            {stale}
            <blockquote class="lines" lang=words.foreign(view.feedback.language)>{said}</blockquote>
            <p class="quiet">{view.feedback.by_name.clone()}", "{words.moment(view.feedback.at, view.now)}</p>
            {fields}
            {form_actions(words, links::feedback::show(of.0, of.1), keep)}
        </form>
    }
    .into_any()
}

/// What is said of a form as a whole.
struct FormSaid<'a> {
    fields: &'static [FieldSpec],
    problems: &'a [FieldProblem],
    stale: bool,
}

fn answer(context: &RequestContext, of: Ids, view: &FeedbackView, said: &FormSaid<'_>, main: AnyView) -> Response {
    let words = &context.words;
    let crumbs = vec![(links::feedback::list(of.0), say!(words, "nav-feedback"))];
    let FormSaid { fields, problems, stale } = *said;
    let page = FormPage { title: say!(words, "feedback-do"), fields, problems, stale, main };
    page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs)
}
