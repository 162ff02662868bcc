//! Until when and how it is to be paid: the terms, the bank's instruction and the seller's accounts.

use super::value::{Source, date, found, leaf, node};
use crate::format::{ubl::Form, xml::Element};

pub(super) fn payment(source: &Source, document: &Element) -> Vec<Element> {
    let instruction = document.first(&["EpiDetails", "EpiPaymentInstructionDetails"]);
    let terms = document.first(&["InvoiceDetails", "PaymentTermsDetails"]);
    let due = |name: &str| {
        let told = || instruction.and_then(|part| date(part, &["EpiDateOptionDate"], &[name]));
        terms.and_then(|terms| date(terms, &["InvoiceDueDate"], &[name])).or_else(told)
    };
    let text = terms.into_iter().flat_map(|terms| terms.all("PaymentTermsFreeText")).filter_map(Element::trimmed);
    let text = text.collect::<Vec<_>>().join("\n");
    let terms = (!text.is_empty()).then(|| leaf(&["PaymentTerms", "Note"], &text));
    let mut means = means(document, instruction);
    // A credit note in UBL has its day with the means of payment.
    let due = match source.form {
        Form::Invoice => due("DueDate"),
        Form::CreditNote => {
            if let Some(day) = due("PaymentDueDate") {
                means.push(node("PaymentMeans", vec![day]));
            }
            None
        }
    };
    due.into_iter().chain(terms).chain(means).collect()
}

/// One for each account: the one that the bank is told, then the seller's others.
fn means(document: &Element, instruction: Option<&Element>) -> Vec<Element> {
    let party = document.first(&["EpiDetails", "EpiPartyDetails"]);
    let told = party.and_then(|party| found(party, &["EpiBeneficiaryPartyDetails", "EpiAccountID"]));
    let bank = party.and_then(|party| found(party, &["EpiBfiPartyDetails", "EpiBfiIdentifier"]));
    let mut accounts: Vec<(Option<&str>, Option<&str>)> = told.into_iter().map(|account| (Some(account), bank)).collect();
    let details = document.all("SellerInformationDetails").flat_map(|details| details.all("SellerAccountDetails"));
    for details in details {
        let account = found(details, &["SellerAccountID"]);
        if account.is_some() && !accounts.iter().any(|(known, _)| known.map(bare) == account.map(bare)) {
            accounts.push((account, found(details, &["SellerBic"])));
        }
    }
    let stated = |name: &str| instruction.and_then(|part| found(part, &[name]));
    let (code, reference) = (stated("EpiPaymentMeansCode"), stated("EpiRemittanceInfoIdentifier"));
    if accounts.is_empty() && reference.is_some() {
        accounts.push((None, None));
    }
    let one = |(account, bank): (Option<&str>, Option<&str>)| {
        let account = account.map(|account| {
            let bank = bank.map(|bank| leaf(&["FinancialInstitutionBranch", "ID"], bank));
            node("PayeeFinancialAccount", [Some(leaf(&["ID"], account)), bank].into_iter().flatten().collect())
        });
        let (code, reference) =
            (code.map(|code| leaf(&["PaymentMeansCode"], code)), reference.map(|it| leaf(&["PaymentID"], it)));
        node("PaymentMeans", [code, reference, account].into_iter().flatten().collect())
    };
    accounts.into_iter().map(one).collect()
}

fn bare(account: &str) -> String {
    account.split_whitespace().collect()
}
