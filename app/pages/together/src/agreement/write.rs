//! Writing the agreement, or its next version.

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
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Error, Portal,
    agreement::{self, AgreementForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

/// Asks for it, with what the last version says.
///
/// # Errors
/// [`PageError`] where the reader may not write it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, None, (&[], false)).await
}

/// Writes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<AgreementForm>,
) -> Result<Response, PageError> {
    match agreement::write(&portal, context.actor()?, customer, &form).await {
        Ok(()) => Ok(Redirect::to(&links::agreement::show(customer)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, customer, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    typed: Option<AgreementForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = agreement::show(portal, context.actor()?, customer).await?;
    if !view.may_write {
        return Err(PageError::NotResponsible);
    }
    let drawn = AgreementForm::after(view.versions.first(), view.today);
    // What was typed is given back; what it follows is what holds now, so that the next press means it.
    let form = typed.map_or_else(|| drawn.clone(), |typed| AgreementForm { version: drawn.version, ..typed });
    let notice = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "agreement-stale")}</p></div> });
    let fields = FormView::new(words, &form, problems).today(view.today);
    let title = if view.versions.is_empty() { say!(words, "agreement-write") } else { say!(words, "agreement-next") };
    let main = view! {
        <form class="sheet" method="post" action=links::agreement::write(customer)>
            <div class="form">
                {notice}
                {fields.all()}
                {form_actions(words, links::agreement::show(customer), say!(words, "save"))}
            </div>
        </form>
    };
    let crumbs = vec![
        (links::report::list(customer), say!(words, "nav-reports")),
        (links::agreement::show(customer), say!(words, "agreement-title")),
    ];
    let page = FormPage { title, fields: AgreementForm::FIELDS, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
