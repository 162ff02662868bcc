//! What can be done in one discussion: whose move it is, the reply, what came of it, the internal note.

use super::{
    files,
    page_form::{ASKS_APPROVAL, BALL, PageForm, Refused},
    question,
    receive::{FILES, NOTE_FILES},
};
use coplan_app::{
    forms::FormView,
    islands::{Draft, Names},
    links,
    parts::unsent,
    say,
    shared::discussions::Parties,
    words::Words,
};
use coplan_domain::{person::Side, thread::Ball};
use coplan_usecases::{
    form::FieldProblem,
    thread::{NoteForm, ReplyForm, ResolveForm, ThreadView},
};
use leptos::prelude::*;

/// How a browser sends files.
pub(super) const WITH_FILES: &str = "multipart/form-data";

/// What is said, with all that can be done about it: one form, so that no button loses what stands in another's field.
pub(super) fn around(
    words: &Words,
    sides: &Parties,
    view: &ThreadView,
    (typed, refused): (PageForm, Refused),
    place: &str,
    said: AnyView,
) -> AnyView {
    let open = view.state.resolution.is_none();
    // Enter in the line for what came of it presses the first button of the form.
    let enter = open.then(|| {
        let action = links::thread::resolve(view.customer, view.id);
        view! { <button class="unseen" tabindex="-1" aria-hidden="true" formaction=action>{say!(words, "thread-resolve-send")}</button> }
    });
    let PageForm { reply: typed, note: noted, resolve: resolved, .. } = typed;
    let note = noted.filter(|_| view.internal.is_some()).map(|typed| note(words, sides, view, &typed, &refused, place));
    let reply = typed.map(|typed| reply(words, sides, view, &typed, (&resolved, &refused), place));
    view! {
        <form class="page-main" method="post" action=links::thread::reply(view.customer, view.id)>
            {enter}
            {said}
            {reply}
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
        view! { <button name=BALL value=ball.as_str() formaction=action.clone()>{said}</button> }
    });
    view! {
        // A popover, which browsers close by Escape and by a press beside it.
        <button type="button" class="edit menu" popovertarget="turn-menu">{say!(words, "ball-not-right")}</button>
        <div class="menu-list" id="turn-menu" popover="auto">{choices.collect_view()}</div>
    }
}

fn reply(
    words: &Words,
    sides: &Parties,
    view: &ThreadView,
    typed: &ReplyForm,
    (resolved, refused): (&ResolveForm, &Refused),
    place: &str,
) -> AnyView {
    let is_open = view.state.resolution.is_none();
    let problems = refused.problems.as_slice();
    let id = format!("m-{}", typed.message);
    let label = match &view.internal {
        Some(internal) if internal.inside => say!(words, "thread-reply-inside"),
        _ => say!(words, "thread-reply-label", name = sides.other()),
    };
    let form = FormView::new(words, typed, problems).label("text", label);
    let form = if is_open { form } else { form.hint("text", say!(words, "thread-reply-reopens")) };
    let resolve = is_open.then(|| resolve(words, view, resolved, problems));
    let (place, fields) = (format!("reply {place}"), form.drafted());
    let then = links::thread::message(view.customer, view.id, typed.message);
    let class = if sides.reader == Side::Supplier { "message ours" } else { "message" };
    view! {
        <section class="sheet" aria-labelledby="h-reply">
            {unsent::list(words, class)}
            <h2 id="h-reply">{say!(words, "thread-reply")}</h2>
            <div class="reply">
                {form.all()}
                {names(words, "text", view.staff.iter().chain(view.readers.iter().flatten()))}
                {files::choose(words, FILES, &refused.files)}
                {approval(words, sides, view)}
                {readers(words, sides, view)}
                <div class="actions">
                    <button class="button main" formenctype=WITH_FILES>{say!(words, "thread-send")}</button>
                    {question::actions(words, view)}
                    <Draft place=place id=id fields=fields change=false keys="message".to_owned() then=then
                        kept=say!(words, "thread-draft-kept") sending=say!(words, "draft-sending")/>
                </div>
            </div>
            {resolve}
        </section>
    }
    .into_any()
}

/// Proposes these names after an `@` in a field.
fn names<'a>(words: &Words, field: &str, names: impl Iterator<Item = &'a String>) -> AnyView {
    let names = names.cloned().collect::<Vec<_>>();
    view! {
        <Names field=field.to_owned() names=names label=say!(words, "message-call-names") found=say!(words, "message-call-found")/>
    }
    .into_any()
}

/// Whether the other side is asked to approve the files; not where it does not see them.
fn approval(words: &Words, sides: &Parties, view: &ThreadView) -> Option<AnyView> {
    let is_seen = view.internal.as_ref().is_none_or(|internal| internal.shared && !internal.inside);
    is_seen.then(|| {
        view! {
            <label class="choice">
                <input type="checkbox" name=ASKS_APPROVAL value="true"/>
                <span>{say!(words, "file-ask-files", name = sides.other())}</span>
            </label>
        }
        .into_any()
    })
}

/// Who will read it, by name.
fn readers(words: &Words, sides: &Parties, view: &ThreadView) -> Option<AnyView> {
    let names = view.readers.as_ref()?.join(", ");
    let supplier = sides.supplier.clone();
    let said = if names.is_empty() {
        say!(words, "thread-readers-supplier", supplier = supplier)
    } else {
        say!(words, "thread-readers", names = names, supplier = supplier)
    };
    Some(view! { <p class="quiet">{said}" "{say!(words, "message-call-hint")}</p> }.into_any())
}

fn resolve(words: &Words, view: &ThreadView, typed: &ResolveForm, problems: &[FieldProblem]) -> impl IntoView + use<> {
    let action = links::thread::resolve(view.customer, view.id);
    // Words that are in it are not hidden.
    let is_open = !typed.outcome.is_empty() || problems.iter().any(|problem| problem.field == "outcome");
    // The version goes along with the page's form already.
    let fields = FormView::new(words, typed, problems).but(&[]);
    view! {
        <details class="more sheet-foot" open=is_open>
            <summary>{say!(words, "thread-resolve")}</summary>
            <div class="form">
                {fields}
                <div class="actions"><button class="button" formaction=action>{say!(words, "thread-resolve-send")}</button></div>
            </div>
        </details>
    }
}

fn note(words: &Words, sides: &Parties, view: &ThreadView, typed: &NoteForm, refused: &Refused, place: &str) -> AnyView {
    let problems = refused.problems.as_slice();
    let action = links::thread::note(view.customer, view.id);
    let form = FormView::new(words, typed, problems);
    let (id, place, fields) = (format!("m-{}", typed.id), format!("note {place}"), form.drafted());
    view! {
        <section class="note" aria-labelledby="h-note">
            <h2 class="note-word" id="h-note">{say!(words, "note-internal", name = sides.supplier.clone())}</h2>
            {form.all()}
            {names(words, "note", view.staff.iter())}
            {files::choose(words, NOTE_FILES, &refused.files)}
            <div class="actions">
                <button class="button main" formaction=action formenctype=WITH_FILES>{say!(words, "note-keep")}</button>
                <Draft place=place id=id fields=fields change=false keys=String::new() then=String::new()
                    kept=say!(words, "thread-draft-kept") sending=say!(words, "draft-saving")/>
            </div>
        </section>
    }
    .into_any()
}
