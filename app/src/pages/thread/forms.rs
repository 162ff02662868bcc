//! The forms of one discussion: whose move it is, the reply, what came of it, the internal note.

use super::{href, row::Sides, show::Typed};
use crate::{
    islands::Draft,
    parts::{field::Field, problem},
    say,
    words::Words,
};
use coplan_domain::{discussion::Ball, person::Side};
use coplan_usecases::{discussion::ThreadView, form::FieldProblem};
use leptos::prelude::*;

pub(super) fn correction(words: &Words, sides: &Sides, view: &ThreadView) -> impl IntoView + use<> {
    let choices = Ball::ALL.iter().filter(|ball| **ball != view.state.ball).map(|ball| {
        let said = match ball {
            Ball::Nobody => words.say("ball-say-nobody"),
            ball if *ball != Ball::with(sides.reader) => say!(words, "ball-say-other", name = sides.other()),
            _ if sides.reader == Side::Supplier => words.say("ball-say-us"),
            _ => words.say("ball-say-you"),
        };
        view! { <button name="ball" value=ball.as_str()>{said}</button> }
    });
    view! {
        <details class="menu end">
            <summary class="edit">{words.say("ball-not-right")}</summary>
            <form class="menu-list" method="post" action=format!("{}/ball", href(view.customer, view.id))>
                <input type="hidden" name="version" value=view.state.version/>
                {choices.collect_view()}
            </form>
        </details>
    }
}

pub(super) fn reply_form(words: &Words, sides: &Sides, view: &ThreadView, typed: Typed, place: &str) -> AnyView {
    let resolved = view.state.resolution.is_some();
    let message = typed.message.unwrap_or_default();
    let id = format!("m-{message}");
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
        problem: problem::of(words, &typed.problems, "text"),
        ..Field::default()
    };
    let resolve = (!resolved).then(|| resolve_form(words, view, typed.outcome, &typed.problems, typed.stale));
    view! {
        <section class="sheet" aria-labelledby="h-reply">
            <h2 id="h-reply">{words.say("thread-reply")}</h2>
            <form class="reply" method="post" action=format!("{}/reply", href(view.customer, view.id))>
                <input type="hidden" name="message" value=message/>
                {field.textarea()}
                <div class="deeds">
                    <button class="button main">{words.say("thread-send")}</button>
                    <Draft place=format!("reply {place}") id=id fields="text".to_owned() kept=words.say("thread-draft-kept")/>
                </div>
            </form>
            {resolve}
        </section>
    }
    .into_any()
}

fn resolve_form(
    words: &Words,
    view: &ThreadView,
    outcome: String,
    problems: &[FieldProblem],
    stale: bool,
) -> impl IntoView + use<> {
    let problem = problem::of(words, problems, "outcome");
    let is_open = problem.is_some() || (stale && !outcome.is_empty());
    let field = Field {
        name: "outcome",
        label: words.say("thread-outcome-label"),
        hint: Some(words.say("thread-outcome-hint")),
        value: outcome,
        problem,
        autocomplete: Some("off"),
    };
    view! {
        <details class="more sheet-foot" open=is_open>
            <summary>{words.say("thread-resolve")}</summary>
            <form class="form" method="post" action=format!("{}/resolve", href(view.customer, view.id))>
                <input type="hidden" name="version" value=view.state.version/>
                {field.input("text")}
                <div class="deeds"><button class="button main">{words.say("thread-resolve-send")}</button></div>
            </form>
        </details>
    }
}

pub(super) fn note_form(words: &Words, sides: &Sides, view: &ThreadView, typed: &Typed, place: &str) -> AnyView {
    let note = typed.note_id.clone().unwrap_or_default();
    let id = format!("m-{note}");
    let field = Field {
        name: "note",
        label: words.say("note-label"),
        value: typed.note.clone(),
        problem: problem::of(words, &typed.problems, "note"),
        ..Field::default()
    };
    view! {
        <form class="note" method="post" action=format!("{}/note", href(view.customer, view.id)) aria-labelledby="h-note">
            <h2 class="note-word" id="h-note">{say!(words, "note-internal", name = sides.supplier.clone())}</h2>
            <input type="hidden" name="id" value=note/>
            {field.textarea()}
            <div class="deeds">
                <button class="button main">{words.say("note-keep")}</button>
                <Draft place=format!("note {place}") id=id fields="note".to_owned() kept=words.say("thread-draft-kept")/>
            </div>
        </form>
    }
    .into_any()
}
