//! An edit that meets somebody else's: what only one of the two has changed comes together, what both have changed is
//! for whoever sends last to choose.
//!
//! A form carries what stood in its fields when it was drawn, so that each field can be compared in three ways.

use std::collections::BTreeMap;

/// What an edit's form sends.
pub trait Edit: Clone {
    /// The version that it was drawn from.
    fn version(&self) -> i64;
    /// What stood in its fields then, as [`Edit::seen`] wrote it.
    fn was(&self) -> &str;
    /// Its fields with what stands in them.
    fn said(&self) -> Vec<(&'static str, String)>;
    /// Takes over what stands in one field of another form.
    fn take(&mut self, field: &str, from: &Self);
    /// The same, carrying what stands in it now: for drawing it.
    #[must_use]
    fn seen(self) -> Self;
}

/// What can stand in a field.
pub(crate) trait Content {
    /// The same as one text, to be compared.
    fn text(&self) -> String;
}

impl Content for String {
    fn text(&self) -> String {
        self.clone()
    }
}

/// Of several choices the order does not matter.
impl Content for Vec<String> {
    fn text(&self) -> String {
        let mut chosen = self.clone();
        chosen.sort();
        chosen.join(" ")
    }
}

/// Makes a form an [`Edit`] of these fields; it has a `version` and a `was` besides.
macro_rules! edit {
    ($form:ty: $($field:ident),+) => {
        impl $crate::merge::Edit for $form {
            fn version(&self) -> i64 {
                self.version
            }

            fn was(&self) -> &str {
                &self.was
            }

            fn said(&self) -> Vec<(&'static str, String)> {
                vec![$((stringify!($field), $crate::merge::Content::text(&self.$field))),+]
            }

            fn take(&mut self, field: &str, from: &Self) {
                $(if field == stringify!($field) {
                    self.$field.clone_from(&from.$field);
                })+
            }

            fn seen(mut self) -> Self {
                self.was = $crate::merge::written($crate::merge::Edit::said(&self));
                self
            }
        }
    };
}
pub(crate) use edit;

/// What stands in fields, as a form carries it.
pub(crate) fn written(said: Vec<(&'static str, String)>) -> String {
    serde_json::to_string(&said.into_iter().collect::<BTreeMap<_, _>>()).unwrap_or_default()
}

/// Brings what `theirs` has otherwise into `mine`, wherever mine was left as it was. Gives the fields that both have
/// changed, each in its own way; all that differ, where the form does not carry what stood in them.
pub fn merge<F: Edit>(mine: &mut F, theirs: &F) -> Vec<&'static str> {
    let was: BTreeMap<String, String> = serde_json::from_str(mine.was()).unwrap_or_default();
    let mut both = Vec::new();
    for ((field, yours), (_, kept)) in mine.said().into_iter().zip(theirs.said()) {
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

    #[derive(Debug, Clone, PartialEq)]
    struct Form {
        version: i64,
        was: String,
        name: String,
        about: String,
        sees: Vec<String>,
    }

    edit!(Form: name, about, sees);

    fn form(version: i64, name: &str, about: &str, sees: &[&str]) -> Form {
        let sees = sees.iter().map(|it| (*it).to_owned()).collect();
        Form { version, was: String::new(), name: name.to_owned(), about: about.to_owned(), sees }
    }

    /// As it was drawn, and then typed into.
    fn typed(name: &str, about: &str, sees: &[&str]) -> Form {
        let drawn = form(1, "Keys", "One\ntwo", &["plan", "money"]).seen();
        Form { was: drawn.was, ..form(1, name, about, sees) }
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
        assert_eq!(merged(&mine, &form(1, "Keys", "One\ntwo", &["plan", "money"])), Some(mine.clone()));
        assert_eq!(merged(&mine, &form(2, "Theirs", "One\ntwo", &["plan", "money"])), None);
    }
}
