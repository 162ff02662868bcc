//! How long a request may take: a page little, files as long as they keep coming.

use axum::{
    body::Body,
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use coplan_app::http::errors::PageError;
use coplan_usecases::Outage;
use futures_util::TryStreamExt;
use std::{pin::pin, time::Duration};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

/// The longest a page may take, and a form to arrive.
pub const PAGE: Duration = Duration::from_secs(20);
/// How long files may take.
#[derive(Clone, Copy)]
struct Files {
    /// The longest pause on their way.
    pause: Duration,
    /// The longest that they may be on their way.
    way: Duration,
    /// The longest until the answer, once nothing is awaited any more.
    answer: Duration,
}

/// 40 MB at the speed of an old phone.
const FILES: Files = Files { pause: Duration::from_secs(20), way: Duration::from_mins(30), answer: PAGE };

/// The answer of what works with the database, or that it does not come.
pub async fn within<T>(limit: Duration, work: impl Future<Output = T>) -> Result<T, PageError> {
    timeout(limit, work).await.map_err(|_| PageError::Outage(Outage::Unreachable))
}

/// For every page.
pub async fn page(request: Request, next: Next) -> Response {
    within(PAGE, next.run(request)).await.unwrap_or_else(IntoResponse::into_response)
}

/// For pages that take files in.
pub async fn upload(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let (came, coming) = watch::channel(());
    let body = Body::from_stream(body.into_data_stream().inspect_ok(move |_| came.send_replace(())));
    let answer = next.run(Request::from_parts(parts, body));
    as_it_comes(FILES, coming, answer).await.unwrap_or_else(IntoResponse::into_response)
}

/// Waits while something comes, and then for the answer.
async fn as_it_comes<T>(files: Files, mut coming: watch::Receiver<()>, answer: impl Future<Output = T>) -> Result<T, PageError> {
    let mut answer = pin!(answer);
    let mut end = pin!(sleep(files.way));
    loop {
        tokio::select! {
            biased;
            answer = &mut answer => return Ok(answer),
            () = &mut end => return Err(PageError::TooSlow),
            came = timeout(files.pause, coming.changed()) => match came {
                Ok(Ok(())) => {}
                // All of it has been read.
                Ok(Err(_)) => return within(files.answer, answer).await,
                Err(_) => return Err(PageError::TooSlow),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_millis(400);

    /// Files of so many pieces with this pause before each.
    async fn sent(files: Files, pieces: usize, pause: Duration) -> Result<&'static str, PageError> {
        let (came, coming) = watch::channel(());
        let read = async move {
            for _ in 0..pieces {
                sleep(pause).await;
                came.send_replace(());
            }
            drop(came);
            sleep(pause).await;
            "kept"
        };
        as_it_comes(files, coming, read).await
    }

    #[tokio::test]
    async fn files_may_take_long_while_they_keep_coming() {
        let files = Files { pause: LONG, way: 100 * LONG, answer: LONG };
        assert!(matches!(sent(files, 30, SHORT).await, Ok("kept")));
    }

    #[tokio::test]
    async fn files_that_stop_or_never_end_are_given_up() {
        let files = Files { pause: SHORT, way: LONG, answer: LONG };
        assert!(matches!(sent(files, 2, LONG).await, Err(PageError::TooSlow)));
        let files = Files { pause: LONG, way: LONG, answer: LONG };
        assert!(matches!(sent(files, 10_000, SHORT).await, Err(PageError::TooSlow)));
    }

    #[tokio::test]
    async fn an_answer_that_does_not_come_is_an_outage() {
        assert!(matches!(within(SHORT, pending::<()>()).await, Err(PageError::Outage(Outage::Unreachable))));
        let (came, coming) = watch::channel(());
        drop(came);
        let files = Files { pause: LONG, way: LONG, answer: SHORT };
        assert!(matches!(as_it_comes(files, coming, pending::<()>()).await, Err(PageError::Outage(Outage::Unreachable))));
    }
}
