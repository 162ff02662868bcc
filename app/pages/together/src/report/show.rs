//! One report: the manager's words, what happened, who agreed to it, and what is said about it.

use super::{list::state, sections::sections};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::report_title::title,
    say,
    shared::{
        discussions::{AboutList, Parties, about_list},
        project_editor::ConfirmForm,
    },
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ReportId},
    person::Side,
    thread::{About, AboutKind},
};
use coplan_usecases::{
    Error, Portal,
    report::{self, DraftRight, ReportView},
};
use jiff::Timestamp;
use leptos::prelude::*;

type Ids = (CustomerId, ReportId);

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, StatusCode::OK).await
}

/// Which version of a draft was read.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct PublishForm {
    #[serde(default)]
    version: i64,
}

/// Publishes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn publish(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Form(form): Form<PublishForm>,
) -> Result<Response, PageError> {
    match report::publish(&portal, context.actor()?, of.0, of.1, form.version).await {
        Ok(()) => Ok(Redirect::to(&links::report::show(of.0, of.1)).into_response()),
        Err(Error::Stale(_)) => draw(&portal, &context, of, StatusCode::CONFLICT).await,
        Err(error) => Err(error.into()),
    }
}

/// Agrees to it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn approve(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    report::approve(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::report::show(of.0, of.1)))
}

async fn draw(portal: &Portal, context: &RequestContext, of: Ids, status: StatusCode) -> Result<Response, PageError> {
    let view = report::show(portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    Ok(layout::answer(context, status, || {
        let main = page(context, of, &view, status == StatusCode::CONFLICT, frame.contact_card(&context.words));
        frame.page(title(&context.words, view.report.span), "page", main)
    }))
}

fn page(context: &RequestContext, of: Ids, view: &ReportView, is_stale: bool, contact: AnyView) -> AnyView {
    let words = &context.words;
    let stale = is_stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "report-stale")}</p></div> });
    let broken =
        (!view.is_intact).then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "report-broken")}</p></div> });
    let threads = view.threads.as_ref().filter(|_| view.report.published.is_some()).map(|threads| {
        let about = About { kind: AboutKind::Report, id: of.1.0 };
        let list = AboutList {
            customer: of.0,
            about,
            threads,
            has_more: false,
            may_open: view.right != DraftRight::Reads || view.side == Side::Customer,
        };
        about_list(words, &Parties::new(context, &view.layout.name), &list, "sheet", view.now)
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                <a href=links::report::list(of.0)>{say!(words, "nav-reports")}</a>
            </nav>
            <h1>{title(words, view.report.span)}</h1>
            {stale}
            {broken}
        </div>
        <div class="page-main">{head(context, of, view)}{sections(words, view)}{seal(context, of, view)}{threads}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// Who says what stands in its words.
pub(super) fn by_whom(view: &ReportView) -> String {
    view.body.by.clone().unwrap_or_else(|| view.report.by.clone())
}

/// How far it is, and what the manager says.
fn head(context: &RequestContext, of: Ids, view: &ReportView) -> AnyView {
    let words = &context.words;
    let is_draft = view.report.published.is_none();
    let draft = is_draft.then(|| view! { <p class="quiet">{say!(words, "report-draft-is")}</p> });
    let due = view.report.due_on.filter(|_| is_draft).map(|day| {
        view! { <p class="quiet">{say!(words, "report-due", day = words.day(day, view.today))}</p> }
    });
    let by = by_whom(view);
    let said = (!view.body.words.is_empty()).then(|| {
        view! {
            <p class="lines" lang=words.foreign(view.report.language)>{view.body.words.clone()}</p>
            <p class="quiet">{by}</p>
        }
    });
    let paper =
        view! { <p class="actions"><a class="button" href=links::report::paper(of.0, of.1)>{say!(words, "report-pdf")}</a></p> };
    let actions = (is_draft && view.right != DraftRight::Reads).then(|| {
        let version = view.report.version.to_string();
        let publish = ConfirmForm {
            summary: say!(words, "report-publish"),
            means: say!(words, "report-publish-means"),
            action: links::report::publish(of.0, of.1),
            sure: say!(words, "report-publish"),
            more: Some(view! { <input type="hidden" name="version" value=version/> }.into_any()),
            ..ConfirmForm::default()
        };
        let publish = if view.right == DraftRight::Publishes {
            publish.draw()
        } else {
            view! { <p class="quiet">{say!(words, "report-publish-sums")}</p> }.into_any()
        };
        view! {
            <p class="actions">
                <a class="button" href=links::report::change(of.0, of.1)>{say!(words, "report-change")}</a>
            </p>
            {publish}
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-report">
            <h2 class="unseen" id="h-report">{say!(words, "report-words")}</h2>
            <p class="meeting-when">{state(words, &view.report, view.today)}</p>
            {draft}
            {due}
            {said}
            {paper}
            {actions}
        </section>
    }
    .into_any()
}

/// Who agreed to what was published, and to what exactly.
fn seal(context: &RequestContext, of: Ids, view: &ReportView) -> Option<AnyView> {
    let words = &context.words;
    let published = view.report.published.as_ref()?;
    let rows = [Side::Supplier, Side::Customer].map(|side| {
        let name = if side == Side::Supplier { context.supplier.clone() } else { view.layout.name.clone() };
        agreed(words, view, side, name)
    });
    let approve = view.may_approve.then(|| {
        view! {
            <form class="actions" method="post" action=links::report::approve(of.0, of.1)>
                <button class="button main">{say!(words, "report-approve")}</button>
            </form>
        }
    });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-approval">
                <h2 id="h-approval">{say!(words, "report-approval")}</h2>
                <ul class="rows">{rows.into_iter().collect_view()}</ul>
                {approve}
                <p class="quiet lines">{say!(words, "report-hash", hash = published.hash.clone())}</p>
            </section>
        }
        .into_any(),
    )
}

/// How a side stands to it: the class, what is said of it, and who said so.
pub(super) fn agreement(words: &Words, view: &ReportView, side: Side, now: Timestamp) -> (&'static str, String, Option<String>) {
    let by = view.approvals.iter().find(|it| it.side == side);
    let (class, said) = match by {
        Some(_) => ("status done", say!(words, "report-agreed")),
        None => ("status to-come", say!(words, "report-not-agreed")),
    };
    let by = by.map(|by| say!(words, "goal-agreed-by", name = by.by.clone(), moment = words.moment(by.at, now)));
    (class, said, by)
}

fn agreed(words: &Words, view: &ReportView, side: Side, name: String) -> AnyView {
    let (class, said, by) = agreement(words, view, side, view.now);
    let by = by.map(|by| view! { <span class="quiet">{by}</span> });
    view! { <li class="row"><div class="row-main"><strong>{name}</strong>" "<span class=class>{said}</span>" "{by}</div></li> }
        .into_any()
}
