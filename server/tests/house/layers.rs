//! `domain -> store -> usecases -> app -> pages -> server`, SQL in the store only, what differs between databases in one file.

use crate::sources::{files, root, rust, text, without_comments_and_tests};
use std::{collections::BTreeMap, path::Path, process::Command};

/// The only file that may know which database it talks to, with its own rooms.
const ENGINE: &str = "app/store/src/engine.rs";
const ENGINE_ROOMS: &str = "app/store/src/engine";
/// Opens both for the tests; nothing of it is in the product.
const TESTING: &str = "app/store/src/testing.rs";

/// Each crate of ours with the crates that it names under `[dependencies]`, as cargo reads them.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap_or_else(|cause| panic!("cargo metadata: {cause}"));
    let workspace: serde_json::Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|cause| panic!("cargo metadata: {cause}"));
    let mut crates = BTreeMap::new();
    for package in workspace["packages"].as_array().into_iter().flatten() {
        let listed = package["dependencies"].as_array().into_iter().flatten();
        let names = listed.filter(|it| it["kind"].is_null()).filter_map(|it| it["name"].as_str());
        crates.insert(package["name"].as_str().unwrap_or_default().to_owned(), names.map(str::to_owned).collect());
    }
    crates
}

/// Any crate of pages that belong together; none of them leans on another.
const PAGES: &str = "coplan-pages-*";

fn kind(name: &str) -> &str {
    if name.starts_with("coplan-pages-") { PAGES } else { name }
}

#[test]
fn each_crate_leans_only_on_the_layers_below_it() {
    let below: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("coplan-domain", &[][..]),
        ("coplan-store", &["coplan-domain"][..]),
        ("coplan-usecases", &["coplan-domain", "coplan-store"][..]),
        ("coplan-app", &["coplan-domain", "coplan-store", "coplan-usecases"][..]),
        ("coplan-paper", &[][..]),
        (PAGES, &["coplan-domain", "coplan-usecases", "coplan-app", "coplan-paper"][..]),
        ("coplan-pages", &["coplan-domain", "coplan-usecases", "coplan-app", PAGES][..]),
        ("coplan-demo", &["coplan-domain", "coplan-store", "coplan-usecases", "coplan-app"][..]),
        ("coplan", &["coplan-domain", "coplan-store", "coplan-usecases", "coplan-app", "coplan-pages", PAGES, "coplan-demo"][..]),
        ("coplan-bulk", &["coplan-domain", "coplan-store", "coplan-usecases", "coplan-demo"][..]),
        ("coplan-frontend", &["coplan-app"][..]),
        ("coplan-site", &[][..]),
        ("coplan-yardstick", &[][..]),
    ]);
    let crates = dependencies();
    assert!(crates.len() >= below.len(), "cargo names only {crates:?}");
    for (name, named) in crates {
        let allowed = below.get(kind(&name)).unwrap_or_else(|| panic!("say here on what {name} may lean"));
        for other in named.iter().filter(|other| other.starts_with("coplan")) {
            assert!(allowed.contains(&kind(other)), "{name} must not lean on {other}");
        }
    }
}

#[test]
fn only_the_store_knows_sqlx() {
    for (name, named) in dependencies() {
        let knows = named.iter().any(|other| other.starts_with("sqlx"));
        assert_eq!(knows, name == "coplan-store", "sqlx among the dependencies of {name}");
    }
    for file in rust().iter().filter(|file| !file.starts_with("app/store") && !file.starts_with("server/tests/house")) {
        assert!(!text(file).contains("sqlx::"), "{} talks SQL; that is the store's", file.display());
    }
}

#[test]
fn only_the_engine_knows_which_database_it_is() {
    let marks = ["pragma ", "sqlite", "postgres", "pg_", "pglistener", "listen ", "begin immediate"];
    let bound = files("app/store/src", "rs");
    for file in bound.iter().filter(|file| ![ENGINE, ENGINE_ROOMS, TESTING].iter().any(|free| file.starts_with(Path::new(free))))
    {
        let code = without_comments_and_tests(&text(file)).to_lowercase();
        for mark in marks {
            assert!(!code.contains(mark), "{}: `{mark}` belongs into {ENGINE}", file.display());
        }
    }
}

#[test]
fn no_statement_is_planned_anew_for_its_limit() {
    for file in files("app/store/src", "rs") {
        for (n, line) in without_comments_and_tests(&text(&file)).lines().enumerate() {
            let bare = line
                .split("limit $")
                .skip(1)
                .any(|rest| !rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" + 0"));
            assert!(!bare, "{}:{}: write `limit $n + 0`; the store's own page says why", file.display(), n + 1);
        }
    }
}

#[test]
fn migrations_speak_only_what_both_databases_understand() {
    let only_one = ["now()", "autoincrement", "serial", "jsonb", "ilike", " boolean", "timestamp", "uuid", "pragma"];
    for file in files("migrations", "sql") {
        let statements: String = text(&file).lines().filter_map(|line| line.split("--").next()).collect::<Vec<_>>().join("\n");
        for word in only_one {
            assert!(!statements.to_lowercase().contains(word), "{}: `{word}` is understood by one only", file.display());
        }
    }
}
