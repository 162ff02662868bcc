//! What can be done in one discussion: whose move it is, the reply, what came of it, the internal note.

use super::{
    page_form::{PageForm, Refused},
    row::Parties,
};
use crate::{
    islands::Draft,
    links,
    parts::{field::Field, problem},
    say,
    words::Words,
};
use coplan_domain::{person::Side, thread::Ball};
use coplan_usecases::{form::FieldProblem, thread::ThreadView};
use leptos::prelude::*;

/// What is said, with all that can be done about it: one form, so that no button loses what stands in another's field.
pub(super) fn around(
    words: &Words,
    sides: &Parties,
    view: &ThreadView,
    (typed, refused): (PageForm, Refused),
    place: &str,
    said: AnyView,
) -> AnyView {
    let problems = &refused.problems;
    let open = view.state.resolution.is_none();
    // Enter in the line for what came of it presses the first button of the form.
    let enter = open.then(|| {
        let action = links::thread::resolve(view.customer, view.id);
        view! { <button class="unseen" tabindex="-1" aria-hidden="true" formaction=action>{say!(words, "thread-resolve-send")}</button> }
    });
    let note = view.internal.is_some().then(|| note(words, sides, view, &typed, problems, place));
    view! {
        <form class="page-main" method="post" action=links::thread::reply(view.customer, view.id)>
            {enter}
            <input type="hidden" name="version" value=view.state.version/>
            {said}
            {reply(words, sides, view, typed, &refused, place)}
            {note}
        </form>
    }
    .into_any()
}

pub(super) fn correction(words: &Words, sides: &Parties, view: &ThreadView) -> impl IntoView + use<> {
    let action = links::thread::ball(view.customer, view.id);
    let inside = view.internal.as_ref().is_some_and(|internal| internal.inside);
    // Nobody waits for somebody who does not see the question.
    let possible = Ball::ALL.iter().filter(|ball| **ball != view.state.ball && !(inside && **ball == Ball::Customer));
    let choices = possible.map(|ball| {
        let said = match ball {
            Ball::Nobody => say!(words, "ball-say-nobody"),
            ball if *ball != Ball::with(sides.reader) => say!(words, "ball-say-other", name = sides.other()),
            _ if sides.reader == Side::Supplier => say!(words, "ball-say-us"),
            _ => say!(words, "ball-say-you"),
        };
        view! { <button name="ball" value=ball.as_str() formaction=action.clone()>{said}</button> }
    });
    view! {
        <details class="menu end">
            <summary class="edit">{say!(words, "ball-not-right")}</summary>
            <div class="menu-list">{choices.collect_view()}</div>
        </details>
    }
}

fn reply(words: &Words, sides: &Parties, view: &ThreadView, typed: PageForm, refused: &Refused, place: &str) -> AnyView {
    let resolved = view.state.resolution.is_some();
    let id = format!("m-{}", typed.message);
    let label = match &view.internal {
        Some(internal) if internal.inside => say!(words, "thread-reply-inside"),
        _ => say!(words, "thread-reply-label", name = sides.other()),
    };
    let hint = if resolved { say!(words, "thread-reply-reopens") } else { say!(words, "thread-markdown-hint") };
    let field = Field {
        name: "text",
        label,
        hint: Some(hint),
        value: typed.text,
        problem: problem::of(words, &refused.problems, "text"),
        ..Field::default()
    };
    let resolve = (!resolved).then(|| resolve(words, view, typed.outcome, refused));
    view! {
        <section class="sheet" aria-labelledby="h-reply">
            <h2 id="h-reply">{say!(words, "thread-reply")}</h2>
            <div class="reply">
                <input type="hidden" name="message" value=typed.message/>
                {field.textarea()}
                <div class="actions">
                    <button class="button main">{say!(words, "thread-send")}</button>
                    <Draft place=format!("reply {place}") id=id fields="text".to_owned() change=false kept=say!(words, "thread-draft-kept")/>
                </div>
            </div>
            {resolve}
        </section>
    }
    .into_any()
}

fn resolve(words: &Words, view: &ThreadView, outcome: String, refused: &Refused) -> impl IntoView + use<> {
    let action = links::thread::resolve(view.customer, view.id);
    // Words that stand in it are not hidden.
    let is_open = !outcome.is_empty() || refused.problems.iter().any(|problem| problem.field == "outcome");
    let field = Field {
        name: "outcome",
        label: say!(words, "thread-outcome-label"),
        hint: Some(say!(words, "thread-outcome-hint")),
        value: outcome,
        problem: problem::of(words, &refused.problems, "outcome"),
        autocomplete: Some("off"),
    };
    view! {
        <details class="more sheet-foot" open=is_open>
            <summary>{say!(words, "thread-resolve")}</summary>
            <div class="form">
                {field.input("text")}
                <div class="actions"><button class="button" formaction=action>{say!(words, "thread-resolve-send")}</button></div>
            </div>
        </details>
    }
}

fn note(words: &Words, sides: &Parties, view: &ThreadView, typed: &PageForm, problems: &[FieldProblem], place: &str) -> AnyView {
    let action = links::thread::note(view.customer, view.id);
    let id = format!("m-{}", typed.id);
    let field = Field {
        name: "note",
        label: say!(words, "note-label"),
        value: typed.note.clone(),
        problem: problem::of(words, problems, "note"),
        ..Field::default()
    };
    view! {
        <section class="note" aria-labelledby="h-note">
            <h2 class="note-word" id="h-note">{say!(words, "note-internal", name = sides.supplier.clone())}</h2>
            <input type="hidden" name="id" value=typed.id.clone()/>
            {field.textarea()}
            <div class="actions">
                <button class="button main" formaction=action>{say!(words, "note-keep")}</button>
                <Draft place=format!("note {place}") id=id fields="note".to_owned() change=false kept=say!(words, "thread-draft-kept")/>
            </div>
        </section>
    }
    .into_any()
}
