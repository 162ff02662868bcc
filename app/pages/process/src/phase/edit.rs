//! Writing phases down, changing one or proposing to, moving and removing one.

use axum::{
    Form as FormBody,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, PersonId, PhaseId},
    person::{Language, Side},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    phase::{self, NewPhaseForm, PhaseEditor, PhaseForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, PhaseId);

/// The phases of the template, in a language.
fn template(language: Language) -> Vec<String> {
    let words = Words::new(language, "UTC");
    vec![say!(words, "phase-identify"), say!(words, "phase-acquire"), say!(words, "phase-deliver"), say!(words, "phase-utilise")]
}

/// Writes them down.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn begin(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Redirect, PageError> {
    phase::begin(&portal, context.actor()?, customer, template).await?;
    Ok(Redirect::to(&links::phase::list(customer)))
}

/// Asks for another phase.
///
/// # Errors
/// [`PageError`] where the reader may not add one.
pub async fn get_add(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let form = NewPhaseForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw_add(&portal, &context, customer, &form, &[]).await
}

/// Adds it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_add(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<NewPhaseForm>,
) -> Result<Response, PageError> {
    match phase::add(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::phase::at(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw_add(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// What sending it means, for who can only propose.
fn means(context: &RequestContext, side: Side, theirs: String) -> AnyView {
    let words = &context.words;
    let said = match side {
        Side::Customer => say!(words, "phase-propose-means", name = context.supplier.clone()),
        Side::Supplier => say!(words, "phase-change-means", name = theirs),
    };
    view! { <p class="quiet">{said}</p> }.into_any()
}

async fn draw_add(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &NewPhaseForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = phase::list(portal, context.actor()?, customer).await?;
    if !view.may_write {
        return Err(PageError::NotResponsible);
    }
    let fields = FormView::new(words, form, problems);
    let means = (view.side == Side::Customer).then(|| means(context, view.side, String::new()));
    let main = view! {
        <form class="sheet form" method="post" action=links::phase::add(customer)>
            {means}
            {fields.all()}
            {form_actions(words, links::phase::list(customer), say!(words, "phase-add"))}
        </form>
    };
    let crumbs = vec![(links::phase::list(customer), say!(words, "nav-process"))];
    let (title, fields) = (say!(words, "phase-add"), NewPhaseForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}

/// Asks how a phase should be.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let editor = phase::begin_change(&portal, context.actor()?, of.0, of.1).await?;
    let form = PhaseForm::of(&editor.terms, editor.phase.version);
    Ok(draw(&context, of, &editor, &form, &[], false))
}

/// Changes it so, or proposes to.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<PhaseForm>,
) -> Result<Response, PageError> {
    let (problems, stale) = match phase::change(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(_) => return Ok(Redirect::to(&links::phase::at(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => (problems, false),
        Err(Error::Stale(_)) => (Vec::new(), true),
        Err(error) => return Err(error.into()),
    };
    let editor = phase::begin_change(&portal, context.actor()?, of.0, of.1).await?;
    Ok(draw(&context, of, &editor, &form, &problems, stale))
}

fn draw(
    context: &RequestContext,
    of: Ids,
    editor: &PhaseEditor,
    form: &PhaseForm,
    problems: &[FieldProblem],
    stale: bool,
) -> Response {
    let words = &context.words;
    let entries = |people: &[(PersonId, String)]| {
        let people = people.iter().map(|(id, name)| (id.to_string(), name.clone()));
        [(String::new(), say!(words, "phase-nobody"))].into_iter().chain(people).collect::<Vec<_>>()
    };
    let drawn = |people: Vec<(String, String)>| FormView::new(words, form, problems).today(editor.today).entries(people);
    let (action, leave) = (links::phase::change(of.0, of.1), links::phase::at(of.0, of.1));
    let (name, supplier) = (editor.layout.name.clone(), context.supplier.clone());
    let main = if stale {
        let everybody = [entries(&editor.owners), entries(&editor.staff).split_off(1)].concat();
        let now = PhaseForm::of(&editor.terms, editor.phase.version);
        conflict(&drawn(everybody), Conflict::new(form.clone(), now, action, leave))
    } else {
        let (theirs, ours) = (drawn(entries(&editor.owners)), drawn(entries(&editor.staff)));
        let theirs = theirs
            .label("goal", say!(words, "phase-goal-of", name = name.clone()))
            .label("owner", say!(words, "phase-owner-of", name = name.clone()));
        let ours = ours
            .label("supplier_part", say!(words, "phase-part-of", name = supplier.clone()))
            .label("staff", say!(words, "phase-owner-of", name = supplier));
        view! {
            <form class="sheet form" method="post" action=action>
                {means(context, editor.side, name)}
                {theirs.hidden()}
                {theirs.only(&["name", "goal", "owner", "missing"])}
                {ours.only(&["supplier_part", "staff", "relief", "relieved_on", "effect"])}
                {form_actions(words, leave, say!(words, "phase-save"))}
            </form>
        }
        .into_any()
    };
    let crumbs = vec![(links::phase::list(of.0), say!(words, "nav-process"))];
    let (title, fields) = (editor.phase.terms.name.clone(), PhaseForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main };
    page.answer(context, CustomerLayout::new(context, &editor.layout, editor.today), crumbs)
}

/// Where a phase is moved, from where it was read.
#[derive(Debug, serde::Deserialize)]
pub struct ShiftForm {
    #[serde(default)]
    place: i64,
    #[serde(default)]
    to: String,
}

/// Moves it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn shift(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    FormBody(form): FormBody<ShiftForm>,
) -> Result<Redirect, PageError> {
    phase::shift(&portal, context.actor()?, of.0, of.1, (form.place, form.to == "later")).await?;
    Ok(Redirect::to(&links::phase::at(of.0, of.1)))
}

/// Removes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    phase::remove(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::phase::list(of.0)))
}
