//! Beginning a discussion of its own with a message and what came after it.

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
use coplan_domain::{
    id::{CustomerId, MessageId, ThreadId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    thread::{self, SplitForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, ThreadId, MessageId);

/// Asks what it is about.
///
/// # Errors
/// [`PageError`] where the reader may not, or nothing can begin with this message.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let form = SplitForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, of, &form, &[]).await
}

/// Begins it.
///
/// # Errors
/// [`PageError`] where the reader may not, or nothing can begin with this message.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<SplitForm>,
) -> Result<Response, PageError> {
    let (customer, id, message) = of;
    match thread::split(&portal, context.actor()?, (customer, id), message, &form).await {
        Ok(begun) => Ok(Redirect::to(&links::thread::show(customer, begun)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    (customer, id, message): Ids,
    form: &SplitForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (words, actor) = (&context.words, context.actor()?);
    let view = thread::begin_split(portal, actor, (customer, id), message).await?;
    let main = view! {
        <form class="sheet form" method="post" action=links::thread::split(customer, id, message)>
            <p>{say!(words, "thread-split-text", n = view.messages)}</p>
            {FormView::new(words, form, problems).all()}
            {form_actions(words, links::thread::said(customer, id, message), say!(words, "thread-split-do"))}
        </form>
    };
    let crumbs = vec![
        (links::thread::list(customer), say!(words, "nav-discussions")),
        (links::thread::show(customer, id), view.title.clone()),
    ];
    let (title, fields) = (say!(words, "thread-split"), SplitForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, portal.today(actor)), crumbs))
}
