//! Accepts connections: at most so many at once, each closed when it is silent for too long, and all finished at the end.
//!
//! Why not axum-server: it accepts without a limit, hyper's limit for request heads would also end idle connections (so
//! that either a head may trickle for 75 s, or a proxy's idle connection ends after 10 s), and neither closes a connection
//! whose client does not read its answer.

mod conn_timeout;

use axum::{Router, body::Body, extract::ConnectInfo};
use conn_timeout::{ConnTimeout, TimedStream};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::{io::ErrorKind, net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, sleep_until, timeout},
};
use tower::ServiceExt;

/// The most connections at once; each takes some kilobytes.
const MAX_CONNECTIONS: u64 = 10_000;
/// Open files that are left for the database, mail and the files that are served.
const OTHER_FILES: u64 = 200;
/// The most bytes of a request's head, give or take one read; of a body no more is read ahead. Anybody can make the
/// server buffer them before signing in. A browser's head has one or two thousand.
const READ_AHEAD: usize = 64 * 1024;
/// How long requests in flight may take once the process is told to stop: longer than any page usually takes, shorter
/// than service managers wait before they kill the process.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(8);

/// Serves connections until `stop`; then accepts no more, and finishes the requests in flight.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let permits = Arc::new(Semaphore::new(max_connections()));
    let (stopper, stopping) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let accepted = async {
            // The semaphore is never closed; nothing is accepted without a permit.
            let permit = Arc::clone(&permits).acquire_owned().await.ok()?;
            Some((permit, accept(&listener).await))
        };
        let (permit, (stream, peer)) = tokio::select! {
            () = &mut stop => break,
            accepted = accepted => match accepted { Some(accepted) => accepted, None => break },
        };
        tokio::spawn(serve_connection(stream, peer, router.clone(), stopping.clone(), permit));
    }
    drop((listener, stopping));
    stopper.send_replace(());
    if timeout(SHUTDOWN_GRACE, stopper.closed()).await.is_err() {
        tracing::warn!(
            "{} connections were closed by force, {} s after the process was told to stop",
            stopper.receiver_count(),
            SHUTDOWN_GRACE.as_secs()
        );
    }
}

/// As many connections as the open files allow, after their limit was raised as far as the system lets it.
fn max_connections() -> usize {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    // None is no limit.
    let files = if raised.is_ok() { maximum } else { current }.unwrap_or(u64::MAX);
    let connections = files.saturating_sub(OTHER_FILES).clamp(16, MAX_CONNECTIONS);
    usize::try_from(connections).unwrap_or(usize::MAX)
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            // The client has closed it already.
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::error!("no connection can be accepted for a second: {error}");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// Serves one connection to its end.
async fn serve_connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut stopping: watch::Receiver<()>,
    _permit: OwnedSemaphorePermit,
) {
    // Nagle's algorithm would delay each further piece of a streamed answer by tens of milliseconds.
    let _ = stream.set_nodelay(true);
    let conn_timeout = Arc::new(ConnTimeout::new());
    let service = {
        let conn_timeout = Arc::clone(&conn_timeout);
        service_fn(move |request: hyper::Request<Incoming>| {
            let (router, conn_timeout) = (router.clone(), Arc::clone(&conn_timeout));
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            conn_timeout.request_received();
            async move {
                let response = router.oneshot(request).await;
                conn_timeout.response_ready();
                response
            }
        })
    };
    let io = TokioIo::new(TimedStream::new(stream, Arc::clone(&conn_timeout)));
    let mut connection = pin!(http1::Builder::new().max_buf_size(READ_AHEAD).serve_connection(io, service));
    let mut is_stopping = false;
    loop {
        tokio::select! {
            // A client that goes away in the middle is no error.
            _ = connection.as_mut() => return,
            () = sleep_until(conn_timeout.deadline()) => if conn_timeout.has_expired() { return },
            _ = stopping.changed(), if !is_stopping => {
                is_stopping = true;
                if conn_timeout.is_unused() {
                    return;
                }
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}
