//! Two people changed the same thing: what only one of them changed is brought together, and what both changed is shown
//! side by side, theirs to read and one's own to keep, to write anew, or to leave.

use super::{
    choices::Cards,
    field::Field,
    view::{FormView, input_type, unseen},
};
use crate::{say, words::Words};
use coplan_usecases::{
    form::{FieldSpec, Kind},
    merge::{Edit, merge, said},
};
use leptos::prelude::*;

/// Both versions, and what it takes to keep one's own on top of theirs.
pub struct Conflict<F> {
    /// What was sent.
    pub mine: F,
    /// What is kept now.
    pub theirs: F,
    /// What goes along besides the form.
    pub along: Vec<(&'static str, String)>,
    /// What the button that was pressed would make of the one field, where it was not typed: now, and then.
    pub pressed: Option<(String, String)>,
    /// Where it posts to.
    pub action: String,
    /// Where leaving theirs leads.
    pub leave: String,
}

impl<F> Conflict<F> {
    /// Both versions of a form that is sent here, and where leaving theirs leads.
    #[must_use]
    pub fn new(mine: F, theirs: F, action: String, leave: String) -> Self {
        Self { mine, theirs, along: Vec::new(), pressed: None, action, leave }
    }
}

/// The sheet with both. `view` says what the form's choices are called; what it holds is taken from the versions.
#[must_use]
pub fn conflict<F: Edit>(view: &FormView<'_>, conflict: Conflict<F>) -> AnyView {
    let Conflict { mut mine, theirs, along, pressed, action, leave } = conflict;
    let words = view.words;
    let shown = to_choose(&mut mine, &theirs);
    let fields = view.fields.iter().map(|spec| match (spec.is_seen(), &pressed) {
        // The version and what the fields hold are those of theirs.
        (false, _) => unseen(spec.name, theirs.values(spec.name)),
        (true, Some((now, then))) => {
            let chosen = view! { <p><span class="quiet">{view.label_of(spec)}</span><br/>{then.clone()}</p> };
            beside(words, line(&view.label_of(spec), now, now), chosen.into_any())
        }
        (true, None) if shown.contains(&spec.name) => {
            let (kept, yours) = (theirs.values(spec.name), mine.values(spec.name));
            let compared = line(&view.label_of(spec), &spoken(view, spec, &kept), &spoken(view, spec, &yours));
            beside(words, compared, control(view, spec, yours))
        }
        (true, None) => unseen(spec.name, mine.values(spec.name)),
    });
    let along = along.into_iter().map(|(name, value)| unseen(name, vec![value]));
    view! {
        <section class="sheet" aria-labelledby="h-conflict">
            <h2 id="h-conflict">{say!(words, "conflict-title")}</h2>
            <form class="form" method="post" action=action>
                <div class="notice warn" role="alert"><p>{say!(words, "conflict-nothing-lost")}</p></div>
                {along.collect_view()}
                {fields.collect_view()}
                <div class="actions end">
                    <a class="button" href=leave>{say!(words, "conflict-leave-theirs")}</a>
                    <button class="button main">{say!(words, "conflict-take-mine")}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// The fields to choose, once everything else has come together: what both have changed. Where that is nothing and it
/// still cannot be kept together, all that differs.
fn to_choose<F: Edit>(mine: &mut F, theirs: &F) -> Vec<&'static str> {
    let typed = mine.clone();
    let both = merge(mine, theirs);
    if !both.is_empty() {
        return both;
    }
    *mine = typed;
    let fields = said(mine).into_iter().zip(said(theirs));
    let differ: Vec<_> = fields.filter(|((_, mine), (_, theirs))| mine != theirs).map(|((name, _), _)| name).collect();
    if differ.is_empty() { said(mine).into_iter().map(|(name, _)| name).collect() } else { differ }
}

fn control(view: &FormView<'_>, spec: &FieldSpec, yours: Vec<String>) -> AnyView {
    let (name, label) = (spec.name, view.label_of(spec));
    if matches!(spec.kind, Kind::Choice(_) | Kind::Several(_)) {
        let cards = Cards { name, legend: label, chosen: yours, problem: None, stacked: false };
        let choices = view.cards(spec, false);
        return if matches!(spec.kind, Kind::Choice(_)) { cards.one(choices) } else { cards.several(choices) };
    }
    let value = yours.into_iter().next().unwrap_or_default();
    let field = Field { name, label, value, autocomplete: Some("off"), ..Field::default() };
    match spec.kind {
        Kind::Prose => field.textarea(),
        Kind::Listed(_) | Kind::TimeZone => field.select(view.list(spec)),
        kind => field.input(input_type(kind)),
    }
}

fn beside(words: &Words, theirs: impl IntoView + 'static, yours: AnyView) -> AnyView {
    view! {
        <div class="conflict">
            <div class="version theirs"><h3>{say!(words, "conflict-theirs")}</h3>{theirs}</div>
            <div class="version yours"><h3>{say!(words, "conflict-yours")}</h3>{yours}</div>
        </div>
    }
    .into_any()
}

/// What a field holds, as people read it.
fn spoken(view: &FormView<'_>, spec: &FieldSpec, values: &[String]) -> String {
    let value = values.first().map_or("", String::as_str);
    match spec.kind {
        Kind::Day => {
            let day = view.today.zip(value.parse().ok());
            day.map_or_else(|| value.to_owned(), |(today, day)| view.words.day(day, today))
        }
        Kind::Choice(_) | Kind::Listed(_) | Kind::TimeZone | Kind::Several(_) => {
            let list = view.list(spec);
            let chosen = list.iter().filter(|(code, _)| values.contains(code)).map(|(_, words)| words.as_str());
            let chosen = chosen.collect::<Vec<_>>().join(", ");
            if chosen.is_empty() { value.to_owned() } else { chosen }
        }
        _ => value.to_owned(),
    }
}

fn line(what: &str, text: &str, other: &str) -> impl IntoView + use<> {
    let (before, differs, after) = marked(text, other);
    let (before, differs, after) = (before.to_owned(), differs.to_owned(), after.to_owned());
    let differs = (!differs.is_empty()).then(|| view! { <mark>{differs}</mark> });
    view! { <p><span class="quiet">{what.to_owned()}</span><br/><span class="lines">{before}{differs}{after}</span></p> }
}

/// The text in three: what both begin with, what differs, what both end with; cut between words.
fn marked<'a>(text: &'a str, other: &str) -> (&'a str, &'a str, &'a str) {
    let words = text.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let others = other.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let same = |(mine, theirs): &(&&str, &&str)| mine.trim_end() == theirs.trim_end();
    let ahead = words.iter().zip(&others).take_while(same).count();
    let behind = words[ahead..].iter().rev().zip(others[ahead..].iter().rev()).take_while(same).count();
    let start = words[..ahead].iter().map(|word| word.len()).sum::<usize>();
    let end = text.len() - words[words.len() - behind..].iter().map(|word| word.len()).sum::<usize>();
    (&text[..start], &text[start..end], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn only_what_differs_is_marked() {
        let (theirs, yours) = ("The switches come ten days late.", "The switches come a week late.");
        assert_eq!(marked(theirs, yours), ("The switches come ", "ten days ", "late."));
        assert_eq!(marked(yours, theirs), ("The switches come ", "a week ", "late."));
    }

    #[test]
    fn what_is_the_same_is_not_marked() {
        assert_eq!(marked("as it was", "as it was"), ("as it was", "", ""));
    }

    #[test]
    fn what_has_no_word_in_common_is_marked_as_a_whole() {
        assert_eq!(marked("ä ö", "å"), ("", "ä ö", ""));
        assert_eq!(marked("", "å"), ("", "", ""));
        assert_eq!(marked("so so", "so"), ("so ", "so", ""));
    }
}
