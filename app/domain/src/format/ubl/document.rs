//! The header, the VAT breakdown and the totals of a UBL document.

use super::{Form, attachment, fields::Fields, line, party, payment, settlement};
use crate::{
    format::{Spot, UnreadableInvoice, xml::Element},
    invoice::{Invoice, InvoiceKind, InvoiceLine, PrecedingInvoice, References, Totals, VatBreakdown},
    money::{Currency, Money},
};
use jiff::civil::Date;
use std::cell::RefCell;

/// The longest term of payment, in years; a later day, such as 9999-12-31, means that there is none.
const LONGEST_TERM: i16 = 50;

type Parsed<T> = Result<T, UnreadableInvoice>;

/// The whole document.
pub(super) fn invoice(form: Form, root: &Element) -> Parsed<Invoice> {
    let finer = RefCell::default();
    let invoice = without_finer(form, Fields::of(root, &finer))?;
    Ok(Invoice { finer: finer.into_inner(), ..invoice })
}

/// All but the amounts that are noted on the way.
fn without_finer(form: Form, fields: Fields<'_>) -> Parsed<Invoice> {
    let code = fields.need("BT-5", fields.key("BT-5", &["DocumentCurrencyCode"])?)?;
    let currency = fields.currency("BT-5", &code)?;
    let issued_on = fields.need("BT-2", fields.date("BT-2", &["IssueDate"])?)?;
    let vat_breakdown = vat_breakdown(fields, currency)?;
    let totals = totals(fields, currency)?;
    Ok(Invoice {
        number: fields.need("BT-1", fields.key("BT-1", &["ID"])?)?,
        kind: kind(form, fields)?,
        issued_on,
        due_on: due_on(fields)?.filter(|due| due.year() - issued_on.year() <= LONGEST_TERM),
        tax_point_on: fields.date("BT-7", &["TaxPointDate"])?,
        delivered_on: fields.first("Delivery", |part| part.date("BT-72", &["ActualDeliveryDate"]))?,
        delivery_place: fields.first("Delivery", payment::delivery_place)?,
        period: line::period(fields, "BT-73", "BT-74")?,
        currency,
        notes: texts(fields, "BT-22", "Note", &[])?,
        references: references(form, fields)?,
        seller: party::party(fields, "AccountingSupplierParty", &party::SELLER)?,
        buyer: party::party(fields, "AccountingCustomerParty", &party::BUYER)?,
        payment: payment::payment(fields)?,
        adjustments: line::adjustments(fields, &line::ON_DOCUMENT, currency)?,
        lines: lines(form, fields, &vat_breakdown, currency)?,
        settlements: settlement::list(fields, &totals)?,
        vat_breakdown,
        totals,
        finer: Vec::new(),
        attachments: attachment::list(fields)?,
    })
}

fn kind(form: Form, fields: Fields<'_>) -> Parsed<InvoiceKind> {
    let (path, credit) = match form {
        Form::Invoice => ("InvoiceTypeCode", false),
        Form::CreditNote => ("CreditNoteTypeCode", true),
    };
    let code = match (fields.key("BT-3", &[path])?, form) {
        (Some(code), _) => code,
        // The form itself says what it is.
        (None, Form::CreditNote) => "381".to_owned(),
        (None, Form::Invoice) => return fields.need("BT-3", None),
    };
    Ok(InvoiceKind::from_code(&code, credit))
}

/// UBL's credit note has no due date of its own; EN 16931 puts it with the means of payment, where some write that of
/// an invoice too.
fn due_on(fields: Fields<'_>) -> Parsed<Option<Date>> {
    match fields.date("BT-9", &["DueDate"])? {
        Some(day) => Ok(Some(day)),
        None => fields.first("PaymentMeans", |part| part.date("BT-9", &["PaymentDueDate"])),
    }
}

/// Every text at this path inside each part of this name.
fn texts(fields: Fields<'_>, term: &'static str, name: &'static str, path: &[&str]) -> Parsed<Vec<String>> {
    fields.each(name).filter_map(|part| part.text(term, path).transpose()).collect()
}

fn references(form: Form, fields: Fields<'_>) -> Parsed<References> {
    let project = match form {
        Form::Invoice => fields.text("BT-11", &["ProjectReference", "ID"])?,
        // The credit note lacks that element; type code 50 marks the project among the other documents.
        Form::CreditNote => line::document(fields, "BT-11", "AdditionalDocumentReference", "50")?,
    };
    let earlier = fields.each("BillingReference").filter_map(|fields| fields.inside(&["InvoiceDocumentReference"]));
    Ok(References {
        buyer: fields.text("BT-10", &["BuyerReference"])?,
        project,
        contract: fields.text("BT-12", &["ContractDocumentReference", "ID"])?,
        order: fields.text("BT-13", &["OrderReference", "ID"])?,
        sales_order: fields.text("BT-14", &["OrderReference", "SalesOrderID"])?,
        object: line::object(fields, "BT-18", "AdditionalDocumentReference")?,
        accounting: fields.text("BT-19", &["AccountingCost"])?,
        preceding: earlier.map(preceding).collect::<Parsed<_>>()?,
    })
}

fn preceding(fields: Fields<'_>) -> Parsed<PrecedingInvoice> {
    Ok(PrecedingInvoice {
        number: fields.need("BT-25", fields.text("BT-25", &["ID"])?)?,
        issued_on: fields.date("BT-26", &["IssueDate"])?,
    })
}

fn lines(form: Form, fields: Fields<'_>, breakdown: &[VatBreakdown], currency: Currency) -> Parsed<Vec<InvoiceLine>> {
    let name = match form {
        Form::Invoice => "InvoiceLine",
        Form::CreditNote => "CreditNoteLine",
    };
    let parts = fields.each(name).zip(1..);
    let lines: Vec<_> = parts.map(|(part, place)| line::line(form, part, place, breakdown, currency)).collect::<Parsed<_>>()?;
    fields.need("BG-25", Some(lines).filter(|lines| !lines.is_empty()))
}

fn vat_breakdown(fields: Fields<'_>, currency: Currency) -> Parsed<Vec<VatBreakdown>> {
    let totals = vat_totals(fields, currency)?;
    let rows = totals.own.into_iter().flat_map(|total| total.each("TaxSubtotal"));
    rows.map(|row| {
        let category = row.need("BT-118", row.inside(&["TaxCategory"]))?;
        Ok(VatBreakdown {
            vat: line::vat(category, "BT-118", "BT-119")?,
            base: row.need("BT-116", row.amount("BT-116", &["TaxableAmount"], currency)?)?,
            tax: row.need("BT-117", row.amount("BT-117", &["TaxAmount"], currency)?)?,
            exemption_reason: category.text("BT-120", &["TaxExemptionReason"])?,
            exemption_code: category.text("BT-121", &["TaxExemptionReasonCode"])?,
        })
    })
    .collect()
}

fn totals(fields: Fields<'_>, currency: Currency) -> Parsed<Totals> {
    fields.once("BG-22", "LegalMonetaryTotal")?;
    let sums = fields.need("BG-22", fields.inside(&["LegalMonetaryTotal"]))?;
    let stated = |term, name: &str| sums.amount(term, &[name], currency);
    let needed = |term, name: &str| sums.need(term, stated(term, name)?);
    let or_nothing = |term, name: &str| stated(term, name).map(|stated| stated.unwrap_or(Money::zero(currency)));
    let taxes = vat_totals(fields, currency)?;
    let vat = vat_total(&taxes, currency)?;
    let accounting = taxes.accounting.map(|(total, accounting)| total.amount("BT-111", &["TaxAmount"], accounting));
    Ok(Totals {
        lines: needed("BT-106", "LineExtensionAmount")?,
        allowances: or_nothing("BT-107", "AllowanceTotalAmount")?,
        charges: or_nothing("BT-108", "ChargeTotalAmount")?,
        without_vat: needed("BT-109", "TaxExclusiveAmount")?,
        vat,
        vat_in_accounting_currency: accounting.transpose()?.flatten(),
        with_vat: needed("BT-112", "TaxInclusiveAmount")?,
        prepaid: or_nothing("BT-113", "PrepaidAmount")?,
        rounding: or_nothing("BT-114", "PayableRoundingAmount")?,
        payable: needed("BT-115", "PayableAmount")?,
    })
}

/// The totals of VAT in the invoice's own currency, and what is stated in that of the seller's accounts (BT-6). They are
/// told apart by their currency alone.
struct VatTotals<'e> {
    own: Vec<Fields<'e>>,
    accounting: Option<(Fields<'e>, Currency)>,
}

fn vat_totals(fields: Fields<'_>, currency: Currency) -> Parsed<VatTotals<'_>> {
    let accounting = fields.text("BT-6", &["TaxCurrencyCode"])?.map(|code| fields.currency("BT-6", &code)).transpose()?;
    let accounting = accounting.filter(|accounting| *accounting != currency);
    let mut totals = VatTotals { own: Vec::new(), accounting: None };
    for total in fields.each("TaxTotal") {
        let code = total.part.first(&["TaxAmount"]).and_then(|amount| amount.attribute("currencyID"));
        match accounting.filter(|accounting| code == Some(accounting.code())) {
            Some(accounting) => totals.accounting = Some((total, accounting)),
            None => totals.own.push(total),
        }
    }
    Ok(totals)
}

/// BT-110. Where a sender states VAT rate by rate, each in a total of its own, it is their sum.
fn vat_total(totals: &VatTotals<'_>, currency: Currency) -> Parsed<Money> {
    let amount = |total: &Fields<'_>| total.amount("BT-110", &["TaxAmount"], currency);
    let stated: Vec<(Fields<'_>, Option<Money>)> =
        totals.own.iter().map(|total| Ok((*total, amount(total)?))).collect::<Parsed<_>>()?;
    let split = stated.iter().filter(|(total, _)| total.part.first(&["TaxSubtotal"]).is_some());
    let split: Vec<Money> = split.filter_map(|(_, amount)| *amount).collect();
    let whole = stated.iter().filter(|(total, _)| total.part.first(&["TaxSubtotal"]).is_none());
    let mut whole = whole.filter_map(|(total, amount)| Some((total, (*amount)?)));
    let vat = if split.is_empty() {
        whole.next().map_or(Money::zero(currency), |(_, amount)| amount)
    } else {
        let written = split.first().map(ToString::to_string).unwrap_or_default();
        let too_large = |_| UnreadableInvoice::AmountTooLarge { at: Spot { term: "BT-110", line: None }, written };
        Money::sum(currency, split).map_err(too_large)?
    };
    match whole.find(|(_, amount)| *amount != vat) {
        Some((total, _)) => Err(total.twice("BT-110")),
        None => Ok(vat),
    }
}
