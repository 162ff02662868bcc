//! What was said, oldest first; between it what had come of it before it was opened again, and for the supplier's people
//! what they noted.

use super::{
    files,
    page_form::{AGREED, AGREES},
};
use coplan_app::{links, parts::markdown, say, shared::discussions::Parties, words::Words};
use coplan_domain::{
    person::{Side, initials},
    thread::{Note, Resolution},
};
use coplan_usecases::thread::{Delivery, MessageView, ThreadPart, ThreadView};
use jiff::Timestamp;
use leptos::prelude::*;

/// How many people are named in one line.
const NAMED: usize = 3;

/// The messages, with the notes where they are given.
pub(super) fn messages(words: &Words, sides: &Parties, view: &ThreadView, notes: Option<&[Note]>, now: Timestamp) -> AnyView {
    let earlier = view.earlier.map(|before| {
        let href = links::thread::before(view.customer, view.id, before);
        view! { <p class="actions"><a class="button" href=href>{say!(words, "thread-earlier")}</a></p> }
    });
    let messages = view.messages.iter().map(|it| (it.sent_at, message(words, sides, view, it, now)));
    let notes = notes.unwrap_or_default().iter().map(|it| (it.written_at, note(words, sides, view, it, now)));
    let outcomes = view.past_outcomes.iter().map(|it| (it.at, past_outcome(words, it, now)));
    let parts = view.parts.iter().map(|it| (it.opened_at, part(words, view, it)));
    let mut all = messages.chain(notes).chain(outcomes).chain(parts).collect::<Vec<_>>();
    all.sort_by_key(|(at, _)| *at);
    let all = all.into_iter().map(|(_, item)| item).collect_view();
    view! { {earlier} <ol class="messages">{all}</ol> }.into_any()
}

fn message(words: &Words, sides: &Parties, view: &ThreadView, message: &MessageView, now: Timestamp) -> AnyView {
    let page = links::thread::said(view.customer, view.id, message.id);
    let edited = message.edited_at.filter(|_| !message.withdrawn).map(|_| {
        let href = page.clone();
        view! { <a class="edit" href=href>{say!(words, "message-edited")}</a> }
    });
    let edit = (message.mine && view.may_write && !message.withdrawn).then(|| {
        let href = page.clone();
        view! { <a class="edit" href=href>{say!(words, "message-edit")}</a> }
    });
    let (class, face) = match message.side {
        Side::Supplier => ("message ours", "face"),
        Side::Customer => ("message", "face theirs"),
    };
    view! {
        <li class=class id=format!("m-{}", message.id)>
            <span class=face aria-hidden="true">{initials(&message.author)}</span>
            <p class="message-head">
                <strong>{message.author.clone()}</strong>
                <span class="quiet">{sides.name(message.side)}", "<a href=page>{time(words, message.sent_at, now)}</a></span>
                {edited}
                {edit}
            </p>
            {text(words, message)}
            {files::list(words, (view.customer, view.id), &message.files)}
            {called(words, message)}
            {agreement(words, view, message)}
            {delivered(words, view, message)}
        </li>
    }
    .into_any()
}

/// What a message says; of one that was withdrawn, that.
pub(super) fn text(words: &Words, message: &MessageView) -> AnyView {
    if message.withdrawn {
        return view! { <p class="quiet">{say!(words, "message-withdrawn")}</p> }.into_any();
    }
    let html = markdown::html_of(&message.text);
    view! { <div class="prose" lang=words.foreign(message.language) inner_html=html></div> }.into_any()
}

/// Whom it calls by name.
fn called(words: &Words, message: &MessageView) -> Option<AnyView> {
    let names = message.called.join(", ");
    (!names.is_empty()).then(|| view! { <p class="quiet">{say!(words, "message-called", names = names)}</p> }.into_any())
}

/// Who agrees, and the button that says that the reader does, or no more. It is one of the page's form.
fn agreement(words: &Words, view: &ThreadView, message: &MessageView) -> Option<AnyView> {
    let names = message.agreed.join(", ");
    let names = (!names.is_empty()).then(|| view! { <span class="quiet">{say!(words, "message-agreed", names = names)}</span> });
    let button = (view.may_write && !message.mine && !message.withdrawn).then(|| {
        let action = links::thread::agree(view.customer, view.id, message.id);
        let (value, said) =
            if message.agreed_by_me { ("no", say!(words, "message-agree-undo")) } else { (AGREED, say!(words, "message-agree")) };
        view! { <button class="edit" name=AGREES value=value formaction=action>{said}</button> }
    });
    (names.is_some() || button.is_some()).then(|| view! { <p class="actions">{names}{button}</p> }.into_any())
}

/// Who has read it, or whom an email will tell: under the last message, for its author.
fn delivered(words: &Words, view: &ThreadView, message: &MessageView) -> Option<AnyView> {
    let (_, delivery) = view.delivery.as_ref().filter(|(id, _)| *id == message.id)?;
    let said = match delivery {
        Delivery::ReadBy(people) => say!(words, "message-read-by", names = names(words, people)),
        Delivery::Emailed(people) => {
            let n = i64::try_from(people.len()).unwrap_or(i64::MAX);
            say!(words, "message-emailed", names = people.join(", "), n = n)
        }
        Delivery::Unread => say!(words, "message-unread"),
    };
    Some(view! { <p class="quiet" role="status">{said}</p> }.into_any())
}

/// Names in one line, at most three of them.
fn names(words: &Words, people: &[String]) -> String {
    if people.len() <= NAMED {
        return people.join(", ");
    }
    let more = i64::try_from(people.len() - 2).unwrap_or(i64::MAX);
    say!(words, "message-names-more", names = people[..2].join(", "), n = more)
}

fn note(words: &Words, sides: &Parties, view: &ThreadView, note: &Note, now: Timestamp) -> AnyView {
    let beside = view.internal.as_ref().and_then(|internal| internal.files.get(&note.id));
    let beside = beside.and_then(|beside| files::list_noted(words, (view.customer, view.id), beside));
    view! {
        <li id=format!("m-{}", note.id)>
            <div class="note">
                <h2 class="note-word">{say!(words, "note-internal", name = sides.supplier.clone())}</h2>
                <div class="prose" lang=words.foreign(note.language) inner_html=markdown::html_of(&note.text)></div>
                {beside}
                <p class="quiet">{note.author_name.clone()}", "{time(words, note.written_at, now)}</p>
            </div>
        </li>
    }
    .into_any()
}

fn past_outcome(words: &Words, past: &Resolution, now: Timestamp) -> AnyView {
    view! {
        <li id=format!("o-{}", past.at.as_millisecond())>
            <div class="outcome past">
                <span class="badge">{say!(words, "thread-resolved-before")}</span>
                <p lang=words.foreign(past.language)>{past.outcome.clone()}</p>
                <p class="quiet">{past.by.clone()}", "{time(words, past.at, now)}</p>
            </div>
        </li>
    }
    .into_any()
}

/// That what was said here goes on elsewhere.
fn part(words: &Words, view: &ThreadView, part: &ThreadPart) -> AnyView {
    let href = links::thread::show(view.customer, part.id);
    view! {
        <li id=format!("t-{}", part.id)>
            <p class="quiet">
                {say!(words, "thread-split-to")} " " <a href=href lang=words.foreign(part.language)>{part.title.clone()}</a>
            </p>
        </li>
    }
    .into_any()
}

fn time(words: &Words, at: Timestamp, now: Timestamp) -> impl IntoView + use<> {
    view! { <time datetime=at.to_string()>{words.moment(at, now)}</time> }
}
