//! Words without their endings, so that one form of a word finds another: what is sought as "lasku" stands as "laskuista".

use crate::text::folded;
use rust_stemmers::{Algorithm, Stemmer};
use std::{cell::RefCell, collections::BTreeSet};

/// What is shorter says too little of which word it is.
const SHORTEST: usize = 3;
/// What is longer is no word.
const LONGEST: usize = 40;

thread_local! {
    /// What is said in which language is not told, so each is tried.
    static STEMMERS: RefCell<[Stemmer; 3]> =
        RefCell::new([Algorithm::Finnish, Algorithm::Swedish, Algorithm::English].map(Stemmer::create));
}

/// What a word comes to without its endings, in each language in which it may be one; none of what is no word.
#[must_use]
pub fn stems(word: &str) -> BTreeSet<String> {
    let word = word.to_lowercase();
    if !(SHORTEST..=LONGEST).contains(&word.chars().count()) || word.chars().any(char::is_numeric) {
        return BTreeSet::new();
    }
    let found = STEMMERS.with_borrow(|stemmers| stemmers.each_ref().map(|stemmer| even(&folded(&stemmer.stem(&word)))));
    found.into_iter().filter(|stem| stem.chars().count() >= SHORTEST).collect()
}

/// A stem whose last consonants do not tell in which grade they are: verkko and verkon, kokous and kokouksen.
fn even(stem: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(stem.len());
    for letter in stem.chars() {
        if letters.last() != Some(&letter) {
            letters.push(letter);
        }
    }
    let mut even: String = letters.into_iter().collect();
    // What is left of a vowel between grades says nothing either.
    let bare = even.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y']).len();
    if even[..bare].chars().count() >= SHORTEST {
        even.truncate(bare);
    }
    if let Some(rest) = even.strip_suffix("ks") {
        even = format!("{rest}s");
    }
    even
}

/// The stems of all words of a text, each one time, between bars: what [`stems`] of a sought word gives is looked for with
/// its bars.
#[must_use]
pub fn without_endings(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let found: BTreeSet<String> = words.flat_map(stems).collect();
    if found.is_empty() { String::new() } else { format!("|{}|", found.into_iter().collect::<Vec<_>>().join("||")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether one form finds another.
    fn finds(sought: &str, written: &str) -> bool {
        let there = without_endings(written);
        stems(sought).iter().any(|stem| there.contains(&format!("|{stem}|")))
    }

    #[test]
    fn one_form_of_a_word_finds_another() {
        for forms in [
            &["lasku", "laskun", "laskut", "laskuja", "laskuista", "laskussa", "laskulla"][..],
            &["laskutus", "laskutuksen", "laskutuksesta"],
            &["verkko", "verkon", "verkkoon", "verkossa", "verkot"],
            &["kokous", "kokouksen", "kokouksessa", "kokoukset"],
            &["asennus", "asennuksen", "asennuksia"],
            &["palvelu", "palvelut", "palvelussa", "palveluista"],
            &["toimitus", "toimituksen", "toimitukset"],
            &["varasto", "varaston", "varastossa", "varastoon"],
            &["kylmävarasto", "kylmävarastossa", "kylmavarastoon"],
            &["faktura", "fakturan", "fakturor", "fakturorna"],
            &["leverans", "leveransen", "leveranser", "leveranserna"],
            &["möte", "mötet", "möten", "mötena", "motet"],
            &["nätverk", "nätverket", "nätverken"],
            &["invoice", "invoices", "invoiced"],
            &["delay", "delays", "delayed"],
            &["meeting", "meetings"],
        ] {
            for (sought, written) in forms.iter().flat_map(|one| forms.iter().map(move |other| (one, other))) {
                assert!(finds(sought, written), "{sought} finds {written}: {:?} {:?}", stems(sought), stems(written));
            }
        }
    }

    #[test]
    fn another_word_is_not_found() {
        for (sought, written) in
            [("lasku", "laskutus"), ("verkko", "verho"), ("faktura", "fakta"), ("invoice", "invite"), ("as", "asia")]
        {
            assert!(!finds(sought, written), "{sought} does not find {written}: {:?} {:?}", stems(sought), stems(written));
        }
        assert_eq!(without_endings("a 12 B7 ---"), "");
        assert!(stems(&"long".repeat(20)).is_empty());
    }
}
