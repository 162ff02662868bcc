//! Whether the file of SQLite's database is still the one that was opened.

use super::Db;
use std::{fs, io, os::unix::fs::MetadataExt, path::Path};

/// Which file a path leads to: its device, and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

impl Identity {
    pub(super) fn of(file: &Path) -> io::Result<Self> {
        fs::metadata(file).map(|about| Self(about.dev(), about.ino()))
    }
}

impl Db {
    /// Whether the path of the database leads to another file by now, or to none: what is written from then on would be
    /// lost. Never on PostgreSQL.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        let Some((file, opened)) = self.file.as_deref().zip(self.identity) else { return false };
        match Identity::of(file) {
            Ok(now) => now != opened,
            Err(cause) => cause.kind() == io::ErrorKind::NotFound,
        }
    }
}
