//! Days, times, ages, numbers and sums as the reader writes them.

use super::Words;
use crate::say;
use coplan_domain::person::Language;
use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};

/// Between the digits of thousands and before a currency: a space where no line breaks.
const NARROW: &str = "\u{a0}";

/// Whole days from one date to another; negative where the other is before it.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Days from which on people count years.
const IN_YEARS: i64 = 400;

/// A time as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasted {
    /// Days; none and fewer too.
    Days(i64),
    /// Whole years.
    Years(i64),
}

impl Lasted {
    /// So many days as people count them.
    #[must_use]
    pub fn of(days: i64) -> Self {
        if days < IN_YEARS { Self::Days(days) } else { Self::Years(days / 365) }
    }
}

impl Words {
    /// The day at a moment, where the reader lives.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// A day as people say it: "4 December", with the year where it is not this day's.
    #[must_use]
    pub fn day(&self, date: Date, today: Date) -> String {
        let month = self.say(MONTHS[usize::from(date.month().unsigned_abs()) - 1]);
        let day = i64::from(date.day());
        if date.year() == today.year() {
            say!(self, "day-and-month", day = day, month = month)
        } else {
            say!(self, "day-month-year", day = day, month = month, year = date.year().to_string())
        }
    }

    /// A moment as people say it: "today at 14.05", "yesterday at ..", else the day and the time.
    #[must_use]
    pub fn moment(&self, at: Timestamp, now: Timestamp) -> String {
        let (date, today) = (self.day_of(at), self.day_of(now));
        let clock = self.clock(at);
        if date == today {
            say!(self, "today-at", time = clock)
        } else if today.yesterday().is_ok_and(|yesterday| yesterday == date) {
            say!(self, "yesterday-at", time = clock)
        } else {
            say!(self, "day-at", day = self.day(date, today), time = clock)
        }
    }

    /// What a browser calls itself, or that it does not.
    #[must_use]
    pub fn device(&self, label: &str) -> String {
        if label == "?" { self.say("device-unknown") } else { label.to_owned() }
    }

    pub(super) fn weekday(&self, date: Date) -> String {
        self.say(match date.weekday() {
            Weekday::Monday => "weekday-monday",
            Weekday::Tuesday => "weekday-tuesday",
            Weekday::Wednesday => "weekday-wednesday",
            Weekday::Thursday => "weekday-thursday",
            Weekday::Friday => "weekday-friday",
            Weekday::Saturday => "weekday-saturday",
            Weekday::Sunday => "weekday-sunday",
        })
    }

    /// A day that is over, as a label in a list: "Today", "Yesterday", within a week the weekday, else the day.
    #[must_use]
    pub fn past_day(&self, at: Timestamp, now: Timestamp) -> String {
        match self.days_since(at, now) {
            ..=0 => self.say("label-today"),
            1 => self.say("label-yesterday"),
            2..=6 => self.weekday(self.day_of(at)),
            _ => self.day(self.day_of(at), self.day_of(now)),
        }
    }

    /// A month in three or four letters, for the scale of a drawing.
    #[must_use]
    pub fn short_month(&self, date: Date) -> String {
        self.say(SHORT_MONTHS[usize::from(date.month().unsigned_abs()) - 1])
    }

    /// The time of day at a moment, where the reader lives.
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        let time = at.to_zoned(self.zone.clone()).time();
        let between = if self.language == Language::En { ':' } else { '.' };
        format!("{:02}{between}{:02}", time.hour(), time.minute())
    }

    /// How long something has waited: "new today", "1 day", "3 days", "2 years".
    #[must_use]
    pub fn age(&self, since: Timestamp, now: Timestamp) -> String {
        match Lasted::of(self.days_since(since, now)) {
            Lasted::Days(..=0) => say!(self, "age-new"),
            Lasted::Days(days) => say!(self, "age-days", days = days),
            Lasted::Years(years) => say!(self, "age-years", years = years),
        }
    }

    /// Nights between a moment and now, where the reader lives.
    #[must_use]
    pub fn days_since(&self, since: Timestamp, now: Timestamp) -> i64 {
        days_between(self.day_of(since), self.day_of(now))
    }

    /// How long work took, of so many minutes: "3 h 30 min".
    #[must_use]
    pub fn work_time(&self, minutes: i64) -> String {
        match (minutes / 60, minutes % 60) {
            (hours, 0) if hours != 0 => say!(self, "work-hours", hours = hours),
            (0, minutes) => say!(self, "work-minutes", minutes = minutes),
            (hours, minutes) => say!(self, "work-hours-minutes", hours = hours, minutes = minutes),
        }
    }

    /// An exact decimal with the reader's signs, with the digits it was written with.
    #[must_use]
    pub fn decimal(&self, written: &str) -> String {
        let (sign, rest) = written.strip_prefix('-').map_or(("", written), |rest| ("\u{2212}", rest));
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let (thousands, point) = match self.language {
            Language::En => (",", "."),
            Language::Fi | Language::Sv => (NARROW, ","),
        };
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push_str(thousands);
            }
            grouped.push(digit);
        }
        if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{point}{fraction}") }
    }

    /// A number that is in the reader's way already, as a percentage: "25.5%", "25,5 %".
    #[must_use]
    pub fn percent(&self, number: &str) -> String {
        let between = if self.language == Language::En { "" } else { NARROW };
        format!("{number}{between}%")
    }

    /// A sum of minor units: "8 412,60 €", "€8,412.60".
    #[must_use]
    pub fn money(&self, minor: i64, decimals: u32, currency: &str) -> String {
        let unit = 10_u64.pow(decimals);
        let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
        let written = if decimals == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{part:0width$}", width = usize::try_from(decimals).unwrap_or(2))
        };
        let sign = if minor < 0 { "-" } else { "" };
        self.with_currency(&self.decimal(&format!("{sign}{written}")), currency)
    }

    /// An amount that is in the reader's way already, with its currency where the reader puts it.
    #[must_use]
    pub fn with_currency(&self, amount: &str, currency: &str) -> String {
        let (sign, amount) = amount.strip_prefix('\u{2212}').map_or(("", amount), |amount| ("\u{2212}", amount));
        let symbol = match currency {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            "JPY" => "¥",
            other => other,
        };
        match self.language {
            Language::En if symbol != currency => format!("{sign}{symbol}{amount}"),
            Language::En | Language::Fi | Language::Sv => format!("{sign}{amount}{NARROW}{symbol}"),
        }
    }
}

pub(super) const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

const SHORT_MONTHS: [&str; 12] = [
    "short-month-january",
    "short-month-february",
    "short-month-march",
    "short-month-april",
    "short-month-may",
    "short-month-june",
    "short-month-july",
    "short-month-august",
    "short-month-september",
    "short-month-october",
    "short-month-november",
    "short-month-december",
];

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn words(language: Language) -> Words {
        Words::new(language, "Europe/Helsinki")
    }

    #[test]
    fn a_sum_is_written_in_the_readers_way() {
        assert_eq!(words(Language::Fi).money(841_260, 2, "EUR"), "8\u{a0}412,60\u{a0}€");
        assert_eq!(words(Language::Sv).money(-5, 2, "SEK"), "\u{2212}0,05\u{a0}SEK");
        assert_eq!(words(Language::En).money(123_456_789, 2, "EUR"), "€1,234,567.89");
        assert_eq!(words(Language::En).money(1500, 0, "JPY"), "¥1,500");
        assert_eq!(words(Language::En).money(i64::MIN, 2, "EUR"), "\u{2212}€92,233,720,368,547,758.08");
    }

    #[test]
    fn a_decimal_keeps_the_digits_that_were_written() {
        assert_eq!(words(Language::Fi).decimal("0.50"), "0,50");
        assert_eq!(words(Language::En).decimal("12345.125"), "12,345.125");
    }

    #[test]
    fn a_day_tells_its_year_only_where_it_is_another() {
        let today = date(2026, 11, 22);
        assert_eq!(words(Language::En).day(date(2026, 12, 4), today), "4 December");
        assert_eq!(words(Language::Fi).day(date(2027, 1, 4), today), "4. tammikuuta 2027");
        assert_eq!(words(Language::Sv).day(date(2026, 12, 4), today), "4 december");
    }

    #[test]
    fn a_day_in_a_list_is_named_as_people_name_it() {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let said = |at: &str| words(Language::En).past_day(at.parse().unwrap(), now);
        assert_eq!(said("2026-11-22T01:00:00Z"), "Today");
        assert_eq!(said("2026-11-21T21:00:00Z"), "Yesterday");
        assert_eq!(said("2026-11-19T10:00:00Z"), "Thursday");
        assert_eq!(said("2026-11-15T10:00:00Z"), "15 November");
    }

    #[test]
    fn an_age_counts_nights_where_the_reader_lives() {
        // 23.30 and 00.30 in Helsinki: one night between them, though only an hour.
        let (evening, night) = ("2026-11-21T21:30:00Z".parse().unwrap(), "2026-11-21T22:30:00Z".parse().unwrap());
        assert_eq!(words(Language::En).age(evening, night), "1 day");
        assert_eq!(words(Language::En).age(night, night), "new today");
    }

    #[test]
    fn what_lasts_long_is_counted_in_years() {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let said = |at: &str, language| words(language).age(at.parse().unwrap(), now);
        assert_eq!(said("2025-10-19T10:00:00Z", Language::En), "399 days");
        assert_eq!(said("2025-10-18T10:00:00Z", Language::En), "1 year");
        assert_eq!(said("2015-01-09T10:00:00Z", Language::Fi), "11 vuotta");
    }

    #[test]
    fn a_percentage_has_a_space_where_the_language_wants_one() {
        assert_eq!(words(Language::En).percent("25.5"), "25.5%");
        assert_eq!(words(Language::Fi).percent("25,5"), "25,5\u{a0}%");
        assert_eq!(words(Language::Sv).percent("25,5"), "25,5\u{a0}%");
    }
}
