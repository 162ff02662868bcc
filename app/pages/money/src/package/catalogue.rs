//! The packages that are offered, for those who keep plans.

use super::sums::terms;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::staff_links},
    links, say,
    shared::project_editor::ConfirmForm,
};
use coplan_domain::{id::PackageId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    package::{self, PackageForm},
};
use leptos::prelude::*;

/// Shows them.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let form = PackageForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, &form, &[]).await
}

/// Adds one.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<PackageForm>,
) -> Result<Response, PageError> {
    match package::add(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&links::package::catalogue()).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Offers one no more.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn end(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(PackageId,)>,
) -> Result<Redirect, PageError> {
    package::end(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&links::package::catalogue()))
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    form: &PackageForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let packages = package::list(portal, context.actor()?).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rows = packages.iter().map(|one| {
        let end = ConfirmForm {
            summary: say!(words, "package-end"),
            of: Some(one.name.clone()),
            means: say!(words, "package-end-means", name = one.name.clone()),
            action: links::package::end(one.id),
            sure: say!(words, "package-end-sure"),
            ..ConfirmForm::default()
        };
        view! {
            <li class="row">
                <div class="row-main">
                    <strong>{one.service.clone()}": "{one.name.clone()}</strong>
                    <span class="quiet">{terms(words, one)}</span>
                </div>
                {end.draw()}
            </li>
        }
    });
    let rows = rows.collect_view();
    let none = packages.is_empty().then(|| view! { <p class="quiet">{say!(words, "package-none-offered")}</p> });
    let main = view! {
        <div class="page-head">
            <h1>{say!(words, "package-catalogue")}</h1>
            <p>{say!(words, "package-catalogue-lead")}</p>
            {problem::summary(words, PackageForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "package-catalogue")>
                {none}
                <ul class="rows">{rows}</ul>
                <form class="form" method="post" action=links::package::catalogue()>
                    {FormView::new(words, form, problems).all()}
                    <div class="actions end"><button class="button">{say!(words, "package-add")}</button></div>
                </form>
            </section>
        </div>
    };
    let main = main.into_any();
    Ok(layout::answer(context, status, || Page {
        links: staff_links(context),
        ..Page::plain(say!(words, "package-catalogue"), "page narrow", main)
    }))
}
