//! `/staff/new`: an admin adds a colleague, who is mailed the way to a password.

use super::{crumbs, proof};
use axum::{
    extract::State,
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
use coplan_domain::person::StaffRole;
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    sign_in::OwnProof,
    staff::{self, AddStaffForm},
};
use leptos::prelude::*;

/// Asks who it is.
///
/// # Errors
/// [`PageError`] where no admin is in.
pub async fn get(context: RequestContext) -> Result<Response, PageError> {
    if context.staff()?.role() != StaffRole::Admin {
        return Err(PageError::NotFound);
    }
    let form = AddStaffForm::suggested(context.words.language());
    Ok(layout::ok(&context, || page(&context, &form, &[])))
}

/// Adds a colleague.
///
/// # Errors
/// [`PageError`] where no admin is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Proved(form, proof): Proved<AddStaffForm>,
) -> Result<Response, PageError> {
    match staff::add(&portal, context.actor()?, &form, &proof).await {
        Ok(_) => Ok(Redirect::to(&Flash::PasswordMailed.on(&links::staff::list())).into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, &form, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(context: &RequestContext, form: &AddStaffForm, problems: &[FieldProblem]) -> Page {
    let words = &context.words;
    let title = say!(words, "staff-add");
    let main = view! {
        <div class="page-head">
            {crumbs(words)}
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "staff-add-text")}</p>
        </div>
        <form class="sheet form" method="post" action=links::staff::add() novalidate>
            {problem::summary(words, &[AddStaffForm::FIELDS, OwnProof::FIELDS].concat(), problems)}
            {FormView::new(words, form, problems).all()}
            {proof::fields(context, problems, None)}
            {form_actions(words, links::staff::list(), say!(words, "staff-add"))}
        </form>
    };
    own_page(context, title, "page narrow", main.into_any())
}
