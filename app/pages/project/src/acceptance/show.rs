//! One checklist: its lines to tick, the decision with its reason, and every version before.

use super::{launch, state, uses};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    acceptance::{AcceptanceVersion, Decided, Verdict},
    id::{AcceptanceId, CustomerId},
    person::Side,
};
use coplan_usecases::{
    Error, Portal,
    acceptance::{self, AcceptanceView, VerdictForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

type Ids = (CustomerId, AcceptanceId);

/// How much of a hash is shown: enough to compare by eye.
const HASH: usize = 12;

/// What was chosen, and what is wrong with it.
#[derive(Default)]
struct Chosen {
    form: Option<VerdictForm>,
    problems: Vec<FieldProblem>,
    is_stale: bool,
}

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, StatusCode::OK, Chosen::default()).await
}

/// Decides.
///
/// # Errors
/// [`PageError::NotFound`] for the supplier's people.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<VerdictForm>,
) -> Result<Response, PageError> {
    match acceptance::decide(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::acceptance::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let chosen = Chosen { form: Some(form), problems, is_stale: false };
            draw(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, chosen).await
        }
        Err(Error::Stale(_)) => {
            // Nobody decides of what was not read: the ticks are for other lines.
            draw(&portal, &context, of, StatusCode::CONFLICT, Chosen { is_stale: true, ..Chosen::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    status: StatusCode,
    chosen: Chosen,
) -> Result<Response, PageError> {
    let view = acceptance::show(portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    Ok(layout::answer(context, status, || {
        let main = page(context, of, &view, &chosen, frame.contact_card(&context.words));
        frame.page(view.acceptance.title.clone(), "page", main)
    }))
}

fn page(context: &RequestContext, of: Ids, view: &AcceptanceView, chosen: &Chosen, contact: AnyView) -> AnyView {
    let (words, it) = (&context.words, &view.acceptance);
    let stale =
        chosen.is_stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "acceptance-stale")}</p></div> });
    let milestone = it.milestone.as_ref().map(|(_, name)| view! { <p class="lead">{name.clone()}</p> });
    let now = it.now().map(|now| current(context, of, view, now, chosen));
    let launch = launch::section(context, of, view);
    let uses = uses::section(words, of.0, view);
    let earlier = it.versions.iter().skip(1).map(|version| {
        view! { <h3>{say!(words, "acceptance-version", n = version.version)}</h3> {facts(words, view, version)} {lines(words, version)} }
    });
    let earlier = (it.versions.len() > 1).then(|| {
        view! {
            <section class="sheet">
                <details class="more"><summary>{say!(words, "acceptance-earlier")}</summary>{earlier.collect_view()}</details>
            </section>
        }
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                <a href=links::project::show(of.0, it.project)>{it.project_name.clone()}</a>
            </nav>
            <h1>{it.title.clone()}</h1>
            {milestone}
            {stale}
            {problem::summary(words, VerdictForm::FIELDS, &chosen.problems)}
        </div>
        <div class="page-main">{now}{launch}{uses}{earlier}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// The version that holds: with its form for the customer, as long as it is not decided.
fn current(context: &RequestContext, of: Ids, view: &AcceptanceView, now: &AcceptanceVersion, chosen: &Chosen) -> AnyView {
    let words = &context.words;
    let next = view.may_propose.then(|| {
        view! { <p class="actions"><a class="button" href=links::acceptance::next(of.0, of.1)>{say!(words, "acceptance-next")}</a></p> }
    });
    let decides = view.side == Side::Customer && now.decided.is_none();
    let body = if decides { decision(context, of, now, chosen) } else { lines(words, now) };
    view! {
        <section class="sheet" aria-labelledby="h-now">
            <h2 id="h-now">{say!(words, "acceptance-version", n = now.version)}</h2>
            {facts(words, view, now)}
            {body}
            {next}
        </section>
    }
    .into_any()
}

/// Who proposed a version and when, what is to be known of it, and what was decided.
fn facts(words: &Words, view: &AcceptanceView, version: &AcceptanceVersion) -> AnyView {
    let by = format!("{}, {}", version.by, words.moment(version.at, view.now));
    let note = (!version.note.is_empty())
        .then(|| view! { <p class="lines" lang=words.foreign(version.language)>{version.note.clone()}</p> });
    let decided = version.decided.as_ref().map(|it| decided(words, view, it));
    view! { <p class="meeting-when">{state(words, version, view.side)}</p> <p class="quiet">{by}</p> {note} {decided} }.into_any()
}

fn decided(words: &Words, view: &AcceptanceView, it: &Decided) -> AnyView {
    let (name, moment) = (it.by.clone(), words.moment(it.at, view.now));
    let said = match it.verdict {
        Verdict::Approved => say!(words, "acceptance-approved-by", name = name, moment = moment),
        Verdict::Refused => say!(words, "acceptance-refused-by", name = name, moment = moment),
    };
    let reason = (!it.reason.is_empty())
        .then(|| view! { <blockquote class="lines" lang=words.foreign(it.language)>{it.reason.clone()}</blockquote> });
    let hash = it.hash.chars().take(HASH).collect::<String>();
    view! { <p><strong>{said}</strong></p> {reason} <p class="quiet">{say!(words, "acceptance-hash", hash = hash)}</p> }
        .into_any()
}

/// The lines of a version; of one that was decided with what worked.
fn lines(words: &Words, version: &AcceptanceVersion) -> AnyView {
    let rows = (1..).zip(&version.lines).map(|(number, line)| {
        let worked = version.decided.as_ref().map(|decided| {
            let (class, said) = if decided.works.contains(&number) {
                ("status done", say!(words, "acceptance-works-yes"))
            } else {
                ("status to-come", say!(words, "acceptance-works-no"))
            };
            view! { <span class=class>{said}</span> }
        });
        view! { <li class="row"><div class="row-main" lang=words.foreign(version.language)>{line.clone()}</div>{worked}</li> }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

fn decision(context: &RequestContext, of: Ids, now: &AcceptanceVersion, chosen: &Chosen) -> AnyView {
    let words = &context.words;
    let form = chosen.form.clone().unwrap_or_else(|| VerdictForm {
        version: now.version,
        works: Vec::new(),
        verdict: String::new(),
        reason: String::new(),
    });
    let problem = problem::of(words, &chosen.problems, "works");
    let described = problem.as_ref().map(|_| "works-error");
    let problem = problem.map(|problem| view! { <p class="error" id="works-error">{problem}</p> });
    let choices = (1..).zip(&now.lines).map(|(number, line)| {
        let value = number.to_string();
        let checked = form.works.contains(&value);
        view! {
            <label class="choice">
                <input type="checkbox" name="works" id=(number == 1).then_some("works") value=value checked=checked aria-describedby=described/>
                <span lang=words.foreign(now.language)>{line.clone()}</span>
            </label>
        }
    });
    let fields = FormView::new(words, &form, &chosen.problems);
    view! {
        <form class="form" method="post" action=links::acceptance::decide(of.0, of.1)>
            <fieldset class="choices"><legend>{say!(words, "acceptance-works")}</legend>{problem}{choices.collect_view()}</fieldset>
            {fields.hidden()}
            {fields.only(&["verdict", "reason"])}
            <div class="actions end"><button class="button main">{say!(words, "acceptance-decide")}</button></div>
        </form>
    }
    .into_any()
}
