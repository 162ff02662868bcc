//! Invoices of the demo, written as UBL 2.1 and imported like any other.

use super::{
    Told,
    builder::{Company, DemoBuilder, told},
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId},
    thread::{About, AboutKind},
};
use coplan_store::access::Actor;
use coplan_usecases::{
    import::{Imported, import_from_console},
    invoice,
};
use jiff::{ToSpan, civil::Date};
use std::fmt::Write;

/// A line: what, how much of it in hundredths of a unit, the unit, the price in cents.
pub type Row = (&'static str, i64, &'static str, i64);

/// An invoice of the story.
pub struct Bill<'a> {
    /// Its number.
    pub number: &'a str,
    /// The day it is dated.
    pub issued_on: Date,
    /// What it is made of.
    pub rows: &'a [Row],
}

const VAT_PERMILLE: i64 = 255;

impl DemoBuilder {
    /// Imports an invoice.
    pub(crate) async fn bill(&self, company: &Company, bill: &Bill<'_>) -> Told<InvoiceId> {
        let name = format!("invoice-{}.xml", bill.number);
        let bytes = written([company.name, company.business_id, company.vat_id], bill).into_bytes();
        let report = told(import_from_console(&self.portal, &self.system, &name, bytes, company.number).await)?;
        let Imported::Invoice { id, .. } = told(report.all())?.into_iter().next().ok_or("the file holds no invoice")?;
        Ok(id)
    }

    /// A line of an invoice, counted from 0, as something to talk about.
    pub(crate) async fn line_of(&self, by: &Actor, customer: CustomerId, id: InvoiceId, place: usize) -> Told<About> {
        Ok(About { kind: AboutKind::InvoiceLine, id: self.line_id(by, customer, id, place).await?.0 })
    }

    /// The id of a line, counted from 0.
    pub(crate) async fn line_id(&self, by: &Actor, customer: CustomerId, id: InvoiceId, place: usize) -> Told<LineId> {
        let view = told(invoice::show(&self.portal, by, customer, id).await)?;
        Ok(*view.line_ids.get(place).ok_or("the invoice has no such line")?)
    }
}

/// Half a cent rounds up, as EN 16931 has it.
fn rounded(product: i64, by: i64) -> i64 {
    (product + by / 2) / by
}

fn net_of(row: &Row) -> i64 {
    rounded(row.1 * row.3, 100)
}

pub(crate) fn totals(bill: &Bill<'_>) -> (i64, i64) {
    let net = bill.rows.iter().map(net_of).sum::<i64>();
    (net, rounded(net * VAT_PERMILLE, 1000))
}

pub(crate) fn cents(amount: i64) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

fn party(name: &str, business_id: &str, vat_id: &str) -> String {
    format!(
        "<cac:Party><cac:PartyTaxScheme><cbc:CompanyID>{vat_id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>\
         </cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName>\
         <cbc:CompanyID>{business_id}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>"
    )
}

/// Whom everything of the demo is billed by.
const SELLER: (&str, &str, &str) = ("Northline Oy", "4567890-6", "FI45678906");
/// The account of the standard's own examples.
pub(crate) const ACCOUNT: &str = "FI2112345600000785";
/// What the service desk sends along, in Base64: its calls by month, as CSV.
const CALLS: &str = "bW9udGgsY2FsbHMsbG9uZ2VzdCB3YWl0LHNvbHZlZCBhdCBvbmNlClNlcHRlbWJlciwyMTIsNCBtaW4gMTAgcyw3MSAlCk9jdG9iZXIsMTk4LDMgbWluIDU1IHMsNzQgJQpOb3ZlbWJlciwxNzYsMiBtaW4gNDAgcyw3OSAlCg==";
const CATEGORY: &str = "<cbc:ID>S</cbc:ID><cbc:Percent>25.5</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>";

/// The file of a bill for a buyer of this name, business id and VAT id.
#[must_use]
pub fn written([name, business_id, vat_id]: [&str; 3], bill: &Bill<'_>) -> String {
    let (net, vat) = totals(bill);
    let (net, vat, gross) = (cents(net), cents(vat), cents(net + vat));
    let (number, issued_on, due_on) = (bill.number, bill.issued_on, bill.issued_on.saturating_add(14.days()));
    let seller = party(SELLER.0, SELLER.1, SELLER.2);
    let buyer = party(name, business_id, vat_id);
    let reference = reference(number);
    let has_desk = bill.rows.iter().any(|(name, ..)| name.starts_with("Service desk"));
    let attached = has_desk.then(|| {
        format!(
            "<cac:AdditionalDocumentReference><cbc:ID>SD-{number}</cbc:ID><cbc:DocumentDescription>Calls to the service desk</cbc:DocumentDescription>\
             <cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/csv\" filename=\"service-desk-calls.csv\">{CALLS}\
             </cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
        )
    });
    let attached = attached.unwrap_or_default();
    let mut lines = String::new();
    for (place, row) in bill.rows.iter().enumerate() {
        lines.push_str(&line(place + 1, row));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" \
         xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" \
         xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\
         <cbc:ID>{number}</cbc:ID><cbc:IssueDate>{issued_on}</cbc:IssueDate><cbc:DueDate>{due_on}</cbc:DueDate>\
         <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>{attached}\
         <cac:AccountingSupplierParty>{seller}</cac:AccountingSupplierParty>\
         <cac:AccountingCustomerParty>{buyer}</cac:AccountingCustomerParty>\
         <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>{reference}</cbc:PaymentID>\
         <cac:PayeeFinancialAccount><cbc:ID>{ACCOUNT}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>\
         <cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">{vat}</cbc:TaxAmount><cac:TaxSubtotal>\
         <cbc:TaxableAmount currencyID=\"EUR\">{net}</cbc:TaxableAmount><cbc:TaxAmount currencyID=\"EUR\">{vat}</cbc:TaxAmount>\
         <cac:TaxCategory>{CATEGORY}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>\
         <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID=\"EUR\">{net}</cbc:LineExtensionAmount>\
         <cbc:TaxExclusiveAmount currencyID=\"EUR\">{net}</cbc:TaxExclusiveAmount>\
         <cbc:TaxInclusiveAmount currencyID=\"EUR\">{gross}</cbc:TaxInclusiveAmount>\
         <cbc:PayableAmount currencyID=\"EUR\">{gross}</cbc:PayableAmount></cac:LegalMonetaryTotal>{lines}</Invoice>\n"
    )
}

/// The figures of a number with the check digit of Finnish references: weights 7, 3, 1 from the right.
pub(crate) fn reference(number: &str) -> String {
    let figures = number.chars().filter(char::is_ascii_digit).collect::<String>();
    let sum: u32 = figures
        .chars()
        .rev()
        .filter_map(|figure| figure.to_digit(10))
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(a, b)| a * b)
        .sum();
    format!("{figures}{}", (10 - sum % 10) % 10)
}

fn line(number: usize, row: &Row) -> String {
    let (name, quantity, unit, price) = row;
    let (quantity, net, price) = (cents(*quantity), cents(net_of(row)), cents(*price));
    let mut line = String::new();
    let _ = write!(
        line,
        "<cac:InvoiceLine><cbc:ID>{number}</cbc:ID><cbc:InvoicedQuantity unitCode=\"{unit}\">{quantity}</cbc:InvoicedQuantity>\
         <cbc:LineExtensionAmount currencyID=\"EUR\">{net}</cbc:LineExtensionAmount>\
         <cac:Item><cbc:Name>{name}</cbc:Name><cac:ClassifiedTaxCategory>{CATEGORY}</cac:ClassifiedTaxCategory></cac:Item>\
         <cac:Price><cbc:PriceAmount currencyID=\"EUR\">{price}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>"
    );
    line
}
