//! Whether a database holds what the program relies on: its tables, every row, references, and what is derived.

mod derived;
mod references;
mod rows;

use crate::{
    Db, OpenError, StoreError,
    engine::{Damage, Schema},
};

/// What a look through a database found.
#[derive(Debug)]
pub struct Report {
    /// What is wrong, each as a sentence for the person who runs it, without customers' data. Sound where there is none.
    pub findings: Vec<String>,
    /// Whether indexes were compared with the rows that they lead to; PostgreSQL needs its extension amcheck for that.
    pub indexes_verified: bool,
}

/// Why a database could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The tables as this program makes them could not be made in memory, for comparison.
    #[error("the tables to compare with: {0}")]
    Expected(#[source] OpenError),
    /// The database could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for CheckError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Looks through a database of this version. Where tables or columns are missing nothing else is looked at, because
/// it could not be read; otherwise every row is read, every reference followed and everything derived derived again.
///
/// # Errors
/// [`CheckError`] where it cannot be looked through; what is wrong in it is a finding.
pub async fn run(db: &Db) -> Result<Report, CheckError> {
    let expected = Schema::expected().await.map_err(CheckError::Expected)?;
    let found = Schema::read(db.engine(), &mut *db.read().await?).await?;
    let missing = expected.list_missing(&found);
    if !missing.is_empty() {
        return Ok(Report { findings: missing, indexes_verified: false });
    }
    let Damage { mut findings, indexes_verified } = db.find_damage().await?;
    let mut snapshot = db.begin_snapshot().await?;
    findings.extend(rows::find_unreadable(&mut snapshot, expected.tables()).await);
    // Damage that cannot be read past would be told again by each question.
    if findings.is_empty() {
        findings.extend(references::list_orphans(&mut snapshot, &expected.references).await?);
        findings.extend(derived::list_wrong(&mut snapshot).await?);
    }
    snapshot.rollback().await?;
    Ok(Report { findings, indexes_verified })
}

/// What is wrong with a database whose tables may be of an earlier version: damage that it finds in itself, else rows
/// that refer by its own references to others that are not there.
pub(crate) async fn list_damage(db: &Db) -> Result<Vec<String>, StoreError> {
    let damage = db.find_damage().await?.findings;
    if !damage.is_empty() {
        return Ok(damage);
    }
    let mut conn = db.read().await?;
    let schema = Schema::read(db.engine(), &mut conn).await?;
    references::list_orphans(&mut conn, &schema.references).await
}
