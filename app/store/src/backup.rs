//! One archive of database and files as one consistent whole: written while others write, verified, restored.
//!
//! The copy of the database is made first, then every file that its rows name is read: files never change, and are swept
//! only some time after their last row is gone, so all of them are still there. The archive is a tar with what it is at
//! its beginning and what it holds at its end, so that one that was broken off is recognised.

mod reader;
mod restore;
mod verify;
mod writer;

pub use restore::{Restored, restore};
pub use verify::{check_files, verify};
pub use writer::write;

use crate::{
    StoreError,
    engine::{OpenError, ProgramError},
    files::{FileHash, LocationError},
};
use serde::{Deserialize, Serialize};
use std::{io, path::PathBuf};

/// What an archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// How many files.
    pub files: u64,
    /// How many bytes these are together.
    pub bytes: u64,
}

/// Why an archive cannot be written, is no good, or cannot be restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be made, read or written.
    #[error("the file {} cannot be used: {cause}", file.display())]
    File {
        /// Its path.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The archive cannot be made.
    #[error("the file {} cannot be made: {cause}", file.display())]
    Unmade {
        /// Its path.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// A backup never overwrites.
    #[error("{} is there already; a backup never overwrites", .0.display())]
    Taken(PathBuf),
    /// Another backup writes the same file.
    #[error("another backup is writing {}", .0.display())]
    UnderWay(PathBuf),
    /// The database or the files cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A database cannot be opened.
    #[error("the database: {0}")]
    Open(OpenError),
    /// The files are not where they should be.
    #[error("the files: {0}")]
    Location(#[from] LocationError),
    /// A program of the database's own did not do its work.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// Something else than an archive.
    #[error("{} is no backup of Coplan's", .0.display())]
    NoBackup(PathBuf),
    /// The archive is not complete.
    #[error("{} was cut off while it was written or copied, and cannot be restored", .0.display())]
    BrokenOff(PathBuf),
    /// Made by a later version.
    #[error("{} was made by a later version of Coplan", .0.display())]
    Newer(PathBuf),
    /// The copy of the database is damaged.
    #[error("its database is damaged: {0}")]
    Unsound(String),
    /// A file in it is not what its hash says.
    #[error("its file {0} is damaged")]
    DamagedFile(FileHash),
    /// A row names a file that is not in it.
    #[error("its file {0} is missing")]
    MissingFile(FileHash),
    /// An archive of one kind of database cannot become one of the other.
    #[error("it is a backup of {found}, and COPLAN_DATABASE_URL names {wanted}")]
    OtherEngine {
        /// What it is of.
        found: &'static str,
        /// What is wanted.
        wanted: &'static str,
    },
    /// A database in memory has no place.
    #[error("COPLAN_DATABASE_URL names no file")]
    InMemory,
    /// Tables are there already.
    #[error("the database is not empty: make a new one and name it in COPLAN_DATABASE_URL")]
    NotEmpty,
    /// Files are there already, and cannot be put aside.
    #[error("the bucket is not empty there: name another prefix in COPLAN_FILES")]
    FilesNotEmpty,
}

/// The first entry of an archive.
#[derive(Debug, Serialize, Deserialize)]
struct Start {
    /// The form of the archive.
    format: u32,
    /// Which database its copy is of, in the engine's own word.
    engine: String,
}

/// The last entry: an archive without it was cut off.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct End {
    /// The SHA-256 of the copy of the database.
    database: String,
    files: u64,
    bytes: u64,
}

/// The form that this version writes.
const FORMAT: u32 = 1;
const START: &str = "coplan-backup.json";
const DATABASE: &str = "database";
const FILES: &str = "files/";
const END: &str = "end.json";
