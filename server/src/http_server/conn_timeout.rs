//! The time limits of a connection: for a request's head, and for being idle.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::Instant,
};

/// How long a request's head may take, from its first byte; on a new connection from the moment it was accepted.
const HEAD_LIMIT: Duration = Duration::from_secs(10);
/// How long a connection may be idle between two requests, and a client read nothing of its answer. Longer than the
/// minute for which proxies hold connections, so that none sends a request into a closing one.
const IDLE_LIMIT: Duration = Duration::from_secs(75);

/// What a connection does at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Accepted, and nothing received.
    New,
    /// A request's head is being received.
    ReadingHead,
    /// A request is handled; the router limits how long that may take.
    Handling,
    /// An answer is being sent, or nothing happens.
    Idle,
}

/// The phase, and since when.
#[derive(Debug, Clone, Copy)]
struct State(Phase, Instant);

impl State {
    fn bytes_received(&mut self, now: Instant) {
        match self.0 {
            // A slow trickle does not extend the limit.
            Phase::New => self.0 = Phase::ReadingHead,
            Phase::Idle => *self = Self(Phase::ReadingHead, now),
            Phase::ReadingHead | Phase::Handling => {}
        }
    }

    fn bytes_sent(&mut self, now: Instant) {
        if self.0 == Phase::Idle {
            self.1 = now;
        }
    }

    /// When to look again whether the limit is reached.
    fn deadline(self, now: Instant) -> Instant {
        match self.0 {
            Phase::New | Phase::ReadingHead => self.1 + HEAD_LIMIT,
            Phase::Idle => self.1 + IDLE_LIMIT,
            Phase::Handling => now + IDLE_LIMIT,
        }
    }

    fn has_expired(self, now: Instant) -> bool {
        self.deadline(now) <= now
    }
}

/// Shared by the connection's task, its service and its stream.
#[derive(Debug)]
pub struct ConnTimeout(Mutex<State>);

impl ConnTimeout {
    pub fn new() -> Self {
        Self(Mutex::new(State(Phase::New, Instant::now())))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request's head is complete.
    pub fn request_received(&self) {
        *self.state() = State(Phase::Handling, Instant::now());
    }

    /// The head of its answer is ready.
    pub fn response_ready(&self) {
        *self.state() = State(Phase::Idle, Instant::now());
    }

    /// When to look again whether the limit is reached.
    pub fn deadline(&self) -> Instant {
        self.state().deadline(Instant::now())
    }

    /// Whether the limit is reached.
    pub fn has_expired(&self) -> bool {
        self.state().has_expired(Instant::now())
    }

    /// Whether nothing was ever received.
    pub fn is_unused(&self) -> bool {
        self.state().0 == Phase::New
    }
}

/// A connection that notes when bytes go through it.
pub struct TimedStream {
    stream: TcpStream,
    conn_timeout: Arc<ConnTimeout>,
}

impl TimedStream {
    pub fn new(stream: TcpStream, conn_timeout: Arc<ConnTimeout>) -> Self {
        Self { stream, conn_timeout }
    }

    fn noted(&self, sent: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(sent, Poll::Ready(Ok(bytes)) if bytes > 0) {
            self.conn_timeout.state().bytes_sent(Instant::now());
        }
        sent
    }
}

impl AsyncRead for TimedStream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, into);
        if into.filled().len() > before {
            self.conn_timeout.state().bytes_received(Instant::now());
        }
        read
    }
}

impl AsyncWrite for TimedStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.noted(sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.noted(sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_silent_connection_is_closed() {
        let now = Instant::now();
        let state = State(Phase::New, now);
        assert!(!state.has_expired(now + 9 * SECOND));
        assert!(state.has_expired(now + HEAD_LIMIT));
    }

    #[test]
    fn a_head_that_trickles_in_is_cut_off() {
        let now = Instant::now();
        for phase in [Phase::New, Phase::Idle] {
            let mut state = State(phase, now);
            for second in 0..10 {
                state.bytes_received(now + second * SECOND);
                assert!(!state.has_expired(now + second * SECOND), "{phase:?}");
            }
            assert!(state.has_expired(now + HEAD_LIMIT), "{phase:?}");
        }
    }

    #[test]
    fn a_connection_may_be_idle_for_longer_than_a_proxy_holds_it() {
        let now = Instant::now();
        let state = State(Phase::Idle, now);
        assert!(!state.has_expired(now + 61 * SECOND));
        assert!(state.has_expired(now + IDLE_LIMIT));
    }

    #[test]
    fn a_request_in_progress_and_an_answer_that_still_flows_are_left_alone() {
        let now = Instant::now();
        let mut state = State(Phase::Handling, now);
        assert!(!state.has_expired(now + 10 * IDLE_LIMIT));
        state = State(Phase::Idle, now);
        for round in 1..10 {
            let nearly = now + round * IDLE_LIMIT - round * SECOND;
            state.bytes_sent(nearly);
            assert!(!state.has_expired(nearly + SECOND));
        }
    }
}
