//! The words of the three languages: the same keys with the same variables, all of them used, none missing.

use crate::sources::{files, rust, text};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];

/// Each key of a language (`key` and `key.attribute`) with the variables that stand in its text.
type Words = BTreeMap<String, BTreeSet<String>>;

/// Reads the Fluent files of a language. Line by line is enough: a message begins in the first column, an
/// attribute with a dot, and everything else belongs to what began before.
fn words(language: &str) -> Words {
    let mut words = Words::new();
    for file in files(&format!("app/words/{language}"), "ftl") {
        let mut message = String::new();
        let mut key = String::new();
        for line in text(&file).lines().filter(|line| !line.starts_with('#')) {
            let name = line.trim_start().split('=').next().unwrap_or_default().trim();
            let attribute = name.strip_prefix('.').filter(|_| line.contains('='));
            if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') && line.contains('=') {
                name.clone_into(&mut message);
                name.clone_into(&mut key);
                let fresh = words.insert(key.clone(), BTreeSet::new()).is_none();
                assert!(fresh, "{}: {key} is said twice in {language}", file.display());
            } else if let Some(attribute) = attribute {
                key = format!("{message}.{attribute}");
                words.insert(key.clone(), BTreeSet::new());
            }
            if let Some(variables) = words.get_mut(&key) {
                variables.extend(line.split('$').skip(1).map(name_at_start));
            }
        }
    }
    words
}

/// The identifier with which the text begins.
fn name_at_start(text: &str) -> String {
    text.chars().take_while(|it| it.is_ascii_alphanumeric() || "-_".contains(*it)).collect()
}

/// What no language says, and what it says instead. A star stands for any ending.
const INSTEAD: [(&str, &[(&str, &str)]); 3] = [
    (
        "en",
        &[
            ("stands", "appears, is shown"),
            ("keep", "save"),
            ("keeps", "saves, manages"),
            ("kept", "saved"),
            ("has it", "is responsible"),
            ("has this", "is responsible"),
            ("come in", "sign in"),
            ("comes in", "signs in"),
            ("came in", "signed in"),
            ("let in", "signed in"),
            ("lets", "signs in, allows"),
            ("take back", "remove, undo"),
            ("taken back", "removed, undone"),
            ("took back", "removed, undid"),
            ("bring in", "import, add"),
            ("brought in", "imported, added"),
            ("bring it back", "restore"),
            ("brought back", "restored"),
            ("whoever", "anybody who, the responsible person"),
            ("whoever you know", "your contact"),
            ("at once", "right away"),
            ("light", "status"),
            ("lights", "status"),
            ("mail", "email"),
            ("mails", "emails"),
            ("mailed", "emailed"),
            ("e-mail*", "email"),
            ("deed*", "no word at all"),
            ("time here", "access"),
            ("second factor", "two-step sign-in"),
            ("behind the scenes", "internal"),
            ("onstage", "visible to the customer"),
            ("backstage", "internal"),
            ("face", "contact"),
            ("reckon*", "calculate"),
            ("taken off", "discount; removed"),
            ("take it off", "remove"),
        ],
    ),
    (
        "fi",
        &[
            ("valo*", "tilanne"),
            ("sisään", "kirjaudu, tuo"),
            ("sisällä", "kirjautunut"),
            ("ulkona", "kirjattu ulos"),
            ("aika täällä", "käyttöoikeus"),
            ("tuttu*", "yhteyshenkilö"),
            ("tutulle*", "yhteyshenkilölle"),
            ("huomautus*", "muistiinpano; laskulla lisätiedot"),
            ("toinen tunniste*", "kaksivaiheinen tunnistautuminen"),
            ("kuliss*", "sisäinen"),
            ("vaarassa", "uhkaa myöhästyä"),
            ("ylitty*", "myöhässä"),
            ("asiakaspäällik*", "asiakkuuspäällikkö"),
            ("asiakasvastaav*", "asiakkuuspäällikkö"),
            ("tilanneraport*", "tilannekatsaus"),
            ("ota takaisin", "poista, kumoa"),
            ("otti takaisin", "poisti, kumosi"),
            ("otettu takaisin", "poistettu, kumottu"),
            ("postilaatik*", "sähköposti"),
            ("kasvot", "yhteyshenkilö"),
        ],
    ),
    (
        "sv",
        &[
            ("ta tillbaka", "ångra, ta bort, återställ"),
            ("tas tillbaka", "återställas"),
            ("tog tillbaka", "ångrade, tog bort, återställde"),
            ("tillbakatag*", "borttagen, ångrad"),
            ("håller tillsammans", "gemensam"),
            ("i förvar", "sparat"),
            ("i säkert förvar", "tryggt"),
            ("ljus*", "status"),
            ("kulisserna", "intern"),
            ("kreditnot*", "kreditfaktura"),
            ("organisationsnummer*", "FO-nummer"),
            ("vikari*", "ersättare, ersätter"),
            ("andra faktor*", "tvåstegsverifiering"),
            ("riskzon*", "risk för försening"),
            ("nått", "uppnått"),
            ("nådda", "uppnådda"),
            ("insläppt*", "inloggad"),
            ("släpper in", "loggar in"),
            ("kommer in", "loggar in"),
            ("komma in", "logga in"),
            ("kom in", "loggade in"),
            ("hand om", "ansvarar för"),
            ("inläst*", "importerad"),
            ("läs in", "importera"),
            ("läsas in", "importeras"),
            ("noter*", "registrera"),
            ("till början", "till startsidan"),
        ],
    ),
];

/// Where such a word is right.
const RIGHT: [&str; 6] =
    ["stands in.", "has this number", "keep working", "kirjaudu sisään", "kirjautunut sisään", "kirjautui sisään"];

/// Whether the text says the words, which may end in a star.
fn says(text: &str, words: &str) -> bool {
    let (words, is_whole) = words.strip_suffix('*').map_or((words, true), |begin| (begin, false));
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + words.len()..].chars().next();
        !(before.is_some_and(char::is_alphanumeric) || is_whole && behind.is_some_and(char::is_alphanumeric))
    })
}

/// What the lines of a language's files say, in small letters, each with its file and place.
fn lines(language: &str) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for file in files(&format!("app/words/{language}"), "ftl") {
        for (place, line) in text(&file).lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let said = if line.starts_with(|first: char| first.is_ascii_alphabetic()) { line.split_once('=') } else { None };
            let said = said.map_or(line, |(_, said)| said).to_lowercase();
            let said = said.split_whitespace().filter(|word| !word.starts_with('$')).collect::<Vec<_>>().join(" ");
            lines.push((format!("{}:{}", file.display(), place + 1), said));
        }
    }
    lines
}

#[test]
fn every_language_says_the_plain_word() {
    let mut wrong = Vec::new();
    for (language, instead) in INSTEAD {
        for (place, said) in lines(language) {
            let said = RIGHT.iter().fold(said, |said, right| said.replace(right, ""));
            let found = instead.iter().filter(|(banned, _)| says(&said, banned));
            wrong.extend(found.map(|(banned, better)| format!("{place}: not “{banned}” but: {better}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_banned_word_is_found_as_a_word_alone() {
    assert!(says("it stands here", "stands"));
    assert!(!says("two withstands", "stands") && !says("standstill", "stands"));
    assert!(says("valoineen", "valo*") && !says("arvalo", "valo*"));
}

/// Every Rust source but this test, without its comments.
fn code() -> Vec<(String, String)> {
    let own = rust().into_iter().filter(|file| !file.starts_with("server/tests"));
    own.map(|file| {
        let source = text(&file);
        let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        (file.display().to_string(), lines.collect::<Vec<_>>().join("\n"))
    })
    .collect()
}

/// The keys that the sources ask for with a literal: `say("key")`, `say_with("key", ..)`, `say!(words, "key", ..)`.
fn asked(source: &str) -> Vec<String> {
    let doors = ["say(", "say_with(", "say!("];
    let behind = doors.iter().flat_map(|door| source.split(door).skip(1).map(|rest| (*door, rest)));
    behind
        .filter_map(|(door, rest)| {
            let rest = if door == "say!(" { rest.split_once(',')?.1 } else { rest };
            let (key, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
            Some(key.to_owned())
        })
        .collect()
}

#[test]
fn the_three_languages_say_the_same_things() {
    let english = words("en");
    assert!(english.len() > 20, "the words are read wrongly: {english:?}");
    for language in LANGUAGES {
        let other = words(language);
        for (key, variables) in &english {
            let said = other.get(key).unwrap_or_else(|| panic!("{language} does not say {key}"));
            // A term stands in the case that its language asks for, but a message gets the same values everywhere.
            assert_eq!(said, variables, "{language}: {key} stands with other variables than in English");
        }
        let more: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(more.is_empty(), "{language} says what English does not: {more:?}");
    }
}

#[test]
fn every_word_that_is_asked_for_is_there() {
    let english = words("en");
    let code = code();
    let asked: Vec<_> = code.iter().flat_map(|(file, source)| asked(source).into_iter().map(move |key| (file, key))).collect();
    assert!(asked.len() > 20, "the sources fetch words in another way than this test knows");
    let missing: Vec<_> = asked.iter().filter(|(_, key)| !english.contains_key(key)).collect();
    assert!(missing.is_empty(), "no language has these: {missing:?}");
}

/// What stands before and behind the hole of each key that is put together: `say(&format!("{key}-title"))`.
fn patterns(sources: &str) -> Vec<(&str, &str)> {
    let templates = sources.split("&format!(\"").skip(1).filter_map(|rest| rest.split('"').next());
    templates.filter_map(|template| Some((template.split_once('{')?.0, template.rsplit_once('}')?.1))).collect()
}

/// A key may be chosen by a `match` and handed on, so any literal in the sources counts as use. So does a literal that
/// fills the hole of a key that is put together, and a reference from another message.
#[test]
fn every_word_that_is_there_is_used() {
    let sources: String = code().into_iter().map(|(_, source)| source).collect();
    let fluent: String = files("app/words/en", "ftl").iter().map(text).collect();
    let referred: BTreeSet<_> = fluent.split('{').skip(1).map(|reference| name_at_start(reference.trim_start())).collect();
    let patterns = patterns(&sources);
    let literal = |word: &str| sources.contains(&format!("\"{word}\""));
    let filled = |key: &str| {
        let holes = patterns.iter().filter_map(|(before, behind)| key.strip_prefix(before)?.strip_suffix(behind));
        holes.into_iter().any(literal)
    };
    let used = |key: &String| key.contains('.') || literal(key) || filled(key) || referred.contains(key);
    let unused: Vec<_> = words("en").into_keys().filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "nobody says these any more: {unused:?}");
}
