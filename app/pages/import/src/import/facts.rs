//! What an invoice turned out to be, in plain sentences: for the page where it is imported, and for the console.

use super::unreadable;
use coplan_app::{
    parts::{findings, sums},
    say,
    words::Words,
};
use coplan_domain::invoice::check::Verdict;
use coplan_usecases::import::{Belongs, InvoiceThere, ReadInvoice};
use jiff::civil::Date;

pub use super::unreadable::sentence as unreadable;

/// Something that was read.
pub struct Fact {
    /// What it is called.
    pub name: String,
    /// What stands out, before the rest.
    pub strong: Option<String>,
    /// What it is.
    pub text: String,
}

/// What there is to know of a file before it is imported.
pub(super) fn facts(words: &Words, read: &ReadInvoice, today: Date) -> Vec<Fact> {
    let invoice = &read.invoice;
    let (strong, to) = belongs(words, read);
    let counts = &read.counts;
    let parts = [
        say!(words, "import-lines", count = unreadable::count(counts.lines)),
        say!(words, "import-adjustments", count = unreadable::count(counts.adjustments)),
        say!(words, "import-rates", count = unreadable::count(counts.rates)),
    ];
    let fact = |key: &str, text: String| Fact { name: words.say(key), strong: None, text };
    vec![
        fact("invoice-from", invoice.seller.name.clone()),
        Fact { strong, ..fact("invoice-to", to) },
        fact("invoice-dated", words.day(invoice.issued_on, today)),
        fact("invoice-sum", sum(words, read, today)),
        fact("import-what-was-read", parts.join(", ")),
    ]
}

fn sum(words: &Words, read: &ReadInvoice, today: Date) -> String {
    let sum = sums::sum(words, read.owed);
    match read.invoice.due_on {
        _ if read.invoice.kind.is_informative() => say!(words, "import-sum-not-for-payment", sum = sum),
        _ if read.owed.minor() < 0 => say!(words, "import-sum-given-back", sum = sum),
        Some(due) => say!(words, "import-sum-due", sum = sum, day = words.day(due, today)),
        None => sum,
    }
}

/// The customer's name where it is known, and how, or why it is not.
fn belongs(words: &Words, read: &ReadInvoice) -> (Option<String>, String) {
    let buyer = &read.invoice.buyer;
    let name = buyer.name.clone();
    match &read.belongs {
        Belongs::To { customer, by } => (Some(customer.name.clone()), say!(words, "import-found-by", id = by.clone())),
        Belongs::Perhaps { customer, by } => {
            (None, say!(words, "import-perhaps", name = name, customer = customer.name.clone(), id = by.clone()))
        }
        Belongs::Several(_) => (None, say!(words, "import-several", name = name)),
        Belongs::Unknown => match buyer.known_by().next() {
            Some(id) => (None, say!(words, "import-nobody-by", name = name, id = id.text.to_owned())),
            None => (None, say!(words, "import-nobody", name = name)),
        },
    }
}

/// Where an invoice is already that is here, and since when.
#[must_use]
pub fn here(words: &Words, seller: &str, number: &str, there: &InvoiceThere, today: Date) -> String {
    let (seller, number) = (seller.to_owned(), number.to_owned());
    let Some(place) = &there.place else { return say!(words, "import-here-elsewhere", seller = seller, number = number) };
    let (day, customer) = (words.day(words.day_of(place.at), today), place.customer_name.clone());
    match &place.by {
        Some(name) => {
            say!(words, "import-here-by", seller = seller, number = number, customer = customer, day = day, name = name.clone())
        }
        None => say!(words, "import-here", seller = seller, number = number, customer = customer, day = day),
    }
}

/// That not every sum agrees, or that some cannot be checked; none where there is nothing to say.
pub(super) fn doubt(words: &Words, read: &ReadInvoice) -> Option<String> {
    let mut doubtful = read.findings.iter().filter(|finding| finding.verdict != Verdict::Agrees).peekable();
    doubtful.peek()?;
    let untold = doubtful.all(|finding| finding.verdict == Verdict::NotComputable);
    Some(words.say(if untold { "import-untold" } else { "import-differs" }))
}

/// The same as on the page, line by line: what it is, what was read, and each sum that does not agree.
#[must_use]
pub fn lines(words: &Words, read: &ReadInvoice, today: Date) -> Vec<String> {
    let title = sums::kind(words, &read.invoice.kind, &read.invoice.number);
    let facts = facts(words, read, today).into_iter().map(|Fact { name, strong, text }| {
        let strong = strong.map(|strong| format!("{strong}, ")).unwrap_or_default();
        format!("  {name}: {strong}{text}")
    });
    let differing = read.findings.iter().filter(|finding| finding.verdict != Verdict::Agrees);
    let differing = differing.map(|finding| format!("  - {}", findings::sentence(words, finding)));
    let overall = doubt(words, read).unwrap_or_else(|| say!(words, "verdict-all-agree"));
    [title].into_iter().chain(facts).chain([format!("  {overall}")]).chain(differing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{format::ubl, person::Language};
    use coplan_usecases::import::CheckedInvoice;
    use jiff::civil::date;

    const CREDIT: &str = include_str!("../../../../domain/samples/credit-note.xml");
    const PER_LINE: &str = include_str!("../../../../domain/samples/vat-rounded-per-line.xml");
    const ADJUSTED: &str = include_str!("../../../../domain/samples/adjusted-two-rates.xml");

    fn said(text: &str) -> String {
        let invoice = ubl::read(text.as_bytes()).unwrap();
        let read = ReadInvoice { checked: CheckedInvoice::new(invoice), belongs: Belongs::Unknown };
        lines(&Words::new(Language::En, "UTC"), &read, date(2026, 3, 1)).join("\n")
    }

    #[test]
    fn a_credit_note_is_called_one_and_gives_back() {
        let said = said(CREDIT);
        assert!(said.starts_with("Credit note "), "{said}");
        assert!(said.contains("Sum: \u{2212}") && said.contains("paid back"), "{said}");
    }

    #[test]
    fn what_does_not_agree_is_told_in_sentences_with_its_rate_and_without_codes() {
        let said = said(PER_LINE);
        assert!(said.contains("  - VAT 25.5%: the rate times the taxable amount."), "{said}");
        assert!(!said.contains("BR-"), "{said}");
    }

    #[test]
    fn a_price_for_another_unit_is_told_with_both_units() {
        let kilos = ADJUSTED.replacen(r#"<b:BaseQuantity unitCode="C62">"#, r#"<b:BaseQuantity unitCode="KGM">"#, 1);
        let (before, quantity) = kilos.split_once("<b:InvoicedQuantity unitCode=\"C62\">").unwrap();
        let said = said(&format!("{before}<b:InvoicedQuantity unitCode=\"C62\">7{quantity}"));
        assert!(said.contains("Some sums cannot be checked.") && !said.contains("Some sums differ."), "{said}");
        assert!(said.contains("The price is for 1,000\u{a0}kg, but the quantity is"), "{said}");
    }
}
