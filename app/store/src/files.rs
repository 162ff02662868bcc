//! Files as bytes outside the database: each is named by its hash, never changes, and belongs to a row that names it.
//!
//! Bytes are written first, then the row that names them ([`record::insert`], which proves in the same transaction that
//! they are there). [`sweep`] removes what no row names after [`GRACE`]. It locks the hash in the
//! database meanwhile, so that a row that is inserted at that moment is either seen or refused.

mod hash;
pub mod inline_migration;
mod location;
mod media_type;
mod owner;
mod put;
mod read;
pub mod record;
mod sweep;

pub use hash::FileHash;
pub use location::{FileLocation, LocationError};
pub use owner::{Ownership, claim};
pub use read::FileStream;
pub use record::{FileRecord, FileReference};
pub use sweep::{GRACE, sweep};

use crate::Result;
use coplan_domain::system::Rng;
use futures_util::StreamExt;
use object_store::{ObjectStore, ObjectStoreExt, path::Path as Key};
use std::{
    fmt::{self, Debug, Write},
    io,
    path::Path,
    sync::Arc,
};

/// Where the bytes of files are. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    /// The folder, where they are in one; none where they are in an object store.
    folder: Option<Arc<Path>>,
    rng: Arc<dyn Rng>,
}

impl Debug for Files {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.store, out)
    }
}

/// A file whose bytes are there: what [`Files::put`] has written, or [`Files::find`] has found.
#[derive(Debug, Clone)]
pub struct StoredFile {
    record: FileRecord,
    files: Files,
}

impl StoredFile {
    /// What it is.
    #[must_use]
    pub fn record(&self) -> &FileRecord {
        &self.record
    }
}

/// Why the bytes of a file cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The folder or the object store cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(object_store::Error),
    /// It takes nothing in.
    #[error("cannot be written: {0}")]
    Unwritable(object_store::Error),
    /// A row names a file that is not there.
    #[error("{0} is missing")]
    Missing(FileHash),
    /// What is there under its name is something else.
    #[error("{0} is damaged")]
    Damaged(FileHash),
    /// More bytes came than were allowed.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// What was to be written broke off.
    #[error("broke off while it came: {0}")]
    Source(io::Error),
}

impl Files {
    /// Whether the bytes of this file are there, as many as there should be: one question, however large it is.
    ///
    /// # Errors
    /// [`FileError::Unreadable`].
    pub async fn exists(&self, file: &FileRecord) -> Result<bool> {
        match self.store.head(&file.hash.key()).await {
            Ok(found) => Ok(found.size == file.size),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(FileError::Unreadable(error).into()),
        }
    }

    /// A file that a row names, where its bytes are there.
    ///
    /// # Errors
    /// [`FileError::Missing`], [`FileError::Unreadable`].
    pub async fn find(&self, file: &FileRecord) -> Result<StoredFile> {
        if self.exists(file).await? {
            Ok(StoredFile { record: file.clone(), files: self.clone() })
        } else {
            Err(FileError::Missing(file.hash).into())
        }
    }

    /// Deletes a file; one that is not there stays so.
    async fn delete(&self, hash: FileHash) -> Result<()> {
        match self.store.delete(&hash.key()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(FileError::Unwritable(error).into()),
        }
    }

    /// Whether they take in what is written: something is, and removed again.
    ///
    /// # Errors
    /// [`FileError::Unwritable`] where they do not.
    pub async fn verify_writable(&self) -> Result<()> {
        let probe = Key::from("incoming").join(self.new_name());
        self.store.put(&probe, "written".into()).await.map_err(FileError::Unwritable)?;
        Ok(self.store.delete(&probe).await.map_err(FileError::Unwritable)?)
    }

    /// Whether nothing at all is there.
    ///
    /// # Errors
    /// [`FileError::Unreadable`].
    pub async fn is_empty(&self) -> Result<bool> {
        match self.store.list(None).next().await {
            None => Ok(true),
            Some(Ok(_)) => Ok(false),
            Some(Err(error)) => Err(FileError::Unreadable(error).into()),
        }
    }

    /// The folder they are in; none where they are in an object store.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// A name that nothing else has.
    fn new_name(&self) -> String {
        let mut bytes = [0; 16];
        self.rng.fill(&mut bytes);
        bytes.iter().fold(String::new(), |mut name, byte| {
            // Writing to a string cannot fail.
            let _ = write!(name, "{byte:02x}");
            name
        })
    }
}
