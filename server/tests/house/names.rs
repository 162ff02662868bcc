//! What people may do is named once: `member::add`, not `member::add_member`.

use crate::sources::{files, text};
use std::path::Path;

const USE_CASES: &str = "app/usecases/src";

/// The room a use case is in, as its callers write it.
fn noun(file: &Path) -> Option<String> {
    let below = file.strip_prefix(USE_CASES).ok()?;
    let first = below.components().next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

/// Whether a name says again in which room it is: with the room's whole name, or the last word of it. A room of one deed
/// has the deed's name.
fn repeats(noun: &str, name: &str) -> bool {
    let last = noun.rsplit('_').next().unwrap_or(noun);
    name != noun && [noun, last].iter().any(|word| name.ends_with(&format!("_{word}")))
}

#[test]
fn a_use_case_does_not_repeat_its_noun() {
    let mut seen = 0;
    for file in files(USE_CASES, "rs") {
        let Some(noun) = noun(&file).filter(|noun| noun != "testing") else { continue };
        for rest in text(&file).split("\npub async fn ").skip(1) {
            let name = rest.split(['(', '<']).next().unwrap_or_default();
            seen += 1;
            assert!(!repeats(&noun, name), "{noun}::{name} says its noun twice");
        }
    }
    assert!(seen > 150, "the search for use cases finds only {seen}");
}

#[test]
fn the_search_tells_a_noun_from_its_parts() {
    assert!(repeats("member", "add_member") && repeats("personal_link", "revoke_link"));
    assert!(!repeats("member", "add") && !repeats("goal", "remove_reading") && !repeats("sign_in", "sign_in"));
}
