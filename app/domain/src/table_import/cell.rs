//! What is meant by the word in a cell, in English, Finnish and Swedish.

mod figure;
mod past;

pub use figure::{number, period, unit, unit_code, vat};
pub use past::{light, time_of_day};

use super::normal;
use crate::{
    person::{Language, Scope, Side},
    plan::Stage,
    work::{Charge, NotAWorkTime, WorkTime},
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
    day_in_order(text, None)
}

/// Which comes first where the year is last and slashes or dashes stand between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// `24/12/2026`.
    DayFirst,
    /// `12/24/2026`.
    MonthFirst,
}

/// How the days of one column are written, where one of them tells and none tells otherwise.
#[must_use]
pub fn order<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<DayOrder> {
    let told = texts.into_iter().filter_map(|text| {
        let text = text.split_whitespace().next()?;
        let (first, rest) = text.split_once(['/', '-'])?;
        let (second, _) = rest.split_once(['/', '-'])?;
        let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
        match (first > 12, second > 12) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    });
    let mut told = told.collect::<Vec<_>>();
    told.dedup();
    <[DayOrder; 1]>::try_from(told).ok().map(|[only]| only)
}

/// A day, where it is known which of two numbers comes first.
#[must_use]
pub fn day_in_order(text: &str, order: Option<DayOrder>) -> Day {
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
        _ => match order {
            Some(DayOrder::DayFirst) => on(c, b, a),
            Some(DayOrder::MonthFirst) => on(c, a, b),
            None => Day::Ambiguous,
        },
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

/// How long something took: `1:30`, `01:30:00`, `1 h 30 min`; a bare number is hours.
///
/// # Errors
/// [`NotAWorkTime`] for what is less than a minute, more than a day or no time.
pub fn work_time(text: &str) -> Result<WorkTime, NotAWorkTime> {
    let text = text.trim();
    if let [hours, minutes, seconds] = text.split(':').collect::<Vec<_>>().as_slice() {
        let number = |text: &str| text.parse::<u16>().map(i64::from).map_err(|_| NotAWorkTime);
        let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(seconds)?);
        if minutes > 59 || seconds > 59 {
            return Err(NotAWorkTime);
        }
        return WorkTime::new(hours * 60 + minutes + i64::from(seconds >= 30));
    }
    let is_bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if is_bare { format!("{text} h").parse() } else { text.parse() }
}

/// The first day of a month as spreadsheets write it: `2026-10`, `10/2026`, `10.2026`, or any day of it.
#[must_use]
pub fn month(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Day::On(day) = day(text) {
        return Some(day.first_of_month());
    }
    let (first, second) = text.split_once(['-', '/', '.'])?;
    let number = |text: &str| text.parse::<i16>().ok();
    let (first, second) = (number(first)?, number(second)?);
    let (year, month) = if first > 12 { (first, second) } else { (second, first) };
    let month = i8::try_from(month).ok()?;
    Date::new(year, month, 1).ok().filter(|day| (1900..3000).contains(&day.year()))
}

/// Whether work is charged, by a yes or no or by why it is not. A no says no reason; what is neither charged nor given is
/// included in something else.
#[must_use]
pub fn charge(text: &str) -> Option<Charge> {
    let word = normal(text);
    if is_one_of(&word, "included fixed sisaltyy ingar") {
        Some(Charge::Included)
    } else if is_one_of(&word, "warranty takuu garanti") {
        Some(Charge::Warranty)
    } else if is_one_of(&word, "goodwill hyvantahdoneleena kulans") {
        Some(Charge::Goodwill)
    } else if is_one_of(&word, "billable charged laskutettava debiterbar") {
        Some(Charge::Charged)
    } else {
        yes(text).map(|is_charged| if is_charged { Charge::Charged } else { Charge::Included })
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
    fn one_clear_day_tells_how_the_others_of_its_column_are_written() {
        assert_eq!(order(["4/12/2026", "24/12/2026"]), Some(DayOrder::DayFirst));
        assert_eq!(order(["4/12/2026", "12/24/2026", "11/30/2026"]), Some(DayOrder::MonthFirst));
        assert_eq!((order(["4/12/2026"]), order(["24/12/2026", "12/24/2026"]), order(["2026-12-24"])), (None, None, None));
        assert_eq!(day_in_order("4/12/2026", Some(DayOrder::DayFirst)), Day::On(date(2026, 12, 4)));
        assert_eq!(day_in_order("4/12/2026", Some(DayOrder::MonthFirst)), Day::On(date(2026, 4, 12)));
    }

    #[test]
    fn time_is_read_as_tools_write_it() {
        let minutes = |text: &str| work_time(text).map(WorkTime::minutes).ok();
        for text in ["01:30:00", "1:30", "1.5", "1,50", "1 h 30 min", "01:29:40"] {
            assert_eq!(minutes(text), Some(90), "{text}");
        }
        assert_eq!((minutes("14"), minutes("0.25"), minutes("0:00:31")), (Some(840), Some(15), Some(1)));
        for text in ["", "0", "0:00:10", "25", "1:2:3:4", "1:60:00", "soon"] {
            assert_eq!(minutes(text), None, "{text}");
        }
        assert_eq!(
            (charge("Yes"), charge("No"), charge("takuu")),
            (Some(Charge::Charged), Some(Charge::Included), Some(Charge::Warranty))
        );
        assert_eq!(charge("perhaps"), None);
    }

    #[test]
    fn a_month_is_read_as_spreadsheets_write_it() {
        for text in ["2026-10", "10/2026", "10.2026", "2026-10-17", "17.10.2026", " 2026/10 "] {
            assert_eq!(month(text), Some(date(2026, 10, 1)), "{text}");
        }
        assert_eq!((month("October"), month("13/2026"), month("")), (None, None, None));
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
