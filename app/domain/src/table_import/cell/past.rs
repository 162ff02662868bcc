//! How things went and when they were said, as tables of the time before write it.

use super::{is_one_of, normal};
use crate::plan::Light;
use jiff::civil::Time;

/// How a project went, by its word or its colour.
#[must_use]
pub fn light(text: &str) -> Option<Light> {
    let word = normal(text).replace(' ', "_");
    if is_one_of(&word, "on_track green ok good g aikataulussa vihrea sujuu hyva enligt_plan i_fas gron bra pa_vag") {
        Some(Light::OnTrack)
    } else if is_one_of(
        &word,
        "at_risk yellow amber risk a y uhkaa_myohastya keltainen riski vaarassa risk_for_forsening gul i_fara",
    ) {
        Some(Light::AtRisk)
    } else if is_one_of(&word, "late red delayed overdue r myohassa punainen forsenad sen rod") {
        Some(Light::Late)
    } else if is_one_of(&word, "done complete completed finished closed ready valmis paattynyt klar klart avslutad fardig") {
        Some(Light::Done)
    } else {
        None
    }
}

/// The time of day that is written behind a day: `1.10.2026 14.05`, `2026-10-01T14:05:00`, `kl. 14.05` and `klo 14.05`.
#[must_use]
pub fn time_of_day(text: &str) -> Option<Time> {
    let (_, behind) = text.trim().split_once([' ', 'T', '\u{a0}'])?;
    let behind = behind.trim_start_matches(|c: char| !c.is_ascii_digit());
    let written = behind.split(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).next()?;
    let mut parts = written.split([':', '.']).map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().flatten().unwrap_or(0);
    Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn a_light_is_known_by_its_word_or_its_colour() {
        assert_eq!(
            (light("Green"), light("Uhkaa myöhästyä"), light("röd"), light("Done")),
            (Some(Light::OnTrack), Some(Light::AtRisk), Some(Light::Late), Some(Light::Done))
        );
        assert_eq!((light("blue"), light("")), (None, None));
        for known in Light::ALL {
            assert_eq!(light(known.as_str()), Some(*known));
        }
    }

    #[test]
    fn a_time_is_read_behind_its_day() {
        let five_past_two = Some(time(14, 5, 0, 0));
        for text in ["1.10.2026 14.05", "2026-10-01T14:05:00Z", "2026-10-01 14:05", "1.10.2026 klo 14.05", "1.10.2026 kl. 14.05"]
        {
            assert_eq!(time_of_day(text), five_past_two, "{text}");
        }
        assert_eq!((time_of_day("1.10.2026"), time_of_day("1.10.2026 25:00"), time_of_day("1.10.2026 noon")), (None, None, None));
    }
}
