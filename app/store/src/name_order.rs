//! The order of names, alike on both databases: å, ä and ö come last, as Finnish and Swedish have it, and whether a letter
//! is small or large makes no difference.
//!
//! A long list is sorted by the database, by a key that is kept; a short one is sorted here.

use icu_collator::{
    CollatorBorrowed,
    options::{CollatorOptions, Strength},
};
use icu_locale_core::locale;
use std::{cmp::Ordering, fmt::Write, sync::LazyLock};

/// None where the program was built without the order of Finnish; then the letters' numbers decide.
static ORDER: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Secondary);
    CollatorBorrowed::try_new(locale!("fi").into(), options).ok()
});

/// What a name is sorted by: bytes in hexadecimal digits, to be compared one by one.
pub(crate) fn key(name: &str) -> String {
    let mut bytes = Vec::new();
    match &*ORDER {
        Some(order) => {
            let Ok(()) = order.write_sort_key_to(name, &mut bytes);
        }
        None => bytes.extend(name.to_lowercase().bytes()),
    }
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut key, byte| {
        // Writing to a string never fails.
        let _ = write!(key, "{byte:02x}");
        key
    })
}

/// Which of two names comes first.
pub(crate) fn compare(one: &str, other: &str) -> Ordering {
    match &*ORDER {
        Some(order) => order.compare(one, other),
        None => one.to_lowercase().cmp(&other.to_lowercase()),
    }
}

/// Sorts by name; those of one name stay in the order that they have.
pub(crate) fn sort<T>(rows: &mut [T], name: impl Fn(&T) -> &str) {
    rows.sort_by(|one, other| compare(name(one), name(other)));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Raise `summary::VERSION` where this fails: a new version of the library makes other keys, and those that are kept
    /// must be made anew.
    #[test]
    fn the_keys_that_are_kept_are_still_those_that_are_made() {
        assert_eq!(key("Äijälä 12"), "5e7f033b3d5e7f03415e7f03041416010d");
    }

    #[test]
    fn names_come_in_the_readers_order() {
        let expected = ["", "aalto", "Aalto Oy", "evil", "Wiik", "Zorn", "A\u{30a}ke", "Åkesson", "Äijälä", "Öhman"];
        let mut names = expected;
        names.reverse();
        sort(&mut names, |name| name);
        assert_eq!(names, expected);
        assert!(expected.map(key).is_sorted(), "by their keys too");
        assert_eq!(key("ÅKESSON"), key("A\u{30a}kesson"), "however the letter is written");
    }
}
