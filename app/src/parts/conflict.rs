//! Two people changed the same thing: what only one of them changed is brought together, and what both changed stands
//! side by side, theirs to read and one's own to keep, to write anew, or to leave.

use crate::{
    parts::{
        choices::{Choice, Choices, TickBox, tick_boxes},
        field::Field,
    },
    say,
    words::Words,
};
use coplan_usecases::merge::{Edit, merge};
use jiff::civil::Date;
use leptos::prelude::*;
use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};
use std::time::{Duration, Instant};

/// How a field is filled.
pub enum ConflictKind {
    /// In one line.
    Line,
    /// In several lines.
    Prose,
    /// With a day; said as of this one.
    Day(Date),
    /// By choosing one: value and words of each.
    OneOf(Vec<(&'static str, String)>),
    /// By choosing one from a list that is too long to stand open.
    Listed(Vec<(String, String)>),
    /// By choosing several.
    Several(Vec<Tick>),
    /// By the button that was pressed: what stands now, and what it would be.
    Pressed(String, String),
}

/// One of several that can be chosen.
pub struct Tick {
    /// Its name in the form.
    pub name: &'static str,
    /// What the form sends.
    pub value: &'static str,
    /// The word for it among all that are chosen.
    pub code: &'static str,
    /// What it is called.
    pub label: String,
}

/// A field that may have to be chosen.
pub struct ConflictField {
    /// Its name in the form.
    pub name: &'static str,
    /// What it asks for.
    pub label: String,
    /// How it is filled.
    pub kind: ConflictKind,
}

/// Both versions, and what it takes to keep one's own on top of theirs.
pub struct Conflict<F> {
    /// What was sent.
    pub mine: F,
    /// What stands now.
    pub theirs: F,
    /// Its fields.
    pub asks: Vec<ConflictField>,
    /// What the form carries besides.
    pub besides: Vec<(&'static str, String)>,
    /// Where it posts to.
    pub action: String,
    /// Where leaving theirs leads.
    pub leave: String,
}

/// The sheet with both.
#[must_use]
pub fn conflict<F: Edit>(words: &Words, clash: Conflict<F>) -> AnyView {
    let Conflict { mut mine, theirs, asks, besides, action, leave } = clash;
    let shown = to_choose(&mut mine, &theirs);
    let (mine, kept) = (mine.said(), theirs.said());
    let find = |said: &[(&'static str, String)], name: &str| {
        said.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let fields = asks.into_iter().map(|ask| {
        let yours = find(&mine, ask.name);
        let theirs = find(&kept, ask.name);
        if shown.contains(&ask.name) { beside(words, ask, &theirs, yours) } else { unseen(ask, yours) }
    });
    let carried = [("version", theirs.version().to_string()), ("was", theirs.was().to_owned())];
    let carried = carried.into_iter().chain(besides).map(|(name, value)| hidden(name, value));
    view! {
        <section class="sheet" aria-labelledby="h-conflict">
            <h2 id="h-conflict">{say!(words, "conflict-title")}</h2>
            <form class="form" method="post" action=action>
                <div class="notice warn" role="alert"><p>{say!(words, "conflict-nothing-lost")}</p></div>
                {carried.collect_view()}
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
    let said = mine.said().into_iter().zip(theirs.said());
    let differ: Vec<_> = said.filter(|((_, mine), (_, theirs))| mine != theirs).map(|((name, _), _)| name).collect();
    if differ.is_empty() { mine.said().into_iter().map(|(name, _)| name).collect() } else { differ }
}

fn hidden(name: &'static str, value: String) -> AnyView {
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

fn unseen(ask: ConflictField, yours: String) -> AnyView {
    match ask.kind {
        ConflictKind::Several(ticks) => {
            let ticked = ticks.into_iter().filter(|tick| chosen(&yours, tick.code));
            ticked.map(|tick| hidden(tick.name, tick.value.to_owned())).collect_view().into_any()
        }
        _ => hidden(ask.name, yours),
    }
}

fn beside(words: &Words, ask: ConflictField, theirs: &str, yours: String) -> AnyView {
    let ConflictField { name, label, kind } = ask;
    let said = spoken(words, &kind, theirs);
    let compared = line(&label, &said, &spoken(words, &kind, &yours));
    let field = Field { name, label: label.clone(), value: yours.clone(), autocomplete: Some("off"), ..Field::default() };
    let control = match kind {
        ConflictKind::Line => field.input("text"),
        ConflictKind::Day(_) => field.input("date"),
        ConflictKind::Prose => field.textarea(),
        ConflictKind::OneOf(options) => {
            let choice = |(value, words): (&'static str, String)| Choice { value, label: words.into_any(), hint: None };
            let choices = options.into_iter().map(choice).collect();
            Choices { name, legend: label, chosen: yours, problem: None }.across(choices)
        }
        ConflictKind::Listed(options) => field.select(options),
        ConflictKind::Several(ticks) => {
            let tick = |it: Tick| TickBox { name: it.name, value: it.value, ticked: chosen(&yours, it.code), label: it.label };
            tick_boxes(label, ticks.into_iter().map(tick).collect())
        }
        ConflictKind::Pressed(_, mine) => view! { <p><span class="quiet">{label}</span><br/>{mine}</p> }.into_any(),
    };
    view! {
        <div class="conflict">
            <div class="version theirs"><h3>{say!(words, "conflict-theirs")}</h3>{compared}</div>
            <div class="version yours"><h3>{say!(words, "conflict-yours")}</h3>{control}</div>
        </div>
    }
    .into_any()
}

fn chosen(codes: &str, code: &str) -> bool {
    codes.split(' ').any(|it| it == code)
}

/// What stands in a field, as people read it.
fn spoken(words: &Words, kind: &ConflictKind, value: &str) -> String {
    match kind {
        ConflictKind::Line | ConflictKind::Prose => value.to_owned(),
        ConflictKind::Day(today) => value.parse().map_or_else(|_| value.to_owned(), |day| words.day(day, *today)),
        ConflictKind::OneOf(options) => named(options, value),
        ConflictKind::Listed(options) => named(options, value),
        ConflictKind::Several(ticks) => {
            let ticked = ticks.iter().filter(|tick| chosen(value, tick.code));
            ticked.map(|tick| tick.label.as_str()).collect::<Vec<_>>().join(", ")
        }
        ConflictKind::Pressed(theirs, _) => theirs.clone(),
    }
}

fn named<V: AsRef<str>>(options: &[(V, String)], value: &str) -> String {
    let found = options.iter().find(|(code, _)| code.as_ref() == value);
    found.map_or_else(|| value.to_owned(), |(_, words)| words.clone())
}

fn line(what: &str, text: &str, other: &str) -> impl IntoView + use<> {
    let parts = marked(text, other).into_iter().map(|(part, differs)| {
        let part = part.to_owned();
        if differs { view! { <mark>{part}</mark> }.into_any() } else { part.into_any() }
    });
    view! { <p><span class="quiet">{what.to_owned()}</span><br/><span class="lines">{parts.collect_view()}</span></p> }
}

/// How long it may take to find out where two texts differ; what is not compared by then is marked as a whole.
const COMPARING: Duration = Duration::from_millis(50);

/// The text in parts, each with whether it differs from the other text; cut between words.
fn marked<'a>(text: &'a str, other: &str) -> Vec<(&'a str, bool)> {
    let words = |text: &'a str| text.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let (mine, theirs) = (words(text), other.split_inclusive(char::is_whitespace).collect::<Vec<_>>());
    let bare = |words: &[&'a str]| words.iter().map(|word| word.trim_end()).collect::<Vec<_>>();
    let theirs: Vec<_> = theirs.iter().map(|word| word.trim_end()).collect();
    let until = Instant::now() + COMPARING;
    let mut parts = Vec::new();
    let mut start = 0;
    for op in capture_diff_slices_deadline(Algorithm::Myers, &bare(&mine), &theirs, Some(until)) {
        let length = mine[op.old_range()].iter().map(|word| word.len()).sum::<usize>();
        if length > 0 {
            parts.push((&text[start..start + length], op.tag() != DiffTag::Equal));
        }
        start += length;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn only_what_differs_is_marked() {
        let (theirs, yours) = ("The switches come ten days late.", "The switches come a week late.");
        assert_eq!(marked(theirs, yours), [("The switches come ", false), ("ten days ", true), ("late.", false)]);
        assert_eq!(marked(yours, theirs), [("The switches come ", false), ("a week ", true), ("late.", false)]);
    }

    #[test]
    fn each_place_that_differs_is_marked_for_itself() {
        let (theirs, yours) = ("Anna brings the keys on Monday.", "Ben brings the keys on Tuesday.");
        assert_eq!(marked(theirs, yours), [("Anna ", true), ("brings the keys on ", false), ("Monday.", true)]);
    }

    #[test]
    fn what_is_the_same_is_not_marked() {
        assert_eq!(marked("as it was", "as it was"), [("as it was", false)]);
    }

    #[test]
    fn what_has_no_word_in_common_is_marked_as_a_whole() {
        assert_eq!(marked("ä ö", "å"), [("ä ö", true)]);
        assert_eq!(marked("", "å"), []);
        assert_eq!(marked("so so", "so"), [("so ", false), ("so", true)]);
    }
}
