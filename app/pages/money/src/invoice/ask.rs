//! A question about an invoice or one line of it: what is questioned is above the form, which asks why, in one line and
//! in a message.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::Draft,
    layout::{self, customer::CustomerLayout},
    links::{self, thread::AboutQuery},
    say,
    shared::{question::questioned, subject},
};
use coplan_domain::{
    id::{CustomerId, InvoiceId},
    question::QuestionReason,
    system::new_ulid,
    thread::{About, AboutKind},
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    question::{self, AskContext, AskForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, InvoiceId);

/// Shows the form.
///
/// # Errors
/// [`PageError`] where the reader may not ask about this.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Query(query): Query<AboutQuery>,
) -> Result<Response, PageError> {
    let about = query.or(About { kind: AboutKind::Invoice, id: of.1.0 }).parse().map_err(|_| PageError::NotFound)?;
    let fresh = || new_ulid(portal.clock.now(), &*portal.rng);
    let (thread, message, reason) = (fresh().into(), fresh().into(), QuestionReason::Other.to_string());
    let form = AskForm { thread, message, about, reason, title: String::new(), text: String::new() };
    draw(&portal, &context, of, &form, &[]).await
}

/// Asks.
///
/// # Errors
/// [`PageError`] where the reader may not ask about this.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AskForm>,
) -> Result<Response, PageError> {
    match question::ask(&portal, context.actor()?, of.0, &form).await {
        Ok(thread) => Ok(Redirect::to(&links::thread::show(of.0, thread)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &AskForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let asked = question::begin(portal, actor, of.0, form.about).await?;
    if asked.subject.invoice != Some(of.1) {
        return Err(PageError::NotFound);
    }
    let frame = CustomerLayout::new(context, &asked.layout, portal.today(actor));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = format!("ask {} {}", form.about, actor.person());
    Ok(layout::answer(context, status, || {
        let main = main(context, &frame, of, &asked, (form, problems), place);
        frame.page(say!(context.words, "question-title"), "page", main)
    }))
}

fn main(
    context: &RequestContext,
    frame: &CustomerLayout,
    (customer, invoice): Ids,
    asked: &AskContext,
    (form, problems): (&AskForm, &[FieldProblem]),
    place: String,
) -> AnyView {
    let words = &context.words;
    let id = format!("m-{}", form.message);
    let view = FormView::new(words, form, problems);
    let fields = view.drafted();
    view! {
        <div class="page-head">
            {subject::crumbs(words, subject::way(words, customer, &asked.subject))}
            <h1>{say!(words, "question-title")}</h1>
            <p class="lead">{say!(words, "thread-new-about", about = subject::line(words, &asked.subject))}</p>
            {problem::summary(words, AskForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <form class="sheet form" method="post" action=links::invoice::ask(customer, invoice)>
                <dl class="facts">{questioned(words, &asked.questioned)}</dl>
                {view.all()}
                <div class="actions end">
                    <Draft place=place id=id fields=fields change=false keys=String::new() then=String::new()
                        kept=say!(words, "thread-draft-kept") sending=say!(words, "draft-sending")/>
                    <a class="button plain" href=links::invoice::show(customer, invoice)>{say!(words, "cancel")}</a>
                    <button class="button main">{say!(words, "thread-new-send")}</button>
                </div>
            </form>
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}
