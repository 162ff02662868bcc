//! The door that connections come through: how many fit, how long each may be silent, and how they end.

mod pulse;

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use pulse::{Heard, Pulse};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::{io::ErrorKind, net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, sleep_until, timeout},
};
use tower::ServiceExt;

/// The most connections at once; each holds some kilobytes.
const MOST: u64 = 10_000;
/// Open files that are left for the database, for mail and for what is served.
const OTHER_FILES: u64 = 200;
/// How many bytes of a request's head may come before its end, give or take one reading; of a body no more is read ahead.
/// Strangers have them held without being known. A browser's head has one or two thousand.
const READ_AHEAD: usize = 64 * 1024;
/// How long what has begun may go on once the process is told to stop: longer than any page takes on a good day,
/// shorter than those who tell it wait before they pull the plug.
const FAREWELL: Duration = Duration::from_secs(8);

/// Answers whoever connects, until `stop`; then takes in nobody, and finishes what has begun.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(places()));
    let (told, stopping) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let come = async {
            // The semaphore is never closed; without a place nobody is taken in.
            let place = Arc::clone(&places).acquire_owned().await.ok()?;
            Some((place, accept(&listener).await))
        };
        let (place, (stream, peer)) = tokio::select! {
            () = &mut stop => break,
            come = come => match come { Some(come) => come, None => break },
        };
        tokio::spawn(answer(stream, peer, router.clone(), stopping.clone(), place));
    }
    drop((listener, stopping));
    told.send_replace(());
    if timeout(FAREWELL, told.closed()).await.is_err() {
        tracing::warn!(
            "{} connections were cut off, {} s after the end was asked for",
            told.receiver_count(),
            FAREWELL.as_secs()
        );
    }
}

/// As many connections as fit: first the process is given all the open files that it may have.
fn places() -> usize {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    // None is no limit.
    let files = if raised.is_ok() { maximum } else { current }.unwrap_or(u64::MAX);
    let places = files.saturating_sub(OTHER_FILES).clamp(16, MOST);
    usize::try_from(places).unwrap_or(usize::MAX)
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(come) => return come,
            // It has gone away again already.
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::error!("nobody can be taken in for a second: {error}");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// Answers one connection to its end.
async fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut told: watch::Receiver<()>,
    _place: OwnedSemaphorePermit,
) {
    // An answer in several pieces, held back by Nagle's algorithm, would cost tens of milliseconds for each.
    let _ = stream.set_nodelay(true);
    let pulse = Arc::new(Pulse::new());
    let service = {
        let pulse = Arc::clone(&pulse);
        service_fn(move |request: hyper::Request<Incoming>| {
            let (router, pulse) = (router.clone(), Arc::clone(&pulse));
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            pulse.asked();
            async move {
                let answer = router.oneshot(request).await;
                pulse.answered();
                answer
            }
        })
    };
    let io = TokioIo::new(Heard::new(stream, Arc::clone(&pulse)));
    let mut connection = pin!(http1::Builder::new().max_buf_size(READ_AHEAD).serve_connection(io, service));
    let mut stopping = false;
    loop {
        tokio::select! {
            // Whoever goes away in the middle has done nothing that must be told.
            _ = connection.as_mut() => return,
            () = sleep_until(pulse.deadline()) => if pulse.is_over() { return },
            _ = told.changed(), if !stopping => {
                stopping = true;
                if pulse.is_idle() {
                    return;
                }
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}
