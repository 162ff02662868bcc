//! How one person found one contact: why, and what the supplier says to it.

use super::{about, channel, href, rating};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    shared::project_editor::{FormPage, form_actions},
    words::Words,
};
use coplan_domain::id::{CustomerId, MomentId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    journey::{self, AnswerMomentForm, MomentView, MomentWordsForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, MomentId);

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = journey::show(&portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context.words, of, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "moment-title"), "page", main)
    }))
}

fn page(words: &Words, of: Ids, view: &MomentView, contact: AnyView) -> AnyView {
    let moment = &view.moment;
    let why = (!moment.words.is_empty()).then(|| {
        view! { <blockquote class="lines" lang=words.foreign(moment.language)>{moment.words.clone()}</blockquote> }
    });
    let answered = moment.answer.as_ref().map(|answer| {
        let by = format!("{}, {}", answer.by, words.moment(answer.at, view.now));
        view! {
            <h3>{say!(words, "moment-answered")}</h3>
            <blockquote class="lines" lang=words.foreign(answer.language)>{answer.words.clone()}</blockquote>
            <p class="quiet">{by}</p>
        }
    });
    let waits = moment.waits().then(|| view! { <p><span class="badge">{say!(words, "moment-waits-answer")}</span></p> });
    let say_why = view.is_own.then(|| {
        let said = if moment.words.is_empty() { say!(words, "moment-say") } else { say!(words, "moment-say-otherwise") };
        view! { <a class="button" href=links::journey::say(of.0, of.1)>{said}</a> }
    });
    let answer = (view.may_answer && moment.waits()).then(|| {
        view! { <a class="button main" href=links::journey::answer(of.0, of.1)>{say!(words, "moment-answer-it")}</a> }
    });
    let by = format!("{}, {}", moment.by_name, words.moment(moment.at, view.now));
    view! {
        <div class="page-head">
            {crumbs(words, of)}
            <h1>{say!(words, "moment-title")}</h1>
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-moment">
                <h2 id="h-moment">{touched(words, of, view)}</h2>
                <p class="meeting-when">{rating(words, moment)}</p>
                <p class="quiet">{by}</p>
                {why}
                {answered}
                {waits}
                <p class="actions">{answer}{say_why}</p>
            </section>
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn crumbs(words: &Words, of: Ids) -> AnyView {
    view! {
        <nav class="crumbs" aria-label=say!(words, "way-back")>
            <a href=links::contact::list(of.0)>{say!(words, "contact-title")}</a>
            <a href=links::journey::show(of.0)>{say!(words, "journey-title")}</a>
        </nav>
    }
    .into_any()
}

/// The contact in one line that leads to it.
fn touched(words: &Words, of: Ids, view: &MomentView) -> AnyView {
    let touch = &view.touch;
    let said = format!("{}: {}", channel(words, touch.channel), about(words, touch));
    view! { <a href=href(of.0, touch) lang=touch.language.and_then(|language| words.foreign(language))>{said}</a> }.into_any()
}

/// Asks why.
///
/// # Errors
/// [`PageError::NotFound`] for what somebody else said.
pub async fn get_words(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = journey::show(&portal, context.actor()?, of.0, of.1).await?;
    let form = MomentWordsForm { words: view.moment.words.clone() };
    draw_words(&context, of, &view, &form, &[])
}

/// Keeps it.
///
/// # Errors
/// The same.
pub async fn post_words(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<MomentWordsForm>,
) -> Result<Response, PageError> {
    match journey::say(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::journey::moment(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let view = journey::show(&portal, context.actor()?, of.0, of.1).await?;
            draw_words(&context, of, &view, &form, &problems)
        }
        Err(error) => Err(error.into()),
    }
}

fn draw_words(
    context: &RequestContext,
    of: Ids,
    view: &MomentView,
    form: &MomentWordsForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    if !view.is_own {
        return Err(PageError::NotFound);
    }
    let words = &context.words;
    let main = view! {
        <form class="sheet form" method="post" action=links::journey::say(of.0, of.1)>
            <p>{touched(words, of, view)}</p>
            <p>{rating(words, &view.moment)}</p>
            {FormView::new(words, form, problems).all()}
            {form_actions(words, links::journey::moment(of.0, of.1), say!(words, "save"))}
        </form>
    };
    let crumbs = vec![(links::journey::show(of.0), say!(words, "journey-title"))];
    let (title, fields) = (say!(words, "moment-say"), MomentWordsForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}

/// Asks what the supplier says to it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get_answer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = journey::show(&portal, context.actor()?, of.0, of.1).await?;
    let form = AnswerMomentForm { rated_at: view.moment.at.as_millisecond(), answer: String::new() };
    draw_answer(&context, of, &view, &form, (&[], false))
}

/// Keeps it.
///
/// # Errors
/// The same.
pub async fn post_answer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AnswerMomentForm>,
) -> Result<Response, PageError> {
    let (problems, stale) = match journey::answer(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => return Ok(Redirect::to(&links::journey::moment(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => (problems, false),
        Err(Error::Stale(_)) => (Vec::new(), true),
        Err(error) => return Err(error.into()),
    };
    let view = journey::show(&portal, context.actor()?, of.0, of.1).await?;
    // After a conflict the form goes on from what holds now.
    let rated_at = if stale { view.moment.at.as_millisecond() } else { form.rated_at };
    draw_answer(&context, of, &view, &AnswerMomentForm { rated_at, ..form }, (&problems, stale))
}

fn draw_answer(
    context: &RequestContext,
    of: Ids,
    view: &MomentView,
    form: &AnswerMomentForm,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    if !view.may_answer {
        return Err(PageError::NotResponsible);
    }
    let (words, moment) = (&context.words, &view.moment);
    let notice = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "moment-stale")}</p></div> });
    let why = (!moment.words.is_empty()).then(|| {
        view! { <blockquote class="lines" lang=words.foreign(moment.language)>{moment.words.clone()}</blockquote> }
    });
    let main = view! {
        <form class="sheet form" method="post" action=links::journey::answer(of.0, of.1)>
            {notice}
            <p>{touched(words, of, view)}</p>
            <p>{rating(words, moment)}" "<span class="quiet">{moment.by_name.clone()}</span></p>
            {why}
            {FormView::new(words, form, problems).all()}
            {form_actions(words, links::journey::moment(of.0, of.1), say!(words, "moment-send"))}
        </form>
    };
    let crumbs = vec![(links::journey::show(of.0), say!(words, "journey-title"))];
    let (title, fields) = (say!(words, "moment-answer-it"), AnswerMomentForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
