//! Nothing is written without a right that was proved: every public function of the store that writes takes one.

use crate::sources::{files, rust, text};
use std::path::Path;

/// Functions that write without a right, each with the reason.
const FREE: [(&str, &str, &str); 7] = [
    ("app/store/src/attempt.rs", "insert", "a try is counted before it is known who tries"),
    ("app/store/src/attempt.rs", "remove", "the tries of whoever has shown that they were honest"),
    ("app/store/src/attempt.rs", "remove_one", "a try that was counted before and turned out to be none"),
    ("app/store/src/entry_code.rs", "count_try", "a try at a code, counted before it is looked at"),
    ("app/store/src/pending_sign_in.rs", "count_try", "a try at a second factor, counted before it is looked at"),
    ("app/store/src/device.rs", "update_seen", "its one statement proves that the device is in"),
    ("app/store/src/files/owner.rs", "claim", "names a database and its files to each other once, before anybody is served"),
];

/// Where rights are proved: what locks and reads there gives one.
const GATE: &str = "app/store/src/access/write";
/// Not for the product's own callers: fills the databases of tests, knows how the two databases differ.
const APART: [&str; 3] = ["app/store/src/testing.rs", "app/store/src/engine", "app/store/src/bulk_insert.rs"];

/// Where what is kept in memory is made stale by hand, each with the reason; elsewhere the right that writes does it.
const BY_HAND: [(&str, &str); 4] = [
    ("app/store/src/device.rs", "one is written without a right, of another it is known after the statement whose it was"),
    ("app/store/src/mention.rs", "the process notes who has looked, and mostly there is nothing to note"),
    ("app/store/src/change.rs", "an event is of a customer"),
    ("app/store/src/testing.rs", "fills the databases of tests"),
];

/// A public function: its name, what it takes, and what it does.
struct Function {
    name: String,
    takes: String,
    does: String,
}

/// The public functions of a source, without those of its tests.
fn functions(source: &str) -> Vec<Function> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut found = Vec::new();
    for mark in ["\npub async fn ", "\npub fn ", "\n    pub async fn ", "\n    pub fn "] {
        for part in code.split(mark).skip(1) {
            let end = if mark.starts_with("\n    ") { "\n    }\n" } else { "\n}\n" };
            let whole = part.split(end).next().unwrap_or_default();
            let (takes, does) = whole.split_once(" {\n").unwrap_or((whole, ""));
            let name = takes.split(['(', '<']).next().unwrap_or_default().to_owned();
            found.push(Function { name, takes: takes.to_owned(), does: does.to_owned() });
        }
    }
    found
}

/// Every type that is a right, as the gate lists them, and the traits that several of them have.
fn rights() -> Vec<String> {
    let mut names = vec!["System".to_owned()];
    for file in files(GATE, "rs") {
        let source = text(&file);
        for listed in source.split("\nproofs!(").skip(1) {
            let listed = listed.split(')').next().unwrap_or_default();
            names.extend(listed.split(',').map(|name| name.trim().to_owned()));
        }
    }
    for source in [text(format!("{GATE}.rs")), text(format!("{GATE}/entry.rs"))] {
        let traits = source.split("\npub trait ").skip(1);
        names.extend(traits.map(|rest| format!("impl {}", rest.split([':', ' ']).next().unwrap_or_default())));
    }
    names
}

fn writes(function: &Function) -> bool {
    let sql = |word: &str| function.does.to_lowercase().contains(word);
    function.takes.contains("&mut Change") || sql("\"insert into") || sql("\"update ") || sql("\"delete from")
}

fn takes_right(function: &Function, rights: &[String]) -> bool {
    rights.iter().any(|right| {
        function.takes.match_indices(&format!("&{right}")).any(|(at, found)| {
            let next = function.takes[at + found.len()..].chars().next();
            next.is_none_or(|c| !c.is_alphanumeric() && c != '_')
        })
    })
}

fn is_below(file: &Path, folder: &str) -> bool {
    file.to_string_lossy().starts_with(folder)
}

#[test]
fn every_function_of_the_store_that_writes_takes_a_right() {
    let rights = rights();
    assert!(rights.len() > 15, "the search for rights finds only {rights:?}");
    let (mut seen, mut open, mut free) = (0, Vec::new(), FREE.map(|(file, name, _)| (file, name)).to_vec());
    for file in files("app/store/src", "rs") {
        if is_below(&file, GATE) || APART.iter().any(|apart| is_below(&file, apart)) {
            continue;
        }
        for function in functions(&text(&file)).iter().filter(|function| writes(function)) {
            seen += 1;
            let place = free.iter().position(|(path, name)| file == Path::new(path) && function.name == *name);
            match place {
                Some(place) => drop(free.swap_remove(place)),
                None if takes_right(function, &rights) => {}
                None => open.push(format!("{}: {}", file.display(), function.name)),
            }
        }
    }
    assert!(seen > 60, "the search for what writes finds only {seen} functions");
    assert!(open.is_empty(), "these write and take no right: {open:#?}");
    assert!(free.is_empty(), "these write no more, or take a right by now: {free:?}");
}

#[test]
fn the_right_is_asked_for_and_not_only_taken() {
    for file in files("app/store/src", "rs").into_iter().filter(|file| !is_below(file, GATE)) {
        let source = text(&file);
        for function in functions(&source).iter().filter(|function| function.takes.contains("&mut Change")) {
            let idle = ["_write: &", "_system: &"].iter().any(|name| function.takes.contains(name));
            assert!(!idle, "{}: {} does nothing with its right", file.display(), function.name);
        }
    }
}

/// Where sums are written, and the rights that nobody has who does not see them; of the last two a discussion about an
/// invoice is one, and whoever runs the process has the other.
const OF_SUMS: [&str; 7] = [
    "app/store/src/package.rs",
    "app/store/src/budget.rs",
    "app/store/src/bank",
    "app/store/src/work.rs",
    "app/store/src/work",
    "app/store/src/invoice.rs",
    "app/store/src/invoice",
];
const RIGHTS_TO_SUMS: [&str; 10] = [
    "MoneyWrite",
    "MoneyAdmin",
    "BudgetWrite",
    "WorkWrite",
    "ApprovalWrite",
    "OfferWrite",
    "BankWrite",
    "impl KeepsInvoices",
    "ThreadWrite",
    "System",
];

#[test]
fn sums_are_written_only_with_a_right_that_whoever_sees_none_cannot_have() {
    let rights = RIGHTS_TO_SUMS.map(str::to_owned);
    let (mut seen, mut open) = (0, Vec::new());
    for file in files("app/store/src", "rs").into_iter().filter(|file| OF_SUMS.iter().any(|place| is_below(file, place))) {
        for function in functions(&text(&file)).iter().filter(|function| function.takes.contains("&mut Change")) {
            seen += 1;
            if !takes_right(function, &rights) {
                open.push(format!("{}: {}", file.display(), function.name));
            }
        }
    }
    assert!(seen > 20, "the search for what writes sums finds only {seen} functions");
    assert!(open.is_empty(), "these write sums without the right to see them: {open:#?}");
}

/// Where the actor as it was when the request began is asked inside a change, each with the reason.
const ASKED_EARLY: [(&str, &str); 2] = [
    ("app/usecases/src/customer/change.rs", "only to look for customers that are alike"),
    ("app/usecases/src/customer/create.rs", "the same"),
];

#[test]
fn a_change_judges_the_actor_that_its_right_has_proved() {
    let mut early = Vec::new();
    for file in files("app/usecases/src", "rs") {
        let source = text(&file);
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        for part in code.split("\n}\n") {
            // From the first line with a change on, it is the right that says who acts and what that one may do.
            let Some((_, after)) = part.split_once("portal.change") else { continue };
            // On which side somebody is does not change.
            let sides = ["actor.staff().is_some()", "actor.staff().is_none()", "\n    actor.staff().ok_or(Error::NotFound)?;"];
            let after = sides.iter().fold(after.to_owned(), |after, side| after.replace(side, ""));
            let asks = after.match_indices("actor.staff()").any(|(at, _)| !after[..at].ends_with("held."));
            if asks && !ASKED_EARLY.iter().any(|(known, _)| file == Path::new(known)) {
                early.push(file.display().to_string());
            }
        }
    }
    assert!(early.is_empty(), "these ask the actor as it was when the request began: {early:#?}");
}

#[test]
fn what_is_stale_is_said_by_the_right_that_writes() {
    let mut by_hand = BY_HAND.map(|(file, _)| file).to_vec();
    for file in files("app/store/src", "rs").into_iter().filter(|file| !is_below(file, GATE)) {
        let place = by_hand.iter().position(|path| file == Path::new(path));
        if text(&file).contains(".invalidate(") {
            assert!(place.is_some(), "{}: its rights say what is stale: WriteProof::on_affecting", file.display());
            place.map(|place| by_hand.swap_remove(place));
        }
    }
    assert!(by_hand.is_empty(), "these make nothing stale by hand any more: {by_hand:?}");
}

#[test]
fn only_main_has_the_right_of_the_process() {
    for file in rust() {
        let source = text(&file);
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let is_test = file.to_string_lossy().contains("/tests") || file.ends_with("testing.rs");
        let is_own = file == Path::new("app/store/src/access/write/system.rs");
        let is_main = ["server/src/main.rs", "tools/bulk/src/main.rs"].iter().any(|main| file == Path::new(main));
        if !is_own && !is_main && !is_below(&file, "server/tests/house") {
            assert!(!code.contains("System::take"), "{}: the process hands its right down", file.display());
        }
        assert!(is_own || is_test || !code.contains("System::for_tests"), "{}: that is for tests", file.display());
    }
}

#[test]
fn the_search_tells_what_takes_a_right_from_what_does_not() {
    let source = "
pub async fn insert(change: &mut Change, write: &ThreadWrite, id: u8) -> Result<bool> {
    sqlx::query(\"insert into a\")
}

pub async fn open(change: &mut Change, write: &ThreadWriter) -> Result<bool> {
    sqlx::query(\"insert into a\")
}

pub async fn sneak(conn: &mut Conn) -> Result<()> {
    sqlx::query(\"delete from a\")
}

pub async fn find(conn: &mut Conn) -> Result<()> {
    sqlx::query(\"select a\")
}
";
    let rights = ["ThreadWrite".to_owned()];
    let told: Vec<_> = functions(source).iter().map(|it| (writes(it), takes_right(it, &rights))).collect();
    assert_eq!(told, [(true, true), (true, false), (true, false), (false, false)]);
}
