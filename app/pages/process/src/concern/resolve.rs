//! Answering a concern, saying that it is done, saying whether that resolved it, and giving it a theme.

use super::show::{Ids, show};
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
use coplan_domain::{process::ConcernVerdict, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    concern::{self, AnswerConcernForm, ConcernView, JudgeForm, ThemeForm},
    form::{FieldProblem, FieldSpec, Form},
};
use leptos::prelude::*;

/// How much of a concern stands above a form, in characters.
const GIST: usize = 600;

/// Asks what is done about it.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn get_answer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let owner = context.actor()?.person().to_string();
    draw_answer(&portal, &context, of, &AnswerConcernForm { owner, ..AnswerConcernForm::blank(id) }, (&[], false)).await
}

/// Answers it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_answer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AnswerConcernForm>,
) -> Result<Response, PageError> {
    match concern::answer(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::concern::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_answer(&portal, &context, of, &form, (&problems, false)).await,
        Err(Error::Stale(_)) => draw_answer(&portal, &context, of, &form, (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_answer(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &AnswerConcernForm,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (view, colleagues) = concern::begin_answer(portal, context.actor()?, of.0, of.1).await?;
    let options = staff_options::options(words, &colleagues, None);
    let fields = FormView::new(words, form, problems).entries(options).today(view.today).all();
    let said = FormSaid { fields: AnswerConcernForm::FIELDS, problems, stale, title: say!(words, "concern-answer") };
    Ok(answer(context, of, &view, said, (links::concern::answer(of.0, of.1), fields)))
}

/// Says that what was promised is done.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn finish(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    concern::finish(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::concern::show(of.0, of.1)))
}

/// Asks what is missing.
///
/// # Errors
/// [`PageError`] where the reader may not judge it.
pub async fn get_judge(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let form = JudgeForm { verdict: ConcernVerdict::NotYet.to_string(), ..JudgeForm::default() };
    draw_judge(&portal, &context, of, &form, &[]).await
}

/// Says whether it is resolved.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_judge(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<JudgeForm>,
) -> Result<Response, PageError> {
    match concern::judge(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::concern::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_judge(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw_judge(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &JudgeForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = concern::show(portal, context.actor()?, of.0, of.1).await?;
    if !view.concern.is_judged_by(view.reader, view.side) {
        return Err(PageError::NotFound);
    }
    let fields = FormView::new(words, form, problems).all();
    let said = FormSaid { fields: JudgeForm::FIELDS, problems, stale: false, title: say!(words, "concern-judge") };
    Ok(answer(context, of, &view, said, (links::concern::judge(of.0, of.1), fields)))
}

/// Keeps the theme.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_theme(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ThemeForm>,
) -> Result<Response, PageError> {
    match concern::set_theme(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::concern::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => show(&portal, &context, of, Some(form), &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// What is said of a form as a whole.
struct FormSaid<'a> {
    title: String,
    fields: &'static [FieldSpec],
    problems: &'a [FieldProblem],
    stale: bool,
}

fn answer(
    context: &RequestContext,
    of: Ids,
    view: &ConcernView,
    said: FormSaid<'_>,
    (action, drawn): (String, AnyView),
) -> Response {
    let (words, it) = (&context.words, &view.concern);
    let FormSaid { title, fields, problems, stale } = said;
    let first = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "concern-stale")}</p></div> });
    let main = view! {
        <form class="sheet form" method="post" action=action>
            {first}
            <blockquote class="lines" lang=words.foreign(it.language)>{markdown::excerpt(&it.words, GIST)}</blockquote>
            <p class="quiet">{it.by_name.clone()}", "{words.moment(it.at, view.now)}</p>
            {drawn}
            {form_actions(words, links::concern::show(of.0, of.1), say!(words, "concern-send"))}
        </form>
    };
    let crumbs = vec![
        (links::phase::list(of.0), say!(words, "nav-process")),
        (links::concern::show(of.0, of.1), say!(words, "concern-one")),
    ];
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs)
}
