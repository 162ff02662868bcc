//! An invoice put together again from its rows, in ten statements however long it is.

use super::{DUE, KeptInvoice, attachment, attribute, means, settlement, sub_line};
use crate::{Conn, Result, StoreError, access::MoneyScope, row::Columns};
use coplan_domain::{
    exact::Exact,
    id::{CustomerId, InvoiceId, LineId},
    invoice::{
        Adjustment, AdjustmentKind, Identifier, Invoice, InvoiceKind, InvoiceLine, Party, Payee, Payment, Period,
        PrecedingInvoice, Price, References, SubLine, Totals, Vat, VatBreakdown,
    },
    money::{Currency, Money},
};
use sqlx::{AssertSqlSafe, any::AnyRow};
use std::collections::BTreeMap;

/// An invoice of this customer with everything it states.
pub async fn find(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<Option<KeptInvoice>> {
    find_of(conn, scope.customer(), id).await
}

/// The same for whoever checks the database.
pub(crate) async fn find_of(conn: &mut Conn, customer: CustomerId, id: InvoiceId) -> Result<Option<KeptInvoice>> {
    let head = sqlx::query(AssertSqlSafe(format!(
        "select i.*, {DUE} as due, r.number as replaced_by_number, o.file_name, p.name as brought_in_by_name
         from invoice i join invoice_original o on o.invoice_id = i.id left join person p on p.id = i.brought_in_by
         left join invoice r on r.id = i.replaced_by
         where i.id = $1 and i.customer_id = $2"
    )))
    .bind(id.to_string())
    .bind(customer.to_string())
    .fetch_optional(&mut *conn)
    .await?;
    let Some(head) = head else { return Ok(None) };
    let currency = head.parse("currency")?;
    let mut attributes = list_attributes(conn, id).await?;
    let mut adjustments = list_adjustments(conn, id, currency).await?;
    let (line_ids, lines) = list_lines(conn, id, currency, &mut adjustments).await?;
    let invoice = Invoice {
        number: head.text("number")?,
        kind: InvoiceKind::from_code(&head.text("kind")?, head.int("sign")? < 0),
        issued_on: head.parse("issued_on")?,
        due_on: head.maybe("due_on")?,
        tax_point_on: head.maybe("tax_point_on")?,
        delivered_on: head.maybe("delivered_on")?,
        delivery_place: head.maybe_text("delivery_place")?,
        period: period(&head)?,
        currency,
        notes: attributes.texts(attribute::NOTE),
        references: references(&head, attributes.preceding()?)?,
        seller: seller(&head, attributes.identifiers(attribute::SELLER))?,
        buyer: buyer(&head, attributes.identifiers(attribute::BUYER))?,
        payment: Payment { terms: head.maybe_text("payment_terms")?, payee: payee(&head)?, means: means::list(conn, id).await? },
        adjustments: adjustments.remove(&None).unwrap_or_default(),
        lines,
        vat_breakdown: list_vat(conn, id, currency).await?,
        totals: totals(&head, currency)?,
        settlements: settlement::list(conn, id, currency).await?,
        finer: settlement::list_finer(conn, id, currency).await?,
        attachments: attachment::list(conn, id).await?,
    };
    Ok(Some(KeptInvoice {
        id,
        invoice,
        line_ids,
        due: money(&head, "due", currency)?,
        replaced_by: head.maybe("replaced_by")?.zip(head.maybe_text("replaced_by_number")?),
        file_name: head.text("file_name")?,
        brought_in_by: head.maybe_text("brought_in_by_name")?,
        brought_in_at: head.time("brought_in_at")?,
    }))
}

fn money(row: &AnyRow, column: &'static str, currency: Currency) -> Result<Money> {
    Ok(Money::from_minor(row.int(column)?, currency))
}

fn period(row: &AnyRow) -> Result<Period> {
    Ok(Period { from: row.maybe("period_from")?, to: row.maybe("period_to")? })
}

fn references(row: &AnyRow, preceding: Vec<PrecedingInvoice>) -> Result<References> {
    Ok(References {
        buyer: row.maybe_text("buyer_reference")?,
        project: row.maybe_text("project_reference")?,
        contract: row.maybe_text("contract_reference")?,
        order: row.maybe_text("order_reference")?,
        sales_order: row.maybe_text("sales_order_reference")?,
        object: row.maybe_text("object_reference")?,
        accounting: row.maybe_text("accounting_reference")?,
        preceding,
    })
}

fn identifier(row: &AnyRow, value: &'static str, scheme: &'static str) -> Result<Option<Identifier>> {
    let scheme = row.maybe_text(scheme)?;
    Ok(row.maybe_text(value)?.map(|value| Identifier { value, scheme }))
}

pub(super) fn seller(row: &AnyRow, identifiers: Vec<Identifier>) -> Result<Party> {
    Ok(Party {
        name: row.text("seller_name")?,
        trading_name: row.maybe_text("seller_trading_name")?,
        identifiers,
        legal_id: identifier(row, "seller_legal_id", "seller_legal_scheme")?,
        vat_id: row.maybe_text("seller_vat_id")?,
        endpoint: identifier(row, "seller_endpoint", "seller_endpoint_scheme")?,
    })
}

fn buyer(row: &AnyRow, identifiers: Vec<Identifier>) -> Result<Party> {
    Ok(Party {
        name: row.text("buyer_name")?,
        trading_name: row.maybe_text("buyer_trading_name")?,
        identifiers,
        legal_id: identifier(row, "buyer_legal_id", "buyer_legal_scheme")?,
        vat_id: row.maybe_text("buyer_vat_id")?,
        endpoint: identifier(row, "buyer_endpoint", "buyer_endpoint_scheme")?,
    })
}

fn payee(row: &AnyRow) -> Result<Option<Payee>> {
    let Some(name) = row.maybe_text("payee_name")? else { return Ok(None) };
    let identifier = identifier(row, "payee_id", "payee_scheme")?;
    Ok(Some(Payee { name, identifier, legal_id: self::identifier(row, "payee_legal_id", "payee_legal_scheme")? }))
}

fn totals(row: &AnyRow, currency: Currency) -> Result<Totals> {
    let accounting = row.maybe("accounting_currency")?.zip(row.maybe_int("accounting_tax_sum")?);
    Ok(Totals {
        lines: money(row, "lines_sum", currency)?,
        allowances: money(row, "allowances_sum", currency)?,
        charges: money(row, "charges_sum", currency)?,
        without_vat: money(row, "net_sum", currency)?,
        vat: money(row, "tax_sum", currency)?,
        vat_in_accounting_currency: accounting.map(|(currency, minor)| Money::from_minor(minor, currency)),
        with_vat: money(row, "gross_sum", currency)?,
        prepaid: money(row, "prepaid_sum", currency)?,
        rounding: money(row, "rounding_sum", currency)?,
        payable: money(row, "payable_sum", currency)?,
    })
}

/// What is stated any number of times, by its word.
struct Attributes(BTreeMap<String, Vec<(String, Option<String>)>>);

impl Attributes {
    fn take(&mut self, kind: &str) -> impl Iterator<Item = (String, Option<String>)> {
        self.0.remove(kind).unwrap_or_default().into_iter()
    }

    fn texts(&mut self, kind: &str) -> Vec<String> {
        self.take(kind).map(|(text, _)| text).collect()
    }

    fn identifiers(&mut self, kind: &str) -> Vec<Identifier> {
        self.take(kind).map(|(value, scheme)| Identifier { value, scheme }).collect()
    }

    fn preceding(&mut self) -> Result<Vec<PrecedingInvoice>> {
        let day = |day: String| day.parse().map_err(|_| StoreError::Corrupt { column: "detail" });
        let one = |(number, on): (_, Option<String>)| Ok(PrecedingInvoice { number, issued_on: on.map(day).transpose()? });
        self.take(attribute::PRECEDING).map(one).collect()
    }
}

async fn list_attributes(conn: &mut Conn, id: InvoiceId) -> Result<Attributes> {
    let rows = sqlx::query("select kind, value, detail from invoice_mention where invoice_id = $1 order by position")
        .bind(id.to_string())
        .fetch_all(conn)
        .await?;
    let mut attributes = BTreeMap::<_, Vec<_>>::new();
    for row in rows {
        attributes.entry(row.text("kind")?).or_default().push((row.text("value")?, row.maybe_text("detail")?));
    }
    Ok(Attributes(attributes))
}

/// By line; those of the whole invoice under none.
type Adjustments = BTreeMap<Option<LineId>, Vec<Adjustment>>;

async fn list_adjustments(conn: &mut Conn, id: InvoiceId, currency: Currency) -> Result<Adjustments> {
    let rows = sqlx::query(
        "select line_id, kind, amount, base, percent, reason, reason_code, vat_category, vat_rate
         from invoice_adjustment where invoice_id = $1 order by position",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let mut adjustments = Adjustments::new();
    for row in rows {
        let rate = row.maybe("vat_rate")?;
        adjustments.entry(row.maybe("line_id")?).or_default().push(Adjustment {
            kind: if row.text("kind")? == "charge" { AdjustmentKind::Charge } else { AdjustmentKind::Allowance },
            amount: money(&row, "amount", currency)?,
            base: row.maybe_int("base")?.map(|minor| Money::from_minor(minor, currency)),
            percent: row.maybe("percent")?,
            reason: row.maybe_text("reason")?,
            reason_code: row.maybe_text("reason_code")?,
            vat: row.maybe_text("vat_category")?.map(|category| Vat { category, rate }),
        });
    }
    Ok(adjustments)
}

async fn list_lines(
    conn: &mut Conn,
    id: InvoiceId,
    currency: Currency,
    adjustments: &mut Adjustments,
) -> Result<(Vec<LineId>, Vec<InvoiceLine>)> {
    let rows = sqlx::query(
        "select id, line_number, name, description, item_number, note, quantity, unit, price, price_discount, price_gross,
           base_quantity, net, vat_category, vat_rate, period_from, period_to, object_reference, order_line,
           accounting_reference, base_unit
         from invoice_line where invoice_id = $1 order by position",
    )
    .bind(id.to_string())
    .fetch_all(&mut *conn)
    .await?;
    let mut parts = sub_line::list(conn, id, currency).await?;
    let lines = rows.iter().map(|row| {
        let id = row.parse("id")?;
        let of_line = (adjustments.remove(&Some(id)).unwrap_or_default(), parts.remove(&id).unwrap_or_default());
        Ok((id, line(row, currency, of_line)?))
    });
    Ok(lines.collect::<Result<Vec<_>>>()?.into_iter().unzip())
}

type OfLine = (Vec<Adjustment>, Vec<SubLine>);

fn line(row: &AnyRow, currency: Currency, (adjustments, sub_lines): OfLine) -> Result<InvoiceLine> {
    Ok(InvoiceLine {
        id: row.text("line_number")?,
        note: row.maybe_text("note")?,
        object_reference: row.maybe_text("object_reference")?,
        quantity: row.parse("quantity")?,
        unit: row.maybe_text("unit")?,
        net: money(row, "net", currency)?,
        order_line: row.maybe_text("order_line")?,
        accounting_reference: row.maybe_text("accounting_reference")?,
        period: period(row)?,
        adjustments,
        price: Price {
            net: row.parse("price")?,
            discount: row.maybe("price_discount")?,
            gross: row.maybe("price_gross")?,
            base_quantity: row.maybe("base_quantity")?,
            base_unit: row.maybe_text("base_unit")?,
        },
        vat: Vat { category: row.text("vat_category")?, rate: row.maybe::<Exact>("vat_rate")? },
        name: row.text("name")?,
        description: row.maybe_text("description")?,
        item_number: row.maybe_text("item_number")?,
        sub_lines,
    })
}

async fn list_vat(conn: &mut Conn, id: InvoiceId, currency: Currency) -> Result<Vec<VatBreakdown>> {
    let rows = sqlx::query(
        "select category, rate, base, tax, exemption_reason, exemption_code from invoice_vat
         where invoice_id = $1 order by position",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let row = |row: &AnyRow| {
        Ok(VatBreakdown {
            vat: Vat { category: row.text("category")?, rate: row.maybe("rate")? },
            base: money(row, "base", currency)?,
            tax: money(row, "tax", currency)?,
            exemption_reason: row.maybe_text("exemption_reason")?,
            exemption_code: row.maybe_text("exemption_code")?,
        })
    };
    rows.iter().map(row).collect()
}
