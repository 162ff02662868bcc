//! `/staff/{id}/end`: an admin ends a colleague's time here, and proves again who it is.

use super::{
    crumbs,
    edit::{self, Colleague, Shown, last_admin, still_needed},
    proof,
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page},
    links, say,
    shared::own_form::own_page,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    sign_in::OwnProof,
    staff::{self, EndStaffError},
};
use leptos::prelude::*;

/// Says what it means.
///
/// # Errors
/// [`PageError`] where no admin is in or nobody has the id.
pub async fn get(State(portal): State<Portal>, context: RequestContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let (_, colleague) = Colleague::find(&portal, &context, &id).await?;
    Ok(layout::ok(&context, || page(&context, &colleague, &[])))
}

/// Ends the colleague's time here.
///
/// # Errors
/// [`PageError`] where no admin is in, nobody has the id, or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(id): Path<String>,
    Submitted(proof): Submitted<OwnProof>,
) -> Result<Response, PageError> {
    let (id, colleague) = Colleague::find(&portal, &context, &id).await?;
    let words = &context.words;
    let notice = match staff::end(&portal, context.actor()?, id, &proof).await {
        Ok(()) => return Ok(Redirect::to(&Flash::Ended.on(&links::staff::list())).into_response()),
        Err(EndStaffError::Other(Error::Invalid(problems))) => {
            return Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, &colleague, &problems)));
        }
        Err(EndStaffError::Other(error)) => return Err(error.into()),
        Err(EndStaffError::StillNeeded(needed)) => {
            still_needed(words, &colleague.entry.staff.person.name, &needed, portal.today(context.actor()?))
        }
        Err(EndStaffError::LastAdmin) => last_admin(words),
    };
    Ok(layout::answer(&context, StatusCode::CONFLICT, || {
        edit::page(&context, &colleague, Shown { notice: Some(notice), ..Shown::default() })
    }))
}

fn page(context: &RequestContext, colleague: &Colleague, problems: &[FieldProblem]) -> Page {
    let (words, person) = (&context.words, &colleague.entry.staff.person);
    let title = say!(words, "staff-end-deed", name = person.name.clone());
    let main = view! {
        <div class="page-head">
            {crumbs(words)}
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "staff-end-text")}</p>
        </div>
        <form class="sheet form" method="post" action=links::staff::end(person.id) novalidate>
            {problem::summary(words, OwnProof::FIELDS, problems)}
            {proof::fields(context, problems, None)}
            <div class="actions end">
                <a class="button plain" href=links::staff::edit(person.id)>{say!(words, "cancel")}</a>
                <button type="submit" class="button danger">{title.clone()}</button>
            </div>
        </form>
    };
    own_page(context, title, "page narrow", main.into_any())
}
