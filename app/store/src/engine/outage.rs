//! What is nobody's fault in a deed: the database does not answer, or takes nothing in for now.

use crate::{StoreError, files::FileError};

/// Why nothing can be done for the moment; the same deed may succeed a little later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// The database does not answer.
    Unreachable,
    /// It can be read, but takes nothing in: another writes for too long, the disk is full, it is read-only.
    Unwritable,
}

impl StoreError {
    /// The outage behind the error, where there is one.
    #[must_use]
    pub fn outage(&self) -> Option<Outage> {
        match self {
            Self::Busy | Self::Files(FileError::Unwritable(_)) => Some(Outage::Unwritable),
            Self::Stopping | Self::Files(FileError::Unreadable(_)) => Some(Outage::Unreachable),
            Self::Database(cause) => outage(cause),
            Self::Files(_) | Self::Corrupt { .. } | Self::ForeignProof => None,
        }
    }
}

fn outage(cause: &sqlx::Error) -> Option<Outage> {
    match cause {
        sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::WorkerCrashed => Some(Outage::Unreachable),
        sqlx::Error::Database(told) => outage_of_code(&told.code()?),
        _ => None,
    }
}

/// PostgreSQL says five letters (its manual, appendix A), SQLite a number whose lowest byte is the kind
/// (sqlite.org/rescode.html).
fn outage_of_code(code: &str) -> Option<Outage> {
    if code.len() != 5 {
        return outage_of_number(code.parse().ok()?);
    }
    match code {
        // The disk is full; it is a read-only copy; others hold what this one needs, or were quicker.
        "53100" | "25006" | "40001" | "40P01" | "55P03" => Some(Outage::Unwritable),
        // It was told to stop, has crashed, or is not ready yet.
        "57P01" | "57P02" | "57P03" => Some(Outage::Unreachable),
        // No connection; no room for one more.
        code if code.starts_with("08") || code.starts_with("53") => Some(Outage::Unreachable),
        _ => None,
    }
}

fn outage_of_number(code: u32) -> Option<Outage> {
    const READ_FAILED: u32 = 266;
    const READ_SHORT: u32 = 522;
    match (code, code & 0xff) {
        (READ_FAILED | READ_SHORT, _) | (_, 14) => Some(Outage::Unreachable),
        // Busy, locked, read-only, a failed write, a full disk.
        (_, 5 | 6 | 8 | 10 | 13) => Some(Outage::Unwritable),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_stops_or_starts_is_unreachable() {
        for code in ["57P01", "57P02", "57P03", "08006", "53300", "14", "266"] {
            assert_eq!(outage_of_code(code), Some(Outage::Unreachable), "{code}");
        }
        for cause in
            [sqlx::Error::PoolTimedOut, sqlx::Error::WorkerCrashed, sqlx::Error::Io(std::io::ErrorKind::BrokenPipe.into())]
        {
            assert_eq!(StoreError::Database(cause).outage(), Some(Outage::Unreachable));
        }
    }

    #[test]
    fn a_database_that_takes_nothing_in_is_unwritable() {
        for code in ["53100", "25006", "40001", "5", "8", "13", "261", "778", "1032"] {
            assert_eq!(outage_of_code(code), Some(Outage::Unwritable), "{code}");
        }
        assert_eq!(StoreError::Busy.outage(), Some(Outage::Unwritable));
    }

    #[test]
    fn what_will_not_pass_by_itself_is_no_outage() {
        for code in ["23505", "42P01", "1", "11", "26", "1555", "2067"] {
            assert_eq!(outage_of_code(code), None, "{code}");
        }
        assert_eq!(StoreError::Database(sqlx::Error::RowNotFound).outage(), None);
        assert_eq!(StoreError::Corrupt { column: "state" }.outage(), None);
    }
}
