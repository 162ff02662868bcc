//! How often a status is said anew, and putting a reminder off.

use axum::{
    Form as UrlEncoded,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::own_form::OwnForm,
    words::Words,
};
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    status_rhythm::{self, Reminder, StatusRhythmForm},
};
use leptos::prelude::*;
use serde::Deserialize;

/// Shows the rhythm.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
pub(super) async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let form = status_rhythm::show(&portal, context.actor()?).await?;
    Ok(draw(&context, &form, &[]))
}

/// Sets it.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
pub(super) async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<StatusRhythmForm>,
) -> Result<Response, PageError> {
    match status_rhythm::set(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&links::today::show()).into_response()),
        Err(Error::Invalid(problems)) => Ok(draw(&context, &form, &problems)),
        Err(error) => Err(error.into()),
    }
}

fn draw(context: &RequestContext, form: &StatusRhythmForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let page = OwnForm {
        title: say!(words, "status-rhythm-title"),
        lead: say!(words, "status-rhythm-lead"),
        back: (links::today::show(), say!(words, "today-title")),
        form: FormView::new(words, form, problems),
        action: links::status_report::rhythm(),
        keep: say!(words, "save"),
    };
    page.answer(context)
}

/// Where somebody pressed.
#[derive(Debug, Deserialize)]
pub(super) struct PutOff {
    #[serde(default)]
    from: String,
}

/// Puts a reminder off for a week.
///
/// # Errors
/// [`PageError`] where the reader may not report.
pub(super) async fn put_off(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    UrlEncoded(pressed): UrlEncoded<PutOff>,
) -> Result<Redirect, PageError> {
    status_rhythm::put_off(&portal, context.actor()?, customer, project).await?;
    let back = if pressed.from == "today" { links::today::show() } else { links::project::show(customer, project) };
    Ok(Redirect::to(&back))
}

/// The reminder above a project, for those who may report.
#[must_use]
pub fn notice(words: &Words, customer: CustomerId, project: ProjectId, reminder: Reminder) -> AnyView {
    let said = match reminder {
        Reminder::Old { days } => say!(words, "report-reminder-old", days = days),
        Reminder::Disagrees => say!(words, "today-disagrees"),
    };
    view! {
        <div class="notice warn">
            <form class="actions" method="post" action=links::status_report::put_off(customer, project)>
                <span>{said}</span>
                <a href=links::status_report::again(customer, project)>{say!(words, "report-reminder-again")}</a>
                <button class="edit">{say!(words, "report-reminder-off")}</button>
            </form>
        </div>
    }
    .into_any()
}
