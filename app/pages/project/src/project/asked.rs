//! What a task asks and what was answered, beside the task, with what its reader may do about it.

use crate::request::{Picks, effects, last_day, said, undo_form};
use coplan_app::{links, say, words::Words};
use coplan_domain::{person::Side, plan::TaskState, request::AnswerRequest};
use coplan_usecases::{
    project::{ProjectView, TaskView},
    request::AnswerForm,
};
use jiff::Timestamp;
use leptos::prelude::*;

/// The answer, else what is asked; for who plans the task, the way to ask. None where there is nothing of it.
pub(super) fn asked(words: &Words, view: &ProjectView, task: &TaskView, may_edit: bool, now: Timestamp) -> Option<AnyView> {
    let (staff, may_move) = (view.internal.is_some(), task.may_move);
    match (&task.answer, &task.request) {
        (Some(answer), _) => {
            let ids = (view.customer, view.id, task.id);
            let undo = task.undo_until.map(|until| undo_form(words, ids, (until, now), false));
            Some(view! { {said(words, answer, (now, view.today))}{undo} }.into_any())
        }
        (None, Some(request)) if staff => Some(offered(words, view, task, request, may_edit)),
        (None, Some(request)) => may_move.then(|| {
            let form = AnswerForm::of(request, "");
            let action = links::request::answer(view.customer, view.id, task.id);
            Picks { request, form: &form, problems: &[], today: view.today, action, alone: false, binds: true }.draw(words, None)
        }),
        (None, None) if may_edit && task.side == Side::Customer && task.state != TaskState::Done => {
            let whose = task.name.clone();
            let href = links::request::ask(view.customer, view.id, task.id);
            Some(view! { <p class="actions"><a class="edit" href=href>{say!(words, "request-ask")}<span class="unseen">": "{whose}</span></a></p> }.into_any())
        }
        (None, None) => None,
    }
}

/// The choices as the supplier's people read them.
fn offered(words: &Words, view: &ProjectView, task: &TaskView, request: &AnswerRequest, may_edit: bool) -> AnyView {
    let choices = request.choices.iter().map(|choice| {
        let does = effects(words, choice, view.today, false).map(|does| view! { " "<span class="quiet">{does}</span> });
        view! { <li><span lang=words.foreign(request.language)>{choice.name.clone()}</span>{does}</li> }
    });
    let note = request.takes_note.then(|| view! { <li class="quiet">{say!(words, "request-own-words")}</li> });
    let whose = || view! { <span class="unseen">": "{task.name.clone()}</span> };
    let actions = may_edit.then(|| {
        let (record, change) =
            (links::request::answer(view.customer, view.id, task.id), links::request::ask(view.customer, view.id, task.id));
        view! {
            <p class="actions">
                <a class="edit" href=record>{say!(words, "answer-record")}{whose()}</a>
                <a class="edit" href=change>{say!(words, "request-change")}{whose()}</a>
            </p>
        }
    });
    let last = request.open_until.map(|day| view! { <p class="quiet">{last_day(words, day, view.today)}</p> });
    view! { <div class="offered"><ul>{choices.collect_view()}{note}</ul>{last}{actions}</div> }.into_any()
}
