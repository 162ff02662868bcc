//! What is sure is recorded, what is likely is proposed, and nothing is paid with more than there is.

use super::*;
use crate::money::Currency;
use jiff::civil::date;
use proptest::prelude::*;
use ulid::Ulid;

fn euros(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

fn id(number: u128) -> InvoiceId {
    InvoiceId(Ulid::from(number))
}

fn invoice(number: u128, customer: u128, reference: &str, open: i64) -> OpenInvoice {
    let name = if customer == 1 { "Lakeside Mills Oy" } else { "Harbour Cold Stores" };
    OpenInvoice {
        id: id(number),
        customer: CustomerId(Ulid::from(customer)),
        names: vec![name.to_owned()],
        number: number.to_string(),
        references: vec![reference.to_owned()],
        open: euros(open),
    }
}

/// Two of Lakeside Mills and one of Harbour Cold Stores.
fn ground() -> OpenInvoices {
    let all = vec![invoice(1031, 1, "12345672", 12_050), invoice(1042, 1, "RF8710425", 30_000), invoice(2050, 2, "20501", 5_000)];
    OpenInvoices::new(all)
}

fn paid(minor: i64, payer: &str, references: &[&str], message: &str) -> BankTransaction {
    let stated = |reference: &&str| StatedReference { reference: (*reference).to_owned(), amount: None };
    BankTransaction {
        booked_on: date(2026, 11, 16),
        amount: euros(minor),
        payer: Some(payer.to_owned()),
        references: references.iter().map(stated).collect(),
        message: Some(message.to_owned()),
        bank_reference: None,
        account: None,
        twin: 0,
    }
}

/// Whether it is sure, and the shares of each proposal.
fn found(transaction: &BankTransaction) -> (bool, Vec<Vec<(u128, i64)>>) {
    let shares = |proposal: &Proposal| proposal.shares.iter().map(|one| (one.invoice.0.into(), one.amount.minor())).collect();
    match ground().find(transaction, transaction.amount) {
        Matched::Sure(proposal) => (true, vec![shares(&proposal)]),
        Matched::Perhaps(proposals) => (false, proposals.iter().map(shares).collect()),
    }
}

#[test]
fn a_reference_with_the_amount_or_a_part_of_it_is_sure() {
    assert_eq!(found(&paid(12_050, "Somebody", &["RF85 1234 5672"], "")), (true, vec![vec![(1031, 12_050)]]));
    assert_eq!(found(&paid(10_000, "Somebody", &["0012345672"], "")), (true, vec![vec![(1031, 10_000)]]));
    let (sure, proposals) = found(&paid(12_051, "Somebody", &["12345672"], ""));
    assert_eq!((sure, &proposals[0]), (false, &vec![(1031, 12_050)]), "more than is open is for somebody to look at");
}

#[test]
fn one_payment_goes_to_the_invoices_that_its_references_name() {
    assert_eq!(found(&paid(42_050, "X", &["12345672", "1042"], "")), (true, vec![vec![(1031, 12_050), (1042, 30_000)]]));
    let (sure, proposals) = found(&paid(40_000, "X", &["12345672", "1042"], ""));
    assert_eq!((sure, &proposals[0]), (false, &vec![(1031, 12_050), (1042, 27_950)]));
    assert!(!found(&paid(17_050, "X", &["12345672", "20501"], "")).0, "not of two customers");
}

#[test]
fn a_number_in_the_message_is_sure_with_payer_and_amount_alone() {
    assert_eq!(
        found(&paid(42_050, "LAKESIDE MILLS", &[], "Inv. 1031, 1042.")),
        (true, vec![vec![(1031, 12_050), (1042, 30_000)]])
    );
    assert_eq!(found(&paid(12_050, "Somebody", &[], "1031")), (false, vec![vec![(1031, 12_050)]]));
}

#[test]
fn a_payer_or_an_amount_alone_is_proposed() {
    assert_eq!(
        found(&paid(30_000, "lakeside mills oy", &[], "")),
        (false, vec![vec![(1042, 30_000)], vec![(1031, 12_050), (1042, 17_950)]])
    );
    assert_eq!(found(&paid(42_050, "Lakeside Mills", &[], "")).1[0], vec![(1031, 12_050), (1042, 30_000)]);
    assert_eq!(found(&paid(5_000, "Nobody known", &[], "")), (false, vec![vec![(2050, 5_000)]]));
    assert_eq!(found(&paid(77, "Nobody known", &["99"], "?")), (false, vec![]));
}

#[test]
fn what_was_paid_is_open_no_more() {
    let mut open = ground();
    let first = paid(12_050, "X", &["12345672"], "");
    let Matched::Sure(proposal) = open.find(&first, first.amount) else { panic!("sure") };
    open.pay(&proposal.shares);
    assert_eq!(open.find(&first, first.amount), Matched::Perhaps(vec![]), "the same again pays nothing");
}

proptest! {
    #[test]
    fn no_proposal_pays_more_than_there_is(
        opens in proptest::collection::vec((1..5_u128, 1..50_000_i64), 0..20), minor in 1..200_000_i64, message in ".{0,40}",
        payer in prop::sample::select(vec!["Lakeside Mills", "Harbour cold stores", "?"]),
    ) {
        let all: Vec<_> = opens.iter().zip(1000..).map(|((customer, open), number)| invoice(number, customer % 2 + 1, "12345672", *open)).collect();
        let transaction = paid(minor, payer, &["12345672"], &message);
        let proposals = match OpenInvoices::new(all.clone()).find(&transaction, transaction.amount) {
            Matched::Sure(proposal) => vec![proposal],
            Matched::Perhaps(proposals) => proposals,
        };
        prop_assert!(proposals.len() <= MOST_PROPOSALS);
        for proposal in proposals {
            prop_assert!(proposal.shares.iter().map(|share| share.amount.minor()).sum::<i64>() <= minor);
            for share in &proposal.shares {
                let of = all.iter().find(|one| one.id == share.invoice).unwrap();
                prop_assert!(of.customer == proposal.customer && share.amount.minor() <= of.open.minor() && share.amount.minor() > 0);
            }
            let distinct: BTreeSet<_> = proposal.shares.iter().map(|share| share.invoice).collect();
            prop_assert_eq!(distinct.len(), proposal.shares.len());
        }
    }
}
