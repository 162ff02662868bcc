//! From elements to values: each field with its business term, so that an error can name it.

use super::{MAX_KEY, MAX_TEXT};
use crate::{
    exact::Exact,
    format::{Spot, UnreadableInvoice, excerpt, xml::Element},
    invoice::{FinerAmount, Identifier},
    money::{Currency, Money, MoneyError},
};
use jiff::civil::Date;
use std::cell::RefCell;

type Parsed<T> = Result<T, UnreadableInvoice>;

/// The most minor units that an amount can be: all the lines that a document can have still add up, and so do the
/// invoices of a customer.
const MOST: i64 = 100_000_000_000_000;

/// A text, and the currency that it names where it is an amount.
type Value<'a> = (&'a str, Option<&'a str>);

/// A part of the document whose fields are being read.
#[derive(Clone, Copy)]
pub(super) struct Fields<'e> {
    /// The part.
    pub(super) part: &'e Element,
    /// What an error calls the invoice line that the part belongs to.
    line: Option<&'e str>,
    /// Where amounts are noted that are finer than their currency.
    finer: &'e RefCell<Vec<FinerAmount>>,
}

impl<'e> Fields<'e> {
    /// Fields of the header.
    pub(super) const fn of(part: &'e Element, finer: &'e RefCell<Vec<FinerAmount>>) -> Self {
        Self { part, line: None, finer }
    }

    /// The same fields as those of an invoice line.
    pub(super) const fn of_line(self, line: &'e str) -> Self {
        Self { line: Some(line), ..self }
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

    /// Refuses a second part that is not like the first where the form has one of the name: which of the two is meant is
    /// not for us to say.
    pub(super) fn once(self, term: &'static str, name: &str) -> Parsed<()> {
        let mut parts = self.part.all(name);
        let first = parts.next();
        if parts.any(|part| Some(part) != first) { Err(self.twice(term)) } else { Ok(()) }
    }

    /// The error that something is stated twice.
    pub(super) fn twice(self, term: &'static str) -> UnreadableInvoice {
        UnreadableInvoice::StatedTwice { at: self.spot(term) }
    }

    pub(super) fn text(self, term: &'static str, path: &[&str]) -> Parsed<Option<String>> {
        self.bounded(term, path, MAX_TEXT)
    }

    /// Every text of this name inside, each on lines of its own.
    pub(super) fn texts(self, term: &'static str, name: &'static str) -> Parsed<Option<String>> {
        let each = self.each(name).filter_map(|part| part.text(term, &[]).transpose());
        let all = each.collect::<Parsed<Vec<_>>>()?.join("\n");
        match all.chars().nth(MAX_TEXT) {
            Some(_) => Err(UnreadableInvoice::TextTooLong { at: self.spot(term), limit: MAX_TEXT }),
            None => Ok(Some(all).filter(|all| !all.is_empty())),
        }
    }

    /// What something is found by, such as a number.
    pub(super) fn key(self, term: &'static str, path: &[&str]) -> Parsed<Option<String>> {
        self.single(term, path, |one, other| one == other)?;
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
        self.single(term, path, is_same_number)?;
        let Some((_, text)) = self.raw(path) else { return Ok(None) };
        let wrong = |_| UnreadableInvoice::BadNumber { at: self.spot(term), written: excerpt(text) };
        text.parse().map(Some).map_err(wrong)
    }

    pub(super) fn date(self, term: &'static str, path: &[&str]) -> Parsed<Option<Date>> {
        self.single(term, path, |one, other| one == other)?;
        let Some((_, text)) = self.raw(path) else { return Ok(None) };
        let wrong = || UnreadableInvoice::BadDate { at: self.spot(term), written: excerpt(text) };
        date(text).map(Some).ok_or_else(wrong)
    }

    /// An amount in the invoice's currency; one finer than that is rounded half up, and noted. One that names no currency
    /// is taken to be in it.
    pub(super) fn amount(self, term: &'static str, path: &[&str], currency: Currency) -> Parsed<Option<Money>> {
        self.single(term, path, is_same_number)?;
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
        let (counted, is_finer) = match Money::from_exact(&exact, currency) {
            Err(MoneyError::TooManyDecimals { .. }) => (Money::round_half_up(exact.value(), currency), true),
            counted => (counted, false),
        };
        let Some(money) = counted.ok().filter(|money| (-MOST..=MOST).contains(&money.minor())) else {
            return Err(UnreadableInvoice::AmountTooLarge { at, written });
        };
        if is_finer {
            let finer = FinerAmount { term: term.to_owned(), line: at.line, written: exact, rounded: money };
            self.finer.borrow_mut().push(finer);
        }
        Ok(money)
    }

    /// A currency code as written.
    pub(super) fn currency(self, term: &'static str, text: &str) -> Parsed<Currency> {
        text.parse().map_err(|_| UnreadableInvoice::UnknownCurrency { at: self.spot(term), written: excerpt(text) })
    }

    /// Refuses a value that occurs twice and not alike.
    fn single(self, term: &'static str, path: &[&str], is_same: fn(Value<'_>, Value<'_>) -> bool) -> Parsed<()> {
        let Some((name, above)) = path.split_last() else { return Ok(()) };
        let Some(parent) = self.part.first(above) else { return Ok(()) };
        let mut values = parent.all(name).filter_map(|element| Some((element.trimmed()?, element.attribute("currencyID"))));
        let first = values.next();
        let is_first = |other| first.is_some_and(|first| is_same(first, other));
        if values.all(is_first) { Ok(()) } else { Err(self.twice(term)) }
    }

    fn raw(self, path: &[&str]) -> Option<(&'e Element, &'e str)> {
        let element = self.part.first(path)?;
        Some((element, element.trimmed()?))
    }
}

/// Whether two values, each with its currency where it is an amount, count the same however they are written.
fn is_same_number((one, currency): Value<'_>, (other, other_currency): Value<'_>) -> bool {
    let value = |text: &str| text.parse::<Exact>().ok().map(|exact| exact.value());
    currency == other_currency && (one == other || value(one).is_some_and(|one| Some(one) == value(other)))
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
