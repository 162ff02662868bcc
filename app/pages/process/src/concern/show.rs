//! One concern: what it is about, what was answered and done, and what its reader can do now.

use super::state;
use axum::{extract::State, response::Response};
use coplan_app::{
    forms::FormView,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    id::{ConcernId, CustomerId},
    process::{ConcernAnswer, ConcernVerdict, ConcernWait},
};
use coplan_usecases::{
    Portal,
    concern::{self, ConcernView, ThemeForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

pub(super) type Ids = (CustomerId, ConcernId);

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    show(&portal, &context, of, None, &[]).await
}

/// Shows it with the theme as it was typed.
pub(super) async fn show(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<ThemeForm>,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let view = concern::show(portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let title = say!(context.words, "concern-one");
    let status = if problems.is_empty() { axum::http::StatusCode::OK } else { axum::http::StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::answer(context, status, || {
        let main = page(context, of, &view, (typed, problems), frame.contact_card(&context.words));
        frame.page(title, "page", main)
    }))
}

fn page(
    context: &RequestContext,
    of: Ids,
    view: &ConcernView,
    (typed, problems): (Option<ThemeForm>, &[FieldProblem]),
    contact: AnyView,
) -> AnyView {
    let (words, it) = (&context.words, &view.concern);
    let steps = it.answers.iter().map(|step| answer(words, view, step)).collect_view();
    let done = (!it.answers.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-done">
                <h2 id="h-done">{say!(words, "concern-done-title")}</h2>
                <ul class="rows">{steps}</ul>
            </section>
        }
    });
    let by = format!("{}, {}", it.by_name, words.moment(it.at, view.now));
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                <a href=links::phase::list(of.0)>{say!(words, "nav-process")}</a>
                <a href=links::phase::at(of.0, it.phase)>{it.phase_name.clone()}</a>
            </nav>
            <h1>{say!(words, "concern-one")}</h1>
            {coplan_app::forms::problem::summary(words, ThemeForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-said">
                <h2 class="unseen" id="h-said">{say!(words, "concern-words")}</h2>
                <p class="meeting-when">{state(words, it, view.today)}</p>
                <blockquote class="lines" lang=words.foreign(it.language)>{it.words.clone()}</blockquote>
                <p class="quiet">{by}</p>
                {next(words, of, view)}
            </section>
            {done}
            {theme(words, of, view, typed, problems)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// What the reader can do now, or what happens next.
fn next(words: &Words, of: Ids, view: &ConcernView) -> AnyView {
    let it = &view.concern;
    let answer = (it.waits == ConcernWait::Answer && view.may_answer).then(|| {
        view! { <a class="button main" href=links::concern::answer(of.0, of.1)>{say!(words, "concern-answer")}</a> }
    });
    let finish = (view.may_finish && it.waits == ConcernWait::Verdict).then(|| {
        view! {
            <form method="post" action=links::concern::finish(of.0, of.1)>
                <button class="button main">{say!(words, "concern-finish")}</button>
            </form>
        }
    });
    let judge = view.may_judge.then(|| {
        view! {
            <p><strong>{say!(words, "concern-judge")}</strong></p>
            <form class="actions" method="post" action=links::concern::judge(of.0, of.1)>
                <button class="button main" name="verdict" value=ConcernVerdict::Resolved.as_str()>{say!(words, "concern-judge-yes")}</button>
                <a class="button" href=links::concern::judge(of.0, of.1)>{say!(words, "concern-judge-no")}</a>
            </form>
        }
    });
    let waits = match it.waits {
        ConcernWait::Answer if !view.may_answer => {
            Some(say!(words, "concern-waits-for", name = view.layout.responsible.name.clone()))
        }
        ConcernWait::Verdict if !view.may_judge => Some(say!(words, "concern-waits-for", name = it.by_name.clone())),
        _ => None,
    };
    let waits = waits.map(|waits| view! { <p class="quiet">{waits}</p> });
    view! { {waits}{judge}<div class="actions">{answer}{finish}</div> }.into_any()
}

/// What was answered, when it was done, and what who raised the concern says of it.
fn answer(words: &Words, view: &ConcernView, step: &ConcernAnswer) -> AnyView {
    let by = say!(words, "concern-by", name = step.owner_name.clone(), day = words.day(step.due_on, view.today));
    let done = step.done_at.map(|at| say!(words, "concern-done-on", moment = words.moment(at, view.now)));
    let said = [Some(by), done].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let verdict = step.verdict.as_ref().map(|verdict| {
        let (class, said) = match verdict.verdict {
            ConcernVerdict::Resolved => ("status done", say!(words, "concern-resolved")),
            ConcernVerdict::NotYet => ("status late", say!(words, "concern-not-yet")),
        };
        let by = format!("{}, {}", verdict.by, words.moment(verdict.at, view.now));
        let missing = (!verdict.words.is_empty())
            .then(|| view! { <p class="lines" lang=words.foreign(verdict.language)>{verdict.words.clone()}</p> });
        view! { <p><span class=class>{said}</span></p>{missing}<span class="quiet">{by}</span> }
    });
    view! {
        <li class="row">
            <div class="row-main">
                <p class="lines" lang=words.foreign(step.language)>{step.action.clone()}</p>
                <span class="quiet">{said}</span>
                {verdict}
            </div>
        </li>
    }
    .into_any()
}

/// How colleagues find the same concern at other customers; for them alone.
fn theme(words: &Words, of: Ids, view: &ConcernView, typed: Option<ThemeForm>, problems: &[FieldProblem]) -> Option<AnyView> {
    let theme = view.theme.clone().filter(|_| view.may_answer)?;
    let form = typed.unwrap_or(ThemeForm { theme });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-theme">
                <h2 id="h-theme">{say!(words, "concern-internal")}</h2>
                <form class="form" method="post" action=links::concern::theme(of.0, of.1)>
                    {FormView::new(words, &form, problems).all()}
                    <div class="actions end"><button class="button">{say!(words, "concern-theme-save")}</button></div>
                </form>
                <p><a href=links::concern::recurring()>{say!(words, "concern-recurring")}</a></p>
            </section>
        }
        .into_any(),
    )
}
