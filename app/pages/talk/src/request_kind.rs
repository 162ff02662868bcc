//! The kinds of requests: what each is called, to whom it goes, what is promised. For those who keep plans.

mod change;

use crate::service_request::kind_name;
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    layout::{self, Page, customer::staff_links},
    links, say,
    shared::{project_editor::ConfirmForm, staff_options},
    words::Words,
};
use coplan_domain::{id::RequestKindId, person::StaffPerson, service_request::RequestKind, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    request_kind::{self, AddRequestKindForm},
};
use leptos::prelude::*;

/// The routes of the kinds of requests.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::request_kind::list::PATTERN, get(list).post(add))
        .route(links::request_kind::change::PATTERN, get(change::get).post(change::post))
        .route(links::request_kind::remove::PATTERN, post(remove))
}

/// Shows them.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
async fn list(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let form = AddRequestKindForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, &form, &[]).await
}

/// Adds one.
///
/// # Errors
/// The same.
async fn add(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<AddRequestKindForm>,
) -> Result<Response, PageError> {
    match request_kind::add(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&links::request_kind::list()).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Offers one no more.
///
/// # Errors
/// The same.
async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((kind,)): PathIds<(RequestKindId,)>,
) -> Result<Redirect, PageError> {
    request_kind::remove(&portal, context.actor()?, kind).await?;
    Ok(Redirect::to(&links::request_kind::list()))
}

/// To whom requests can go: whoever is responsible for the customer first.
fn owners(words: &Words, colleagues: &[StaffPerson]) -> Vec<(String, String)> {
    let responsible = (String::new(), say!(words, "request-kind-responsible"));
    [responsible].into_iter().chain(colleagues.iter().map(staff_options::option)).collect()
}

fn row(words: &Words, kind: &RequestKind) -> AnyView {
    let name = kind_name(words, &kind.called);
    let to = kind.staff.as_ref().map_or_else(|| say!(words, "request-kind-responsible"), |(_, name)| name.clone());
    let promised = match kind.reply_hours {
        Some(hours) => say!(words, "request-kind-promise", hours = hours),
        None => say!(words, "request-kind-no-promise"),
    };
    let remove = ConfirmForm {
        summary: say!(words, "request-kind-remove"),
        of: Some(name.clone()),
        means: say!(words, "request-kind-remove-means"),
        action: links::request_kind::remove(kind.id),
        sure: say!(words, "request-kind-remove-sure"),
        ..ConfirmForm::default()
    };
    view! {
        <li class="row">
            <div class="row-main">
                <strong><a href=links::request_kind::change(kind.id)>{name}</a></strong>
                <span class="quiet">{to}" · "{promised}</span>
            </div>
            {remove.draw()}
        </li>
    }
    .into_any()
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    form: &AddRequestKindForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let (kinds, colleagues) = request_kind::list(portal, context.actor()?).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rows = kinds.iter().map(|kind| row(words, kind)).collect_view();
    let fields = FormView::new(words, form, problems).entries(owners(words, &colleagues));
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::service_request::all()>{say!(words, "service-request-of-all")}</a>
            </nav>
            <h1>{say!(words, "request-kind-title")}</h1>
            <p class="lead">{say!(words, "request-kind-lead")}</p>
            {problem::summary(words, AddRequestKindForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <section class="sheet" aria-labelledby="h-kinds">
                <h2 class="unseen" id="h-kinds">{say!(words, "request-kind-title")}</h2>
                <ul class="rows">{rows}</ul>
            </section>
            <section class="sheet" aria-labelledby="h-new-kind">
                <h2 id="h-new-kind">{say!(words, "request-kind-add")}</h2>
                <form class="form" method="post" action=links::request_kind::list()>
                    {fields.all()}
                    <div class="actions end"><button class="button">{say!(words, "request-kind-add")}</button></div>
                </form>
            </section>
        </div>
    };
    let main = main.into_any();
    Ok(layout::answer(context, status, || Page {
        links: staff_links(context),
        ..Page::plain(say!(words, "request-kind-title"), "page narrow", main)
    }))
}
