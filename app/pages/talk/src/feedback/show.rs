//! One feedback: what was said, what was promised and done about it, and whether that helped.

use super::{kind, list::state};
use crate::survey;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::room_title,
    say,
    shared::{
        project_editor::{FormPage, form_actions},
        subject,
    },
    words::Words,
};
use coplan_domain::{
    feedback::{Feedback, FeedbackSubject, FollowUp, Helped},
    id::{CustomerId, FeedbackId},
    person::Side,
    thread::{AboutKind, Ball},
};
use coplan_usecases::{
    Error, Portal,
    feedback::{self, FeedbackView, HelpedForm},
    form::{FieldProblem, Form},
    thread::SubjectView,
};
use leptos::prelude::*;

type Ids = (CustomerId, FeedbackId);

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = feedback::show(&portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, of, &view, frame.contact_card(&context.words));
        frame.page(kind(&context.words, view.feedback.kind), "page", main)
    }))
}

fn subject_line(words: &Words, subject: &FeedbackSubject) -> String {
    let invoice = (subject.about.kind == AboutKind::Invoice).then(|| subject.about.id.into());
    subject::line(
        words,
        &SubjectView {
            kind: subject.about.kind,
            id: subject.about.id,
            name: subject.name.clone(),
            part_of: subject.part_of.clone(),
            project: subject.project,
            invoice,
        },
    )
}

fn page(context: &RequestContext, of: Ids, view: &FeedbackView, contact: AnyView) -> AnyView {
    let (words, it) = (&context.words, &view.feedback);
    let about = it.subject.as_ref().map(|subject| say!(words, "thread-new-about", about = subject_line(words, subject)));
    let about = about.map(|about| view! { <p class="quiet">{about}</p> });
    let scored = it.scored.as_ref().map(|scored| {
        let asked = room_title::question(words, &context.supplier, scored);
        let lang = room_title::language(words, scored);
        view! { <p lang=lang>{asked}</p><p><strong>{say!(words, "feedback-score", score = scored.score)}</strong></p> }
    });
    let said = (!it.words.is_empty())
        .then(|| view! { <blockquote class="lines" lang=words.foreign(it.language)>{it.words.clone()}</blockquote> });
    let further = (!view.further.is_empty()).then(|| survey::answered(words, &view.further, words.foreign(it.language)));
    let steps = it.follow_ups.iter().map(|step| follow_up(words, view, step)).collect_view();
    let done = (!it.follow_ups.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-done">
                <h2 id="h-done">{say!(words, "feedback-done")}</h2>
                <ul class="rows">{steps}</ul>
            </section>
        }
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                <a href=links::feedback::list(of.0)>{say!(words, "nav-feedback")}</a>
            </nav>
            <h1>{kind(words, it.kind)}</h1>
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-said">
                <h2 class="unseen" id="h-said">{say!(words, "feedback-said")}</h2>
                <p class="meeting-when">{state(words, it, view.today)}</p>
                {scored}
                {said}
                {further}
                <p class="quiet">{it.by_name.clone()}", "{words.moment(it.at, view.now)}</p>
                {about}
                {next(context, of, view)}
            </section>
            {done}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// What the reader can do now, or what happens next.
fn next(context: &RequestContext, of: Ids, view: &FeedbackView) -> Option<AnyView> {
    let (words, it) = (&context.words, &view.feedback);
    match (it.ball, view.side) {
        (Ball::Supplier, Side::Supplier) if view.may_follow_up => {
            let promise = it.pending().is_none().then(|| {
                view! { <a class="button" href=links::feedback::promise(of.0, of.1)>{say!(words, "follow-up-promise")}</a> }
            });
            Some(
                view! {
                    <p class="actions">
                        <a class="button main" href=links::feedback::answer(of.0, of.1)>{say!(words, "feedback-answer")}</a>
                        {promise}
                    </p>
                }
                .into_any(),
            )
        }
        (Ball::Customer, Side::Customer) => Some(
            view! {
                <p><strong>{say!(words, "feedback-helped")}</strong></p>
                <form class="actions" method="post" action=links::feedback::helped(of.0, of.1)>
                    <button class="button main" name="helped" value=Helped::Yes.as_str()>{say!(words, "feedback-helped-yes")}</button>
                    <a class="button" href=links::feedback::helped(of.0, of.1)>{say!(words, "feedback-helped-no")}</a>
                </form>
            }
            .into_any(),
        ),
        (Ball::Supplier, Side::Customer) => {
            let name = view.layout.responsible.name.clone();
            Some(view! { <p>{say!(words, "feedback-thanks", name = name)}</p> }.into_any())
        }
        _ => None,
    }
}

/// What was promised, what came of it and whether it helped.
fn follow_up(words: &Words, view: &FeedbackView, step: &FollowUp) -> AnyView {
    let promised = (!step.action.is_empty()).then(|| {
        let day = step.due_on.map(|day| words.day(day, view.today)).unwrap_or_default();
        let by = say!(words, "follow-up-by", name = step.owner_name.clone(), day = day);
        view! { <strong lang=words.foreign(step.language)>{step.action.clone()}</strong><span class="quiet">{by}</span> }
    });
    let result = step.result.as_ref().map(|result| {
        let helped = result.helped.as_ref().map(|(helped, said)| {
            let (class, verdict) = match helped {
                Helped::Yes => ("status done", say!(words, "feedback-helped-yes")),
                Helped::No => ("status late", say!(words, "feedback-helped-no")),
            };
            let said = (!said.is_empty())
                .then(|| view! { <p class="lines" lang=words.foreign(view.feedback.language)>{said.clone()}</p> });
            view! { <p><span class=class>{verdict}</span></p>{said} }
        });
        view! {
            <p class="lines" lang=words.foreign(result.language)>{result.words.clone()}</p>
            <span class="quiet">{result.by.clone()}", "{words.moment(result.at, view.now)}</span>
            {helped}
        }
    });
    view! { <li class="row"><div class="row-main">{promised}{result}</div></li> }.into_any()
}

/// Asks whether it helped, and what is missing.
///
/// # Errors
/// [`PageError::NotFound`] for the supplier's people.
pub async fn get_helped(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw_helped(&portal, &context, of, HelpedForm { helped: Helped::No.to_string(), ..HelpedForm::default() }, &[]).await
}

/// Says it.
///
/// # Errors
/// The same.
pub async fn post_helped(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<HelpedForm>,
) -> Result<Response, PageError> {
    match feedback::say_helped(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::feedback::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw_helped(&portal, &context, of, form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// What was done last.
fn last_result(feedback: &Feedback) -> Option<(String, coplan_domain::person::Language)> {
    feedback.follow_ups.iter().rev().find_map(|step| step.result.as_ref()).map(|it| (it.words.clone(), it.language))
}

async fn draw_helped(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: HelpedForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = feedback::show(portal, context.actor()?, of.0, of.1).await?;
    if view.side == Side::Supplier {
        return Err(PageError::NotFound);
    }
    let result = last_result(&view.feedback)
        .map(|(said, language)| view! { <blockquote class="lines" lang=words.foreign(language)>{said}</blockquote> });
    let fields = FormView::new(words, &form, problems);
    let main = view! {
        <form class="sheet form" method="post" action=links::feedback::helped(of.0, of.1)>
            {result}
            {fields.all()}
            {form_actions(words, links::feedback::show(of.0, of.1), say!(words, "feedback-send"))}
        </form>
    };
    let crumbs = vec![(links::feedback::list(of.0), say!(words, "nav-feedback"))];
    let (title, fields) = (say!(words, "feedback-helped"), HelpedForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
