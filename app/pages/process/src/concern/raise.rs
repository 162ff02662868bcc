//! Raising a concern in a phase.

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
};
use coplan_domain::{
    id::{CustomerId, PhaseId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    concern::{self, RaiseForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

type Ids = (CustomerId, PhaseId);

/// Asks what it is about.
///
/// # Errors
/// [`PageError`] where the reader may not raise one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let form = RaiseForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, of, &form, &[]).await
}

/// Raises it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<RaiseForm>,
) -> Result<Response, PageError> {
    match concern::raise(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(id) => Ok(Redirect::to(&links::concern::show(of.0, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &RaiseForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = concern::begin_raise(portal, context.actor()?, of.0, of.1).await?;
    let fields = FormView::new(words, form, problems);
    let means = say!(words, "concern-raise-means", name = view.layout.responsible.name.clone());
    let main = view! {
        <form class="sheet form" method="post" action=links::concern::raise(of.0, of.1)>
            <p class="quiet">{means}</p>
            {fields.all()}
            {form_actions(words, links::phase::at(of.0, of.1), say!(words, "concern-raise"))}
        </form>
    };
    let crumbs =
        vec![(links::phase::list(of.0), say!(words, "nav-process")), (links::phase::at(of.0, of.1), view.phase_name.clone())];
    let (title, fields) = (say!(words, "concern-raise"), RaiseForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
