//! Accepting what the other side proposes of a phase, or declining it with a reason.

use super::proposal::differences;
use axum::{
    Form as FormBody,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::id::{CustomerId, PhaseId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    phase::{self, DeclinePhaseForm, PhaseView},
};
use leptos::prelude::*;

type Ids = (CustomerId, PhaseId);

/// Which proposal is accepted.
#[derive(Debug, serde::Deserialize)]
pub struct AcceptForm {
    #[serde(default)]
    proposal: String,
}

/// Accepts it.
///
/// # Errors
/// [`PageError`] where the reader may not, or it is not open any more.
pub async fn accept(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    FormBody(form): FormBody<AcceptForm>,
) -> Result<Redirect, PageError> {
    phase::accept(&portal, context.actor()?, of.0, of.1, &form.proposal).await?;
    Ok(Redirect::to(&links::phase::at(of.0, of.1)))
}

/// Asks why not.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, &[]).await
}

/// Declines it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<DeclinePhaseForm>,
) -> Result<Response, PageError> {
    match phase::decline(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::phase::at(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<DeclinePhaseForm>,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let (editor, open) = phase::begin_decline(portal, context.actor()?, of.0, of.1).await?;
    let form =
        DeclinePhaseForm { proposal: open.proposal.id.to_string(), reason: typed.map(|form| form.reason).unwrap_or_default() };
    let moment = words.moment(open.proposal.at, editor.now);
    let by = say!(words, "phase-proposal", name = open.proposal.by.clone(), moment = moment);
    let (name, phase) = (editor.phase.terms.name.clone(), PhaseView::from(editor.phase.clone()));
    let fields = FormView::new(words, &form, problems);
    let main = view! {
        <form class="sheet form" method="post" action=links::phase::decline(of.0, of.1)>
            <p><strong>{by}</strong></p>
            {differences(context, &editor.layout.name, &phase, &open, editor.today)}
            {fields.all()}
            {form_actions(words, links::phase::at(of.0, of.1), say!(words, "phase-decline"))}
        </form>
    };
    let crumbs = vec![(links::phase::list(of.0), say!(words, "nav-process")), (links::phase::at(of.0, of.1), name)];
    let (title, fields) = (say!(words, "phase-decline-title"), DeclinePhaseForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &editor.layout, editor.today), crumbs))
}
