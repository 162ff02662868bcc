//! Writing a file's bytes: streamed, bounded, hashed on the way, and there for good when it returns.

use super::{FileError, FileHash, FileRecord, Files, StoredFile, media_type};
use crate::Result;
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use object_store::{ObjectStoreExt, PutPayload, WriteMultipart, path::Path as Key};
use sha2::{Digest, Sha256};
use std::{io, pin::pin};

/// How much of a file is held in memory: as much as the smallest part of a file that S3 takes.
const PART: usize = 5 * 1024 * 1024;
/// How many parts may be under way to an object store at once.
const PARTS_UNDER_WAY: usize = 2;

impl Files {
    /// Writes a file of at most this many bytes. A file that is there already is written again, so that it counts as new
    /// for the sweep, and is repaired where it was damaged.
    ///
    /// # Errors
    /// [`FileError::TooLarge`], [`FileError::Source`], [`FileError::Unwritable`]; then nothing of it is named, and what was
    /// written of it is swept.
    pub async fn put(&self, limit: u64, bytes: impl Stream<Item = io::Result<Bytes>>) -> Result<StoredFile> {
        let mut coming = pin!(bytes);
        let (mut hasher, mut size) = (Sha256::new(), 0);
        let mut first = BytesMut::new();
        while first.len() < PART
            && let Some(chunk) = coming.try_next().await.map_err(FileError::Source)?
        {
            count(&chunk, &mut hasher, &mut size, limit)?;
            first.extend_from_slice(&chunk);
        }
        let media_type = media_type::of(&first);
        let hash = if first.len() < PART {
            let hash = FileHash::new(hasher.finalize());
            self.store.put(&hash.key(), PutPayload::from(first.freeze())).await.map_err(FileError::Unwritable)?;
            hash
        } else {
            let rest = coming.map(|chunk| {
                let chunk = chunk.map_err(FileError::Source)?;
                count(&chunk, &mut hasher, &mut size, limit)?;
                Ok(chunk)
            });
            let staged = Key::from("incoming").join(self.new_name());
            let written = self.put_parts(&staged, first.freeze(), rest).await;
            let hash = FileHash::new(hasher.finalize());
            written?;
            self.store.rename(&staged, &hash.key()).await.map_err(FileError::Unwritable)?;
            hash
        };
        let record = FileRecord { hash, size, media_type: media_type.to_owned() };
        Ok(StoredFile { record, files: self.clone() })
    }

    /// Writes a file that is in memory already.
    ///
    /// # Errors
    /// [`FileError::Unwritable`].
    pub async fn put_bytes(&self, bytes: impl Into<Bytes>) -> Result<StoredFile> {
        let bytes = bytes.into();
        self.put(u64::MAX, stream::iter([Ok(bytes)])).await
    }

    /// A large file goes to a name of its own until its hash is known.
    async fn put_parts(
        &self,
        staged: &Key,
        first: Bytes,
        rest: impl Stream<Item = Result<Bytes, FileError>>,
    ) -> Result<(), FileError> {
        let upload = self.store.put_multipart(staged).await.map_err(FileError::Unwritable)?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PART);
        let mut rest = pin!(rest);
        writer.put(first);
        loop {
            match rest.next().await {
                Some(Ok(chunk)) => {
                    writer.wait_for_capacity(PARTS_UNDER_WAY).await.map_err(FileError::Unwritable)?;
                    writer.put(chunk);
                }
                Some(Err(error)) => {
                    // What broke off matters more than whether its remains could be removed.
                    writer.abort().await.ok();
                    return Err(error);
                }
                None => return writer.finish().await.map(drop).map_err(FileError::Unwritable),
            }
        }
    }
}

fn count(chunk: &[u8], hasher: &mut Sha256, size: &mut u64, limit: u64) -> Result<(), FileError> {
    *size += chunk.len() as u64;
    if *size > limit {
        return Err(FileError::TooLarge(limit));
    }
    hasher.update(chunk);
    Ok(())
}
