//! Who takes part in a meeting, and the reader's own answer to its invitation.

use axum::{Form, extract::State, response::Redirect};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    parts::held::why_held,
    say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, IncomingMailId, MeetingId},
    incoming_mail::HeldReason,
    meeting::{Attendance, MeetingAnswer},
};
use coplan_usecases::{
    Actor, Portal,
    meeting::{self, MeetingView},
};
use leptos::prelude::*;

/// What was pressed.
#[derive(Debug, serde::Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    answer: String,
}

/// Answers for the reader.
///
/// # Errors
/// [`PageError`] where the reader may not, or the meeting takes no answers any more.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, MeetingId)>,
    Form(form): Form<AnswerForm>,
) -> Result<Redirect, PageError> {
    let answer = form.answer.parse().map_err(|_| PageError::NotFound)?;
    meeting::answer(&portal, context.actor()?, of.0, of.1, answer).await?;
    Ok(Redirect::to(&links::meeting::show(of.0, of.1)))
}

/// Puts an email aside that was not taken for an answer.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn discard_mail(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, MeetingId, IncomingMailId)>,
) -> Result<Redirect, PageError> {
    meeting::discard_mail(&portal, context.actor()?, of.0, of.1, of.2).await?;
    Ok(Redirect::to(&links::meeting::show(of.0, of.1)))
}

fn said(words: &Words, answer: Attendance) -> (&'static str, String) {
    match answer {
        Attendance::Accepted => ("status done", say!(words, "attendance-accepted")),
        Attendance::Tentative => ("status to-come", say!(words, "attendance-tentative")),
        Attendance::Declined => ("status late", say!(words, "attendance-declined")),
    }
}

/// Who comes, as everybody says for itself; nothing where nobody has answered and the reader cannot.
pub(super) fn sheet(context: &RequestContext, customer: CustomerId, view: &MeetingView) -> Option<AnyView> {
    let words = &context.words;
    if view.answers.is_empty() && view.held.is_empty() && view.silent.is_empty() && !view.may_answer {
        return None;
    }
    let rows = view.answers.iter().map(|answer| row(words, view, answer)).collect_view();
    let silent = view.silent.iter().map(|name| {
        view! {
            <li class="row"><div class="row-main"><strong>{name.clone()}</strong>" "<span class="quiet">{say!(words, "attendance-silent")}</span></div></li>
        }
    });
    let held = view.held.iter().map(|mail| {
        let from = say!(words, "held-from", from = mail.found.sender.clone(), person = mail.person.clone());
        let why = match mail.reason {
            HeldReason::Empty => say!(words, "attendance-held-empty"),
            reason => why_held(words, reason),
        };
        let action = links::meeting::discard_mail(customer, view.meeting.id, mail.id);
        let press = view.may_call.then(|| {
            view! { <form method="post" action=action><button class="button">{say!(words, "held-discard")}</button></form> }
        });
        view! {
            <div class="notice warn">
                <p><strong>{say!(words, "attendance-held")}</strong></p>
                <p>{from}" "{why}</p>
                <p class="lines quiet">{mail.found.subject.clone()}</p>
                <p class="lines">{mail.found.text.clone()}</p>
                <p class="quiet">{words.moment(mail.at, view.now)}</p>
                {press}
            </div>
        }
    });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-attendance">
                <h2 id="h-attendance">{say!(words, "attendance-title")}</h2>
                {own(context, customer, view)}
                <ul class="rows">{rows}{silent.collect_view()}</ul>
                {held.collect_view()}
            </section>
        }
        .into_any(),
    )
}

/// The reader's own answer, each in one press.
fn own(context: &RequestContext, customer: CustomerId, view: &MeetingView) -> Option<AnyView> {
    let words = &context.words;
    let reader = context.actor.as_ref().map(Actor::person);
    let own = view.answers.iter().find(|it| Some(it.person) == reader && it.sequence == view.meeting.sequence);
    let buttons = Attendance::ALL.iter().copied().map(|answer| {
        let is_own = own.is_some_and(|own| own.answer == answer);
        let label = match answer {
            Attendance::Accepted => say!(words, "attendance-accept"),
            Attendance::Tentative => say!(words, "attendance-may"),
            Attendance::Declined => say!(words, "attendance-decline"),
        };
        let (class, pressed) = if is_own { ("button", "true") } else { ("button second", "false") };
        view! { <button class=class name="answer" value=answer.as_str() aria-pressed=pressed>{label}</button> }
    });
    view.may_answer.then(|| {
        let asked = if own.is_some() { say!(words, "attendance-yours") } else { say!(words, "attendance-asked") };
        view! {
            <form class="form" method="post" action=links::meeting::answer(customer, view.meeting.id)>
                <p>{asked}</p>
                <div class="actions">{buttons.collect_view()}</div>
            </form>
        }
        .into_any()
    })
}

fn row(words: &Words, view: &MeetingView, answer: &MeetingAnswer) -> AnyView {
    let (class, said) = said(words, answer.answer);
    let before = (answer.sequence < view.meeting.sequence)
        .then(|| view! { <span class="badge">{say!(words, "attendance-before")}</span> });
    let comment = (!answer.comment.is_empty())
        .then(|| view! { <p class="lines quiet" lang=words.foreign(answer.language)>{answer.comment.clone()}</p> });
    let when = words.moment(answer.at, view.now);
    let when = if answer.by_email { say!(words, "attendance-by-email", moment = when) } else { when };
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{answer.name.clone()}</strong>" "<span class=class>{said}</span>" "{before}" "<span class="quiet">{when}</span>
                {comment}
            </div>
        </li>
    }
    .into_any()
}
