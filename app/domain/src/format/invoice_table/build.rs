//! The invoice that rows make: its lines, the groups of VAT and the totals, checked by the rules that hold for every invoice.

use super::{
    Columns, Fault, FaultKind,
    header::{Header, header},
    line::line,
};
use crate::{
    exact::Exact,
    format::{csv::Row, excerpt},
    invoice::{
        Invoice, InvoiceKind, InvoiceLine, Party, Period, Totals, Vat, VatBreakdown,
        check::{self, Place, Verdict},
    },
    money::{Currency, Money, MoneyError},
    table_import::{TableField, cell},
};
use rust_decimal::Decimal;

/// The invoice of these rows, or everything that is wrong with them.
pub(super) fn invoice(columns: Columns<'_>, rows: &[Row<'_>], seller: &str) -> Result<Invoice, Vec<Fault>> {
    let mut faults = Vec::new();
    let header = header(columns, rows, &mut faults);
    let known = header.as_ref().map_or((Currency::EUR, false), Header::for_lines);
    let mut lines = Vec::with_capacity(rows.len());
    for (row, place) in rows.iter().zip(0..) {
        lines.extend(line(columns, (*row, place), known, &mut faults));
    }
    let (Some(header), Some(first), true) = (header, rows.first(), faults.is_empty()) else { return Err(sorted(faults)) };
    let too_large = |_: MoneyError| vec![columns.fault(*first, TableField::Net, FaultKind::TooLarge)];
    let vat_breakdown = breakdown(&lines, header.currency).map_err(too_large)?;
    let totals = totals(&lines, &vat_breakdown, header.currency).map_err(too_large)?;
    let nobody = Party {
        name: seller.to_owned(),
        trading_name: None,
        identifiers: Vec::new(),
        legal_id: None,
        vat_id: None,
        endpoint: None,
    };
    let invoice = Invoice {
        number: header.number,
        kind: InvoiceKind::Invoice,
        issued_on: header.issued_on,
        due_on: header.due_on,
        tax_point_on: None,
        delivered_on: None,
        delivery_place: None,
        period: Period::default(),
        currency: header.currency,
        notes: Vec::new(),
        references: header.references,
        seller: nobody,
        buyer: header.buyer,
        payment: header.payment,
        adjustments: Vec::new(),
        lines,
        vat_breakdown,
        totals,
        settlements: Vec::new(),
        finer: Vec::new(),
        attachments: Vec::new(),
    };
    faults.extend(differing(columns, rows, &invoice));
    faults.extend(other_total(columns, rows, &invoice));
    if faults.is_empty() { Ok(credited(invoice)) } else { Err(sorted(faults)) }
}

fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| (fault.row, fault.column));
    faults
}

/// The groups of VAT, in the order of their first lines. The tax of each is reckoned once, of its whole base.
fn breakdown(lines: &[InvoiceLine], currency: Currency) -> Result<Vec<VatBreakdown>, MoneyError> {
    let mut groups = Vec::<(Vat, Money)>::new();
    for line in lines {
        match groups.iter_mut().find(|(vat, _)| *vat == line.vat) {
            Some((_, base)) => *base = base.checked_add(line.net)?,
            None => groups.push((line.vat.clone(), line.net)),
        }
    }
    let group = |(vat, base): (Vat, Money)| {
        let tax = base.to_decimal().checked_mul(vat.percent()).ok_or(MoneyError::OutOfRange)? / Decimal::ONE_HUNDRED;
        let tax = Money::round_half_up(tax, currency)?;
        Ok(VatBreakdown { vat, base, tax, exemption_reason: None, exemption_code: None })
    };
    groups.into_iter().map(group).collect()
}

fn totals(lines: &[InvoiceLine], groups: &[VatBreakdown], currency: Currency) -> Result<Totals, MoneyError> {
    let net = Money::sum(currency, lines.iter().map(|line| line.net))?;
    let vat = Money::sum(currency, groups.iter().map(|group| group.tax))?;
    let (zero, with_vat) = (Money::zero(currency), net.checked_add(vat)?);
    Ok(Totals {
        lines: net,
        allowances: zero,
        charges: zero,
        without_vat: net,
        vat,
        vat_in_accounting_currency: None,
        with_vat,
        prepaid: zero,
        rounding: zero,
        payable: with_vat,
    })
}

/// The lines whose sums do not agree by the rules for every invoice.
fn differing(columns: Columns<'_>, rows: &[Row<'_>], invoice: &Invoice) -> Vec<Fault> {
    let told = |finding: check::Finding| {
        let index = match finding.place {
            Place::Line { index, .. } => index,
            _ => 0,
        };
        let why = match (finding.verdict, finding.computed) {
            (Verdict::Agrees | Verdict::WithinTolerance, _) => return None,
            (_, Some(computed)) => FaultKind::Differs { stated: finding.stated, computed },
            (_, None) => FaultKind::TooLarge,
        };
        Some(columns.fault(*rows.get(index)?, TableField::Net, why))
    };
    // What gives back becomes a credit note below, whose amounts are positive then.
    check::check(invoice).into_iter().filter_map(told).collect()
}

/// The total that the rows state, where it is another.
fn other_total(columns: Columns<'_>, rows: &[Row<'_>], invoice: &Invoice) -> Vec<Fault> {
    let told = |row: &Row<'_>| {
        let text = columns.get(*row, TableField::Total)?;
        let read = cell::number(text).map(|exact| Money::from_exact(&exact, invoice.currency));
        let why = match read {
            None => FaultKind::NotANumber(excerpt(text)),
            Some(Err(MoneyError::TooManyDecimals { .. })) => FaultKind::TooFine,
            Some(Err(_)) => FaultKind::TooLarge,
            Some(Ok(stated)) if stated == invoice.totals.payable => return None,
            Some(Ok(stated)) => FaultKind::Differs { stated, computed: invoice.totals.payable },
        };
        Some(columns.fault(*row, TableField::Total, why))
    };
    rows.iter().filter_map(told).take(1).collect()
}

/// What gives back more than it asks for is a credit note, which states what it gives back as positive.
fn credited(mut invoice: Invoice) -> Invoice {
    if invoice.totals.payable.minor() >= 0 {
        return invoice;
    }
    let turn = |money: &mut Money| *money = money.checked_neg().unwrap_or(*money);
    invoice.kind = InvoiceKind::CreditNote;
    for line in &mut invoice.lines {
        line.quantity = negated(&line.quantity);
        turn(&mut line.net);
    }
    for group in &mut invoice.vat_breakdown {
        turn(&mut group.base);
        turn(&mut group.tax);
    }
    let Totals { lines, without_vat, vat, with_vat, payable, .. } = &mut invoice.totals;
    [lines, without_vat, vat, with_vat, payable].into_iter().for_each(turn);
    invoice
}

/// The number with the other sign, written as before.
fn negated(number: &Exact) -> Exact {
    let written = number.as_written();
    let turned = match written.strip_prefix('-') {
        Some(positive) => positive.to_owned(),
        None => format!("-{written}"),
    };
    turned.parse().unwrap_or_else(|_| Exact::from(-number.value()))
}
