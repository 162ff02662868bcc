//! Days in few letters, for drawings, lists and lines that hold much: "10 Dec", "Thu 10 Dec", "10.12.".

use super::Words;
use coplan_domain::person::Language;
use jiff::civil::{Date, Weekday};

impl Words {
    /// The day and the month: "10 Dec", "10.12.".
    #[must_use]
    pub fn short_day(&self, date: Date) -> String {
        match self.language {
            Language::Fi => format!("{}.{}.", date.day(), date.month()),
            Language::En | Language::Sv => format!("{} {}", date.day(), self.short_month(date)),
        }
    }

    /// The same with the year where it is not this day's: "10 Jan 2027", "10.1.2027".
    #[must_use]
    pub fn short_day_and_year(&self, date: Date, today: Date) -> String {
        let day = self.short_day(date);
        match self.language {
            _ if date.year() == today.year() => day,
            Language::Fi => format!("{day}{}", date.year()),
            Language::En | Language::Sv => format!("{day} {}", date.year()),
        }
    }

    /// The same behind its weekday: "Thu 10 Dec", "to 10.12.".
    #[must_use]
    pub fn short_weekday_and_day(&self, date: Date, today: Date) -> String {
        let weekday = self.say(match date.weekday() {
            Weekday::Monday => "short-weekday-monday",
            Weekday::Tuesday => "short-weekday-tuesday",
            Weekday::Wednesday => "short-weekday-wednesday",
            Weekday::Thursday => "short-weekday-thursday",
            Weekday::Friday => "short-weekday-friday",
            Weekday::Saturday => "short-weekday-saturday",
            Weekday::Sunday => "short-weekday-sunday",
        });
        format!("{weekday} {}", self.short_day_and_year(date, today))
    }

    /// The weekday as it is written within a sentence: "Thursday", "torstai", "torsdag".
    #[must_use]
    pub fn weekday_within(&self, date: Date) -> String {
        let weekday = self.weekday(date);
        if self.language == Language::En { weekday } else { weekday.to_lowercase() }
    }

    /// The name of a month by itself: "December", "joulukuu".
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        let month = self.say(super::format::MONTHS[usize::from(date.month().unsigned_abs()) - 1]);
        // Finnish months are kept as a day asks for them: "4. joulukuuta".
        if self.language == Language::Fi { month.trim_end_matches("ta").to_owned() } else { month }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_short_in_the_readers_way() {
        let (day, today) = (date(2027, 1, 7), date(2026, 11, 29));
        let said = |language| Words::new(language, "Europe/Helsinki").short_weekday_and_day(day, today);
        assert_eq!([Language::En, Language::Fi, Language::Sv].map(said), ["Thu 7 Jan 2027", "to 7.1.2027", "tors 7 jan 2027"]);
    }

    #[test]
    fn a_month_by_itself_is_in_no_case() {
        let months = (1..=12).map(|month| Words::new(Language::Fi, "UTC").month(date(2026, month, 1))).collect::<Vec<_>>();
        assert!(months.iter().all(|month| month.ends_with("kuu")), "{months:?}");
    }
}
