//! Seller and buyer in UBL: `cac:Party`.

use super::fields::Fields;
use crate::{
    format::{UnreadableInvoice, xml::Element},
    invoice::Party,
};

/// The business terms of one side.
pub(super) struct Terms {
    name: &'static str,
    trading_name: &'static str,
    identifier: &'static str,
    legal_id: &'static str,
    vat_id: &'static str,
    endpoint: &'static str,
}

/// BG-4.
pub(super) const SELLER: Terms =
    Terms { name: "BT-27", trading_name: "BT-28", identifier: "BT-29", legal_id: "BT-30", vat_id: "BT-31", endpoint: "BT-34" };

/// BG-7.
pub(super) const BUYER: Terms =
    Terms { name: "BT-44", trading_name: "BT-45", identifier: "BT-46", legal_id: "BT-47", vat_id: "BT-48", endpoint: "BT-49" };

/// One side; it may lack a registered name so long as it has one that it goes by.
pub(super) fn party(header: Fields<'_>, role: &str, terms: &Terms) -> Result<Party, UnreadableInvoice> {
    header.once(terms.name, role)?;
    let role = header.need(terms.name, header.inside(&[role]))?;
    role.once(terms.name, "Party")?;
    let fields = role.need(terms.name, role.inside(&["Party"]))?;
    let trading_name = fields.text(terms.trading_name, &["PartyName", "Name"])?;
    let name = fields.text(terms.name, &["PartyLegalEntity", "RegistrationName"])?;
    let identifiers = fields
        .each("PartyIdentification")
        .filter_map(|fields| fields.identifier(terms.identifier, &["ID"]).transpose())
        .collect::<Result<_, _>>()?;
    Ok(Party {
        name: fields.need(terms.name, name.or_else(|| trading_name.clone()))?,
        trading_name,
        identifiers,
        legal_id: fields.identifier(terms.legal_id, &["PartyLegalEntity", "CompanyID"])?,
        vat_id: vat_id(fields, terms.vat_id)?,
        endpoint: fields.identifier(terms.endpoint, &["EndpointID"])?,
    })
}

/// Other tax schemes (such as Norway's `TAX`, "Foretaksregisteret") stand beside VAT in the same element.
fn vat_id(fields: Fields<'_>, term: &'static str) -> Result<Option<String>, UnreadableInvoice> {
    let is_vat = |fields: &Fields<'_>| {
        let scheme = fields.part.first(&["TaxScheme", "ID"]).and_then(Element::trimmed);
        scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("VAT"))
    };
    fields.each("PartyTaxScheme").find(is_vat).map_or(Ok(None), |fields| fields.key(term, &["CompanyID"]))
}
