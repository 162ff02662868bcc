//! Seller, buyer, and where it was delivered to.

use super::value::{date, found, leaf, node, text};
use crate::{business_id::BusinessId, format::xml::Element};

/// What the elements of one side are called.
struct Side {
    role: &'static str,
    details: &'static str,
    id: &'static str,
    name: &'static str,
    tax_code: &'static str,
    unit: &'static str,
    /// The address that the message was sent from or to, which EN 16931 has as the electronic address.
    sent: [&'static str; 3],
}

const SELLER: Side = Side {
    role: "AccountingSupplierParty",
    details: "SellerPartyDetails",
    id: "SellerPartyIdentifier",
    name: "SellerOrganisationName",
    tax_code: "SellerOrganisationTaxCode",
    unit: "SellerOrganisationUnitNumber",
    sent: ["MessageTransmissionDetails", "MessageSenderDetails", "FromIdentifier"],
};

const BUYER: Side = Side {
    role: "AccountingCustomerParty",
    details: "BuyerPartyDetails",
    id: "BuyerPartyIdentifier",
    name: "BuyerOrganisationName",
    tax_code: "BuyerOrganisationTaxCode",
    unit: "BuyerOrganisationUnitNumber",
    sent: ["MessageTransmissionDetails", "MessageReceiverDetails", "ToIdentifier"],
};

pub(super) fn parties(document: &Element) -> Vec<Element> {
    [SELLER, BUYER].iter().map(|side| party(document, side)).chain(delivery(document)).collect()
}

fn party(document: &Element, side: &Side) -> Element {
    let part = document.first(&[side.details]);
    let stated = |name: &str| part.and_then(|part| found(part, &[name]));
    let endpoint = || found(document, &[side.unit]).map(|unit| identifier("EndpointID", unit, Some("0216")));
    let sent = document.first(&side.sent);
    let sent = sent.and_then(|sent| Some(identifier("EndpointID", sent.trimmed()?, sent.attribute("SchemeID"))));
    let tax = stated(side.tax_code)
        .map(|code| node("PartyTaxScheme", vec![leaf(&["CompanyID"], code), leaf(&["TaxScheme", "ID"], "VAT")]));
    let scheme = |id: &str| BusinessId::within(id).is_some().then_some("0212");
    let legal = [
        stated(side.name).map(|name| leaf(&["RegistrationName"], name)),
        stated(side.id).map(|id| identifier("CompanyID", id, scheme(id))),
    ];
    let legal = node("PartyLegalEntity", legal.into_iter().flatten().collect());
    let party = node("Party", [sent.or_else(endpoint), tax, Some(legal)].into_iter().flatten().collect());
    node(side.role, vec![party])
}

fn identifier(name: &str, id: &str, scheme: Option<&str>) -> Element {
    let attributes = scheme.map(|scheme| ("schemeID".to_owned(), scheme.to_owned())).into_iter().collect();
    Element { name: name.to_owned(), text: id.to_owned(), attributes, ..Element::default() }
}

fn delivery(document: &Element) -> Option<Element> {
    let day = document.first(&["DeliveryDetails"]).and_then(|part| date(part, &["DeliveryDate"], &["ActualDeliveryDate"]));
    let party = document.first(&["DeliveryPartyDetails"]);
    let name = party.and_then(|party| text(party, &["DeliveryOrganisationName"], &["DeliveryParty", "PartyName", "Name"]));
    let address = party.and_then(|party| party.first(&["DeliveryPostalAddressDetails"])).map(|part| {
        let children = [
            text(part, &["DeliveryStreetName"], &["StreetName"]),
            text(part, &["DeliveryTownName"], &["CityName"]),
            text(part, &["DeliveryPostCodeIdentifier"], &["PostalZone"]),
            text(part, &["CountryCode"], &["Country", "IdentificationCode"]),
        ];
        node("DeliveryLocation", vec![node("Address", children.into_iter().flatten().collect())])
    });
    let children: Vec<_> = [day, address, name].into_iter().flatten().collect();
    (!children.is_empty()).then(|| node("Delivery", children))
}
