//! Numbers, rates of VAT, units and stretches of days, as people write them in tables of invoices.

use super::{Day, DayOrder, day_in_order, month, normal};
use crate::{
    exact::Exact,
    invoice::{Period, Vat},
};
use rust_decimal::Decimal;

/// A number with a decimal comma or point, with blanks, points, commas or apostrophes between thousands, perhaps with the sign
/// of the euro or the krona beside it. A single comma or point begins the decimals.
#[must_use]
pub fn number(text: &str) -> Option<Exact> {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '\u{2212}' | '\u{2013}' => '-',
            '\u{2019}' => '\'',
            _ if c.is_whitespace() => ' ',
            _ => c.to_ascii_lowercase(),
        })
        .collect();
    let bare = plain.trim().trim_start_matches('€').trim_end_matches('€').trim();
    let bare = ["eur", "sek", "kr"].iter().find_map(|unit| bare.strip_suffix(unit)).unwrap_or(bare).trim();
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", bare.strip_prefix('+').unwrap_or(bare)),
    };
    let (whole, fraction) = split_decimals(digits)?;
    format!("{sign}{}{fraction}", grouped(whole)?).parse().ok()
}

/// What stands before the decimals, and the decimals with a point before them.
fn split_decimals(digits: &str) -> Option<(&str, String)> {
    let count = |sign: char| digits.matches(sign).count();
    let last = digits.rfind([',', '.']);
    let Some(at) = last.filter(|at| digits.get(*at..=*at).is_some_and(|sign| digits.matches(sign).count() == 1)) else {
        // Several of one sign, and none of the other, stand between thousands.
        return (count(',') == 0 || count('.') == 0).then(|| (digits, String::new()));
    };
    let (whole, fraction) = (digits.get(..at)?, digits.get(at + 1..)?);
    let is_plain = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| (whole, format!(".{fraction}")))
}

/// The digits of a whole number, in threes where something is between them.
fn grouped(whole: &str) -> Option<String> {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return (!whole.is_empty()).then(|| whole.to_owned());
    };
    if !matches!(separator, ' ' | ',' | '.' | '\'') {
        return None;
    }
    let mut groups = whole.split(separator);
    let is_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| is_digits(first) && first.len() <= 3)?;
    let rest = groups.map(|group| Some(group).filter(|group| is_digits(group) && group.len() == 3));
    let rest = rest.collect::<Option<String>>()?;
    Some(format!("{first}{rest}"))
}

/// A rate of VAT in per cent, or a word for why there is none; nothing at all of it is the rate of zero.
#[must_use]
pub fn vat(text: &str) -> Option<Vat> {
    let untaxed = |category: &str, rate: Option<Exact>| Some(Vat { category: category.to_owned(), rate });
    let zero = || Some(Exact::from(Decimal::ZERO));
    let word = normal(text);
    match word.as_str() {
        "ae" | "reverse charge" | "kaannetty" | "kaannetty verovelvollisuus" | "omvand" | "omvand skattskyldighet" => {
            return untaxed("AE", zero());
        }
        "e" | "exempt" | "vat exempt" | "veroton" | "verosta vapautettu" | "momsfri" | "momsfritt" => {
            return untaxed("E", zero());
        }
        "k" | "intra community" | "yhteisomyynti" | "unionsintern" | "eu" => return untaxed("K", zero()),
        "g" | "export" | "vienti" => return untaxed("G", zero()),
        "o" | "outside" | "not subject to vat" | "ei alv" | "ei veroa" | "utan moms" | "ingen moms" => return untaxed("O", None),
        _ => {}
    }
    let rate = number(text.trim().trim_end_matches('%'))?.value().normalize();
    match rate {
        _ if rate.is_zero() => untaxed("Z", zero()),
        // Less than one is a share that lost its sign of per cent.
        _ if rate >= Decimal::ONE && rate <= Decimal::ONE_HUNDRED => untaxed("S", Some(Exact::from(rate))),
        _ => None,
    }
}

/// A code of UN/ECE Recommendation 20 for what people call a unit in Finland, Sweden and elsewhere.
#[must_use]
pub fn unit_code(text: &str) -> Option<&'static str> {
    Some(match text.to_lowercase().trim_end_matches('.') {
        "h" | "t" | "hour" | "hours" | "hrs" | "tunti" | "tuntia" | "tim" | "timme" | "timmar" => "HUR",
        "min" | "minute" | "minutes" | "minuutti" | "minuuttia" | "minut" | "minuter" => "MIN",
        "pv" | "pvä" | "day" | "days" | "päivä" | "päivää" | "dag" | "dagar" => "DAY",
        "kk" | "month" | "months" | "kuukausi" | "kuukautta" | "mån" | "månad" | "månader" => "MON",
        "kpl" | "kappale" | "item" | "st" | "pc" | "pcs" | "piece" | "pieces" | "stk" | "styck" => "C62",
        "kg" => "KGM",
        "l" => "LTR",
        "m" => "MTR",
        "km" => "KMT",
        "kwh" => "KWH",
        _ => return None,
    })
}

/// The code of a unit; what is known by no code stays as it is written.
#[must_use]
pub fn unit(text: &str) -> String {
    unit_code(text).map_or_else(|| text.to_owned(), str::to_owned)
}

/// What a line is for: a month, `1.10.2026–31.10.2026`, or a first and a last day, either of which may be open. None where
/// what is written is neither.
#[must_use]
pub fn period(from: Option<&str>, to: Option<&str>, order: Option<DayOrder>) -> Option<Period> {
    let day = |text: &str| match day_in_order(text.trim(), order) {
        Day::On(day) => Some(day),
        Day::Ambiguous | Day::Unknown => None,
    };
    let open = |text: Option<&str>| text.map_or(Some(None), |text| day(text).map(Some));
    let (Some(text), None) = (from, to) else {
        return Some(Period { from: open(from)?, to: open(to)? });
    };
    let halves = ["\u{2013}", "\u{2014}", "..", " - ", "/", "-"].iter().find_map(|between| {
        let (from, to) = text.split_once(between)?;
        Some(Period { from: Some(day(from)?), to: Some(day(to)?) })
    });
    halves.or_else(|| match day(text) {
        Some(day) => Some(Period { from: Some(day), to: None }),
        None => month(text).map(|first| Period { from: Some(first), to: Some(first.last_of_month()) }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_number_is_read_with_comma_or_point() {
        for (text, read) in [
            ("1234,50", "1234.50"),
            ("1 234,50", "1234.50"),
            ("1\u{a0}234,50 €", "1234.50"),
            ("1.234,50", "1234.50"),
            ("1,234.50", "1234.50"),
            ("1.234.567", "1234567"),
            ("-0,5", "-0.5"),
            ("\u{2212}12", "-12"),
            ("€ 7.00", "7.00"),
            ("94.5 EUR", "94.5"),
            ("1'000.25", "1000.25"),
            ("12 500", "12500"),
        ] {
            assert_eq!(number(text).map(|exact| exact.to_string()), Some(read.to_owned()), "{text}");
        }
        for text in ["", "-", "1,2,3", "1.2,3.4", "12 5", "1e3", "abc", "1,", ",", "12 h", "1 2345", "O12"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_rate_is_read_with_its_sign_or_as_a_word() {
        let rate = |text: &str| vat(text).map(|vat| (vat.category, vat.rate.map(|rate| rate.to_string())));
        let is = |category: &str, rate: Option<&str>| Some((category.to_owned(), rate.map(str::to_owned)));
        for text in ["25,5", "25.5 %", "25,50%"] {
            assert_eq!(rate(text), is("S", Some("25.5")), "{text}");
        }
        assert_eq!(
            (rate("0"), rate("0 %"), rate("Reverse charge")),
            (is("Z", Some("0")), is("Z", Some("0")), is("AE", Some("0")))
        );
        assert_eq!((rate("utan moms"), rate("0,255"), rate("255"), rate("perhaps")), (is("O", None), None, None, None));
    }

    #[test]
    fn a_period_is_a_month_or_a_stretch() {
        let october = Some(Period { from: Some(date(2026, 10, 1)), to: Some(date(2026, 10, 31)) });
        for text in [
            "2026-10",
            "10/2026",
            "1.10.2026-31.10.2026",
            "1.10.2026 – 31.10.2026",
            "2026-10-01/2026-10-31",
            "2026-10-01 - 2026-10-31",
        ] {
            assert_eq!(period(Some(text), None, None), october, "{text}");
        }
        assert_eq!(period(Some("1.10.2026"), Some("31.10.2026"), None), october);
        assert_eq!(period(Some("1.10.2026"), None, None), Some(Period { from: Some(date(2026, 10, 1)), to: None }));
        assert_eq!((period(Some("October"), None, None), period(Some("1.10.2026"), Some("soon"), None)), (None, None));
        assert_eq!((unit("kpl"), unit("Tim."), unit("pallet")), ("C62".to_owned(), "HUR".to_owned(), "pallet".to_owned()));
    }
}
