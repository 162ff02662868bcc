//! The project page: what is true now and why, what is promised, what is being done, how it came to this.

use super::{milestones, removed, tasks, tasks::Meanwhile};
use crate::{acceptance, status_report};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::{
        contact,
        road::{self, Windows},
        status,
    },
    say,
    shared::discussions::{AboutList, Parties, about_list},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId, TaskId},
    person::initials,
    plan::{StatusReport, Taken},
    system::new_ulid,
    thread::{About, AboutKind},
    work::Matter,
};
use coplan_usecases::{Portal, project, project::ProjectView, status_rhythm, thread::ThreadLineView};
use jiff::Timestamp;
use leptos::prelude::*;

/// Shows a project.
///
/// # Errors
/// [`PageError`] where the project is not the reader's.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, (customer, id), None).await
}

/// The page where a press has met what somebody else said of the task meanwhile.
///
/// # Errors
/// [`PageError`] where the project is not the reader's.
pub async fn with_meanwhile(
    portal: &Portal,
    context: &RequestContext,
    ids: (CustomerId, ProjectId),
    meanwhile: Meanwhile,
) -> Result<Response, PageError> {
    draw(portal, context, ids, Some(Met::Said(meanwhile))).await
}

/// Shows a project to somebody whose name could not be put on a task, because another one is on it.
///
/// # Errors
/// [`PageError`] where the project is not the reader's.
pub async fn with_taken(
    portal: &Portal,
    context: &RequestContext,
    ids: (CustomerId, ProjectId),
    taken: Taken,
) -> Result<Response, PageError> {
    draw(portal, context, ids, Some(Met::Taken(taken))).await
}

/// What a press met.
enum Met {
    /// Somebody else has said meanwhile how far a task is.
    Said(Meanwhile),
    /// Somebody else has taken it.
    Taken(Taken),
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    (customer, id): (CustomerId, ProjectId),
    met: Option<Met>,
) -> Result<Response, PageError> {
    let view = project::show(portal, context.actor()?, customer, id).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let now = portal.clock.now();
    let reader = context.actor()?.person();
    let reminder = status_rhythm::remind(portal, context.actor()?, customer, id).await?;
    let fresh = TaskId(new_ulid(now, &*portal.rng));
    let status = if met.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(layout::answer(context, status, || {
        let notice = match met {
            None => None,
            Some(Met::Said(it)) => tasks::meanwhile(&context.words, &view, it, now),
            Some(Met::Taken(taken)) => {
                let said = say!(context.words, "task-taken-first", name = taken.name);
                Some(view! { <div class="notice warn" role="alert"><p>{said}</p></div> }.into_any())
            }
        };
        let reminder = reminder.map(|reminder| status_report::reminder(&context.words, customer, id, reminder));
        let notice = [notice, reminder].into_iter().flatten().collect::<Vec<_>>();
        let notice = (!notice.is_empty()).then(|| notice.into_any());
        let main = main(context, &frame, &view, notice, (now, reader, fresh));
        frame.page(view.name.clone(), "page", main)
    }))
}

fn main(
    context: &RequestContext,
    frame: &CustomerLayout,
    view: &ProjectView,
    notice: Option<AnyView>,
    (now, reader, fresh): (Timestamp, PersonId, TaskId),
) -> AnyView {
    let words = &context.words;
    let threads = view.threads.as_deref();
    let reports = (view.reports.len() > 1).then(|| reports(words, view));
    view! {
        {head(words, view, notice)}
        <div class="page-main">
            {project_now(words, view, now)}
            {tasks::waiting(words, &context.supplier, view, (now, reader))}
            {milestones::section(words, view, threads)}
            {acceptance::section(words, (view.customer, view.id), &view.acceptances, (view.layout.side, may_edit(view)))}
            {tasks::section(words, &context.supplier, view, (now, reader, fresh))}
            {removed::section(words, &context.supplier, view, now)}
            {super::budget::section(words, view, may_edit(view))}
            {threads.map(|threads| discussion(context, view, threads, now))}
            {reports}
        </div>
        <div class="page-side">
            {frame.contact_card(words)}
            {who_has_it(words, frame, view)}
        </div>
    }
    .into_any()
}

fn discussion(context: &RequestContext, view: &ProjectView, threads: &[ThreadLineView], now: Timestamp) -> AnyView {
    let about = AboutList {
        customer: view.customer,
        about: About { kind: AboutKind::Project, id: view.id.0 },
        threads,
        has_more: false,
        may_open: may_ask(view),
    };
    about_list(&context.words, &Parties::new(context, &view.customer_name), &about, "sheet", now)
}

/// Members anywhere; the supplier's people where they may change things.
pub(super) fn may_ask(view: &ProjectView) -> bool {
    view.internal.as_ref().is_none_or(|internal| internal.may_edit)
}

fn may_edit(view: &ProjectView) -> bool {
    view.internal.as_ref().is_some_and(|internal| internal.may_edit)
}

fn head(words: &Words, view: &ProjectView, notice: Option<AnyView>) -> impl IntoView + use<> {
    let edit = may_edit(view).then(|| {
        let href = links::project::change(view.customer, view.id);
        view! { <p class="actions"><a class="edit" href=href>{say!(words, "project-edit")}</a></p> }
    });
    let record = view.internal.as_ref().map(|_| {
        let matter = Matter { customer: view.customer, project: view.id, task: None };
        view! { <p class="actions"><a class="edit" href=links::work::record_for(matter)>{say!(words, "work-record-here")}</a></p> }
    });
    let prepared = view.internal.as_ref().filter(|internal| internal.shared_at.is_none());
    let prepared = prepared.map(|_| view! { <p><span class="badge warn">{say!(words, "project-not-shown")}</span></p> });
    let blueprint = view! { <p class="actions"><a class="edit" href=links::blueprint::show(view.customer, view.id)>{say!(words, "blueprint-open")}</a></p> };
    let about = (!view.about.is_empty()).then(|| view! { <p class="lead lines">{view.about.clone()}</p> });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(view.customer)>{say!(words, "nav-plan")}</a>
            </nav>
            <h1>{view.name.clone()}</h1>
            {about}
            {prepared}
            {edit}
            {record}
            {blueprint}
            {notice}
        </div>
    }
}

fn project_now(words: &Words, view: &ProjectView, now: Timestamp) -> AnyView {
    let (class, said) = match (view.reports.first(), view.ended_at) {
        (_, Some(ended_at)) => ("done", ended(words, view, ended_at)),
        (Some(report), None) => (status::light_class(report.light), report_now(words, report, now)),
        (None, None) => ("to-come", no_report(words)),
    };
    let report = (may_edit(view) && view.ended_at.is_none()).then(|| {
        let href = links::status_report::report(view.customer, view.id);
        view! { <p class="actions"><a class="edit" href=href>{say!(words, "project-report")}</a></p> }
    });
    view! {
        <section class=format!("sheet project-now {class}") aria-labelledby="h-now">
            <h2 class="unseen" id="h-now">{say!(words, "plan-how-it-is-going")}</h2>
            <div class="report-now">{said}{report}</div>
            {line(words, view, class)}
        </section>
    }
    .into_any()
}

/// The project's own line; none where nothing is promised.
fn line(words: &Words, view: &ProjectView, class: &'static str) -> Option<AnyView> {
    let leg = super::leg(&view.milestones, class, super::begun(words, &view.milestones));
    let windows = Windows::of(std::slice::from_ref(&leg), view.today);
    let flag = super::flag(words, &view.milestones, None);
    (!leg.stops.is_empty()).then(|| {
        view! {
            <div class="road alone">
                <div class="road-body">
                    {road::axis_row(words, &windows)}
                    <div class="legs-box">{road::background(&windows)}<div class="legs"><div class="leg">{road::track(words, &windows, &leg, flag)}</div></div></div>
                </div>
                {road::symbols()}
            </div>
        }
        .into_any()
    })
}

fn report_now(words: &Words, report: &StatusReport, now: Timestamp) -> AnyView {
    view! {
        {status::light(words, report.light)}
        <blockquote class="lines" lang=words.foreign(report.language)>{report.reason.clone()}</blockquote>
        <p class="with-face quiet">
            <span class="face" aria-hidden="true">{initials(&report.reported_by)}</span>
            <span>{report.reported_by.clone()}", "<time datetime=report.reported_at.to_string()>{words.moment(report.reported_at, now)}</time></span>
        </p>
    }
    .into_any()
}

fn no_report(words: &Words) -> AnyView {
    let (class, word) = status::of_project(words, None);
    view! { {status::status(class, word)}<p>{say!(words, "project-no-report")}</p> }.into_any()
}

fn ended(words: &Words, view: &ProjectView, at: Timestamp) -> AnyView {
    let day = words.day(words.day_of(at), view.today);
    let last = view.reports.first().map(
        |report| view! { <blockquote class="lines" lang=words.foreign(report.language)>{report.reason.clone()}</blockquote> },
    );
    view! {
        {status::status("done", say!(words, "project-ended"))}
        {last}
        <p class="quiet">{say!(words, "project-ended-on", day = day)}</p>
    }
    .into_any()
}

fn reports(words: &Words, view: &ProjectView) -> AnyView {
    let lines = view.reports.iter().map(|report| {
        let day = words.day(words.day_of(report.reported_at), view.today);
        view! {
            <li class="report">
                <time class="quiet" datetime=report.reported_at.to_string()>{day}</time>
                {status::light(words, report.light)}
                <p class="lines" lang=words.foreign(report.language)>{report.reason.clone()}</p>
            </li>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-reports">
            <h2 id="h-reports">{say!(words, "project-reports")}</h2>
            <ol class="reports">{lines.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// Who has the project, where that is not the one on the card above; else only who had it before.
fn who_has_it(words: &Words, frame: &CustomerLayout, view: &ProjectView) -> AnyView {
    let has = &view.responsible;
    let before =
        view! { <a href=links::responsible::of_project(view.customer, view.id)>{say!(words, "responsible-who-had-it")}</a> };
    let Some(reach) = frame.own_contact(words, has).map(|reach| contact::reach(&reach)) else {
        return view! { <p class="quiet">{before}</p> }.into_any();
    };
    view! {
        <section class="sheet" aria-labelledby="h-has">
            <h2 id="h-has">{say!(words, "project-who-has-it")}</h2>
            <p class="with-face">
                <span class="face" aria-hidden="true">{initials(&has.name)}</span>
                <span><strong>{has.name.clone()}</strong><br/><span class="quiet">{has.title.clone()}</span></span>
            </p>
            {reach}
            <p class="sheet-foot">{before}</p>
        </section>
    }
    .into_any()
}
