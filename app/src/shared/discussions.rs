//! Discussions in short: who spoke last, about what, whose move; for the list and for where their object stands.

use super::{question, subject};
use crate::{http::context::RequestContext, links, parts::markdown, say, words::Words};
use coplan_domain::{
    id::CustomerId,
    person::{Language, Side, initials},
    thread::{About, Ball},
};
use coplan_usecases::thread::{LineInternal, ThreadLineView, ThreadState};
use jiff::Timestamp;
use leptos::prelude::*;

/// How much of the last message is shown, in characters.
const GIST: usize = 200;

/// Who the two sides are, for a reader.
#[derive(Debug, Clone)]
pub struct Parties {
    /// The reader's own.
    pub reader: Side,
    /// The supplier's name.
    pub supplier: String,
    /// The customer's name.
    pub customer: String,
}

impl Parties {
    /// The sides for this visitor at a customer.
    #[must_use]
    pub fn new(context: &RequestContext, customer_name: &str) -> Self {
        let reader = context.actor.as_ref().map_or(Side::Customer, coplan_usecases::Actor::side);
        Self { reader, supplier: context.supplier.clone(), customer: customer_name.to_owned() }
    }

    /// The name of a side.
    #[must_use]
    pub fn name(&self, side: Side) -> String {
        match side {
            Side::Supplier => self.supplier.clone(),
            Side::Customer => self.customer.clone(),
        }
    }

    /// The name of the side that is not the reader's.
    #[must_use]
    pub fn other(&self) -> String {
        self.name(match self.reader {
            Side::Supplier => Side::Customer,
            Side::Customer => Side::Supplier,
        })
    }
}

/// Whose move it is and since when, as a mark.
#[must_use]
pub fn ball(words: &Words, sides: &Parties, state: &ThreadState, now: Timestamp) -> AnyView {
    let age = words.age(state.ball_since, now);
    let (class, said) = match state.ball {
        _ if state.resolution.is_some() => ("ball nobody", say!(words, "ball-resolved")),
        Ball::Nobody => ("ball nobody", say!(words, "ball-nobody")),
        ball if ball != Ball::with(sides.reader) => ("ball", say!(words, "ball-other", name = sides.other(), age = age)),
        _ if sides.reader == Side::Supplier => ("ball you", say!(words, "ball-us", age = age)),
        _ => ("ball you", say!(words, "ball-you", age = age)),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

/// Discussions as rows, each saying what it is about.
#[must_use]
pub fn gist_list(words: &Words, sides: &Parties, customer: CustomerId, threads: &[ThreadLineView], now: Timestamp) -> AnyView {
    let rows = threads.iter().map(|thread| row(words, sides, customer, thread, true, now)).collect_view();
    view! { <ul>{rows}</ul> }.into_any()
}

/// What is discussed about an object, for where the object stands, with the way to ask something.
pub struct AboutList<'a> {
    /// Whose plan.
    pub customer: CustomerId,
    /// The object.
    pub about: About,
    /// The discussions about it and its parts.
    pub threads: &'a [ThreadLineView],
    /// Whether there are more than these.
    pub has_more: bool,
    /// Whether the reader may open one here.
    pub may_open: bool,
}

/// The sheet with an object's discussions.
#[must_use]
pub fn about_list(words: &Words, sides: &Parties, about: &AboutList<'_>, class: &'static str, now: Timestamp) -> AnyView {
    let new = about.may_open.then(|| links::thread::new_about(about.customer, about.about));
    let ask = |class: &'static str, label: &str| {
        let label = label.to_owned();
        new.clone().map(|href| view! { <a class=class href=href>{label}</a> })
    };
    let body = if about.threads.is_empty() {
        let deed = ask("button", &say!(words, "thread-ask"));
        view! {
            <div class="empty">
                <p><strong>{say!(words, "threads-none")}</strong>{say!(words, "threads-none-here")}</p>
                {deed}
            </div>
        }
        .into_any()
    } else {
        // A project says which of its milestones; what is about the object itself need not say so.
        let row = |thread: &ThreadLineView| row(words, sides, about.customer, thread, thread.subject.id != about.about.id, now);
        let rows = about.threads.iter().map(row).collect_view();
        view! { <ul>{rows}</ul> }.into_any()
    };
    let all = about.has_more.then(|| {
        let href = links::thread::list(about.customer);
        view! { <p class="sheet-foot"><a href=href>{say!(words, "threads-all")}</a></p> }
    });
    let ask = (!about.threads.is_empty()).then(|| ask("edit", &say!(words, "thread-ask")));
    view! {
        <section class=class aria-labelledby="h-threads">
            <div class="sheet-head"><h2 id="h-threads">{say!(words, "nav-discussions")}</h2>{ask}</div>
            {body}
            {all}
        </section>
    }
    .into_any()
}

fn row(
    words: &Words,
    sides: &Parties,
    customer: CustomerId,
    thread: &ThreadLineView,
    says_about: bool,
    now: Timestamp,
) -> AnyView {
    let face = if thread.last_side == Side::Customer { "face theirs" } else { "face" };
    let hidden = match thread.internal {
        Some(LineInternal { inside: true, .. }) => Some("thread-inside"),
        Some(LineInternal { shared: false, .. }) => Some("thread-not-shown"),
        _ => None,
    };
    let hidden = hidden.map(|key| view! { " " <span class="badge warn">{words.say(key)}</span> });
    let about =
        (says_about || hidden.is_some()).then(|| view! { <p class="about">{subject::line(words, &thread.subject)}{hidden}</p> });
    let (said, language) = gist(words, thread);
    let called = thread.called.then(|| view! { <span class="badge">{say!(words, "message-called-you")}</span> });
    view! {
        <li class="thread-row">
            <span class=face aria-hidden="true">{initials(&thread.last_author)}</span>
            <div class="thread-head">
                <a href=links::thread::show(customer, thread.id) lang=words.foreign(thread.language)>{thread.title.clone()}</a>
                {ball(words, sides, &thread.state, now)}
                {called}
                {thread.question.map(|state| question::chip(words, state))}
            </div>
            {about}
            <p class="gist" lang=words.foreign(language)>{said}</p>
        </li>
    }
    .into_any()
}

/// How it ended, or who said what last; and in which language.
fn gist(words: &Words, thread: &ThreadLineView) -> (String, Language) {
    if let Some(resolution) = &thread.state.resolution {
        return (resolution.outcome.clone(), resolution.language);
    }
    if thread.last_text.is_empty() {
        return (say!(words, "message-withdrawn"), words.language());
    }
    let said = markdown::excerpt(&thread.last_text, GIST);
    if thread.last_mine {
        (say!(words, "thread-last-you", text = said), words.language())
    } else {
        (say!(words, "thread-last", name = thread.last_author.clone(), text = said), thread.last_language)
    }
}
