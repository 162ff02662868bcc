//! When what was approved is taken into use: the plan, who is ready, and that it is done.

use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
    words::Words,
};
use coplan_domain::{
    acceptance::Verdict,
    id::{AcceptanceId, CustomerId},
    launch::{Launch, Said},
    person::Side,
};
use coplan_usecases::{
    Error, Portal,
    acceptance::{self, AcceptanceView, LaunchForm},
    form::{FieldProblem, Form as _},
};
use leptos::prelude::*;
use serde::Deserialize;

type Ids = (CustomerId, AcceptanceId);

/// Asks when it is taken into use.
///
/// # Errors
/// [`PageError`] where the reader may not plan it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, (&[], false)).await
}

/// Plans it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<LaunchForm>,
) -> Result<Response, PageError> {
    match acceptance::plan_launch(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::acceptance::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, of, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<LaunchForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let (words, view) = (&context.words, acceptance::show(portal, context.actor()?, of.0, of.1).await?);
    if !view.may_propose {
        return Err(PageError::NotResponsible);
    }
    let known = of_now(&view);
    if !is_approved(&view) || known.is_some_and(|launch| launch.launched.is_some()) {
        return Err(PageError::NotFound);
    }
    let version = known.map_or(0, |launch| launch.version);
    // Whoever was second is shown that, and plans it knowingly.
    let drawn = || LaunchForm {
        day: known.map(|launch| launch.day.to_string()).unwrap_or_default(),
        note: known.map(|launch| launch.note.clone()).unwrap_or_default(),
        version,
        confirmed: false,
    };
    let form = typed.map_or_else(drawn, |form| LaunchForm { version, ..form });
    let theirs = known.filter(|_| stale).map(|launch| {
        let said = say!(
            words,
            "launch-theirs",
            day = words.short_weekday_and_day(launch.day, view.today),
            name = launch.planned.by.clone()
        );
        view! { <div class="notice warn" role="alert"><p>{said}</p></div> }
    });
    let main = view! {
        <form class="sheet form" method="post" action=links::acceptance::plan_launch(of.0, of.1)>
            {theirs}
            <p>{say!(words, "launch-plan-text")}</p>
            {FormView::new(words, &form, problems).today(view.today).all()}
            {form_actions(words, links::acceptance::show(of.0, of.1), say!(words, "save"))}
        </form>
    };
    let it = &view.acceptance;
    let crumbs = vec![
        (links::project::show(of.0, it.project), it.project_name.clone()),
        (links::acceptance::show(of.0, of.1), it.title.clone()),
    ];
    let page = FormPage { title: say!(words, "launch-plan"), fields: LaunchForm::FIELDS, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}

/// What one side says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReadyForm {
    version: i64,
    ready: String,
}

/// Takes that one side is ready, or is not after all.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_ready(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Form(form): Form<ReadyForm>,
) -> Result<Redirect, PageError> {
    // Nothing is withdrawn by a form that does not say so.
    let ready = form.ready != "no";
    match acceptance::say_ready(&portal, context.actor()?, of.0, of.1, form.version, ready).await {
        // The page shows the other day that is planned now.
        Ok(()) | Err(Error::Stale(_)) => Ok(Redirect::to(&links::acceptance::show(of.0, of.1))),
        Err(error) => Err(error.into()),
    }
}

/// Takes that it is done.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_launched(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    match acceptance::say_launched(&portal, context.actor()?, of.0, of.1).await {
        // The page shows which side is not ready.
        Ok(()) | Err(Error::Stale(_)) => Ok(Redirect::to(&links::acceptance::show(of.0, of.1))),
        Err(error) => Err(error.into()),
    }
}

fn is_approved(view: &AcceptanceView) -> bool {
    view.acceptance.now().and_then(|now| now.decided.as_ref()).is_some_and(|decided| decided.verdict == Verdict::Approved)
}

fn now_version(view: &AcceptanceView) -> Option<i64> {
    view.acceptance.now().map(|now| now.version)
}

/// The launch of the version that holds.
fn of_now(view: &AcceptanceView) -> Option<&Launch> {
    view.launch.as_ref().filter(|launch| Some(launch.of_version) == now_version(view))
}

/// The launch of what was approved, and of an earlier version as long as no other is planned; nothing where there is none and the
/// reader plans none.
pub(super) fn section(context: &RequestContext, of: Ids, view: &AcceptanceView) -> Option<AnyView> {
    let words = &context.words;
    let now = of_now(view);
    let plan = (is_approved(view) && now.is_none() && view.may_propose).then(|| {
        let href = links::acceptance::plan_launch(of.0, of.1);
        view! { <p class="actions"><a class="button" href=href>{say!(words, "launch-plan")}</a></p> }
    });
    let earlier = view.launch.as_ref().filter(|launch| launch.launched.is_some());
    let shown = now.filter(|_| is_approved(view)).or(earlier);
    if shown.is_none() && plan.is_none() {
        return None;
    }
    let body = view! { {shown.map(|launch| planned(context, of, view, launch))}{plan} };
    Some(
        view! { <section class="sheet" aria-labelledby="h-launch"><h2 id="h-launch">{say!(words, "launch-title")}</h2>{body}</section> }
            .into_any(),
    )
}

fn planned(context: &RequestContext, of: Ids, view: &AcceptanceView, launch: &Launch) -> AnyView {
    let words = &context.words;
    let day = words.short_weekday_and_day(launch.day, view.today);
    let head = match &launch.launched {
        Some(said) => {
            let (name, moment) = (said.by.clone(), words.moment(said.at, view.now));
            view! { <p><span class="status done">{say!(words, "launch-done")}</span>" "{say!(words, "launch-done-by", name = name, moment = moment)}</p> }
                .into_any()
        }
        None => view! { <p><strong>{say!(words, "launch-on", day = day)}</strong></p> }.into_any(),
    };
    let of_version = (now_version(view) != Some(launch.of_version))
        .then(|| view! { <p class="quiet">{say!(words, "acceptance-version", n = launch.of_version)}</p> });
    let note = (!launch.note.is_empty())
        .then(|| view! { <p class="lines" lang=words.foreign(launch.language)>{launch.note.clone()}</p> });
    let sides = [(Side::Supplier, context.supplier.clone()), (Side::Customer, view.layout.name.clone())];
    let rows = sides.map(|(side, name)| row(words, view, (name, launch.ready(side))));
    let deeds = launch.launched.is_none().then(|| deeds(words, of, view, launch));
    view! { {head}{of_version}{note}<ul class="rows">{rows.collect_view()}</ul>{deeds} }.into_any()
}

fn row(words: &Words, view: &AcceptanceView, (name, said): (String, Option<&Said>)) -> AnyView {
    let (class, state) = match said {
        Some(_) => ("status done", say!(words, "launch-ready")),
        None => ("status to-come", say!(words, "launch-not-ready")),
    };
    let by = said.map(|said| view! { <span class="quiet">{format!("{}, {}", said.by, words.moment(said.at, view.now))}</span> });
    view! { <li class="row"><div class="row-main"><strong>{name}</strong>{by}</div><span class=class>{state}</span></li> }
        .into_any()
}

/// What this reader can say: that its side is ready, that it is done once both are, and for who plans it another day.
fn deeds(words: &Words, of: Ids, view: &AcceptanceView, launch: &Launch) -> Option<AnyView> {
    let says = view.side == Side::Customer || view.may_propose;
    if !says {
        return None;
    }
    let is_ready = launch.ready(view.side).is_some();
    let (value, class, said) = if is_ready {
        ("no", "button plain", say!(words, "launch-say-not-ready"))
    } else {
        ("yes", "button main", say!(words, "launch-say-ready"))
    };
    let done = launch.is_ready().then(|| {
        view! {
            <form class="actions" method="post" action=links::acceptance::say_launched(of.0, of.1)>
                <button class="button main">{say!(words, "launch-do")}</button>
            </form>
        }
    });
    let change = view.may_propose.then(|| {
        view! { <a class="edit" href=links::acceptance::plan_launch(of.0, of.1)>{say!(words, "launch-change")}</a> }
    });
    Some(
        view! {
            {done}
            <form class="actions" method="post" action=links::acceptance::say_ready(of.0, of.1)>
                <input type="hidden" name="version" value=launch.version/>
                <button class=class name="ready" value=value>{said}</button>
                {change}
            </form>
        }
        .into_any(),
    )
}
