//! The keys of the words, checked by the compiler: a key that no language file has, or other arguments than its
//! sentence takes, is an error where it is written.

use std::cmp::Ordering::{self, Equal, Greater, Less};

/// Every key of the English words, sorted, with the names of its arguments, sorted.
static KEYS: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// Stops the build where no sentence has this key with exactly these arguments, in any order.
///
/// # Panics
/// Where there is none.
pub const fn check(key: &str, arguments: &[&str]) {
    let (mut low, mut high) = (0, KEYS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let (known, expected) = KEYS[middle];
        match compare(known.as_bytes(), key.as_bytes()) {
            Less => low = middle + 1,
            Greater => high = middle,
            Equal => {
                assert!(expected.len() == arguments.len(), "the words take another number of arguments");
                let mut n = 0;
                while n < arguments.len() {
                    assert!(contains(expected, arguments[n]), "the words do not take this argument");
                    n += 1;
                }
                return;
            }
        }
    }
    panic!("no words have this key");
}

const fn compare(a: &[u8], b: &[u8]) -> Ordering {
    let mut n = 0;
    while n < a.len() && n < b.len() {
        if a[n] < b[n] {
            return Less;
        }
        if a[n] > b[n] {
            return Greater;
        }
        n += 1;
    }
    if a.len() < b.len() {
        Less
    } else if a.len() > b.len() {
        Greater
    } else {
        Equal
    }
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut n = 0;
    while n < names.len() {
        if matches!(compare(names[n].as_bytes(), name.as_bytes()), Equal) {
            return true;
        }
        n += 1;
    }
    false
}

/// The key, once [`check`] has let it pass.
///
/// # Panics
/// As [`check`] does.
#[must_use]
pub const fn checked<'a>(key: &'a str, arguments: &[&str]) -> &'a str {
    check(key, arguments);
    key
}

/// A key that is chosen at run time from those that the compiler has checked; made by [`crate::key!`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(&'static str);

impl Key {
    /// For [`crate::key!`], which checks it.
    #[doc(hidden)]
    #[must_use]
    pub const fn checked(key: &'static str) -> Self {
        check(key, &[]);
        Self(key)
    }

    /// As it is written in the files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_with_its_arguments_in_any_order() {
        check("error-reference", &["code"]);
        check("contact-away", &["name", "last", "first"]);
        assert_eq!(Key::checked("go-to-start").as_str(), "go-to-start");
    }

    #[test]
    #[should_panic(expected = "no words have this key")]
    fn an_unknown_key_stops_the_build() {
        check("error-referense", &[]);
    }

    #[test]
    #[should_panic(expected = "the words do not take this argument")]
    fn a_misspelt_argument_stops_the_build() {
        check("error-reference", &["cod"]);
    }
}
