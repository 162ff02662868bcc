//! An edit that meets somebody else's: what only one of the two has changed comes together, what both have changed is
//! for whoever sends last to choose.
//!
//! A form carries what stood in its fields when it was drawn, so that each field can be compared in three ways.

use crate::form::{FieldSpec, Form, Kind};
use std::collections::BTreeMap;

/// A form that changes what is kept.
pub trait Edit: Form {
    /// The version that it was drawn from.
    fn version(&self) -> i64;
    /// What its fields held then, as [`Edit::seen`] wrote it.
    fn was(&self) -> &str;
    /// The same, carrying what its fields hold now: for drawing it.
    #[must_use]
    fn seen(self) -> Self;
}

/// The fields that people fill, each with what it holds as one text. Of several choices the order does not matter. What
/// only confirms another field is none of its own.
pub fn said<F: Form>(form: &F) -> Vec<(&'static str, String)> {
    let text = |name| {
        let mut values = form.values(name);
        values.sort();
        values.join(" ")
    };
    let filled = |spec: &&FieldSpec| spec.is_seen() && spec.kind != Kind::Confirm;
    F::FIELDS.iter().filter(filled).map(|spec| (spec.name, text(spec.name))).collect()
}

/// Whether people filled in two forms otherwise.
pub fn differ<F: Form>(one: &F, other: &F) -> bool {
    filled(one) != filled(other)
}

/// What people filled in, to tell another thing from the same one sent twice.
pub(crate) fn filled<F: Form>(form: &F) -> Vec<String> {
    said(form).into_iter().map(|(_, text)| tidy(&text)).collect()
}

/// What fields hold, as a form carries it.
pub(crate) fn written(said: Vec<(&'static str, String)>) -> String {
    serde_json::to_string(&said.into_iter().collect::<BTreeMap<_, _>>()).unwrap_or_default()
}

/// Brings what `theirs` has otherwise into `mine`, wherever mine was left as it was. Gives the fields that both have
/// changed, each in its own way; all that differ, where the form does not carry what its fields held.
pub fn merge<F: Edit>(mine: &mut F, theirs: &F) -> Vec<&'static str> {
    let was: BTreeMap<String, String> = serde_json::from_str(mine.was()).unwrap_or_default();
    let mut both = Vec::new();
    for ((field, yours), (_, kept)) in said(mine).into_iter().zip(said(theirs)) {
        let (yours, kept, was) = (tidy(&yours), tidy(&kept), was.get(field).map(|was| tidy(was)));
        if yours == kept || was.as_ref() == Some(&kept) {
            continue;
        }
        if was == Some(yours) {
            mine.take(field, theirs);
        } else {
            both.push(field);
        }
    }
    both
}

/// What to keep on top of `theirs`; none where somebody has to choose.
pub(crate) fn merged<F: Edit>(mine: &F, theirs: &F) -> Option<F> {
    let mut merged = mine.clone();
    let fits = mine.version() == theirs.version() || merge(&mut merged, theirs).is_empty();
    fits.then_some(merged)
}

/// Browsers end lines in their own way, and blanks around what was typed are not kept.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{form, line, prose, several};
    use crate::member::Scopes;
    use coplan_domain::text::{Line, Prose};

    form! {
        _ {
            /// A name.
            name: Line = line("member-name"),
            /// Several lines.
            about: Prose = prose("customer-about"),
            /// Several choices.
            sees: Scopes = several("member-scopes", &[]),
        }
        /// Something that two people change.
        edit Typed {}
    }

    fn form(version: i64, name: &str, about: &str, sees: &[&str]) -> Typed {
        let sees = sees.iter().map(|it| (*it).to_owned()).collect();
        Typed { version, was: String::new(), name: name.to_owned(), about: about.to_owned(), sees }
    }

    /// As it was drawn, and then typed into.
    fn typed(name: &str, about: &str, sees: &[&str]) -> Typed {
        let drawn = form(1, "Keys", "One\ntwo", &["plan", "money"]).seen();
        Typed { was: drawn.was, ..form(1, name, about, sees) }
    }

    #[test]
    fn what_only_one_has_changed_comes_together() {
        let mut mine = typed("Keys of hall 3", "One\r\ntwo ", &["money", "plan"]);
        let theirs = form(2, "Keys", "One\nthree", &["plan"]);
        assert!(merge(&mut mine, &theirs).is_empty());
        assert_eq!((mine.name.as_str(), mine.about.as_str(), mine.sees), ("Keys of hall 3", "One\nthree", theirs.sees));
    }

    #[test]
    fn what_both_have_changed_is_told_and_stays_as_it_was_typed() {
        let mut mine = typed("Mine", "One\r\ntwo", &["plan", "money"]);
        assert_eq!(merge(&mut mine, &form(2, "Theirs", "Other", &["plan"])), ["name"]);
        assert_eq!((mine.name.as_str(), mine.about.as_str()), ("Mine", "Other"));
        let same = merge(&mut typed("Both", "a", &[]), &form(2, "Both", "a", &[]));
        assert!(same.is_empty(), "the same change twice is none");
    }

    #[test]
    fn without_what_stood_there_all_that_differs_is_told() {
        let mut mine = form(1, "Mine", "One", &["plan"]);
        assert_eq!(merge(&mut mine, &form(2, "Theirs", "One", &[])), ["name", "sees"]);
        assert_eq!(mine.name, "Mine");
    }

    #[test]
    fn what_nobody_else_has_touched_is_kept_as_it_is() {
        let mine = typed("Mine", "", &[]);
        let kept = merged(&mine, &form(1, "Keys", "One\ntwo", &["plan", "money"]));
        assert_eq!(kept.as_ref().map(said), Some(said(&mine)));
        assert!(merged(&mine, &form(2, "Theirs", "One\ntwo", &["plan", "money"])).is_none());
    }
}
