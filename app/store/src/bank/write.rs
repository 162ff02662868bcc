//! Keeping what a file of the bank's tells, and taking it away again.

use super::{TransactionRow, Which, list};
use crate::{
    Change, Result,
    access::{BankScope, BankWrite, MoneyWrite, WriteProof},
    bulk_insert::{self, Value},
    row::Columns,
};
use coplan_domain::{
    bank::BankTransaction,
    id::{BankStatementId, BankTransactionId},
    money::Money,
};
use std::collections::BTreeSet;

/// Keeps a file.
pub async fn insert_statement(
    change: &mut Change,
    write: &BankWrite,
    file_name: &str,
    left_out: usize,
) -> Result<BankStatementId> {
    let (id, now): (BankStatementId, _) = (change.id(), change.now());
    sqlx::query(
        "insert into bank_statement (id, file_name, imported_by, imported_at, present, left_out) values ($1, $2, $3, $4, 0, $5)",
    )
    .bind(id.to_string())
    .bind(file_name)
    .bind(write.person().to_string())
    .bind(now.as_millisecond())
    .bind(i64::try_from(left_out).unwrap_or(i64::MAX))
    .execute(write.on(change)?)
    .await?;
    Ok(id)
}

/// Keeps those payments of a piece of a file that are not here yet; says which those are. The piece begins at this place of
/// the file.
pub async fn insert_transactions(
    change: &mut Change,
    write: &BankWrite,
    (statement, place): (BankStatementId, i64),
    transactions: &[(BankTransactionId, BankTransaction)],
) -> Result<BTreeSet<BankTransactionId>> {
    let rows = (place..).zip(transactions).map(|(position, (id, one))| {
        [
            Value::text(id),
            Value::text(statement),
            position.into(),
            Value::text(one.booked_on),
            Value::text(one.amount.currency().code()),
            one.amount.minor().into(),
            Value::maybe(one.payer.as_ref()),
            Value::maybe(one.message.as_ref()),
        ]
    });
    let columns = ["id", "statement_id", "position", "booked_on", "currency", "amount", "payer", "message"];
    let conn = write.on(change)?;
    bulk_insert::insert_or(conn, "bank_transaction", columns, rows.collect(), "on conflict (id) do nothing").await?;
    let kept = sqlx::query("select id from bank_transaction where statement_id = $1 and position >= $2");
    let kept = kept.bind(statement.to_string()).bind(place).fetch_all(write.on(change)?).await?;
    let kept: BTreeSet<BankTransactionId> = kept.iter().map(|row| row.parse("id")).collect::<Result<_>>()?;
    let references = transactions.iter().filter(|(id, _)| kept.contains(id)).flat_map(|(id, one)| {
        (0_i64..).zip(&one.references).map(move |(position, stated)| {
            let amount = Value::Int(stated.amount.map(Money::minor));
            [Value::text(id), position.into(), Value::text(&stated.reference), amount]
        })
    });
    let columns = ["transaction_id", "position", "reference", "amount"];
    bulk_insert::insert(write.on(change)?, "bank_transaction_reference", columns, references.collect()).await?;
    Ok(kept)
}

/// Says how many payments of a file were here before.
pub async fn update_present(change: &mut Change, write: &BankWrite, id: BankStatementId, present: usize) -> Result<()> {
    sqlx::query("update bank_statement set present = $1 where id = $2")
        .bind(i64::try_from(present).unwrap_or(i64::MAX))
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// A payment of the bank's that nobody else uses until the change is over; none where it is gone, or is for no invoice.
pub async fn lock(
    change: &mut Change,
    write: &MoneyWrite,
    scope: BankScope,
    id: BankTransactionId,
) -> Result<Option<TransactionRow>> {
    let locked = sqlx::query("update bank_transaction set position = position where id = $1 and dismissed_at is null");
    let locked = locked.bind(id.to_string()).execute(write.on(change)?).await?;
    if locked.rows_affected() != 1 {
        return Ok(None);
    }
    Ok(list(change, scope, Which::One(id), 1).await?.into_iter().next())
}

/// Says that a payment of the bank's is for no invoice, or that it waits again.
pub async fn dismiss(change: &mut Change, write: &BankWrite, id: BankTransactionId, is_dismissed: bool) -> Result<bool> {
    let now = change.now().as_millisecond();
    let (at, by) = if is_dismissed { (Some(now), Some(write.person().to_string())) } else { (None, None) };
    let done = sqlx::query("update bank_transaction set dismissed_at = $1, dismissed_by = $2 where id = $3")
        .bind(at)
        .bind(by)
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes the payments of a file that are used for no invoice, and the file once none is left; says whether it is gone.
pub async fn remove(change: &mut Change, write: &BankWrite, id: BankStatementId) -> Result<bool> {
    let unused = "select t.id from bank_transaction t where t.statement_id = $1
           and not exists (select 1 from payment y where y.bank_transaction_id = t.id)";
    for sql in [
        format!("delete from bank_transaction_reference where transaction_id in ({unused})"),
        format!("delete from bank_transaction where id in ({unused})"),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).execute(write.on(change)?).await?;
    }
    let gone = sqlx::query(
        "delete from bank_statement where id = $1 and not exists (select 1 from bank_transaction t where t.statement_id = $1)",
    );
    Ok(gone.bind(id.to_string()).execute(write.on(change)?).await?.rows_affected() == 1)
}
