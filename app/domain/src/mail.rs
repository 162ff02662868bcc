//! Mail: what did not arrive, and when people want what can wait.

use jiff::{Timestamp, ToSpan, civil::Weekday, tz::TimeZone};

words! {
    /// Why a mail did not arrive.
    WhyUndelivered {
        /// A mail server said that it never will take it: most often there is no such mailbox.
        Refused = "refused",
        /// No mail server took it, however often that was tried.
        NotTaken = "not_taken",
        /// It was accepted first and came back.
        Bounced = "bounced",
    }
}

/// The most letters that are kept of what an email server said.
const SERVER_WORDS: usize = 300;

/// What an email server said, in one line of bounded length and without anybody's address; none where it said nothing.
#[must_use]
pub fn server_words(said: &str) -> Option<String> {
    let is_plain = |letter: &char| !letter.is_control();
    let words = said.split_whitespace().filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
    let words: String = words.chars().filter(is_plain).take(SERVER_WORDS).collect();
    (!words.is_empty()).then_some(words)
}

/// Why an email came back for good, as its delivery report says it (RFC 3464): the words of the first address that failed.
/// None where the report tells of a delay alone, or there is none.
#[must_use]
pub fn bounce_reason(report: &str) -> Option<String> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in report.lines() {
        match fields.last_mut() {
            // A long field goes on in lines that are set in.
            Some((_, value)) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => {
                let (name, value) = line.split_once(':').unwrap_or_default();
                fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
        }
    }
    let failed = fields.iter().position(|(name, value)| name == "action" && value.to_lowercase().starts_with("failed"))?;
    // The fields of one address are one block of lines, which ends where a line is empty.
    let first = fields[..failed].iter().rposition(|(name, _)| name.is_empty()).map_or(0, |at| at + 1);
    let length = fields[first..].iter().position(|(name, _)| name.is_empty()).unwrap_or(fields.len() - first);
    let block = &fields[first..first + length];
    let said = |wanted: &str| block.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let words = said("diagnostic-code").map(|code| code.split_once(';').map_or(code, |(_, words)| words));
    words.and_then(server_words).or_else(|| said("status").and_then(server_words))
}

words! {
    /// When somebody is told.
    Pace {
        /// Right away.
        AtOnce = "at_once",
        /// Together, once a day.
        Daily = "daily",
        /// Together, on Mondays.
        Weekly = "weekly",
    }
}

/// On which days of the week and at which hour somebody is emailed what waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailTimes {
    /// From 1, Monday, to 7; none for never.
    pub weekdays: Vec<i8>,
    /// From 0 to 23.
    pub hour: i8,
}

impl Default for MailTimes {
    /// Never; at seven, once days are chosen.
    fn default() -> Self {
        Self { weekdays: Vec::new(), hour: 7 }
    }
}

/// When the next one goes out behind a moment, in this time zone; none for never.
#[must_use]
pub fn next_today_mail(times: &MailTimes, time_zone: &str, behind: Timestamp) -> Option<Timestamp> {
    let local = behind.to_zoned(zone(time_zone));
    let mut day = local.date();
    // At most a week ahead.
    for _ in 0..=8 {
        let at = day.at(times.hour, 0, 0, 0).to_zoned(local.time_zone().clone()).ok()?.timestamp();
        if times.weekdays.contains(&day.weekday().to_monday_one_offset()) && at > behind {
            return Some(at);
        }
        day = day.checked_add(1.day()).ok()?;
    }
    None
}

/// The hours at whose beginning a night begins and ends, where nothing comes at night.
const NIGHT: (i8, i8) = (20, 7);

/// When the next digest goes out behind a moment, at an hour from 0 to 23 of this time zone; none where there are none.
#[must_use]
pub fn next_digest(pace: Pace, hour: i8, time_zone: &str, behind: Timestamp) -> Option<Timestamp> {
    let local = behind.to_zoned(zone(time_zone));
    let mut day = local.date();
    // At most a week ahead.
    for _ in 0..=8 {
        let fits = match pace {
            Pace::AtOnce => return None,
            Pace::Daily => true,
            Pace::Weekly => day.weekday() == Weekday::Monday,
        };
        let at = day.at(hour, 0, 0, 0).to_zoned(local.time_zone().clone()).ok()?.timestamp();
        if fits && at > behind {
            return Some(at);
        }
        day = day.checked_add(1.day()).ok()?;
    }
    None
}

/// When what is sent at a moment may come, where nothing comes at night: then, or when the night is over.
#[must_use]
pub fn behind_night(time_zone: &str, at: Timestamp) -> Timestamp {
    let local = at.to_zoned(zone(time_zone));
    let day = match local.hour() {
        hour if hour >= NIGHT.0 => local.date().checked_add(1.day()),
        hour if hour < NIGHT.1 => Ok(local.date()),
        _ => return at,
    };
    let morning = day.and_then(|day| day.at(NIGHT.1, 0, 0, 0).to_zoned(local.time_zone().clone()));
    morning.map_or(at, |morning| morning.timestamp())
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    const REPORT: &str = "Reporting-MTA: dns; mx.example\nArrival-Date: Mon, 16 Nov 2026\n\nFinal-Recipient: rfc822; anna@x.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n  no such user\n\n";

    #[test]
    fn the_report_of_a_bounce_says_why_in_the_words_of_the_server() {
        assert_eq!(bounce_reason(REPORT).as_deref(), Some("550 5.1.1 no such user"));
        assert_eq!(bounce_reason(&REPORT.replace('\n', "\r\n")).as_deref(), Some("550 5.1.1 no such user"));
        assert_eq!(bounce_reason(&REPORT.replace("Diagnostic-Code", "X-Other")).as_deref(), Some("5.1.1"));
        assert_eq!(bounce_reason(&REPORT.replace("failed", "delayed")), None, "it may still arrive");
        assert_eq!(bounce_reason("Your email did not arrive."), None);
        let other = format!("Action: delayed\nDiagnostic-Code: smtp; 451 later\n\n{REPORT}");
        assert_eq!(bounce_reason(&other).as_deref(), Some("550 5.1.1 no such user"), "of the address that failed");
    }

    #[test]
    fn what_a_server_says_is_one_line_of_bounded_length() {
        assert_eq!(server_words(" 550\r\n no\u{7}such\tuser ").as_deref(), Some("550 nosuch user"));
        assert_eq!(server_words(&"x".repeat(1000)).unwrap().len(), SERVER_WORDS);
        assert_eq!(server_words("\n "), None);
        let said = "550 5.1.1 <ben@x.example>: no such mailbox";
        assert_eq!(server_words(said).as_deref(), Some("550 5.1.1 no such mailbox"), "without an address");
    }

    #[test]
    fn a_digest_goes_out_at_the_hour_of_its_reader() {
        let next = |pace, hour, now| next_digest(pace, hour, "Europe/Helsinki", at(now)).map(|at| at.to_string());
        let monday = "2026-11-16T06:00:00Z";
        assert_eq!(next(Pace::Daily, 8, "2026-11-16T05:59:00Z").as_deref(), Some(monday));
        assert_eq!(next(Pace::Daily, 8, monday).as_deref(), Some("2026-11-17T06:00:00Z"));
        assert_eq!(next(Pace::Weekly, 8, "2026-11-10T05:00:00Z").as_deref(), Some(monday));
        assert_eq!(next(Pace::Weekly, 8, monday).as_deref(), Some("2026-11-23T06:00:00Z"));
        assert_eq!(next(Pace::AtOnce, 8, monday), None);
        // The hour that there is not on the night when clocks go ahead.
        assert_eq!(next(Pace::Daily, 3, "2027-03-28T00:00:00Z").as_deref(), Some("2027-03-28T01:00:00Z"));
    }

    #[test]
    fn what_waits_comes_on_the_chosen_days_at_the_hour_of_its_reader() {
        let next = |weekdays: &[i8], hour, now| {
            let times = MailTimes { weekdays: weekdays.to_vec(), hour };
            next_today_mail(&times, "Europe/Helsinki", at(now)).map(|at| at.to_string())
        };
        // A Monday, at seven and a minute.
        let monday = "2026-11-16T05:01:00Z";
        assert_eq!(next(&[1, 2, 3, 4, 5], 7, monday).as_deref(), Some("2026-11-17T05:00:00Z"));
        assert_eq!(next(&[1, 2, 3, 4, 5], 8, monday).as_deref(), Some("2026-11-16T06:00:00Z"));
        assert_eq!(next(&[1], 7, monday).as_deref(), Some("2026-11-23T05:00:00Z"));
        assert_eq!(next(&[7], 23, monday).as_deref(), Some("2026-11-22T21:00:00Z"));
        assert_eq!(next(&[], 7, monday), None);
    }

    #[test]
    fn what_is_sent_at_night_comes_in_the_morning() {
        let comes = |now| behind_night("Europe/Helsinki", at(now)).to_string();
        assert_eq!(comes("2026-11-16T18:00:00Z"), "2026-11-17T05:00:00Z");
        assert_eq!(comes("2026-11-16T04:59:00Z"), "2026-11-16T05:00:00Z");
        assert_eq!(comes("2026-11-16T05:00:00Z"), "2026-11-16T05:00:00Z");
        assert_eq!(comes("2026-11-16T17:59:00Z"), "2026-11-16T17:59:00Z");
    }
}
