//! The modules of `app`: which may lean on which, and that addresses are written in one place only.

use crate::sources::{files, text, without_comments_and_tests};
use std::{collections::BTreeSet, path::Path};

/// The modules of `app`, each leaning only on those before it, so that there is no circle. The pages are crates that lean
/// on all of them.
const ORDER: [&str; 10] = ["calendar", "words", "islands", "links", "forms", "parts", "mails", "http", "layout", "shared"];

/// Where an address or a part of one may stand as text: where routes are declared, and the paths in which usecases hand
/// out personal links, links to a password, those that end a digest and those that a calendar reads.
const MAY_WRITE_ADDRESSES: [&str; 7] = [
    "app/src/links.rs",
    "app/src/links",
    "app/usecases/src/personal_link.rs",
    "app/usecases/src/password_link.rs",
    "app/usecases/src/digest/stop.rs",
    "app/usecases/src/meeting/feed.rs",
    "app/usecases/src/today_mail/stop.rs",
];

/// The modules that a source names: the first word behind each `crate::`, also inside braces.
fn named(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in source.split("crate::").skip(1) {
        let Some(inside) = rest.strip_prefix('{') else {
            found.insert(word(rest));
            continue;
        };
        let mut depth = 0_u32;
        let mut begins = true;
        for (at, it) in inside.char_indices() {
            match it {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                it if begins && (it.is_ascii_alphabetic() || it == '_') => {
                    found.insert(word(&inside[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    found
}

/// The identifier with which the text begins.
fn word(text: &str) -> String {
    text.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '_').collect()
}

/// The module of `app` that a file belongs to; none for the crate's own file.
fn module(file: &Path) -> Option<String> {
    let inside = file.strip_prefix("app/src").ok()?;
    let first = inside.iter().next()?.to_string_lossy().trim_end_matches(".rs").to_owned();
    (first != "lib").then_some(first)
}

#[test]
fn each_module_of_the_app_leans_only_on_those_before_it() {
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    let mut seen = 0;
    for file in files("app/src", "rs") {
        let Some(own) = module(&file) else { continue };
        let own_place = place(&own).unwrap_or_else(|| panic!("say in ORDER on what the module {own} may lean"));
        for other in named(&without_comments_and_tests(&text(&file))) {
            let Some(other_place) = place(&other) else { continue };
            seen += 1;
            assert!(other_place <= own_place, "{}: {own} must not lean on {other}", file.display());
        }
    }
    assert!(seen > 50, "the modules are named in another way than this test knows");
}

#[test]
fn the_first_words_behind_crate_are_found() {
    let source = "use crate::{http::{context::App, errors}, links, say};\ncrate::words::Words; crate::parts::markdown";
    assert_eq!(named(source).into_iter().collect::<Vec<_>>(), ["http", "links", "parts", "say", "words"]);
}

/// Whether a line writes (a part of) an address: a text that begins like one, or one that goes on behind a hole.
fn writes_address(line: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|it: char| it.is_ascii_lowercase() || it == '{');
    let whole = line.split("\"/").skip(1).any(goes_on) && !line.contains("OUT_DIR");
    let start = ["=\"/\"", "(\"/\")"].iter().any(|written| line.contains(written));
    whole || start || (line.contains("format!(\"") && line.split("}/").skip(1).any(goes_on))
}

#[test]
fn addresses_are_written_where_routes_are_declared_and_nowhere_else() {
    let written = r#"href="/customers" href=format!("{plan}/edit") Redirect::to("/") format!("/{id}")"#;
    for line in written.split(' ') {
        assert!(writes_address(line), "{line}");
    }
    assert!(!writes_address(r#"concat!(env!("OUT_DIR"), "/coplan.css") view! { <br/> }"#));
    let elsewhere = |file: &&std::path::PathBuf| {
        let is_test = file.iter().any(|part| part == "tests" || part == "tests.rs" || part == "testing.rs");
        !is_test && !MAY_WRITE_ADDRESSES.iter().any(|free| file.starts_with(free))
    };
    let sources: Vec<_> =
        ["app/src", "app/pages", "app/usecases/src", "server/src"].iter().flat_map(|it| files(it, "rs")).collect();
    for file in sources.iter().filter(elsewhere) {
        for line in without_comments_and_tests(&text(file)).lines() {
            assert!(!writes_address(line), "{}: take it from `links`: {line}", file.display());
        }
    }
}
