//! What reading a file has found, kept for the next look: reading a large file takes seconds, and many times its size.
//!
//! It depends on nothing but the file's bytes and, of a table, on what its headings are said to mean. What depends on the database as well is asked anew at each look.

use super::{
    document::{Checked, PLACES},
    invoice_table::TableReading,
};
use crate::InternalError;
use coplan_store::files::FileHash;
use moka::sync::Cache;
use std::sync::{Arc, LazyLock};
use tokio::task::spawn_blocking;

/// The most bytes that outcomes take together, about.
const BYTES: u64 = 32 << 20;
/// What the cache itself needs for an outcome, in bytes.
const OVERHEAD: usize = 256;

static OUTCOMES: LazyLock<Cache<(FileHash, u64), Arc<Outcome>>> = LazyLock::new(|| {
    let weigh = |_: &(FileHash, u64), outcome: &Arc<Outcome>| u32::try_from(outcome.bytes).unwrap_or(u32::MAX);
    Cache::builder().max_capacity(BYTES).weigher(weigh).build()
});

/// What a file holds, bounded whatever its size.
pub(super) struct Outcome {
    pub documents: Checked,
    bytes: usize,
}

/// The outcome of a file, which is read where it is not known.
pub(super) async fn of(
    hash: FileHash,
    reading: &TableReading,
    bytes: impl AsyncFnOnce() -> Result<Vec<u8>, InternalError>,
) -> Result<Arc<Outcome>, InternalError> {
    let key = (hash, reading.fingerprint());
    if let Some(known) = OUTCOMES.get(&key) {
        return Ok(known);
    }
    let place = PLACES.acquire().await.map_err(|_| InternalError::Reading)?;
    // Somebody before may have read it.
    if let Some(known) = OUTCOMES.get(&key) {
        return Ok(known);
    }
    let (bytes, reading) = (bytes().await?, reading.clone());
    let read = spawn_blocking(move || {
        let documents = Checked::read(&bytes, &reading).bounded();
        // Who hangs up meanwhile makes no room for one more.
        drop(place);
        // Written out it takes about as much as in memory.
        let bytes = OVERHEAD + format!("{documents:?}").len();
        Arc::new(Outcome { documents, bytes })
    });
    let outcome = read.await.map_err(|_| InternalError::Reading)?;
    OUTCOMES.insert(key, Arc::clone(&outcome));
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test]
    async fn a_file_is_read_once_however_often_it_is_looked_at() {
        let hash: FileHash = "5b".repeat(32).parse().unwrap();
        let reads = AtomicUsize::new(0);
        for _ in 0..20 {
            let bytes = async || {
                reads.fetch_add(1, Ordering::Relaxed);
                Ok(b"no invoice".to_vec())
            };
            of(hash, &TableReading::default(), bytes).await.map_err(drop).unwrap();
        }
        assert_eq!(reads.load(Ordering::Relaxed), 1);
    }
}
