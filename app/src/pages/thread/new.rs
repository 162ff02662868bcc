//! A new discussion: what it is about stands above the form; the rest is one line and a first message.

use super::{fresh, subject};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::Draft,
    layout,
    layout::customer::CustomerLayout,
    links::{self, thread::AboutQuery},
    parts::{field::Field, labels, problem},
    say,
};
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    thread::{self, NewThreadContext, OpenForm},
};
use leptos::prelude::*;
use serde::Deserialize;

/// A new thread as it was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct NewForm {
    /// The thread's id, made when the form was drawn.
    pub thread: String,
    /// The first message's id, likewise.
    pub message: String,
    /// `KIND.ID`.
    pub about: String,
    /// The question in one line.
    pub title: String,
    /// The first message.
    pub text: String,
}

/// Shows the form.
///
/// # Errors
/// [`PageError`] where the reader may not ask about this.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<AboutQuery>,
) -> Result<Response, PageError> {
    let about = query.or_plan(customer);
    let (thread, message) = (fresh(&portal), fresh(&portal));
    draw(&portal, &context, customer, NewForm { thread, message, about, ..NewForm::default() }, &[]).await
}

/// Opens the discussion.
///
/// # Errors
/// [`PageError`] where the reader may not ask about this.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(form): Form<NewForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let about = form.about.parse().map_err(|_| PageError::NotFound)?;
    let open = OpenForm {
        thread: form.thread.parse().map_err(|_| PageError::BadRequest)?,
        message: form.message.parse().map_err(|_| PageError::BadRequest)?,
        about,
        title: form.title.clone(),
        text: form.text.clone(),
    };
    match thread::open(&portal, actor, customer, open).await {
        Ok(thread) => Ok(Redirect::to(&links::thread::show(customer, thread)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: NewForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let about = form.about.parse().map_err(|_| PageError::NotFound)?;
    let beginning = thread::begin(portal, actor, customer, about).await?;
    let frame = CustomerLayout::load(portal, context, customer).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = format!("new {} {}", form.about, actor.person());
    Ok(layout::answer(context, status, || {
        let main = main(context, &frame, customer, &beginning, form, problems, place);
        frame.page(say!(context.words, "thread-new-title"), "page", main)
    }))
}

fn main(
    context: &RequestContext,
    frame: &CustomerLayout,
    customer: CustomerId,
    NewThreadContext { subject, inside }: &NewThreadContext,
    form: NewForm,
    problems: &[FieldProblem],
    place: String,
) -> AnyView {
    let words = &context.words;
    let id = format!("m-{}", form.message);
    let inside = inside.then(|| {
        let (customer, supplier) = (frame.customer_name().to_owned(), context.supplier.clone());
        let means = say!(words, "thread-new-inside", customer = customer, supplier = supplier);
        view! { <p><span class="badge warn">{say!(words, "thread-inside")}</span></p><p class="quiet">{means}</p> }
    });
    view! {
        <div class="page-head">
            {subject::crumbs(words, subject::way(words, customer, subject))}
            <h1>{say!(words, "thread-new-title")}</h1>
            <p class="lead">{say!(words, "thread-new-about", about = subject::line(words, subject))}</p>
            {inside}
            {problem::summary(words, &labels::THREAD, problems)}
        </div>
        <div class="page-main">
            <form class="sheet form" method="post" action=links::thread::new(customer)>
                <input type="hidden" name="thread" value=form.thread.clone()/>
                <input type="hidden" name="message" value=form.message.clone()/>
                <input type="hidden" name="about" value=form.about.clone()/>
                {fields(context, form, problems)}
                <div class="actions end">
                    <Draft place=place id=id fields="title text".to_owned() change=false kept=say!(words, "thread-draft-kept")/>
                    <a class="button plain" href=links::thread::list(customer)>{say!(words, "cancel")}</a>
                    <button class="button main">{say!(words, "thread-new-send")}</button>
                </div>
            </form>
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

fn fields(context: &RequestContext, form: NewForm, problems: &[FieldProblem]) -> AnyView {
    let words = &context.words;
    let title = Field {
        name: "title",
        label: say!(words, "thread-title-label"),
        value: form.title,
        problem: problem::of(words, problems, "title"),
        autocomplete: Some("off"),
        ..Field::default()
    };
    let text = Field {
        name: "text",
        label: say!(words, "thread-text-label"),
        hint: Some(say!(words, "thread-markdown-hint")),
        value: form.text,
        problem: problem::of(words, problems, "text"),
        ..Field::default()
    };
    view! { {title.input("text")} {text.textarea()} }.into_any()
}
