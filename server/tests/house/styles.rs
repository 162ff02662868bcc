//! Style and pages name the same classes: no rule without a page, no class without a rule.

use crate::sources::{files, text};
use std::collections::{BTreeMap, BTreeSet};

/// Each class that a rule is for, with the files that have one.
fn styled() -> BTreeMap<String, BTreeSet<String>> {
    let mut classes = BTreeMap::<String, BTreeSet<String>>::new();
    for file in files("style", "css") {
        for selector in selectors(&without_comments(&text(&file))) {
            for rest in selector.split('.').skip(1) {
                let class = name_at_start(rest);
                if class.starts_with(|first: char| first.is_ascii_alphabetic()) {
                    classes.entry(class).or_default().insert(file.display().to_string());
                }
            }
        }
    }
    classes
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}

/// What comes before each `{` since the last `{`, `}` or `;`, except conditions such as `@media`.
fn selectors(css: &str) -> Vec<String> {
    let before = css.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default().trim().to_owned());
    before.filter(|selector| !selector.starts_with('@')).collect()
}

fn name_at_start(text: &str) -> String {
    text.chars().take_while(|it| it.is_ascii_alphanumeric() || "-_".contains(*it)).collect()
}

/// The sources of the pages, without comments.
fn pages() -> Vec<String> {
    let code = |source: String| {
        let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n").replace("'\"'", "").replace("\\\"", "")
    };
    ["app/src", "app/pages"].iter().flat_map(|folder| files(folder, "rs")).map(|file| code(text(file))).collect()
}

#[test]
fn every_class_with_a_rule_is_on_a_page() {
    let pages = pages();
    let literals = pages.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
    let named: BTreeSet<&str> =
        literals.flat_map(|text| text.split(|it: char| !(it.is_ascii_alphanumeric() || "-_".contains(it)))).collect();
    let styled = styled();
    assert!(styled.len() > 100, "the search for rules finds only {styled:?}");
    let dead: Vec<_> = styled.iter().filter(|(class, _)| !named.contains(class.as_str())).collect();
    assert!(dead.is_empty(), "no page has these classes: {dead:?}");
}

#[test]
fn every_class_on_a_page_has_a_rule() {
    let styled = styled();
    let mut used = BTreeSet::new();
    for source in pages() {
        let lists = source.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        used.extend(lists.flat_map(str::split_whitespace).map(str::to_owned).collect::<Vec<_>>());
    }
    assert!(used.len() > 100, "the search for classes finds only {used:?}");
    let bare: Vec<_> = used.iter().filter(|class| !styled.contains_key(*class)).collect();
    assert!(bare.is_empty(), "no rule is for these classes: {bare:?}");
}
