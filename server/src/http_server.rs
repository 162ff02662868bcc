//! Accepts connections: at most so many at once, each closed when it is silent or slow for too long, and all finished at
//! the end.
//!
//! Why not axum-server: it accepts without a limit, hyper's limit for request heads would also end idle connections (so
//! that either a head may trickle for 75 s, or a proxy's idle connection ends after 10 s), and neither closes a connection
//! whose client does not read its answer.

mod bodies;
mod conn_timeout;
mod connections;

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderValue, header},
};
use bodies::{AnswerBody, RequestBody};
use conn_timeout::{ConnTimeout, TimedStream};
use connections::{Connections, Place};
use coplan_app::http::streaming::Streaming;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::{
    convert::Infallible,
    io::ErrorKind,
    net::SocketAddr,
    pin::pin,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
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
    serve_at_most(max_connections(), listener, router, stop).await;
}

async fn serve_at_most(max: usize, listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let connections = Connections::new(max);
    let (stopper, stopping) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener) => accepted,
        };
        let conn_timeout = Arc::new(ConnTimeout::new());
        // Where every other connection is at work there is no use in one more.
        let Some(place) = connections.admit(&conn_timeout) else { continue };
        tokio::spawn(serve_connection(stream, peer, router.clone(), stopping.clone(), (conn_timeout, place)));
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
    (conn_timeout, _place): (Arc<ConnTimeout>, Place),
) {
    // Nagle's algorithm would delay each further piece of a streamed answer by tens of milliseconds.
    let _ = stream.set_nodelay(true);
    let service = {
        let conn_timeout = Arc::clone(&conn_timeout);
        service_fn(move |request: hyper::Request<Incoming>| {
            let (router, conn_timeout) = (router.clone(), Arc::clone(&conn_timeout));
            let (head, body) = request.into_parts();
            let (body, is_read) = RequestBody::new(body);
            let mut request = hyper::Request::from_parts(head, Body::new(body));
            request.extensions_mut().insert(ConnectInfo(peer));
            conn_timeout.request_received();
            async move {
                let mut response = router.oneshot(request).await?;
                if !is_read.load(Ordering::Relaxed) {
                    // What is left of the request is not read either, so that no other can follow it.
                    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
                }
                match response.extensions().get::<Streaming>() {
                    Some(Streaming) => conn_timeout.stream_ready(),
                    None => conn_timeout.response_ready(),
                }
                Ok::<_, Infallible>(response.map(|body| AnswerBody::new(body, conn_timeout)))
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
            () = conn_timeout.closed() => return,
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::{get, post};
    use std::future::pending;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// The address of a server with room for so many connections.
    async fn served(max: usize) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(async || "here")).route("/unread", post(async || "refused"));
        tokio::spawn(serve_at_most(max, listener, router.route("/large", get(async || "x".repeat(100_000))), pending()));
        address
    }

    async fn answered(stream: &mut TcpStream, request: &str) -> String {
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut heard = vec![0; 4096];
        let length = stream.read(&mut heard).await.unwrap();
        String::from_utf8_lossy(&heard[..length]).into_owned()
    }

    #[tokio::test]
    async fn when_full_the_connection_that_has_rested_longest_is_closed() {
        let address = served(3).await;
        let mut resting = Vec::new();
        for _ in 0..3 {
            let mut stream = TcpStream::connect(address).await.unwrap();
            assert!(answered(&mut stream, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.ends_with("here"));
            resting.push(stream);
        }
        let mut one_more = TcpStream::connect(address).await.unwrap();
        assert!(answered(&mut one_more, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.ends_with("here"));
        assert_eq!(resting[0].read(&mut [0; 1]).await.unwrap(), 0, "the first is closed");
        assert!(answered(&mut resting[2], "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.ends_with("here"));
    }

    #[tokio::test]
    async fn an_answer_to_a_body_that_was_not_read_says_that_the_connection_ends() {
        let address = served(3).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        let said = answered(&mut stream, "POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nx").await;
        assert!(said.to_lowercase().contains("connection: close"), "{said}");
        let mut stream = TcpStream::connect(address).await.unwrap();
        let said = answered(&mut stream, "POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").await;
        assert!(!said.to_lowercase().contains("connection: close"), "{said}");
    }

    #[tokio::test]
    async fn a_large_answer_arrives_whole() {
        let mut stream = TcpStream::connect(served(3).await).await.unwrap();
        stream.write_all(b"GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut heard = String::new();
        stream.read_to_string(&mut heard).await.unwrap();
        assert!(heard.contains("content-length: 100000\r\n") && heard.ends_with(&"x".repeat(100_000)));
    }
}
