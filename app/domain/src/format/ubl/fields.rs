//! From elements to values: each field with its business term, so that an error can name it.

use super::{MAX_KEY, MAX_TEXT};
use crate::{
    exact::Exact,
    format::{Spot, UnreadableInvoice, excerpt, xml::Element},
    invoice::Identifier,
    money::{Currency, Money, MoneyError},
};
use jiff::civil::Date;

type Parsed<T> = Result<T, UnreadableInvoice>;

/// The most minor units that an amount can be: all the lines that a document can have still add up, and so do the
/// invoices of a customer.
const MOST: i64 = 100_000_000_000_000;

/// A part of the document whose fields are being read.
#[derive(Clone, Copy)]
pub(super) struct Fields<'e> {
    /// The part.
    pub(super) part: &'e Element,
    /// What an error calls the invoice line that the part belongs to.
    line: Option<&'e str>,
}

impl<'e> Fields<'e> {
    /// Fields of the header.
    pub(super) const fn of(part: &'e Element) -> Self {
        Self { part, line: None }
    }

    /// Fields of an invoice line.
    pub(super) const fn of_line(part: &'e Element, line: &'e str) -> Self {
        Self { part, line: Some(line) }
    }

    /// Fields of each part of this name inside.
    pub(super) fn each(self, name: &'static str) -> impl Iterator<Item = Self> {
        self.part.all(name).map(move |part| Self { part, ..self })
    }

    /// Fields of the first part down this path.
    pub(super) fn inside(self, path: &[&str]) -> Option<Self> {
        Some(Self { part: self.part.first(path)?, ..self })
    }

    /// What is found first in the parts of this name inside; the first part need not have it.
    pub(super) fn first<T>(self, name: &'static str, read: impl Fn(Self) -> Parsed<Option<T>>) -> Parsed<Option<T>> {
        self.each(name).find_map(|part| read(part).transpose()).transpose()
    }

    /// Where an error would be.
    pub(super) fn spot(self, term: &'static str) -> Spot {
        Spot { term, line: self.line.map(excerpt) }
    }

    /// The value, or the error that it is missing.
    pub(super) fn need<T>(self, term: &'static str, value: Option<T>) -> Parsed<T> {
        value.ok_or_else(|| UnreadableInvoice::Missing { at: self.spot(term) })
    }

    pub(super) fn text(self, term: &'static str, path: &[&str]) -> Parsed<Option<String>> {
        self.bounded(term, path, MAX_TEXT)
    }

    /// What something is found by, such as a number.
    pub(super) fn key(self, term: &'static str, path: &[&str]) -> Parsed<Option<String>> {
        self.bounded(term, path, MAX_KEY)
    }

    fn bounded(self, term: &'static str, path: &[&str], limit: usize) -> Parsed<Option<String>> {
        match self.raw(path) {
            Some((_, text)) if text.chars().nth(limit).is_some() => {
                Err(UnreadableInvoice::TextTooLong { at: self.spot(term), limit })
            }
            found => Ok(found.map(|(_, text)| text.to_owned())),
        }
    }

    pub(super) fn identifier(self, term: &'static str, path: &[&str]) -> Parsed<Option<Identifier>> {
        let scheme = self.part.first(path).and_then(|element| element.attribute("schemeID")).map(excerpt);
        Ok(self.key(term, path)?.map(|value| Identifier { value, scheme }))
    }

    pub(super) fn number(self, term: &'static str, path: &[&str]) -> Parsed<Option<Exact>> {
        let Some((_, text)) = self.raw(path) else { return Ok(None) };
        let wrong = |_| UnreadableInvoice::BadNumber { at: self.spot(term), written: excerpt(text) };
        text.parse().map(Some).map_err(wrong)
    }

    pub(super) fn date(self, term: &'static str, path: &[&str]) -> Parsed<Option<Date>> {
        let Some((_, text)) = self.raw(path) else { return Ok(None) };
        let wrong = || UnreadableInvoice::BadDate { at: self.spot(term), written: excerpt(text) };
        date(text).map(Some).ok_or_else(wrong)
    }

    /// An amount in the invoice's currency. One that names no currency is taken to be in it.
    pub(super) fn amount(self, term: &'static str, path: &[&str], currency: Currency) -> Parsed<Option<Money>> {
        let Some((element, text)) = self.raw(path) else { return Ok(None) };
        match element.attribute("currencyID") {
            Some(found) if found != currency.code() => {
                Err(UnreadableInvoice::OtherCurrency { at: self.spot(term), found: excerpt(found), currency })
            }
            _ => self.money(term, text, currency).map(Some),
        }
    }

    /// An amount as written, in a currency.
    pub(super) fn money(self, term: &'static str, text: &str, currency: Currency) -> Parsed<Money> {
        let (at, written) = (self.spot(term), excerpt(text));
        let Ok(exact) = text.parse::<Exact>() else {
            return Err(UnreadableInvoice::BadNumber { at, written });
        };
        match Money::from_exact(&exact, currency) {
            Ok(money) if (-MOST..=MOST).contains(&money.minor()) => Ok(money),
            Err(MoneyError::TooManyDecimals { .. }) => Err(UnreadableInvoice::TooManyDecimals { at, written, currency }),
            Ok(_) | Err(_) => Err(UnreadableInvoice::AmountTooLarge { at, written }),
        }
    }

    /// A currency code as written.
    pub(super) fn currency(self, term: &'static str, text: &str) -> Parsed<Currency> {
        text.parse().map_err(|_| UnreadableInvoice::UnknownCurrency { at: self.spot(term), written: excerpt(text) })
    }

    fn raw(self, path: &[&str]) -> Option<(&'e Element, &'e str)> {
        let element = self.part.first(path)?;
        Some((element, element.trimmed()?))
    }
}

/// `YYYY-MM-DD`; XML Schema lets a time zone follow (`Z`, `+02:00`), which says nothing about the day.
fn date(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    let zoned = |zone: &str| zone.len() == 6 && zone.starts_with(['+', '-']) && zone.as_bytes().get(3) == Some(&b':');
    let mut parts = day.split('-');
    let mut part = |length: usize| {
        let part = parts.next().filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<i16>().ok()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (zone.is_empty() || zone == "Z" || zoned(zone)).then_some(day)
}
