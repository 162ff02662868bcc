//! What was done by the press before, with the way to undo it.

use coplan_app::{
    http::errors::PageError,
    links::{self, today::DoneQuery},
    say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ProjectId, TaskId},
    plan::TaskState,
};
use coplan_usecases::{Actor, Portal, task};
use leptos::prelude::*;

/// A task that was done.
pub(super) struct Done {
    ids: (CustomerId, ProjectId, TaskId),
    name: String,
    was: TaskState,
}

/// The task that the address names, where it is done and the reader may know of it.
pub(super) async fn find(portal: &Portal, actor: &Actor, query: &DoneQuery) -> Result<Option<Done>, PageError> {
    let Some((customer, project, id, was)) = query.read() else { return Ok(None) };
    let found = task::find_done(portal, actor, customer, id).await?;
    Ok(found.map(|task| Done { ids: (customer, project, id), name: task.name, was }))
}

/// "Done: Order the switches. Undo".
pub(super) fn notice(words: &Words, done: Done) -> AnyView {
    let (customer, project, task) = done.ids;
    view! {
        <div class="notice good" role="status">
            <form class="actions" method="post" action=links::task::set_state(customer, project, task)>
                <span>{say!(words, "today-was-done", name = done.name)}</span>
                <input type="hidden" name="was" value=TaskState::Done.as_str()/>
                <input type="hidden" name="from" value="today"/>
                <button class="edit" name="state" value=done.was.as_str()>{say!(words, "today-undo")}</button>
            </form>
        </div>
    }
    .into_any()
}
