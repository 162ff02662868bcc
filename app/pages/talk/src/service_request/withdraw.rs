//! Whoever asked for something does not need it any more.

use super::{answer::notice, show::Ids};
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
    words::Words,
};
use coplan_domain::system::new_ulid;
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    service_request::{self, WithdrawServiceRequestForm},
};
use leptos::prelude::*;

/// Asks why.
///
/// # Errors
/// [`PageError`] where the reader may not withdraw it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, (&[], false)).await
}

/// Withdraws it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<WithdrawServiceRequestForm>,
) -> Result<Response, PageError> {
    match service_request::withdraw(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::service_request::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, of, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

/// The way there, for whoever may.
pub(super) fn way(words: &Words, of: Ids) -> AnyView {
    let href = links::service_request::withdraw(of.0, of.1);
    view! { <p class="actions"><a class="button plain" href=href>{say!(words, "service-request-withdraw")}</a></p> }.into_any()
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<WithdrawServiceRequestForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = service_request::show(portal, context.actor()?, of.0, of.1).await?;
    if !view.may_withdraw && !stale {
        return Err(PageError::NotFound);
    }
    let blank = WithdrawServiceRequestForm {
        id: new_ulid(portal.clock.now(), &*portal.rng).into(),
        version: view.request.version,
        words: String::new(),
    };
    // What was typed goes on to the version that is shown now.
    let typed = typed.map(|form| if stale { WithdrawServiceRequestForm { version: blank.version, ..form } } else { form });
    let notice = stale.then(|| notice(words, &view));
    let main = view! {
        <form class="sheet form" method="post" action=links::service_request::withdraw(of.0, of.1)>
            {notice}
            {FormView::new(words, typed.as_ref().unwrap_or(&blank), problems).all()}
            {form_actions(words, links::service_request::show(of.0, of.1), say!(words, "service-request-withdraw"))}
        </form>
    };
    let crumbs = vec![
        (links::service_request::list(of.0), say!(words, "nav-requests")),
        (links::service_request::show(of.0, of.1), view.request.what.clone()),
    ];
    let (title, fields) = (say!(words, "service-request-withdraw"), WithdrawServiceRequestForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
