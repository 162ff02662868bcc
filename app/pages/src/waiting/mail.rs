//! Emails that came as replies and were not posted by themselves: each with the reason, and what can be done with it.

use axum::{
    extract::State,
    response::{Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::staff_links},
    links,
    parts::held::why_held,
    say,
    words::Words,
};
use coplan_domain::{id::IncomingMailId, incoming_mail::HeldReason};
use coplan_usecases::{
    Portal,
    incoming_mail::{self, HeldMailLine, HeldMailView},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Shows one.
///
/// # Errors
/// [`PageError`] where it is not the reader's to see, or decided.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(IncomingMailId,)>,
) -> Result<Response, PageError> {
    let view = incoming_mail::show_held(&portal, context.actor()?, id).await?;
    let now = portal.clock.now();
    Ok(layout::ok(&context, || page(&context, &view, now)))
}

/// Posts it in the name of its person.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(IncomingMailId,)>,
) -> Result<Redirect, PageError> {
    incoming_mail::settle(&portal, context.actor()?, id, true).await?;
    Ok(Redirect::to(&links::waiting::show()))
}

/// Puts it aside.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn discard(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(IncomingMailId,)>,
) -> Result<Redirect, PageError> {
    incoming_mail::settle(&portal, context.actor()?, id, false).await?;
    Ok(Redirect::to(&links::waiting::show()))
}

/// One in the list of what waits.
pub(crate) fn row(words: &Words, held: &HeldMailLine, now: Timestamp) -> AnyView {
    view! {
        <li>
            <a href=links::waiting::mail(held.id)>{held.person.clone()}", "{held.title.clone()}</a>
            <span class="age">{words.past_day(held.received_at, now)}</span>
            <span class="quiet">{held.customer_name.clone()}" · "{why_held(words, held.reason)}</span>
        </li>
    }
    .into_any()
}

fn page(context: &RequestContext, view: &HeldMailView, now: Timestamp) -> Page {
    let (words, line) = (&context.words, &view.line);
    let title = if view.subject.is_empty() { line.title.clone() } else { view.subject.clone() };
    let internal = line.internal.then(|| view! { <p><span class="badge warn">{say!(words, "held-internal")}</span></p> });
    // What stands in the discussion already can only be put aside.
    let post = (line.reason != HeldReason::FilesLeft).then(|| {
        view! {
            <form method="post" action=links::waiting::post_mail(line.id)>
                <button class="button main">{say!(words, "held-post", name = line.person.clone())}</button>
            </form>
        }
    });
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::waiting::show()>{say!(words, "nav-waiting")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{why_held(words, line.reason)}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "held-title")>
                <p>{say!(words, "held-from", from = view.from.clone(), person = line.person.clone())}</p>
                {internal}
                <p class="quiet">
                    {words.moment(line.received_at, now)}" · "{line.customer_name.clone()}" · "
                    <a href=links::thread::show(line.customer, line.thread)>{line.title.clone()}</a>
                </p>
                <blockquote class="lines">{view.text.clone()}</blockquote>
                <div class="actions">
                    {post}
                    <form method="post" action=links::waiting::discard_mail(line.id)>
                        <button class="button">{say!(words, "held-discard")}</button>
                    </form>
                </div>
            </section>
        </div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}
