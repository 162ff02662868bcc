//! One message on a page of its own, which is its lasting address: what it says, what it said before, and for its author
//! saying it otherwise and withdrawing it.

use super::messages;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{customer::CustomerLayout, heavy},
    links::{self, thread::VersionQuery},
    parts::markdown,
    say,
    shared::{
        discussions::Parties,
        project_editor::{FormPage, confirm_form, form_actions},
    },
    words::Words,
};
use coplan_domain::id::{CustomerId, MessageId, ThreadId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    thread::{self, EditMessageForm, MessagePage},
};
use jiff::Timestamp;
use leptos::prelude::*;

type Ids = (CustomerId, ThreadId, MessageId);

/// Shows the message.
///
/// # Errors
/// [`PageError`] where it is not the reader's to see.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Query(asked): Query<VersionQuery>,
) -> Result<Response, PageError> {
    draw(&portal, &context, (of, asked.before()), None, (&[], false)).await
}

/// Says it otherwise.
///
/// # Errors
/// [`PageError`] where it is not the reader's own.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<EditMessageForm>,
) -> Result<Response, PageError> {
    let (customer, id, message) = of;
    match thread::edit_message(&portal, context.actor()?, (customer, id), message, &form).await {
        Ok(()) => Ok(Redirect::to(&links::thread::message(customer, id, message)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, (of, None), Some(form), (&problems, false)).await,
        Err(Error::Stale(now)) => {
            let form = EditMessageForm { revision: now.revision, ..form };
            draw(&portal, &context, (of, None), Some(form), (&[], true)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Withdraws it.
///
/// # Errors
/// [`PageError`] where it is not the reader's own.
pub async fn withdraw(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let (customer, id, message) = of;
    match thread::withdraw_message(&portal, context.actor()?, (customer, id), message).await {
        Ok(()) => Ok(Redirect::to(&links::thread::message(customer, id, message)).into_response()),
        Err(Error::Stale(_)) => draw(&portal, &context, (of, None), None, (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    ((customer, id, message), versions): (Ids, Option<i64>),
    typed: Option<EditMessageForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (actor, now) = (context.actor()?, portal.clock.now());
    let view = thread::show_message(portal, actor, customer, id, message, versions).await?;
    let frame = CustomerLayout::new(context, &view.layout, portal.today(actor));
    let of = (customer, id, message);
    let bytes = view.bytes();
    heavy::draw(context, bytes, || {
        let sides = Parties::new(context, frame.customer_name());
        let form = view.may_edit.then(|| {
            let form = typed.unwrap_or(EditMessageForm { revision: view.message.revision, text: view.message.text.clone() });
            edit(words, of, &form, (problems, stale))
        });
        let main = view! { {said(words, &sides, of, &view, now)} {form} {before(words, of, &view, now)} }.into_any();
        let title = say!(words, "message-title", name = view.message.author.clone());
        let crumbs = vec![
            (links::thread::list(customer), say!(words, "nav-discussions")),
            (links::thread::show(customer, id), view.title.clone()),
        ];
        let page = FormPage { title, fields: EditMessageForm::FIELDS, problems, stale, main };
        page.answer(context, frame, crumbs)
    })
    .await
}

/// What it says now.
fn said(words: &Words, sides: &Parties, (customer, id, message): Ids, view: &MessagePage, now: Timestamp) -> AnyView {
    let agreed = view.message.agreed.join(", ");
    let agreed = (!agreed.is_empty()).then(|| view! { <p class="quiet">{say!(words, "message-agreed", names = agreed)}</p> });
    let split = view.may_split.then(|| {
        let href = links::thread::split(customer, id, message);
        view! { <p class="actions"><a class="button" href=href>{say!(words, "thread-split")}</a></p> }
    });
    view! {
        <section class="sheet">
            <p class="quiet">
                {sides.name(view.message.side)}", "{words.moment(view.message.sent_at, now)}
            </p>
            {messages::text(words, &view.message)}
            {agreed}
            <p><a href=links::thread::message(customer, id, message)>{say!(words, "message-show")}</a></p>
            {split}
        </section>
    }
    .into_any()
}

/// The form that says it otherwise, and the way to withdraw it.
fn edit(
    words: &Words,
    (customer, id, message): Ids,
    form: &EditMessageForm,
    (problems, stale): (&[FieldProblem], bool),
) -> AnyView {
    let stale = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "message-edit-stale")}</p></div> });
    let (summary, means) = (say!(words, "message-withdraw"), say!(words, "message-withdraw-means"));
    let action = links::thread::withdraw(customer, id, message);
    view! {
        <form class="sheet form" method="post" action=links::thread::said(customer, id, message)>
            {stale}
            {FormView::new(words, form, problems).all()}
            <p class="quiet">{say!(words, "message-edit-means")}</p>
            {form_actions(words, links::thread::message(customer, id, message), say!(words, "save"))}
        </form>
        {confirm_form(summary, means, action, say!(words, "message-withdraw-sure"))}
    }
    .into_any()
}

/// What it said before.
fn before(words: &Words, (customer, id, message): Ids, view: &MessagePage, now: Timestamp) -> Option<AnyView> {
    let lang = words.foreign(view.message.language);
    let versions = view.before.iter().map(|past| {
        let until = say!(words, "message-until", moment = words.moment(past.replaced_at, now));
        view! { <li><p class="quiet">{until}</p><div class="prose" lang=lang inner_html=markdown::html_of(&past.text)></div></li> }
    });
    let versions = versions.collect_view();
    let more = view.more.map(|revision| {
        let href = links::thread::versions_before(customer, id, message, revision);
        view! { <p><a href=href>{say!(words, "message-before-more")}</a></p> }
    });
    (!view.before.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-before">
                <h2 id="h-before">{say!(words, "message-before")}</h2>
                <ol class="messages">{versions}</ol>
                {more}
            </section>
        }
        .into_any()
    })
}
