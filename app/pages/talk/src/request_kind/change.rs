//! Changing a kind of request.

use super::owners;
use crate::service_request::{kind_name, standard_name};
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
    shared::project_editor::form_actions,
};
use coplan_domain::{id::RequestKindId, service_request::RequestKind};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    request_kind::{self, ChangeRequestKindForm},
};
use leptos::prelude::*;

/// Shows it with its form.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((kind,)): PathIds<(RequestKindId,)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, kind, None, (&[], false)).await
}

/// Changes it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((kind,)): PathIds<(RequestKindId,)>,
    Submitted(form): Submitted<ChangeRequestKindForm>,
) -> Result<Response, PageError> {
    match request_kind::change(&portal, context.actor()?, kind, &form).await {
        Ok(()) => Ok(Redirect::to(&links::request_kind::list()).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, kind, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, kind, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

fn of(kind: &RequestKind) -> ChangeRequestKindForm {
    ChangeRequestKindForm {
        version: kind.version,
        name: kind.called.name.clone(),
        staff: kind.staff.as_ref().map(|(staff, _)| staff.to_string()).unwrap_or_default(),
        hours: kind.reply_hours.map(|hours| hours.to_string()).unwrap_or_default(),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    id: RequestKindId,
    typed: Option<ChangeRequestKindForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (kinds, colleagues) = request_kind::list(portal, context.actor()?).await?;
    let kind = kinds.iter().find(|kind| kind.id == id).ok_or(PageError::NotFound)?;
    let known = of(kind);
    // What was typed goes on to the version that is shown now.
    let typed = typed.map(|form| if stale { ChangeRequestKindForm { version: known.version, ..form } } else { form });
    let form = typed.as_ref().unwrap_or(&known);
    let fields = FormView::new(words, form, problems).entries(owners(words, &colleagues));
    let fields = match kind.called.standard {
        Some(standard) => fields.hint("name", say!(words, "request-kind-standard-hint", name = standard_name(words, standard))),
        None => fields,
    };
    let notice = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "request-kind-stale")}</p></div> });
    let title = kind_name(words, &kind.called);
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::request_kind::list()>{say!(words, "request-kind-title")}</a>
            </nav>
            <h1>{title.clone()}</h1>
            {problem::summary(words, ChangeRequestKindForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <form class="sheet form" method="post" action=links::request_kind::change(id)>
                {notice}
                {fields.all()}
                {form_actions(words, links::request_kind::list(), say!(words, "save"))}
            </form>
        </div>
    };
    let (main, status) = (main.into_any(), status(problems, stale));
    Ok(layout::answer(context, status, || Page { links: staff_links(context), ..Page::plain(title, "page narrow", main) }))
}

fn status(problems: &[FieldProblem], stale: bool) -> StatusCode {
    match (stale, problems.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
