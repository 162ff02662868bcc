//! Correcting a contact that was written down; what was written first stays beside it.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::{
    id::{ContactId, CustomerId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    contact::{self, ContactForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

type Ids = (CustomerId, ContactId);

/// Shows what was written down.
///
/// # Errors
/// [`PageError`] where the reader may not correct it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, (&[], false)).await
}

/// Keeps the correction.
///
/// # Errors
/// [`PageError`] where the reader may not correct it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ContactForm>,
) -> Result<Response, PageError> {
    match contact::keep(&portal, context.actor()?, of.0, &form, Some(of.1)).await {
        Ok(()) => Ok(Redirect::to(&Flash::Changed.on(&links::contact::list(of.0))).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, of, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<ContactForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (view, found) = contact::find(portal, context.actor()?, of.0, of.1).await?;
    let form = typed.unwrap_or_else(|| ContactForm::of(new_ulid(portal.clock.now(), &*portal.rng).into(), &found));
    let notice = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "contact-stale")}</p></div> });
    let main = view! {
        <form class="sheet form" method="post" action=links::contact::correct(of.0, of.1)>
            {notice}
            {FormView::new(words, &form, problems).today(view.today).all()}
            {form_actions(words, links::contact::list(of.0), say!(words, "contact-save"))}
        </form>
    };
    let crumbs = vec![(links::contact::list(of.0), say!(words, "contact-title"))];
    let (title, fields) = (say!(words, "contact-correct-title"), ContactForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
