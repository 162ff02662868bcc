//! Which invoices a payment is for: by its reference, by the numbers that its message names, by its payer and its amount.

use super::{BankTransaction, StatedReference};
use crate::{
    id::{CustomerId, InvoiceId},
    money::Money,
    sepa::{creditor_reference, reference_key},
    text::folded,
};
use std::collections::{BTreeMap, BTreeSet};

/// How many ways of using a payment are proposed at most.
const MOST_PROPOSALS: usize = 3;
/// Of how many invoices, the oldest ones, every choice is tried for one that comes to the amount.
const MOST_CHOSEN_FROM: usize = 12;
/// The shortest number of an invoice that is looked for in a message: a shorter one stands in every date.
const SHORTEST_NUMBER: usize = 3;

/// An invoice of which something is to be paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInvoice {
    /// Which.
    pub id: InvoiceId,
    /// Whose.
    pub customer: CustomerId,
    /// What the customer may be called as a payer.
    pub names: Vec<String>,
    /// BT-1.
    pub number: String,
    /// BT-83, each that it states.
    pub references: Vec<String>,
    /// What is to be paid; more than nothing.
    pub open: Money,
}

/// A part of a payment that is for one invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which invoice.
    pub invoice: InvoiceId,
    /// How much.
    pub amount: Money,
}

/// What a payment may be for: invoices of one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Whose.
    pub customer: CustomerId,
    /// Each invoice with its part.
    pub shares: Vec<Share>,
}

/// What a payment is for, as far as it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    /// Reference and amount agree: nobody has to be asked.
    Sure(Proposal),
    /// These may be meant, the likeliest first; perhaps none.
    Perhaps(Vec<Proposal>),
}

/// All invoices of which something is to be paid, found by what payments name.
#[derive(Debug)]
pub struct OpenInvoices {
    invoices: Vec<OpenInvoice>,
    by_reference: BTreeMap<String, Vec<usize>>,
    by_number: BTreeMap<String, Vec<usize>>,
    by_name: BTreeMap<String, Vec<usize>>,
}

/// Words that say what kind of company it is, which banks and invoices write or leave out as they like.
const COMPANY_KINDS: [&str; 14] =
    ["oy", "oyj", "ab", "abp", "ky", "tmi", "ry", "ltd", "limited", "gmbh", "inc", "as", "aps", "osakeyhtio"];

/// A name as names of payers are compared.
fn name_key(name: &str) -> String {
    let folded = folded(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !COMPANY_KINDS.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

impl OpenInvoices {
    /// Those invoices, the ones that are due first in front.
    #[must_use]
    pub fn new(invoices: Vec<OpenInvoice>) -> Self {
        let mut all =
            Self { invoices: Vec::new(), by_reference: BTreeMap::new(), by_number: BTreeMap::new(), by_name: BTreeMap::new() };
        for (place, invoice) in invoices.iter().enumerate() {
            let references: BTreeSet<_> = invoice.references.iter().filter_map(|reference| reference_key(reference)).collect();
            for key in references {
                all.by_reference.entry(key).or_default().push(place);
            }
            if let Some(key) = reference_key(&invoice.number) {
                all.by_number.entry(key).or_default().push(place);
            }
            let names: BTreeSet<_> = invoice.names.iter().map(|name| name_key(name)).filter(|name| !name.is_empty()).collect();
            for key in names {
                all.by_name.entry(key).or_default().push(place);
            }
        }
        Self { invoices, ..all }
    }

    /// Takes what was paid off: what is open is less from now on.
    pub fn pay(&mut self, shares: &[Share]) {
        for share in shares {
            for invoice in self.invoices.iter_mut().filter(|invoice| invoice.id == share.invoice) {
                let left = invoice.open.minor().saturating_sub(share.amount.minor()).max(0);
                invoice.open = Money::from_minor(left, invoice.open.currency());
            }
        }
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: InvoiceId) -> Option<&OpenInvoice> {
        self.invoices.iter().find(|invoice| invoice.id == id)
    }

    /// Those with this number, whosever they are.
    #[must_use]
    pub fn numbered(&self, number: &str) -> Vec<&OpenInvoice> {
        let places = reference_key(number).and_then(|key| self.by_number.get(&key));
        places.into_iter().flatten().filter_map(|place| self.invoices.get(*place)).collect()
    }

    fn at(&self, places: Option<&Vec<usize>>, like: Money) -> Vec<&OpenInvoice> {
        let found = places.into_iter().flatten().filter_map(|place| self.invoices.get(*place));
        found.filter(|invoice| invoice.open.minor() > 0 && invoice.open.currency() == like.currency()).collect()
    }

    /// What a payment is for, of which so much is not used yet.
    #[must_use]
    pub fn find(&self, paid: &BankTransaction, rest: Money) -> Matched {
        // A part that was used by hand has its own meaning, so only a whole payment is sure.
        let is_whole = rest == paid.amount;
        let mut proposals = Vec::new();
        if let Some((sure, proposal)) = self.by_references(&paid.references, rest) {
            if sure && is_whole {
                return Matched::Sure(proposal);
            }
            proposals.push(proposal);
        }
        let named = self.named_in(paid.message.as_deref().unwrap_or_default(), rest);
        let payer = paid.payer.as_deref().map(name_key).filter(|name| !name.is_empty());
        let of_payer = self.at(payer.as_ref().and_then(|name| self.by_name.get(name)), rest);
        if let Some((is_exact, proposal)) = named {
            let is_payers = of_payer.iter().any(|invoice| invoice.customer == proposal.customer);
            // Number, payer and amount agree.
            if is_exact && is_payers && is_whole && paid.references.is_empty() {
                return Matched::Sure(proposal);
            }
            proposals.push(proposal);
        }
        proposals.extend(exactly(&of_payer, rest));
        if of_payer.is_empty() {
            let all: Vec<_> = self.invoices.iter().filter(|invoice| invoice.open == rest).collect();
            proposals.extend(all.iter().take(MOST_PROPOSALS).filter_map(|invoice| proposal(&[*invoice], rest)));
        } else {
            proposals.extend(proposal(&of_payer, rest));
        }
        let mut distinct: Vec<Proposal> = Vec::new();
        for proposal in proposals {
            if !distinct.contains(&proposal) && distinct.len() < MOST_PROPOSALS {
                distinct.push(proposal);
            }
        }
        Matched::Perhaps(distinct)
    }

    /// What the references name, and whether they and the amount leave no doubt.
    fn by_references(&self, stated: &[StatedReference], rest: Money) -> Option<(bool, Proposal)> {
        if let [only] = stated {
            return self.by_one_reference(&only.reference, rest);
        }
        let mut shares: Vec<(&OpenInvoice, Money)> = Vec::new();
        for stated in stated {
            let found = self.with_reference(&stated.reference, rest);
            let [invoice] = found.as_slice() else { return None };
            let amount = stated.amount.unwrap_or(invoice.open);
            if amount.minor() <= 0 || amount.minor() > invoice.open.minor() || shares.iter().any(|(one, _)| one.id == invoice.id)
            {
                return None;
            }
            shares.push((*invoice, amount));
        }
        let customer = shares.first()?.0.customer;
        if shares.iter().any(|(invoice, _)| invoice.customer != customer) {
            return None;
        }
        let sum = shares.iter().fold(0_i64, |sum, (_, amount)| sum.saturating_add(amount.minor()));
        if sum == rest.minor() {
            let shares = shares.into_iter().map(|(invoice, amount)| Share { invoice: invoice.id, amount }).collect();
            return Some((true, Proposal { customer, shares }));
        }
        let invoices: Vec<_> = shares.into_iter().map(|(invoice, _)| invoice).collect();
        proposal(&invoices, rest).map(|proposal| (false, proposal))
    }

    /// Invoices of the reference, else of the number that stands in its place.
    fn with_reference(&self, reference: &str, like: Money) -> Vec<&OpenInvoice> {
        let Some(key) = reference_key(reference) else { return Vec::new() };
        let found = self.at(self.by_reference.get(&key), like);
        if found.is_empty() { self.at(self.by_number.get(&key), like) } else { found }
    }

    fn by_one_reference(&self, reference: &str, rest: Money) -> Option<(bool, Proposal)> {
        let found = self.with_reference(reference, rest);
        let customer = found.first()?.customer;
        if found.iter().any(|invoice| invoice.customer != customer) {
            return None;
        }
        // Several are alike where a customer has one reference for all its invoices.
        let exact = exactly(&found, rest);
        if let [only] = exact.as_slice() {
            return Some((true, only.clone()));
        }
        let is_part = found.len() == 1 && creditor_reference(reference).is_some() && rest.minor() < found[0].open.minor();
        proposal(&found, rest).map(|proposal| (is_part, proposal))
    }

    /// The invoices of one customer whose numbers stand in a message, and whether they come to the amount.
    fn named_in(&self, message: &str, rest: Money) -> Option<(bool, Proposal)> {
        let mut named: Vec<&OpenInvoice> = Vec::new();
        for word in message.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '.' | '_')).take(100) {
            let word = word.trim_matches(['-', '/', '.', '_']);
            let key = reference_key(word).filter(|_| word.chars().count() >= SHORTEST_NUMBER);
            let found = self.at(key.and_then(|key| self.by_number.get(&key)), rest);
            if let [invoice] = found.as_slice()
                && named.iter().all(|one| one.id != invoice.id)
            {
                named.push(*invoice);
            }
        }
        let customer = named.first()?.customer;
        let of_one: Vec<_> = named.into_iter().filter(|invoice| invoice.customer == customer).collect();
        let sum = of_one.iter().fold(0_i64, |sum, invoice| sum.saturating_add(invoice.open.minor()));
        proposal(&of_one, rest).map(|proposal| (sum == rest.minor(), proposal))
    }
}

/// Pays these invoices in their order as far as the amount goes; none where it pays nothing.
fn proposal(invoices: &[&OpenInvoice], rest: Money) -> Option<Proposal> {
    let customer = invoices.first()?.customer;
    let mut left = rest.minor();
    let mut shares = Vec::new();
    for invoice in invoices.iter().filter(|invoice| invoice.customer == customer) {
        let part = left.min(invoice.open.minor());
        if part <= 0 {
            break;
        }
        left -= part;
        shares.push(Share { invoice: invoice.id, amount: Money::from_minor(part, rest.currency()) });
    }
    (!shares.is_empty()).then_some(Proposal { customer, shares })
}

/// The choices of the fewest of these invoices that come to exactly the amount; two at most, because the second already
/// says that it is not clear.
fn exactly(invoices: &[&OpenInvoice], rest: Money) -> Vec<Proposal> {
    let from = &invoices[..invoices.len().min(MOST_CHOSEN_FROM)];
    let singles: Vec<_> = invoices.iter().filter(|invoice| invoice.open == rest).take(2).collect();
    if !singles.is_empty() {
        return singles.into_iter().filter_map(|invoice| proposal(&[*invoice], rest)).collect();
    }
    let sum = |choice: u32| {
        let chosen = from.iter().enumerate().filter(|(place, _)| choice & (1 << place) != 0);
        chosen.fold(0_i64, |sum, (_, invoice)| sum.saturating_add(invoice.open.minor()))
    };
    let all = 1_u32 << from.len();
    let mut choices: Vec<u32> = (1..all).filter(|choice| choice.count_ones() > 1 && sum(*choice) == rest.minor()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    let fewest = choices.first().map(|choice| choice.count_ones());
    let choices = choices.into_iter().filter(|choice| Some(choice.count_ones()) == fewest).take(2);
    let chosen = |choice: u32| {
        let places = from.iter().enumerate().filter(|(place, _)| choice & (1 << place) != 0);
        places.map(|(_, invoice)| *invoice).collect::<Vec<_>>()
    };
    choices.filter_map(|choice| proposal(&chosen(choice), rest)).collect()
}

#[cfg(test)]
mod tests;
