//! `/staff/{id}/reset-password`: an admin has a colleague mailed the way to a new password, and proves again
//! who it is.

use super::{crumbs, edit::Colleague, proof};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Proved, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page},
    links, say,
    shared::{own_form::own_page, project_editor::form_actions},
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    sign_in::OwnProof,
    staff::{ResetForm, reset_password},
};
use leptos::prelude::*;

/// Says what it means.
///
/// # Errors
/// [`PageError`] where no admin is in or nobody else has the id.
pub async fn get(State(portal): State<Portal>, context: RequestContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let (id, colleague) = Colleague::find(&portal, &context, &id).await?;
    if context.actor()?.person() == id {
        return Err(PageError::NotFound);
    }
    Ok(layout::ok(&context, || page(&context, &colleague, &ResetForm::default(), &[])))
}

/// Ends the password and mails the way to another.
///
/// # Errors
/// [`PageError`] where no admin is in, nobody has the id, or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(id): Path<String>,
    Proved(form, proof): Proved<ResetForm>,
) -> Result<Response, PageError> {
    let (id, colleague) = Colleague::find(&portal, &context, &id).await?;
    match reset_password(&portal, context.actor()?, id, form.second_factor, &proof).await {
        Ok(()) => Ok(Redirect::to(&Flash::PasswordMailed.on(&links::staff::list())).into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, &colleague, &form, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(context: &RequestContext, colleague: &Colleague, form: &ResetForm, problems: &[FieldProblem]) -> Page {
    let (words, entry) = (&context.words, &colleague.entry);
    let person = &entry.staff.person;
    let title = say!(words, "staff-reset-title", name = person.name.clone());
    let factor = entry.second_factor.then(|| FormView::new(words, form, problems).all());
    let main = view! {
        <div class="page-head">
            {crumbs(words)}
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "staff-reset-text")}</p>
        </div>
        <form class="sheet form" method="post" action=links::staff::reset_password(person.id) novalidate>
            {problem::summary(words, &[ResetForm::FIELDS, OwnProof::FIELDS].concat(), problems)}
            {factor}
            {proof::fields(context, problems, None)}
            {form_actions(words, links::staff::edit(person.id), say!(words, "staff-reset-deed"))}
        </form>
    };
    own_page(context, title, "page narrow", main.into_any())
}
