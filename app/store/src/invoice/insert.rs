//! Keeping invoices: their rows and their files, all or nothing.

use super::{attachment, attribute, means, replaced, settlement, sub_line};
use crate::{
    Affected, Change, Conn, Result, StoreError,
    access::KeepsInvoices,
    bulk_insert::{self, Value},
    files::{StoredFile, record},
};
use coplan_domain::{
    exact::Exact,
    id::{CustomerId, InvoiceId, LineId, PersonId},
    invoice::{
        Adjustment, AdjustmentKind, Identifier, Invoice, InvoiceLine,
        check::{self, Verdict},
    },
    money::Money,
};
use jiff::Timestamp;
use std::collections::BTreeSet;
use ulid::Ulid;

/// An invoice to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewInvoice<'a> {
    /// Which.
    pub id: InvoiceId,
    /// Whose.
    pub customer: CustomerId,
    /// What was read.
    pub invoice: &'a Invoice,
    /// What the file was called.
    pub file_name: &'a str,
    /// The file, whose bytes are there already.
    pub file: &'a StoredFile,
    /// Whether somebody said that it is another document than the one with its number.
    pub is_another: bool,
}

/// Keeps an invoice with its file.
///
/// # Errors
/// [`crate::StoreError::is_taken`] where the seller's number is there already in the same series.
pub async fn insert(change: &mut Change, write: &impl KeepsInvoices, new: NewInvoice<'_>) -> Result<()> {
    let now = change.now();
    insert_all(change, write, &[(new, now)]).await
}

/// Keeps invoices with their files, each as of the moment it was brought in.
pub(crate) async fn insert_all(
    change: &mut Change,
    write: &impl KeepsInvoices,
    all: &[(NewInvoice<'_>, Timestamp)],
) -> Result<()> {
    if !all.iter().all(|(new, _)| write.covers(new.customer)) {
        return Err(StoreError::ForeignProof);
    }
    let customers = all.iter().map(|(new, _)| Affected::Customer(new.customer));
    insert_heads(write.on_affecting(change, customers)?, write.by(), all).await?;
    insert_attributes(change, all).await?;
    insert_lines(change, all).await?;
    insert_vat(change, all).await?;
    settlement::insert(change, all).await?;
    means::insert(change, all).await?;
    attachment::insert(change, all).await?;
    for customer in all.iter().map(|(new, _)| new.customer).collect::<BTreeSet<_>>() {
        replaced::refresh(change, customer).await?;
    }
    record::insert(change, write, &all.iter().map(|(new, _)| new.file).collect::<Vec<_>>()).await?;
    let columns = ["invoice_id", "file_name", "file_hash"];
    let rows = all.iter().map(|(new, _)| [Value::text(new.id), Value::text(new.file_name), Value::text(new.file.record().hash)]);
    bulk_insert::insert(change, "invoice_original", columns, rows.collect()).await?;
    Ok(())
}

const HEAD: [&str; 56] = [
    "id",
    "customer_id",
    "document_key",
    "seller_id",
    "seller_name",
    "seller_trading_name",
    "seller_legal_id",
    "seller_legal_scheme",
    "seller_vat_id",
    "seller_endpoint",
    "seller_endpoint_scheme",
    "buyer_name",
    "buyer_trading_name",
    "buyer_legal_id",
    "buyer_legal_scheme",
    "buyer_vat_id",
    "buyer_endpoint",
    "buyer_endpoint_scheme",
    "number",
    "kind",
    "sign",
    "issued_on",
    "due_on",
    "tax_point_on",
    "delivered_on",
    "period_from",
    "period_to",
    "currency",
    "buyer_reference",
    "project_reference",
    "contract_reference",
    "order_reference",
    "sales_order_reference",
    "object_reference",
    "accounting_reference",
    "payment_terms",
    "lines_sum",
    "allowances_sum",
    "charges_sum",
    "net_sum",
    "tax_sum",
    "gross_sum",
    "prepaid_sum",
    "rounding_sum",
    "payable_sum",
    "accounting_currency",
    "accounting_tax_sum",
    "brought_in_by",
    "brought_in_at",
    "agrees_by",
    "payee_name",
    "payee_id",
    "payee_scheme",
    "payee_legal_id",
    "payee_legal_scheme",
    "delivery_place",
];

async fn insert_heads(conn: &mut Conn, by: Option<PersonId>, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    bulk_insert::insert(conn, "invoice", HEAD, all.iter().map(|(new, at)| head(by, new, *at)).collect()).await
}

/// What the database has one document of each number of.
fn document_key(new: &NewInvoice<'_>) -> String {
    let key = format!("{}/{}", new.invoice.seller.key(), new.invoice.series());
    if new.is_another { format!("{key}/{}", new.id) } else { key }
}

fn head(by: Option<PersonId>, new: &NewInvoice<'_>, at: Timestamp) -> [Value; 56] {
    let Invoice { references, seller, buyer, totals, payment, .. } = new.invoice;
    let payee = payment.payee.as_ref();
    let value = |id: &Option<Identifier>| Value::maybe(id.as_ref().map(|id| &id.value));
    let scheme = |id: &Option<Identifier>| Value::maybe(id.as_ref().and_then(|id| id.scheme.as_ref()));
    [
        Value::text(new.id),
        Value::text(new.customer),
        Value::text(document_key(new)),
        Value::text(seller.key()),
        Value::text(&seller.name),
        Value::maybe(seller.trading_name.as_ref()),
        value(&seller.legal_id),
        scheme(&seller.legal_id),
        Value::maybe(seller.vat_id.as_ref()),
        value(&seller.endpoint),
        scheme(&seller.endpoint),
        Value::text(&buyer.name),
        Value::maybe(buyer.trading_name.as_ref()),
        value(&buyer.legal_id),
        scheme(&buyer.legal_id),
        Value::maybe(buyer.vat_id.as_ref()),
        value(&buyer.endpoint),
        scheme(&buyer.endpoint),
        Value::text(&new.invoice.number),
        Value::text(new.invoice.kind.code()),
        Value::from(if new.invoice.kind.is_credit() { -1 } else { 1 }),
        Value::text(new.invoice.issued_on),
        Value::maybe(new.invoice.due_on),
        Value::maybe(new.invoice.tax_point_on),
        Value::maybe(new.invoice.delivered_on),
        Value::maybe(new.invoice.period.from),
        Value::maybe(new.invoice.period.to),
        Value::text(new.invoice.currency.code()),
        Value::maybe(references.buyer.as_ref()),
        Value::maybe(references.project.as_ref()),
        Value::maybe(references.contract.as_ref()),
        Value::maybe(references.order.as_ref()),
        Value::maybe(references.sales_order.as_ref()),
        Value::maybe(references.object.as_ref()),
        Value::maybe(references.accounting.as_ref()),
        Value::maybe(payment.terms.as_ref()),
        totals.lines.minor().into(),
        totals.allowances.minor().into(),
        totals.charges.minor().into(),
        totals.without_vat.minor().into(),
        totals.vat.minor().into(),
        totals.with_vat.minor().into(),
        totals.prepaid.minor().into(),
        totals.rounding.minor().into(),
        totals.payable.minor().into(),
        Value::maybe(totals.vat_in_accounting_currency.map(|sum| sum.currency().code())),
        Value::Int(totals.vat_in_accounting_currency.map(Money::minor)),
        Value::maybe(by),
        Value::time(at),
        Value::Int((check::overall(&check::check(new.invoice)) == Verdict::Agrees).then_some(check::RULES)),
        Value::maybe(payee.map(|payee| &payee.name)),
        Value::maybe(payee.and_then(|payee| payee.identifier.as_ref()).map(|id| &id.value)),
        Value::maybe(payee.and_then(|payee| payee.identifier.as_ref()?.scheme.as_ref())),
        Value::maybe(payee.and_then(|payee| payee.legal_id.as_ref()).map(|id| &id.value)),
        Value::maybe(payee.and_then(|payee| payee.legal_id.as_ref()?.scheme.as_ref())),
        Value::maybe(new.invoice.delivery_place.as_ref()),
    ]
}

/// A word of [`mention`], a value, and what belongs to it.
type Attribute<'a> = (&'static str, &'a str, Option<String>);

fn plain<'a>(kind: &'static str, texts: &'a [String]) -> impl Iterator<Item = Attribute<'a>> {
    texts.iter().map(move |text| (kind, text.as_str(), None))
}

fn known_by<'a>(kind: &'static str, ids: &'a [Identifier]) -> impl Iterator<Item = Attribute<'a>> {
    ids.iter().map(move |id| (kind, id.value.as_str(), id.scheme.clone()))
}

fn attributes(invoice: &Invoice) -> impl Iterator<Item = Attribute<'_>> {
    let preceding = invoice.references.preceding.iter();
    plain(attribute::NOTE, &invoice.notes)
        .chain(preceding.map(|one| (attribute::PRECEDING, one.number.as_str(), one.issued_on.map(|day| day.to_string()))))
        .chain(known_by(attribute::SELLER, &invoice.seller.identifiers))
        .chain(known_by(attribute::BUYER, &invoice.buyer.identifiers))
}

async fn insert_attributes(change: &mut Change, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    let rows = all.iter().flat_map(|(new, _)| {
        (0_i64..).zip(attributes(new.invoice)).map(|(position, (kind, value, detail))| {
            [Value::text(new.id), Value::text(kind), position.into(), Value::text(value), Value::maybe(detail)]
        })
    });
    bulk_insert::insert(change, "invoice_mention", ["invoice_id", "kind", "position", "value", "detail"], rows.collect()).await
}

const LINE: [&str; 23] = [
    "id",
    "invoice_id",
    "position",
    "line_number",
    "name",
    "description",
    "item_number",
    "note",
    "quantity",
    "unit",
    "price",
    "price_discount",
    "price_gross",
    "base_quantity",
    "net",
    "vat_category",
    "vat_rate",
    "period_from",
    "period_to",
    "object_reference",
    "order_line",
    "accounting_reference",
    "base_unit",
];

async fn insert_lines(change: &mut Change, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    let (mut lines, mut adjustments, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for (new, _) in all {
        for (position, one) in (0..).zip(&new.invoice.lines) {
            let id = change.id();
            lines.push(line(new.id, id, position, one));
            parts.extend((0..).zip(&one.sub_lines).map(|(place, part)| sub_line::row(new.id, id, place, part)));
            adjustments.extend((0..).zip(&one.adjustments).map(|(place, one)| adjustment(change, new.id, Some(id), place, one)));
        }
        let whole = (0..).zip(&new.invoice.adjustments);
        adjustments.extend(whole.map(|(place, one)| adjustment(change, new.id, None, place, one)));
    }
    bulk_insert::insert(change, "invoice_line", LINE, lines).await?;
    bulk_insert::insert(change, "invoice_sub_line", sub_line::COLUMNS, parts).await?;
    bulk_insert::insert(change, "invoice_adjustment", ADJUSTMENT, adjustments).await
}

pub(super) fn written(number: Option<&Exact>) -> Value {
    Value::maybe(number.map(Exact::as_written))
}

fn line(invoice: InvoiceId, id: LineId, position: i64, line: &InvoiceLine) -> [Value; 23] {
    [
        Value::text(id),
        Value::text(invoice),
        position.into(),
        Value::text(&line.id),
        Value::text(&line.name),
        Value::maybe(line.description.as_ref()),
        Value::maybe(line.item_number.as_ref()),
        Value::maybe(line.note.as_ref()),
        Value::text(line.quantity.as_written()),
        Value::maybe(line.unit.as_ref()),
        Value::text(line.price.net.as_written()),
        written(line.price.discount.as_ref()),
        written(line.price.gross.as_ref()),
        written(line.price.base_quantity.as_ref()),
        line.net.minor().into(),
        Value::text(&line.vat.category),
        written(line.vat.rate.as_ref()),
        Value::maybe(line.period.from),
        Value::maybe(line.period.to),
        Value::maybe(line.object_reference.as_ref()),
        Value::maybe(line.order_line.as_ref()),
        Value::maybe(line.accounting_reference.as_ref()),
        Value::maybe(line.price.base_unit.as_ref()),
    ]
}

const ADJUSTMENT: [&str; 12] = [
    "id",
    "invoice_id",
    "line_id",
    "position",
    "kind",
    "amount",
    "base",
    "percent",
    "reason",
    "reason_code",
    "vat_category",
    "vat_rate",
];

fn adjustment(change: &Change, invoice: InvoiceId, line: Option<LineId>, position: i64, one: &Adjustment) -> [Value; 12] {
    let kind = match one.kind {
        AdjustmentKind::Allowance => "allowance",
        AdjustmentKind::Charge => "charge",
    };
    [
        Value::text(change.id::<Ulid>()),
        Value::text(invoice),
        Value::maybe(line),
        position.into(),
        Value::text(kind),
        one.amount.minor().into(),
        Value::Int(one.base.map(Money::minor)),
        written(one.percent.as_ref()),
        Value::maybe(one.reason.as_ref()),
        Value::maybe(one.reason_code.as_ref()),
        Value::maybe(one.vat.as_ref().map(|vat| &vat.category)),
        written(one.vat.as_ref().and_then(|vat| vat.rate.as_ref())),
    ]
}

async fn insert_vat(change: &mut Change, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    let columns = ["invoice_id", "position", "category", "rate", "base", "tax", "exemption_reason", "exemption_code"];
    let rows = all.iter().flat_map(|(new, _)| {
        (0_i64..).zip(&new.invoice.vat_breakdown).map(|(position, row)| {
            [
                Value::text(new.id),
                position.into(),
                Value::text(&row.vat.category),
                written(row.vat.rate.as_ref()),
                row.base.minor().into(),
                row.tax.minor().into(),
                Value::maybe(row.exemption_reason.as_ref()),
                Value::maybe(row.exemption_code.as_ref()),
            ]
        })
    });
    bulk_insert::insert(change, "invoice_vat", columns, rows.collect()).await
}
