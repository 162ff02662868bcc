//! Writing an idea, and supporting one of somebody else.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions, keeps_draft},
};
use coplan_domain::{
    id::{CustomerId, IdeaId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    idea::{self, GiveIdeaForm},
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
    let form = GiveIdeaForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Keeps it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<GiveIdeaForm>,
) -> Result<Response, PageError> {
    match idea::give(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::idea::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &GiveIdeaForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let list = idea::list(portal, context.actor()?, customer).await?;
    if !list.may_give {
        return Err(PageError::NotResponsible);
    }
    let means = say!(words, "idea-give-means", name = list.layout.responsible.name.clone());
    let fields = FormView::new(words, form, problems);
    let place = format!("idea {customer} {}", context.actor()?.person());
    let draft = keeps_draft(words, &fields, place, format!("i-{}", form.id), false);
    let main = view! {
        <form class="sheet form" method="post" action=links::idea::give(customer)>
            <p class="quiet">{means}</p>
            {fields.all()}
            {draft}
            {form_actions(words, links::idea::list(customer), say!(words, "idea-send"))}
        </form>
    };
    let crumbs = vec![(links::idea::list(customer), say!(words, "nav-ideas"))];
    let (title, fields) = (say!(words, "idea-give"), GiveIdeaForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &list.layout, list.today), crumbs))
}

/// Supports it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_support(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, IdeaId)>,
) -> Result<Redirect, PageError> {
    idea::support(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::idea::show(of.0, of.1)))
}

/// Supports it no more.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_withdraw_support(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, IdeaId)>,
) -> Result<Redirect, PageError> {
    idea::withdraw_support(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::idea::show(of.0, of.1)))
}
