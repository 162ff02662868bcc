//! A new discussion: what it is about stands above the form; the rest is one line and a first message.

use super::{
    files,
    forms::WITH_FILES,
    receive::{FILES, Received},
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::Draft,
    layout::{self, customer::CustomerLayout},
    links::{self, thread::AboutQuery},
    parts::unsent,
    say,
    shared::subject,
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    attachment::RefusedFile,
    form::{FieldProblem, Form},
    thread::{self, NewThreadContext, OpenForm},
};
use leptos::prelude::*;

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
    let about = query.or_plan(customer).parse().map_err(|_| PageError::NotFound)?;
    let fresh = || new_ulid(portal.clock.now(), &*portal.rng);
    let (thread, message) = (fresh().into(), fresh().into());
    let form = OpenForm { thread, message, about, title: String::new(), text: String::new() };
    draw(&portal, &context, customer, &form, (&[], &[])).await
}

/// Opens the discussion.
///
/// # Errors
/// [`PageError`] where the reader may not ask about this.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    received: Received,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let form = OpenForm::from_pairs(&received.pairs).ok_or(PageError::BadRequest)?;
    let done = if received.refused.is_empty() {
        thread::open_with(&portal, actor, customer, &form, &received.files).await
    } else {
        // Nothing is said before it is known what goes with it.
        Err(Error::Invalid(Vec::new()))
    };
    match done {
        Ok(thread) => Ok(Redirect::to(&links::thread::show(customer, thread)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, (&problems, &received.refused)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &OpenForm,
    (problems, refused): (&[FieldProblem], &[(&'static str, RefusedFile)]),
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let beginning = thread::begin(portal, actor, customer, form.about).await?;
    let frame = CustomerLayout::new(context, &beginning.layout, portal.today(actor));
    let status = if problems.is_empty() && refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = format!("new {} {}", form.about, actor.person());
    Ok(layout::answer(context, status, || {
        let main = main(context, &frame, customer, &beginning, form, (problems, refused), place);
        frame.page(say!(context.words, "thread-new-title"), "page", main)
    }))
}

fn main(
    context: &RequestContext,
    frame: &CustomerLayout,
    customer: CustomerId,
    NewThreadContext { subject, inside, .. }: &NewThreadContext,
    form: &OpenForm,
    (problems, refused): (&[FieldProblem], &[(&'static str, RefusedFile)]),
    place: String,
) -> AnyView {
    let words = &context.words;
    let (id, then) = (format!("m-{}", form.message), links::thread::show(customer, form.thread));
    let view = FormView::new(words, form, problems);
    let fields = view.drafted();
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
            {problem::summary(words, OpenForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <form class="sheet form" method="post" enctype=WITH_FILES action=links::thread::new(customer)>
                {unsent::list(words, "message")}
                {view.all()}
                {files::choose(words, FILES, refused)}
                <div class="actions end">
                    <Draft place=place id=id fields=fields change=false keys="thread message".to_owned() then=then
                        kept=say!(words, "thread-draft-kept") sending=say!(words, "draft-sending")/>
                    <a class="button plain" href=links::thread::list(customer)>{say!(words, "cancel")}</a>
                    <button class="button main">{say!(words, "thread-new-send")}</button>
                </div>
            </form>
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}
