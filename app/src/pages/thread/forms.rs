//! What can be done in one discussion: whose move it is, the reply, what came of it, the internal note.

use super::{
    href,
    row::Sides,
    typed::{Refused, Typed},
};
use crate::{
    islands::Draft,
    parts::{field::Field, problem},
    say,
    words::Words,
};
use coplan_domain::{discussion::Ball, person::Side};
use coplan_usecases::{discussion::ThreadView, form::FieldProblem};
use leptos::prelude::*;

/// What is said, with all that can be done about it: one form, so that no button loses what stands in another's field.
pub(super) fn around(
    words: &Words,
    sides: &Sides,
    view: &ThreadView,
    (typed, refused): (Typed, Refused),
    place: &str,
    said: AnyView,
) -> AnyView {
    let problems = &refused.problems;
    let open = view.state.resolution.is_none();
    // Enter in the line for what came of it presses the first button of the form.
    let enter = open.then(|| {
        let action = format!("{}/resolve", href(view.customer, view.id));
        view! { <button class="unseen" tabindex="-1" aria-hidden="true" formaction=action>{words.say("thread-resolve-send")}</button> }
    });
    let note = view.internal.is_some().then(|| note(words, sides, view, &typed, problems, place));
    view! {
        <form class="page-main" method="post" action=format!("{}/reply", href(view.customer, view.id))>
            {enter}
            <input type="hidden" name="version" value=view.state.version/>
            {said}
            {reply(words, sides, view, typed, &refused, place)}
            {note}
        </form>
    }
    .into_any()
}

pub(super) fn correction(words: &Words, sides: &Sides, view: &ThreadView) -> impl IntoView + use<> {
    let action = format!("{}/ball", href(view.customer, view.id));
    let inside = view.internal.as_ref().is_some_and(|internal| internal.inside);
    // Nobody waits for somebody who does not see the question.
    let possible = Ball::ALL.iter().filter(|ball| **ball != view.state.ball && !(inside && **ball == Ball::Customer));
    let choices = possible.map(|ball| {
        let said = match ball {
            Ball::Nobody => words.say("ball-say-nobody"),
            ball if *ball != Ball::with(sides.reader) => say!(words, "ball-say-other", name = sides.other()),
            _ if sides.reader == Side::Supplier => words.say("ball-say-us"),
            _ => words.say("ball-say-you"),
        };
        view! { <button name="ball" value=ball.as_str() formaction=action.clone()>{said}</button> }
    });
    view! {
        <details class="menu end">
            <summary class="edit">{words.say("ball-not-right")}</summary>
            <div class="menu-list">{choices.collect_view()}</div>
        </details>
    }
}

fn reply(words: &Words, sides: &Sides, view: &ThreadView, typed: Typed, refused: &Refused, place: &str) -> AnyView {
    let resolved = view.state.resolution.is_some();
    let id = format!("m-{}", typed.message);
    let label = match &view.internal {
        Some(internal) if internal.inside => words.say("thread-reply-inside"),
        _ => say!(words, "thread-reply-label", name = sides.other()),
    };
    let hint = if resolved { words.say("thread-reply-reopens") } else { words.say("thread-markdown-hint") };
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
            <h2 id="h-reply">{words.say("thread-reply")}</h2>
            <div class="reply">
                <input type="hidden" name="message" value=typed.message/>
                {field.textarea()}
                <div class="deeds">
                    <button class="button main">{words.say("thread-send")}</button>
                    <Draft place=format!("reply {place}") id=id fields="text".to_owned() change=false kept=words.say("thread-draft-kept")/>
                </div>
            </div>
            {resolve}
        </section>
    }
    .into_any()
}

fn resolve(words: &Words, view: &ThreadView, outcome: String, refused: &Refused) -> impl IntoView + use<> {
    let action = format!("{}/resolve", href(view.customer, view.id));
    // Words that stand in it are not hidden.
    let is_open = !outcome.is_empty() || refused.problems.iter().any(|problem| problem.field == "outcome");
    let field = Field {
        name: "outcome",
        label: words.say("thread-outcome-label"),
        hint: Some(words.say("thread-outcome-hint")),
        value: outcome,
        problem: problem::of(words, &refused.problems, "outcome"),
        autocomplete: Some("off"),
    };
    view! {
        <details class="more sheet-foot" open=is_open>
            <summary>{words.say("thread-resolve")}</summary>
            <div class="form">
                {field.input("text")}
                <div class="deeds"><button class="button" formaction=action>{words.say("thread-resolve-send")}</button></div>
            </div>
        </details>
    }
}

fn note(words: &Words, sides: &Sides, view: &ThreadView, typed: &Typed, problems: &[FieldProblem], place: &str) -> AnyView {
    let action = format!("{}/note", href(view.customer, view.id));
    let id = format!("m-{}", typed.id);
    let field = Field {
        name: "note",
        label: words.say("note-label"),
        value: typed.note.clone(),
        problem: problem::of(words, problems, "note"),
        ..Field::default()
    };
    view! {
        <section class="note" aria-labelledby="h-note">
            <h2 class="note-word" id="h-note">{say!(words, "note-internal", name = sides.supplier.clone())}</h2>
            <input type="hidden" name="id" value=typed.id.clone()/>
            {field.textarea()}
            <div class="deeds">
                <button class="button main" formaction=action>{words.say("note-keep")}</button>
                <Draft place=format!("note {place}") id=id fields="note".to_owned() change=false kept=words.say("thread-draft-kept")/>
            </div>
        </section>
    }
    .into_any()
}
