//! Drawing what is large: away from the threads that answer requests, so many at once, and few of them one reader's.

use crate::http::{byte_budget::Owner, context::RequestContext, errors::PageError};
use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
    thread::available_parallelism,
    time::Duration,
};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::Semaphore,
    task::block_in_place,
    time::timeout,
};

/// From about so many bytes of text on a page is drawn in a place of its own; others take less than a millisecond or two.
pub const HEAVY: usize = 64 * 1024;
/// How many such pages one reader may wait for at once.
const OWN: usize = 4;
/// How long a page waits for its place.
const PATIENCE: Duration = Duration::from_secs(10);

/// One for each processor but one, which goes on answering.
static PLACES: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(available_parallelism().map_or(1, |processors| processors.get().saturating_sub(1).max(1))));

/// How many pages each reader waits for.
static READERS: LazyLock<Mutex<HashMap<Owner, usize>>> = LazyLock::new(Mutex::default);

fn readers() -> MutexGuard<'static, HashMap<Owner, usize>> {
    READERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One page that a reader waits for.
struct Turn(Owner);

impl Turn {
    fn take(owner: Owner) -> Result<Self, PageError> {
        let mut readers = readers();
        let own = readers.entry(owner.clone()).or_default();
        if *own >= OWN {
            return Err(PageError::Busy);
        }
        *own += 1;
        Ok(Self(owner))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut readers = readers();
        if let Some(own) = readers.get_mut(&self.0) {
            *own -= 1;
            if *own == 0 {
                readers.remove(&self.0);
            }
        }
    }
}

/// Waits for what takes long to read; one reader reads few such things at once, so that others come to read as well.
///
/// # Errors
/// [`PageError::Busy`] where the reader waits for several already.
pub async fn read<T>(context: &RequestContext, reading: impl Future<Output = T>) -> Result<T, PageError> {
    let _turn = Turn::take(context.byte_owner())?;
    Ok(reading.await)
}

/// Draws a page of about so many bytes of text.
///
/// # Errors
/// [`PageError::Busy`] where it is heavy and its reader waits for several already, or no place is free in time.
pub async fn draw<T>(context: &RequestContext, bytes: usize, draw: impl FnOnce() -> T + Send) -> Result<T, PageError> {
    if bytes < HEAVY {
        return Ok(draw());
    }
    let _turn = Turn::take(context.byte_owner())?;
    let place = timeout(PATIENCE, PLACES.acquire()).await;
    let Ok(Ok(_place)) = place else { return Err(PageError::Busy) };
    Ok(match Handle::current().runtime_flavor() {
        RuntimeFlavor::MultiThread => block_in_place(draw),
        // A test's only thread.
        _ => draw(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        Condvar,
        atomic::{AtomicUsize, Ordering},
    };
    use tokio::time::sleep;

    /// Longer than any machine needs for what a test waits for.
    const LONG: Duration = Duration::from_mins(1);

    fn reader(address: &str) -> RequestContext {
        RequestContext { address: address.to_owned(), ..RequestContext::anonymous() }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn heavy_pages_leave_the_only_worker_to_others_and_one_reader_gets_few_places() {
        static AT_ONCE: AtomicUsize = AtomicUsize::new(0);
        static MAY_END: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());
        let page = || {
            let others = AT_ONCE.fetch_add(1, Ordering::SeqCst);
            let (may_end, told) = &MAY_END;
            drop(told.wait_timeout_while(may_end.lock().unwrap(), LONG, |may_end| !*may_end).unwrap());
            AT_ONCE.fetch_sub(1, Ordering::SeqCst);
            others
        };
        let asked: Vec<_> =
            (0..OWN + 2).map(|_| tokio::spawn(async move { draw(&reader("192.0.2.1"), HEAVY, page).await })).collect();
        let is_full = async || {
            while AT_ONCE.load(Ordering::SeqCst) == 0 || asked.iter().filter(|one| one.is_finished()).count() < 2 {
                sleep(Duration::from_millis(1)).await;
            }
        };
        timeout(LONG, is_full()).await.unwrap();
        let light = tokio::spawn(async { draw(&reader("192.0.2.1"), HEAVY - 1, || 1).await });
        assert_eq!(timeout(LONG, light).await.unwrap().unwrap().unwrap(), 1, "a light page does not wait");
        assert!(AT_ONCE.load(Ordering::SeqCst) > 0, "the heavy ones are not done");
        *MAY_END.0.lock().unwrap() = true;
        MAY_END.1.notify_all();
        let mut refused = 0;
        for one in asked {
            match one.await.unwrap() {
                Ok(others) => assert!(others < PLACES.available_permits().max(1), "{others}"),
                Err(error) => refused += usize::from(matches!(error, PageError::Busy)),
            }
        }
        assert_eq!(refused, 2);
        assert!(draw(&reader("192.0.2.1"), HEAVY, page).await.is_ok());
    }
}
