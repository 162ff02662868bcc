//! How a UBL invoice is to be paid, to whom, and where it was delivered to.

use super::fields::Fields;
use crate::{
    format::{UnreadableInvoice, excerpt},
    invoice::{Payee, Payment, PaymentMeans},
};

type Parsed<T> = Result<T, UnreadableInvoice>;

/// Every way in which it may be paid.
pub(super) fn payment(fields: Fields<'_>) -> Parsed<Payment> {
    Ok(Payment {
        terms: fields.first("PaymentTerms", |part| part.text("BT-20", &["Note"]))?,
        payee: fields.inside(&["PayeeParty"]).map_or(Ok(None), payee)?,
        means: fields.each("PaymentMeans").map(means).collect::<Parsed<_>>()?,
    })
}

fn means(part: Fields<'_>) -> Parsed<PaymentMeans> {
    let account = |path: &'static [&'static str], term| part.text(term, path);
    Ok(PaymentMeans {
        code: part.text("BT-81", &["PaymentMeansCode"])?,
        label: part.part.first(&["PaymentMeansCode"]).and_then(|code| code.attribute("name")).map(excerpt),
        reference: part.text("BT-83", &["PaymentID"])?,
        account: account(&["PayeeFinancialAccount", "ID"], "BT-84")?,
        holder: account(&["PayeeFinancialAccount", "Name"], "BT-85")?,
        bank: account(&["PayeeFinancialAccount", "FinancialInstitutionBranch", "ID"], "BT-86")?,
        mandate: account(&["PaymentMandate", "ID"], "BT-89")?,
        debited_account: account(&["PaymentMandate", "PayerFinancialAccount", "ID"], "BT-91")?,
    })
}

fn payee(part: Fields<'_>) -> Parsed<Option<Payee>> {
    let name = match part.text("BT-59", &["PartyName", "Name"])? {
        None => part.text("BT-59", &["PartyLegalEntity", "RegistrationName"])?,
        name => name,
    };
    let Some(name) = name else { return Ok(None) };
    Ok(Some(Payee {
        name,
        identifier: part.identifier("BT-60", &["PartyIdentification", "ID"])?,
        legal_id: part.identifier("BT-61", &["PartyLegalEntity", "CompanyID"])?,
    }))
}

/// Name and address of where it was delivered to, in one line.
pub(super) fn delivery_place(part: Fields<'_>) -> Parsed<Option<String>> {
    let address = |name: &'static str, term| part.text(term, &["DeliveryLocation", "Address", name]);
    let postal = [address("PostalZone", "BT-78")?, address("CityName", "BT-77")?];
    let all = [
        part.text("BT-70", &["DeliveryParty", "PartyName", "Name"])?,
        address("StreetName", "BT-75")?,
        address("AdditionalStreetName", "BT-76")?,
        part.text("BT-165", &["DeliveryLocation", "Address", "AddressLine", "Line"])?,
        Some(postal.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|postal| !postal.is_empty()),
        address("CountrySubentity", "BT-79")?,
        part.text("BT-80", &["DeliveryLocation", "Address", "Country", "IdentificationCode"])?,
    ];
    let all = all.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Ok(Some(all).filter(|all| !all.is_empty()))
}
