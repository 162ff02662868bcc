//! A copy of a database as a file: whether it is sound, and which files its rows name.

use super::{Db, Engine, OpenError, open::address_of, program};
use crate::{
    backup::BackupError,
    check,
    files::{FileHash, FileReference, record},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// How many rows of a copy are read at once.
const ROWS: i64 = 10_000;

/// A copy of a database: one of SQLite's that can be opened as it is, or an archive for PostgreSQL's `pg_restore`.
#[derive(Debug, Clone)]
pub(crate) struct DatabaseCopy {
    engine: Engine,
    file: PathBuf,
}

impl DatabaseCopy {
    pub(crate) fn new(engine: Engine, file: &Path) -> Self {
        Self { engine, file: file.to_owned() }
    }

    /// Reads the copy to its end. Its tables may be of an earlier version, which is brought up where it is served.
    pub(crate) async fn verify(&self) -> Result<(), BackupError> {
        match self.engine {
            Engine::Sqlite => {
                let db = self.open().await?;
                let sound = async {
                    match db.verify_version().await {
                        Ok(()) | Err(OpenError::Older) => {}
                        Err(error) => return Err(BackupError::Open(error)),
                    }
                    let found = check::list_damage(&db).await?;
                    if found.is_empty() { Ok(()) } else { Err(BackupError::Unsound(found.join("; "))) }
                };
                let sound = sound.await;
                db.close().await;
                sound
            }
            Engine::Postgres => {
                let mut restore = program::on_file("pg_restore");
                restore.arg("--file=/dev/null").arg(&self.file);
                program::run(restore).await?;
                Ok(())
            }
        }
    }

    /// The files that its rows name, each with its size.
    pub(crate) async fn list_files(&self) -> Result<BTreeMap<FileHash, u64>, BackupError> {
        match self.engine {
            Engine::Sqlite => {
                let db = self.open().await?;
                let listed = list(&db).await;
                db.close().await;
                listed
            }
            Engine::Postgres => {
                let mut restore = program::on_file("pg_restore");
                restore.arg("--data-only").arg("--file=-").arg("--table=file");
                for by in FileReference::ALL {
                    restore.arg(format!("--table={}", by.table()));
                }
                restore.arg(&self.file);
                let rows = String::from_utf8(program::run(restore).await?);
                rows.ok().and_then(|rows| named_in(&rows)).ok_or(BackupError::Unsound("its rows cannot be read".to_owned()))
            }
        }
    }

    async fn open(&self) -> Result<Db, BackupError> {
        Db::open_to_look(&address_of(&self.file), 1).await.map_err(BackupError::Open)
    }
}

async fn list(db: &Db) -> Result<BTreeMap<FileHash, u64>, BackupError> {
    let mut all = BTreeMap::new();
    // Before there were files beside the database, it named none.
    if !db.has_table("file").await? {
        return Ok(all);
    }
    // An earlier version had fewer tables that name files.
    let mut by = Vec::new();
    for reference in FileReference::ALL {
        if db.has_table(reference.table()).await? {
            by.push(reference);
        }
    }
    let mut conn = db.read().await?;
    loop {
        let behind = all.last_key_value().map(|(hash, _)| *hash);
        let some = record::list_referenced_by(&mut conn, &by, behind, ROWS).await?;
        if some.is_empty() {
            return Ok(all);
        }
        all.extend(some.into_iter().map(|file| (file.hash, file.size)));
    }
}

/// The named files among rows as `COPY` writes them: a line with the table and its columns, a line for each row with tabs
/// between its values, a line with `\.` at the end. None where it is something else.
fn named_in(rows: &str) -> Option<BTreeMap<FileHash, u64>> {
    let (mut known, mut named) = (BTreeMap::new(), BTreeSet::new());
    let mut columns: Option<Vec<&str>> = None;
    for line in rows.lines() {
        if let Some(head) = line.strip_prefix("COPY ") {
            let (_, list) = head.split_once('(')?;
            columns = Some(list.split_once(')')?.0.split(", ").collect());
        } else if line == "\\." {
            columns = None;
        } else if let Some(columns) = &columns {
            let value = |name: &str| line.split('\t').nth(columns.iter().position(|column| *column == name)?);
            if let Some(hash) = value("file_hash") {
                named.insert(hash.parse::<FileHash>().ok()?);
                // Without a value there is no such file.
                if let Some(hash) = value("preview_hash").filter(|hash| *hash != "\\N") {
                    named.insert(hash.parse::<FileHash>().ok()?);
                }
            } else {
                known.insert(value("hash")?.parse::<FileHash>().ok()?, value("size")?.parse::<u64>().ok()?);
            }
        }
    }
    known.retain(|hash, _| named.contains(hash));
    Some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_files_are_found_among_the_rows_of_a_dump() {
        let (one, other, preview) = ("a".repeat(64), "b".repeat(64), "c".repeat(64));
        let rows = format!(
            "SET x = 1;\nCOPY public.file (hash, size, media_type) FROM stdin;\n{one}\t7\tapplication/xml\n{other}\t8\tx\n{preview}\t9\tx\n\\.\n\
             COPY public.attachment (id, file_hash, preview_hash) FROM stdin;\n02\t{one}\t{preview}\n03\t{one}\t\\N\n\\.\n\
             COPY public.invoice_original (invoice_id, file_name, file_hash) FROM stdin;\n01\ta (1).xml\t{one}\n\\.\n"
        );
        assert_eq!(named_in(&rows).unwrap(), BTreeMap::from([(one.parse().unwrap(), 7), (preview.parse().unwrap(), 9)]));
        assert_eq!(named_in("SET x = 1;\n").unwrap(), BTreeMap::new());
        assert_eq!(named_in("COPY public.file (hash, size) FROM stdin;\nx\ty\n"), None);
    }
}
