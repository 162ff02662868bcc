//! Drafting a report, other words for a draft, and removing it.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links,
    parts::report_title::title,
    say,
    shared::project_editor::{FormPage, confirm_form, form_actions},
};
use coplan_domain::{
    id::{CustomerId, ReportId},
    report::Report,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    report::{self, DraftReportForm, DraftRight, ReportView, ReportWordsForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, ReportId);

/// Asks for a report.
///
/// # Errors
/// [`PageError`] where the reader may not draft one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let form = DraftReportForm::suggested(id, portal.today(context.actor()?));
    draw(&portal, &context, customer, &form, &[]).await
}

/// Drafts it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<DraftReportForm>,
) -> Result<Response, PageError> {
    match report::draft(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::report::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &DraftReportForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let list = report::list(portal, context.actor()?, customer).await?;
    if !list.may_draft {
        return Err(PageError::NotResponsible);
    }
    let fields = FormView::new(words, form, problems).today(list.today);
    let main = view! {
        <form class="sheet" method="post" action=links::report::draft(customer)>
            <div class="form">
                <p class="quiet">{say!(words, "report-draft-means")}</p>
                {fields.all()}
                {form_actions(words, links::report::list(customer), say!(words, "report-draft"))}
            </div>
        </form>
    };
    let crumbs = vec![(links::report::list(customer), say!(words, "nav-reports"))];
    let (title, fields) = (say!(words, "report-draft"), DraftReportForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &list.layout, list.today), crumbs))
}

/// Asks for other words in a draft.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get_change(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = editable(&portal, &context, of).await?;
    let form = ReportWordsForm::of(&view.report);
    Ok(draw_change(&context, of, &view, &form, &[], None))
}

/// Keeps them.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post_change(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ReportWordsForm>,
) -> Result<Response, PageError> {
    match report::change(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::report::show(of.0, of.1)).into_response()),
        Err(Error::Stale(theirs)) => {
            let view = editable(&portal, &context, of).await?;
            Ok(draw_change(&context, of, &view, &form, &[], Some(*theirs)))
        }
        Err(Error::Invalid(problems)) => {
            let view = editable(&portal, &context, of).await?;
            Ok(draw_change(&context, of, &view, &form, &problems, None))
        }
        Err(error) => Err(error.into()),
    }
}

/// A draft for who may change it.
async fn editable(portal: &Portal, context: &RequestContext, of: Ids) -> Result<ReportView, PageError> {
    let view = report::show(portal, context.actor()?, of.0, of.1).await?;
    if view.report.published.is_some() {
        Err(PageError::NotFound)
    } else if view.right != DraftRight::Reads {
        Ok(view)
    } else {
        Err(PageError::NotResponsible)
    }
}

fn draw_change(
    context: &RequestContext,
    of: Ids,
    view: &ReportView,
    form: &ReportWordsForm,
    problems: &[FieldProblem],
    theirs: Option<Report>,
) -> Response {
    let words = &context.words;
    let fields = FormView::new(words, form, problems);
    let (action, leave) = (links::report::change(of.0, of.1), links::report::show(of.0, of.1));
    let stale = theirs.is_some();
    let main = if let Some(theirs) = theirs {
        conflict(&fields, Conflict::new(form.clone(), ReportWordsForm::of(&theirs), action, leave))
    } else {
        let remove = confirm_form(
            say!(words, "report-remove"),
            say!(words, "report-remove-means"),
            links::report::remove(of.0, of.1),
            say!(words, "report-remove-sure"),
        );
        view! {
            <form class="sheet" method="post" action=action>
                <div class="form">{fields.all()}{form_actions(words, leave, say!(words, "save"))}</div>
            </form>
            <section class="sheet">{remove}</section>
        }
        .into_any()
    };
    let crumbs = vec![
        (links::report::list(of.0), say!(words, "nav-reports")),
        (links::report::show(of.0, of.1), title(words, view.report.span)),
    ];
    let (title, fields) = (say!(words, "report-change"), ReportWordsForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main };
    page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs)
}

/// Removes a draft.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    report::remove(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::report::list(of.0)))
}
