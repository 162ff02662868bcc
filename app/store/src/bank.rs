//! What the bank tells: imported files, the payments in them, and what each was used for.

mod open;
mod write;

pub use open::{find_open, list_open};
pub use write::{dismiss, insert_statement, insert_transactions, lock, remove, update_present};

use crate::{Conn, Result, access::BankScope, bulk_insert::Value, engine::Statement, row::Columns};
use coplan_domain::{
    bank::{BankTransaction, StatedReference},
    id::{BankStatementId, BankTransactionId, CustomerId, InvoiceId, PaymentId},
    money::{Currency, Money},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// A payment of the bank's as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransactionRow {
    /// Which.
    pub id: BankTransactionId,
    /// What the bank tells of it.
    pub transaction: BankTransaction,
    /// What of it is used for no invoice yet.
    pub rest: Money,
    /// Whether somebody said that it is for no invoice.
    pub is_dismissed: bool,
}

/// What a payment of the bank's was used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransactionUse {
    /// Which payment of the bank's.
    pub transaction: BankTransactionId,
    /// Which payment of the invoice.
    pub payment: PaymentId,
    /// The invoice.
    pub invoice: InvoiceId,
    /// BT-1.
    pub number: String,
    /// Whose.
    pub customer: CustomerId,
    /// What the customer is called.
    pub customer_name: String,
    /// How much.
    pub amount: Money,
}

/// An imported file in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementBrief {
    /// Which.
    pub id: BankStatementId,
    /// What the file was called.
    pub file_name: String,
    /// When it was imported.
    pub at: Timestamp,
    /// How many payments it brought.
    pub brought: i64,
    /// How many of them wait for somebody to say what they are for.
    pub waiting: i64,
    /// How many payments were here before.
    pub present: i64,
    /// How many entries no invoice can be paid by.
    pub left_out: i64,
}

/// Which payments of the bank's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those of a file.
    Of(BankStatementId),
    /// Those of any file that wait for somebody to say what they are for.
    Waiting,
    /// One.
    One(BankTransactionId),
}

/// What is used of the payment `t`.
const USED: &str = "cast(coalesce((select sum(y.amount) from payment y where y.bank_transaction_id = t.id), 0) as bigint)";

impl Which {
    /// The condition on `t`, whose only place is `$1`.
    fn condition(self) -> (String, Value) {
        match self {
            Self::Of(statement) => ("t.statement_id = $1".to_owned(), Value::text(statement)),
            Self::One(id) => ("t.id = $1".to_owned(), Value::text(id)),
            Self::Waiting => (format!("t.dismissed_at is null and t.amount > {USED} and t.amount > $1"), Value::Int(Some(0))),
        }
    }
}

/// Payments of the bank's, the newest file first, each file in its order; at most `limit`.
pub async fn list(conn: &mut Conn, _scope: BankScope, which: Which, limit: i64) -> Result<Vec<TransactionRow>> {
    let (condition, value) = which.condition();
    let sql = format!(
        "select t.id, t.booked_on, t.currency, t.amount, t.payer, t.message, t.dismissed_at, {USED} as used
         from bank_transaction t join bank_statement s on s.id = t.statement_id
         where {condition} order by s.imported_at desc, s.id, t.position limit $2 + 0"
    );
    let rows = Statement::new(sql).bind(value.clone()).bind(Value::Int(Some(limit))).fetch(conn).await?;
    let mut references = references(conn, &condition, value).await?;
    rows.iter().map(|row| read(row, &mut references)).collect()
}

fn read(row: &AnyRow, references: &mut BTreeMap<BankTransactionId, Vec<StatedReference>>) -> Result<TransactionRow> {
    let (id, currency): (BankTransactionId, Currency) = (row.parse("id")?, row.parse("currency")?);
    let amount = row.int("amount")?;
    let transaction = BankTransaction {
        booked_on: row.parse("booked_on")?,
        amount: Money::from_minor(amount, currency),
        payer: row.maybe_text("payer")?,
        references: references.remove(&id).unwrap_or_default(),
        message: row.maybe_text("message")?,
        bank_reference: None,
        account: None,
        twin: 0,
    };
    let rest = Money::from_minor(amount.saturating_sub(row.int("used")?).max(0), currency);
    Ok(TransactionRow { id, transaction, rest, is_dismissed: row.maybe_time("dismissed_at")?.is_some() })
}

/// What those payments say that they are for.
async fn references(conn: &mut Conn, condition: &str, value: Value) -> Result<BTreeMap<BankTransactionId, Vec<StatedReference>>> {
    let sql = format!(
        "select r.transaction_id, r.reference, r.amount, t.currency
         from bank_transaction_reference r join bank_transaction t on t.id = r.transaction_id
         where {condition} order by r.transaction_id, r.position"
    );
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &Statement::new(sql).bind(value).fetch(conn).await? {
        let currency: Currency = row.parse("currency")?;
        let amount = row.maybe_int("amount")?.map(|minor| Money::from_minor(minor, currency));
        all.entry(row.parse("transaction_id")?).or_default().push(StatedReference { reference: row.text("reference")?, amount });
    }
    Ok(all)
}

/// What the payments of a file were used for, in the order of the file.
pub async fn list_uses(conn: &mut Conn, _scope: BankScope, id: BankStatementId) -> Result<Vec<TransactionUse>> {
    let rows = sqlx::query(
        "select y.bank_transaction_id, y.id, y.amount, i.id as invoice_id, i.number, i.currency, c.id as customer_id, c.name
         from bank_transaction t
         join payment y on y.bank_transaction_id = t.id
         join invoice i on i.id = y.invoice_id
         join customer c on c.id = i.customer_id
         where t.statement_id = $1 order by t.position, y.id",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let read = |row: &AnyRow| {
        Ok(TransactionUse {
            transaction: row.parse("bank_transaction_id")?,
            payment: row.parse("id")?,
            invoice: row.parse("invoice_id")?,
            number: row.text("number")?,
            customer: row.parse("customer_id")?,
            customer_name: row.text("name")?,
            amount: Money::from_minor(row.int("amount")?, row.parse("currency")?),
        })
    };
    rows.iter().map(read).collect()
}

fn statements(rest: &str) -> String {
    format!(
        "select s.id, s.file_name, s.imported_at, s.present, s.left_out,
           (select count(*) from bank_transaction t where t.statement_id = s.id) as brought,
           (select count(*) from bank_transaction t where t.statement_id = s.id and t.dismissed_at is null and t.amount > {USED})
             as waiting
         from bank_statement s {rest}"
    )
}

fn read_statement(row: &AnyRow) -> Result<StatementBrief> {
    Ok(StatementBrief {
        id: row.parse("id")?,
        file_name: row.text("file_name")?,
        at: row.time("imported_at")?,
        brought: row.int("brought")?,
        waiting: row.int("waiting")?,
        present: row.int("present")?,
        left_out: row.int("left_out")?,
    })
}

/// The newest imported files, at most so many.
pub async fn list_statements(conn: &mut Conn, _scope: BankScope, limit: i64) -> Result<Vec<StatementBrief>> {
    let sql = statements("order by s.imported_at desc, s.id desc limit $1 + 0");
    let rows = Statement::new(sql).bind(Value::Int(Some(limit))).fetch(conn).await?;
    rows.iter().map(read_statement).collect()
}

/// One of them.
pub async fn find_statement(conn: &mut Conn, _scope: BankScope, id: BankStatementId) -> Result<Option<StatementBrief>> {
    let rows = Statement::new(statements("where s.id = $1")).bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(read_statement).transpose()
}
