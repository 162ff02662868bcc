//! Quantities with their units as people say them, from the codes of UN/ECE Recommendations 20 and 21.

use super::sums::number;
use crate::{say, words::Words};
use coplan_domain::exact::Exact;

/// A quantity with its unit.
pub fn quantity(words: &Words, quantity: &Exact, unit: Option<&str>) -> String {
    let written = number(words, quantity);
    match unit {
        None => written,
        Some("P1") => words.percent(&written),
        Some(code) => {
            // People count by ones and by others, whatever stands behind the point.
            let n = if quantity.value() == 1.into() { 1 } else { 2 };
            let unit = symbol(code).map_or_else(|| word(words, code, n), str::to_owned);
            format!("{written}\u{a0}{unit}")
        }
    }
}

/// What is written alike in every language.
fn symbol(code: &str) -> Option<&'static str> {
    Some(match code {
        "KGM" => "kg",
        "GRM" => "g",
        "MGM" => "mg",
        "TNE" => "t",
        "LTR" => "l",
        "DLT" => "dl",
        "MLT" => "ml",
        "MTR" => "m",
        "KMT" => "km",
        "CMT" => "cm",
        "MMT" => "mm",
        "MTK" => "m²",
        "MTQ" => "m³",
        "WHR" => "Wh",
        "KWH" => "kWh",
        "MWH" => "MWh",
        "GWH" => "GWh",
        "KWT" => "kW",
        "SEC" => "s",
        "AD" => "B",
        "2P" => "kB",
        "4L" => "MB",
        "E34" => "GB",
        "E35" => "TB",
        "E36" => "PB",
        _ => return None,
    })
}

fn word(words: &Words, code: &str, n: i64) -> String {
    match code {
        "HUR" => say!(words, "unit-hour"),
        "MIN" => say!(words, "unit-minute"),
        "DAY" => say!(words, "unit-day"),
        "E49" => say!(words, "unit-working-day", n = n),
        "WEE" => say!(words, "unit-week"),
        "MON" => say!(words, "unit-month"),
        "QAN" => say!(words, "unit-quarter", n = n),
        "ANN" => say!(words, "unit-year"),
        "C62" | "EA" | "H87" | "NAR" | "PCE" | "XPP" => say!(words, "unit-piece"),
        "SET" => say!(words, "unit-set", n = n),
        "PR" => say!(words, "unit-pair", n = n),
        "DZN" => say!(words, "unit-dozen", n = n),
        "NMP" | "XPA" | "XPK" => say!(words, "unit-package", n = n),
        "XBX" | "XCT" => say!(words, "unit-box", n = n),
        "XBG" => say!(words, "unit-bag", n = n),
        "XBO" => say!(words, "unit-bottle", n = n),
        "XPX" => say!(words, "unit-pallet", n = n),
        "XRO" => say!(words, "unit-roll", n = n),
        "HEA" | "IE" => say!(words, "unit-person", n = n),
        "E51" => say!(words, "unit-job", n = n),
        "LS" => say!(words, "unit-lump-sum", n = n),
        other => say!(words, "unit-other", code = other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;

    fn said(language: Language, written: &str, code: &str) -> String {
        quantity(&Words::new(language, "Europe/Helsinki"), &written.parse().unwrap(), Some(code)).replace('\u{a0}', " ")
    }

    #[test]
    fn a_unit_is_said_as_people_say_it() {
        assert_eq!(said(Language::En, "1.20", "E35"), "1.20 TB");
        assert_eq!(said(Language::Fi, "1.20", "E34"), "1,20 GB");
        assert_eq!(said(Language::Sv, "3", "C62"), "3 st");
        assert_eq!(said(Language::En, "40", "P1"), "40%");
    }

    #[test]
    fn one_is_counted_otherwise_than_several() {
        assert_eq!((said(Language::En, "1.0", "SET"), said(Language::En, "1.5", "SET")), ("1.0 set".into(), "1.5 sets".into()));
        assert_eq!((said(Language::Fi, "1", "PR"), said(Language::Fi, "2", "PR")), ("1 pari".into(), "2 paria".into()));
    }

    #[test]
    fn a_code_that_nobody_knows_is_called_a_unit() {
        assert_eq!(said(Language::En, "2", "4K"), "2 unit 4K");
        assert_eq!(said(Language::Fi, "2", "4K"), "2 yksikkö 4K");
        assert_eq!(said(Language::Sv, "2", "4K"), "2 enhet 4K");
    }
}
