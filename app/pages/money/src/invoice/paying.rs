//! How an invoice is to be paid and to whom, each account with its own reference.

use coplan_app::{say, words::Words};
use coplan_domain::invoice::{Identifier, Payment, PaymentMeans};
use std::collections::BTreeSet;

/// What there is to say of it, by name.
#[must_use]
pub fn facts(words: &Words, payment: &Payment) -> Vec<(String, String)> {
    let payee = payment.payee.as_ref().map(|payee| {
        let ids = [&payee.legal_id, &payee.identifier].into_iter().flatten().map(|id: &Identifier| id.value.clone());
        let said = [payee.name.clone()].into_iter().chain(ids.take(1)).collect::<Vec<_>>().join(", ");
        (say!(words, "invoice-payee"), said)
    });
    let by_hand = || payment.means.iter().filter(|means| !means.is_direct_debit());
    let references: BTreeSet<&str> = by_hand().filter_map(|means| means.reference.as_deref()).collect();
    let only = references.first().filter(|_| references.len() == 1);
    let accounts = payment.means.iter().filter_map(|means| {
        if means.is_direct_debit() {
            return Some((say!(words, "invoice-direct-debit"), collected(words, means)));
        }
        let reference = means.reference.as_ref().filter(|_| only.is_none());
        let reference = reference.map(|reference| format!("{}: {reference}", say!(words, "invoice-payment-reference")));
        let parts = [means.account.clone(), means.holder.clone(), means.bank.clone(), reference];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        (!said.is_empty()).then(|| (say!(words, "invoice-account"), said))
    });
    let only = only.map(|reference| (say!(words, "invoice-payment-reference"), (*reference).to_owned()));
    payee.into_iter().chain(accounts).chain(only).collect()
}

/// What a direct debit takes it from, and by which mandate.
#[must_use]
pub fn collected(words: &Words, means: &PaymentMeans) -> String {
    let mandate = means.mandate.as_ref().map(|id| say!(words, "direct-debit-mandate", id = id.clone()));
    let from = means.debited_account.as_ref().map(|account| say!(words, "direct-debit-from", account = account.clone()));
    let said = [from, mandate].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if said.is_empty() { say!(words, "direct-debit-nothing-to-do") } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{format::ubl, person::Language};

    const TWO: &[u8] = include_bytes!("../../../../domain/samples/two-accounts-and-parts.xml");
    const COLLECTED: &[u8] = include_bytes!("../../../../domain/samples/direct-debit.xml");
    const ONE: &[u8] = include_bytes!("../../../../domain/samples/three-short-tasks.xml");

    fn said(sample: &[u8]) -> Vec<String> {
        let payment = ubl::read(sample).unwrap().payment;
        let facts = facts(&Words::new(Language::En, "UTC"), &payment).into_iter();
        facts.map(|(name, text)| format!("{name}: {text}")).collect()
    }

    #[test]
    fn each_account_is_told_with_its_own_reference() {
        assert_eq!(
            said(TWO),
            [
                "Pay to: Rahoitus Oy, 0112038-9",
                "Bank account: FI2112345600000785, Esimerkki Palvelut Oy, NDEAFIHH, Payment reference: RF18539007547034",
                "Bank account: FI5544444400000003, Payment reference: REF-TWO",
            ]
        );
        assert_eq!(said(ONE), ["Bank account: FI2112345600000785", "Payment reference: 1009"]);
    }

    #[test]
    fn a_direct_debit_asks_for_nothing_to_be_quoted() {
        assert_eq!(said(COLLECTED), ["Direct debit: from your account FI4250001510000023, mandate M-2026-7"]);
    }
}
