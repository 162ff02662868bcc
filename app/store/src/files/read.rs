//! Reading a file's bytes as they come from the store, held against its hash.

use super::{FileError, FileHash, FileRecord, Files};
use crate::{Result, StoreError};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream::BoxStream};
use object_store::ObjectStoreExt;
use sha2::{Digest, Sha256};

/// The bytes of a file, one piece after the other. The last piece comes only when all of them together are what the hash
/// says: who gets every byte has the right ones.
pub type FileStream = BoxStream<'static, Result<Bytes>>;

impl Files {
    /// The bytes of a file that a row names.
    ///
    /// # Errors
    /// [`FileError::Missing`], [`FileError::Unreadable`]; in the stream also [`FileError::Damaged`].
    pub async fn get(&self, file: &FileRecord) -> Result<FileStream> {
        let found = match self.store.get(&file.hash.key()).await {
            Ok(found) if found.meta.size == file.size => found,
            Ok(_) => return Err(FileError::Damaged(file.hash).into()),
            Err(object_store::Error::NotFound { .. }) => return Err(FileError::Missing(file.hash).into()),
            Err(error) => return Err(FileError::Unreadable(error).into()),
        };
        let coming = found.into_stream().map_err(|error| StoreError::from(FileError::Unreadable(error)));
        Ok(verified(coming, file.hash).boxed())
    }

    /// A whole file of at most this many bytes, for what cannot be read piece by piece.
    ///
    /// # Errors
    /// As [`Self::get`], and [`FileError::TooLarge`].
    pub async fn read(&self, file: &FileRecord, limit: u64) -> Result<Vec<u8>> {
        if file.size > limit {
            return Err(FileError::TooLarge(limit).into());
        }
        let mut coming = self.get(file).await?;
        let mut bytes = Vec::with_capacity(usize::try_from(file.size).unwrap_or_default());
        while let Some(chunk) = coming.try_next().await? {
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    /// Whether a file is there and is what its hash says, read from the first byte to the last.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub async fn verify(&self, file: &FileRecord) -> Result<()> {
        self.get(file).await?.try_for_each(|_| async { Ok(()) }).await
    }
}

/// Holds each piece back until the next one or the hash lets it go.
fn verified(
    coming: impl Stream<Item = Result<Bytes>> + Send + Unpin + 'static,
    hash: FileHash,
) -> impl Stream<Item = Result<Bytes>> + Send {
    let start = Some((coming, Sha256::new(), Bytes::new()));
    futures_util::stream::try_unfold(start, move |state| async move {
        let Some((mut coming, mut hasher, held)) = state else { return Ok(None) };
        match coming.try_next().await? {
            Some(chunk) => {
                hasher.update(&chunk);
                Ok(Some((held, Some((coming, hasher, chunk)))))
            }
            None if FileHash::new(hasher.finalize()) == hash => Ok(Some((held, None))),
            None => Err(FileError::Damaged(hash).into()),
        }
    })
    // The first piece is held when there is nothing before it to let go.
    .try_filter(|chunk| std::future::ready(!chunk.is_empty()))
}
