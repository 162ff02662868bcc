//! How often a customer gets a report, and by which day.

use axum::{
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
    id::CustomerId,
    report::{Period, ReportRhythm},
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    report::{self, RhythmForm},
};
use leptos::prelude::*;

/// Asks for it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, None, &[]).await
}

/// Sets it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<RhythmForm>,
) -> Result<Response, PageError> {
    match report::set_rhythm(&portal, context.actor()?, customer, &form).await {
        Ok(()) => Ok(Redirect::to(&links::report::list(customer)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, Some(form), &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    typed: Option<RhythmForm>,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let list = report::list(portal, context.actor()?, customer).await?;
    if !list.may_draft {
        return Err(PageError::NotResponsible);
    }
    let form = typed.unwrap_or_else(|| RhythmForm::of(list.rhythm));
    let fields = FormView::new(words, &form, problems);
    let main = view! {
        <form class="sheet" method="post" action=links::report::rhythm(customer)>
            <div class="form">
                <p class="quiet">{say!(words, "rhythm-means")}</p>
                {fields.all()}
                {form_actions(words, links::report::list(customer), say!(words, "save"))}
            </div>
        </form>
    };
    let crumbs = vec![(links::report::list(customer), say!(words, "nav-reports"))];
    let (title, fields) = (say!(words, "rhythm-title"), RhythmForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &list.layout, list.today), crumbs))
}

/// The rhythm in one line.
pub(super) fn in_short(words: &Words, rhythm: Option<ReportRhythm>) -> String {
    let Some(rhythm) = rhythm else { return say!(words, "rhythm-none") };
    let day = i64::from(rhythm.day);
    match rhythm.period {
        Period::Month => say!(words, "rhythm-is-month", day = day),
        Period::Quarter => say!(words, "rhythm-is-quarter", day = day),
        Period::Year => say!(words, "rhythm-is-year", day = day),
    }
}
