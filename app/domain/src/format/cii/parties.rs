//! Seller, buyer and payee of a Cross Industry Invoice, and where it was delivered to.

use super::value::{date, identifier, text};
use crate::format::{
    finvoice::value::{found, leaf, node},
    xml::Element,
};

/// Seller and buyer.
pub(super) fn parties(agreement: &Element) -> Vec<Element> {
    let sides = [("SellerTradeParty", "AccountingSupplierParty"), ("BuyerTradeParty", "AccountingCustomerParty")];
    // Twice is refused by the reader of UBL, so each is passed on.
    let each = sides.into_iter().flat_map(|(from, to)| agreement.all(from).map(move |part| node(to, vec![party(part)])));
    each.collect()
}

fn party(part: &Element) -> Element {
    let legal =
        [text(part, &["Name"], &["RegistrationName"]), identifier(part, &["SpecifiedLegalOrganization", "ID"], &["CompanyID"])];
    let single = [
        identifier(part, &["URIUniversalCommunication", "URIID"], &["EndpointID"]),
        text(part, &["SpecifiedLegalOrganization", "TradingBusinessName"], &["PartyName", "Name"]),
        Some(node("PartyLegalEntity", legal.into_iter().flatten().collect())),
    ];
    let ids = part.all("ID").chain(part.all("GlobalID"));
    let ids = ids.filter_map(|id| identifier(id, &[], &["PartyIdentification", "ID"]));
    let taxes = part.all("SpecifiedTaxRegistration").filter_map(tax_registration);
    node("Party", single.into_iter().flatten().chain(ids).chain(taxes).collect())
}

/// `VA` marks the VAT id; every other number is of another tax.
fn tax_registration(part: &Element) -> Option<Element> {
    let id = part.first(&["ID"])?;
    let scheme = if id.attribute("schemeID") == Some("VA") { "VAT" } else { "TAX" };
    Some(node("PartyTaxScheme", vec![leaf(&["CompanyID"], id.trimmed()?), leaf(&["TaxScheme", "ID"], scheme)]))
}

/// Who is to be paid where that is not the seller.
pub(super) fn payee(part: &Element) -> Element {
    let mut ids = part.all("ID").chain(part.all("GlobalID"));
    let id = ids.find_map(|id| identifier(id, &[], &["PartyIdentification", "ID"]));
    let single = [
        text(part, &["Name"], &["PartyName", "Name"]),
        id,
        identifier(part, &["SpecifiedLegalOrganization", "ID"], &["PartyLegalEntity", "CompanyID"]),
    ];
    node("PayeeParty", single.into_iter().flatten().collect())
}

/// When and where it was delivered.
pub(super) fn delivery(part: &Element) -> Option<Element> {
    let to = part.first(&["ShipToTradeParty"]);
    let address = to.and_then(|to| to.first(&["PostalTradeAddress"])).map(|address| {
        let parts = [
            text(address, &["LineOne"], &["StreetName"]),
            text(address, &["LineTwo"], &["AdditionalStreetName"]),
            text(address, &["LineThree"], &["AddressLine", "Line"]),
            text(address, &["PostcodeCode"], &["PostalZone"]),
            text(address, &["CityName"], &["CityName"]),
            text(address, &["CountrySubDivisionName"], &["CountrySubentity"]),
            text(address, &["CountryID"], &["Country", "IdentificationCode"]),
        ];
        node("DeliveryLocation", vec![node("Address", parts.into_iter().flatten().collect())])
    });
    let name = to.and_then(|to| found(to, &["Name"])).map(|name| leaf(&["DeliveryParty", "PartyName", "Name"], name));
    let day = date(part, &["ActualDeliverySupplyChainEvent", "OccurrenceDateTime"], &["ActualDeliveryDate"]);
    let parts: Vec<_> = [day, name, address].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| node("Delivery", parts))
}
