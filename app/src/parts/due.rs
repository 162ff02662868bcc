//! A task that waits, in words: by when, since when, and who takes care of it.

use crate::{links, say, words::Words};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId, TaskId},
    plan::{Taken, TaskState},
};
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

/// By when it is to be done: "Due Wednesday 2 December".
#[must_use]
pub fn due(words: &Words, day: Date, today: Date) -> String {
    let (weekday, said) = (words.weekday_within(day), words.day(day, today));
    if day < today {
        say!(words, "request-was-due", weekday = weekday, day = said)
    } else {
        say!(words, "request-due", weekday = weekday, day = said)
    }
}

/// Since when it waits, or since when somebody is at it.
#[must_use]
pub fn since(words: &Words, state: TaskState, since: Timestamp, now: Timestamp) -> String {
    let days = words.days_since(since, now).max(0);
    if state == TaskState::Doing { say!(words, "request-begun", days = days) } else { say!(words, "request-asked", days = days) }
}

/// Who takes care of it; the reader is told as such.
#[must_use]
pub fn taken(words: &Words, taken: &Taken, reader: PersonId) -> String {
    if taken.by == reader { say!(words, "task-mine") } else { say!(words, "task-taken-by", name = taken.name.clone()) }
}

/// The button that puts the reader's name on it or takes it off, in any form of it; none where somebody else's is on it.
#[must_use]
pub fn take_button(
    words: &Words,
    (customer, project, task): (CustomerId, ProjectId, TaskId),
    of: Option<&Taken>,
    reader: PersonId,
) -> Option<AnyView> {
    let (action, said) = match of {
        None => (links::task::take(customer, project, task), say!(words, "task-take")),
        Some(taken) if taken.by == reader => (links::task::give_back(customer, project, task), say!(words, "task-give-back")),
        Some(_) => return None,
    };
    Some(view! { <button class="edit" formaction=action>{said}</button> }.into_any())
}
