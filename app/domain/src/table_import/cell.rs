//! What is meant by the word in a cell, in English, Finnish and Swedish.

use super::normal;
use crate::{
    person::{Language, Scope, Side},
    plan::Stage,
};
use jiff::civil::Date;

/// What a day in a cell turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// This day.
    On(Date),
    /// Two days could be meant, as with `4/12/2026`.
    Ambiguous,
    /// No way to write a day that is known.
    Unknown,
}

/// A day as spreadsheets write it: `2026-12-04`, `4.12.2026`, `4.12.26`, `2026/12/04`; with slashes and the year last only
/// where day and month cannot be taken for each other. A time of day behind it is left out.
#[must_use]
pub fn day(text: &str) -> Day {
    let text = text.split_whitespace().next().unwrap_or_default();
    let text = text.split_once('T').map_or(text, |(day, _)| day).trim_end_matches('.');
    let Some(separator) = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '-' | '/')) else {
        return Day::Unknown;
    };
    let parts: Vec<_> = text.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return Day::Unknown };
    let numbers = [first, second, third].map(|part| part.parse::<i16>().ok().filter(|_| part.len() <= 4));
    let [Some(a), Some(b), Some(c)] = numbers else { return Day::Unknown };
    let on = |year: i16, month: i16, day: i16| {
        let year = if (0..100).contains(&year) { year + 2000 } else { year };
        let (month, day) = (i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
        Date::new(year, month, day).ok().filter(|day| (1900..3000).contains(&day.year())).map_or(Day::Unknown, Day::On)
    };
    match separator {
        _ if first.len() == 4 => on(a, b, c),
        '.' => on(c, b, a),
        _ if a > 12 => on(c, b, a),
        _ if b > 12 => on(c, a, b),
        _ if a == b => on(c, a, b),
        _ => Day::Ambiguous,
    }
}

fn is_one_of(word: &str, of: &str) -> bool {
    of.split(' ').any(|known| known == word)
}

/// Yes or no; none for another word.
#[must_use]
pub fn yes(text: &str) -> Option<bool> {
    let word = normal(text);
    if is_one_of(&word, "yes y x true 1 ok kylla k on ja j sant tosi") {
        Some(true)
    } else if is_one_of(&word, "no n false 0 ei e nej falskt epatosi") || matches!(text.trim(), "-" | "–") {
        Some(false)
    } else {
        None
    }
}

/// A language by its code or its name.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    let word = normal(text);
    let word = word.split(' ').next().unwrap_or_default();
    if is_one_of(word, "en eng english englanti engelska uk gb") {
        Some(Language::En)
    } else if is_one_of(word, "fi fin finnish suomi finska") {
        Some(Language::Fi)
    } else if is_one_of(word, "sv swe se swedish ruotsi svenska") {
        Some(Language::Sv)
    } else {
        None
    }
}

/// What a person may see, as words with commas, semicolons or line breaks between them.
///
/// # Errors
/// The first word that is not known.
pub fn scopes(text: &str) -> Result<Vec<Scope>, String> {
    let mut found = Vec::new();
    for word in text.split([',', ';', '/', '+', '&', '|', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
        match normal(word).as_str() {
            "all" | "everything" | "kaikki" | "allt" | "alla" => found.extend(Scope::ALL),
            "plan" | "plans" | "suunnitelma" | "planen" => found.push(Scope::Plan),
            "money" | "invoices" | "invoice" | "sums" | "billing" | "raha" | "rahat" | "laskut" | "summat" | "talous"
            | "pengar" | "ekonomi" | "fakturor" | "belopp" => found.push(Scope::Money),
            "discussion" | "discussions" | "messages" | "keskustelu" | "keskustelut" | "viestit" | "diskussion"
            | "diskussioner" | "meddelanden" => found.push(Scope::Discussion),
            "meeting" | "meetings" | "kokous" | "kokoukset" | "mote" | "moten" => found.push(Scope::Meetings),
            "people" | "persons" | "contacts" | "henkilot" | "ihmiset" | "yhteyshenkilot" | "personer" | "kontakter" => {
                found.push(Scope::People);
            }
            _ => return Err(word.to_owned()),
        }
    }
    Ok(found)
}

/// Who does something; none for a word that is neither side's.
#[must_use]
pub fn side(text: &str) -> Option<Side> {
    let word = normal(text);
    if is_one_of(&word, "customer client you asiakas te kund kunden ni") {
        Some(Side::Customer)
    } else if is_one_of(&word, "supplier us we toimittaja me leverantor leverantoren vi") {
        Some(Side::Supplier)
    } else {
        None
    }
}

/// Who sees something; none for a word that does not say.
#[must_use]
pub fn stage(text: &str) -> Option<Stage> {
    let word = normal(text);
    if is_one_of(&word, "internal hidden sisainen intern") {
        return Some(Stage::Backstage);
    }
    if is_one_of(&word, "visible shown customer nakyy asiakas synlig kund") {
        return Some(Stage::Onstage);
    }
    yes(text).map(|seen| if seen { Stage::Onstage } else { Stage::Backstage })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_as_spreadsheets_write_it() {
        let fourth = Day::On(date(2026, 12, 4));
        for text in ["2026-12-04", "4.12.2026", "04.12.26", "2026/12/04", "2026-12-04T00:00:00", "4.12.2026 0:00"] {
            assert_eq!(day(text), fourth, "{text}");
        }
        assert_eq!((day("24/12/2026"), day("12/24/2026")), (Day::On(date(2026, 12, 24)), Day::On(date(2026, 12, 24))));
        assert_eq!((day("4/12/2026"), day("12/4/2026"), day("4-12-2026")), (Day::Ambiguous, Day::Ambiguous, Day::Ambiguous));
        for text in ["", "soon", "31.2.2026", "46360", "12.2026", "1.2.3.4", "-1.2.2026"] {
            assert_eq!(day(text), Day::Unknown, "{text}");
        }
    }

    #[test]
    fn words_are_known_in_three_languages() {
        assert_eq!((yes("X"), yes("Ei"), yes("kyllä"), yes("perhaps")), (Some(true), Some(false), Some(true), None));
        assert_eq!((language("Suomi"), language("sv-FI"), language("Klingon")), (Some(Language::Fi), Some(Language::Sv), None));
        assert_eq!(scopes("Plan, laskut; Möten"), Ok(vec![Scope::Plan, Scope::Money, Scope::Meetings]));
        assert_eq!(scopes("plan, cake"), Err("cake".to_owned()));
        assert_eq!((side("Asiakas"), side("vi"), side("Bob")), (Some(Side::Customer), Some(Side::Supplier), None));
        assert_eq!(
            (stage("internal"), stage("yes"), stage("ei")),
            (Some(Stage::Backstage), Some(Stage::Onstage), Some(Stage::Backstage))
        );
    }
}
