//! Keeping an invoice: its rows and its file, all or nothing.

use super::mention;
use crate::{Change, Result, access::Billing};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use coplan_domain::{
    exact::Exact,
    id::{CustomerId, InvoiceId, LineId},
    invoice::{Adjustment, AdjustmentKind, Identifier, Invoice, InvoiceLine, VatBreakdown},
    money::Money,
};
use sha2::{Digest, Sha256};

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
    /// The file.
    pub bytes: &'a [u8],
}

/// Keeps an invoice with its file.
///
/// # Errors
/// [`crate::StoreError::is_taken`] where the seller's number is there already.
pub async fn insert(change: &mut Change, by: Billing, new: NewInvoice<'_>) -> Result<()> {
    insert_head(change, by, &new).await?;
    insert_mentions(change, new.id, new.invoice).await?;
    for (position, line) in (0..).zip(&new.invoice.lines) {
        let id = change.id();
        insert_line(change, new.id, id, position, line).await?;
        insert_adjustments(change, new.id, Some(id), &line.adjustments).await?;
    }
    insert_adjustments(change, new.id, None, &new.invoice.adjustments).await?;
    for (position, row) in (0..).zip(&new.invoice.vat_breakdown) {
        insert_vat(change, new.id, position, row).await?;
    }
    sqlx::query("insert into invoice_original (invoice_id, file_name, sha256, content_base64) values ($1, $2, $3, $4)")
        .bind(new.id.to_string())
        .bind(new.file_name)
        .bind(format!("{:x}", Sha256::digest(new.bytes)))
        .bind(STANDARD.encode(new.bytes))
        .execute(&mut **change)
        .await?;
    change.touch(new.customer);
    Ok(())
}

async fn insert_head(change: &mut Change, by: Billing, new: &NewInvoice<'_>) -> Result<()> {
    let now = change.now().as_millisecond();
    let Invoice { references, seller, buyer, totals, .. } = new.invoice;
    let value = |id: &Option<Identifier>| id.as_ref().map(|id| id.value.clone());
    let scheme = |id: &Option<Identifier>| id.as_ref().and_then(|id| id.scheme.clone());
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    sqlx::query(
        "insert into invoice (id, customer_id, seller_id, seller_name, seller_trading_name, seller_legal_id,
           seller_legal_scheme, seller_vat_id, seller_endpoint, seller_endpoint_scheme, buyer_name, buyer_trading_name,
           buyer_legal_id, buyer_legal_scheme, buyer_vat_id, buyer_endpoint, buyer_endpoint_scheme, number, kind, sign,
           issued_on, due_on, tax_point_on, delivered_on, period_from, period_to, currency, buyer_reference,
           project_reference, contract_reference, order_reference, sales_order_reference, object_reference,
           accounting_reference, payment_reference, payment_terms, lines_sum, allowances_sum, charges_sum, net_sum,
           tax_sum, gross_sum, prepaid_sum, rounding_sum, payable_sum, accounting_currency, accounting_tax_sum,
           brought_in_by, brought_in_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
           $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43,
           $44, $45, $46, $47, $48, $49)",
    )
    .bind(new.id.to_string())
    .bind(new.customer.to_string())
    .bind(seller.key())
    .bind(seller.name.as_str())
    .bind(seller.trading_name.clone())
    .bind(value(&seller.legal_id))
    .bind(scheme(&seller.legal_id))
    .bind(seller.vat_id.clone())
    .bind(value(&seller.endpoint))
    .bind(scheme(&seller.endpoint))
    .bind(buyer.name.as_str())
    .bind(buyer.trading_name.clone())
    .bind(value(&buyer.legal_id))
    .bind(scheme(&buyer.legal_id))
    .bind(buyer.vat_id.clone())
    .bind(value(&buyer.endpoint))
    .bind(scheme(&buyer.endpoint))
    .bind(new.invoice.number.as_str())
    .bind(new.invoice.kind.code())
    .bind(if new.invoice.kind.is_credit() { -1_i64 } else { 1 })
    .bind(new.invoice.issued_on.to_string())
    .bind(day(new.invoice.due_on))
    .bind(day(new.invoice.tax_point_on))
    .bind(day(new.invoice.delivered_on))
    .bind(day(new.invoice.period.from))
    .bind(day(new.invoice.period.to))
    .bind(new.invoice.currency.code())
    .bind(references.buyer.clone())
    .bind(references.project.clone())
    .bind(references.contract.clone())
    .bind(references.order.clone())
    .bind(references.sales_order.clone())
    .bind(references.object.clone())
    .bind(references.accounting.clone())
    .bind(new.invoice.payment.reference.clone())
    .bind(new.invoice.payment.terms.clone())
    .bind(totals.lines.minor())
    .bind(totals.allowances.minor())
    .bind(totals.charges.minor())
    .bind(totals.without_vat.minor())
    .bind(totals.vat.minor())
    .bind(totals.with_vat.minor())
    .bind(totals.prepaid.minor())
    .bind(totals.rounding.minor())
    .bind(totals.payable.minor())
    .bind(totals.vat_in_accounting_currency.map(|sum| sum.currency().code()))
    .bind(totals.vat_in_accounting_currency.map(Money::minor))
    .bind(by.by().map(|id| id.to_string()))
    .bind(now)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// A word of [`mention`], a value, and what belongs to it.
type Mention<'a> = (&'static str, &'a str, Option<String>);

fn plain<'a>(kind: &'static str, texts: &'a [String]) -> impl Iterator<Item = Mention<'a>> {
    texts.iter().map(move |text| (kind, text.as_str(), None))
}

fn known_by<'a>(kind: &'static str, ids: &'a [Identifier]) -> impl Iterator<Item = Mention<'a>> {
    ids.iter().map(move |id| (kind, id.value.as_str(), id.scheme.clone()))
}

fn mentions(invoice: &Invoice) -> impl Iterator<Item = Mention<'_>> {
    let preceding = invoice.references.preceding.iter();
    plain(mention::NOTE, &invoice.notes)
        .chain(plain(mention::ACCOUNT, &invoice.payment.accounts))
        .chain(preceding.map(|one| (mention::PRECEDING, one.number.as_str(), one.issued_on.map(|day| day.to_string()))))
        .chain(known_by(mention::SELLER, &invoice.seller.identifiers))
        .chain(known_by(mention::BUYER, &invoice.buyer.identifiers))
}

async fn insert_mentions(change: &mut Change, id: InvoiceId, invoice: &Invoice) -> Result<()> {
    for (position, (kind, value, detail)) in (0_i64..).zip(mentions(invoice)) {
        sqlx::query("insert into invoice_mention (invoice_id, kind, position, value, detail) values ($1, $2, $3, $4, $5)")
            .bind(id.to_string())
            .bind(kind)
            .bind(position)
            .bind(value)
            .bind(detail)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

async fn insert_line(change: &mut Change, invoice: InvoiceId, id: LineId, position: i64, line: &InvoiceLine) -> Result<()> {
    let written = |number: &Option<Exact>| number.as_ref().map(|number| number.as_written().to_owned());
    sqlx::query(
        "insert into invoice_line (id, invoice_id, position, line_number, name, description, item_number, note, quantity,
           unit, price, price_discount, price_gross, base_quantity, net, vat_category, vat_rate, period_from, period_to,
           object_reference, order_line, accounting_reference)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
    )
    .bind(id.to_string())
    .bind(invoice.to_string())
    .bind(position)
    .bind(line.id.as_str())
    .bind(line.name.as_str())
    .bind(line.description.clone())
    .bind(line.item_number.clone())
    .bind(line.note.clone())
    .bind(line.quantity.as_written())
    .bind(line.unit.clone())
    .bind(line.price.net.as_written())
    .bind(written(&line.price.discount))
    .bind(written(&line.price.gross))
    .bind(written(&line.price.base_quantity))
    .bind(line.net.minor())
    .bind(line.vat.category.as_str())
    .bind(written(&line.vat.rate))
    .bind(line.period.from.map(|day| day.to_string()))
    .bind(line.period.to.map(|day| day.to_string()))
    .bind(line.object_reference.clone())
    .bind(line.order_line.clone())
    .bind(line.accounting_reference.clone())
    .execute(&mut **change)
    .await?;
    Ok(())
}

async fn insert_adjustments(change: &mut Change, invoice: InvoiceId, line: Option<LineId>, all: &[Adjustment]) -> Result<()> {
    for (position, one) in (0_i64..).zip(all) {
        let id: ulid::Ulid = change.id();
        sqlx::query(
            "insert into invoice_adjustment (id, invoice_id, line_id, position, kind, amount, base, percent, reason,
               reason_code, vat_category, vat_rate)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        )
        .bind(id.to_string())
        .bind(invoice.to_string())
        .bind(line.map(|id| id.to_string()))
        .bind(position)
        .bind(match one.kind {
            AdjustmentKind::Allowance => "allowance",
            AdjustmentKind::Charge => "charge",
        })
        .bind(one.amount.minor())
        .bind(one.base.map(Money::minor))
        .bind(one.percent.as_ref().map(|percent| percent.as_written().to_owned()))
        .bind(one.reason.clone())
        .bind(one.reason_code.clone())
        .bind(one.vat.as_ref().map(|vat| vat.category.clone()))
        .bind(one.vat.as_ref().and_then(|vat| vat.rate.as_ref()).map(|rate| rate.as_written().to_owned()))
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

async fn insert_vat(change: &mut Change, invoice: InvoiceId, position: i64, row: &VatBreakdown) -> Result<()> {
    sqlx::query(
        "insert into invoice_vat (invoice_id, position, category, rate, base, tax, exemption_reason, exemption_code)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(invoice.to_string())
    .bind(position)
    .bind(row.vat.category.as_str())
    .bind(row.vat.rate.as_ref().map(|rate| rate.as_written().to_owned()))
    .bind(row.base.minor())
    .bind(row.tax.minor())
    .bind(row.exemption_reason.clone())
    .bind(row.exemption_code.clone())
    .execute(&mut **change)
    .await?;
    Ok(())
}
