//! The time limits of a connection: for a request's head, for its answer, and for being idle.

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
    sync::Notify,
    time::Instant,
};

/// How long a request's head may take, from its first byte; on a new connection from the moment it was accepted.
const HEAD_LIMIT: Duration = Duration::from_secs(10);
/// How long a connection may be idle between two requests. Longer than the minute for which proxies hold connections, so
/// that none sends a request into a closing one.
const IDLE_LIMIT: Duration = Duration::from_secs(75);
/// How long an answer may take however little of it is read.
const ANSWER_GRACE: Duration = Duration::from_secs(30);
/// How many bytes a second of it must be read after that, on average: an old phone reads several times as many.
const ANSWER_SPEED: u64 = 4 * 1024;
/// How long a stream may say nothing: it beats several times as often.
const STREAM_LIMIT: Duration = Duration::from_mins(1);
/// How long an answer may take in all.
const ANSWER_LIMIT: Duration = Duration::from_mins(30);

/// What a connection does at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Accepted, and nothing received.
    New,
    /// A request's head is being received.
    ReadingHead,
    /// A request is handled; the router limits how long that may take.
    Handling,
    /// An answer is being sent, of which so many bytes are gone.
    Answering(u64),
    /// A stream is open, since whose last bytes it is counted. It ends itself after a while.
    Streaming,
    /// Nothing happens, between two requests.
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
            Phase::ReadingHead | Phase::Handling | Phase::Answering(_) | Phase::Streaming => {}
        }
    }

    fn bytes_sent(&mut self, bytes: usize) {
        match &mut self.0 {
            Phase::Answering(sent) => *sent += bytes as u64,
            Phase::Streaming => self.1 = Instant::now(),
            _ => {}
        }
    }

    fn response_sent(&mut self, now: Instant) {
        if matches!(self.0, Phase::Answering(_) | Phase::Streaming) {
            *self = Self(Phase::Idle, now);
        }
    }

    fn resting_since(self) -> Option<Instant> {
        match self.0 {
            Phase::New | Phase::ReadingHead | Phase::Idle => Some(self.1),
            Phase::Handling | Phase::Answering(_) | Phase::Streaming => None,
        }
    }

    /// When to look again whether the limit is reached.
    fn deadline(self, now: Instant) -> Instant {
        match self.0 {
            Phase::New | Phase::ReadingHead => self.1 + HEAD_LIMIT,
            Phase::Idle => self.1 + IDLE_LIMIT,
            Phase::Streaming => self.1 + STREAM_LIMIT,
            Phase::Answering(sent) => self.1 + (ANSWER_GRACE + Duration::from_secs(sent / ANSWER_SPEED)).min(ANSWER_LIMIT),
            Phase::Handling => now + IDLE_LIMIT,
        }
    }

    fn has_expired(self, now: Instant) -> bool {
        self.deadline(now) <= now
    }
}

/// Shared by the connection's task, its service and its stream.
#[derive(Debug)]
pub struct ConnTimeout {
    state: Mutex<State>,
    closing: Notify,
}

impl ConnTimeout {
    pub fn new() -> Self {
        Self { state: Mutex::new(State(Phase::New, Instant::now())), closing: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Since when it has rested; none where a request is handled or answered. A head that is not complete is no work yet.
    pub fn resting_since(&self) -> Option<Instant> {
        self.state().resting_since()
    }

    /// Asks for the connection to be closed.
    pub fn close(&self) {
        self.closing.notify_one();
    }

    /// Until it is asked to be closed.
    pub async fn closed(&self) {
        self.closing.notified().await;
    }

    /// A request's head is complete.
    pub fn request_received(&self) {
        *self.state() = State(Phase::Handling, Instant::now());
    }

    /// The head of its answer is ready.
    pub fn response_ready(&self) {
        *self.state() = State(Phase::Answering(0), Instant::now());
    }

    /// The head of a stream is ready.
    pub fn stream_ready(&self) {
        *self.state() = State(Phase::Streaming, Instant::now());
    }

    /// The last of the answer is on its way.
    pub fn response_sent(&self) {
        self.state().response_sent(Instant::now());
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
        if let Poll::Ready(Ok(bytes)) = sent {
            self.conn_timeout.state().bytes_sent(bytes);
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
        state = State(Phase::Answering(0), now);
        for second in 1..1000 {
            state.bytes_sent(5 * 1024);
            assert!(!state.has_expired(now + second * SECOND), "{second}");
        }
    }

    #[test]
    fn an_answer_that_is_read_byte_by_byte_is_cut_off() {
        let now = Instant::now();
        let mut state = State(Phase::Answering(0), now);
        for second in 0..30 {
            state.bytes_sent(1);
            assert!(!state.has_expired(now + second * SECOND), "{second}");
        }
        assert!(state.has_expired(now + ANSWER_GRACE));
        state.bytes_sent(1024 * 1024 * 1024);
        assert!(!state.has_expired(now + ANSWER_GRACE));
        assert!(state.has_expired(now + ANSWER_LIMIT), "there is a total time too");
    }

    #[test]
    fn a_stream_lives_while_it_beats_and_is_nobody_to_make_room() {
        let now = Instant::now();
        let mut state = State(Phase::Streaming, now);
        assert_eq!(state.resting_since(), None);
        assert!(!state.has_expired(now + 45 * SECOND));
        state.1 = now + 45 * SECOND;
        assert!(!state.has_expired(now + 100 * SECOND) && state.has_expired(now + 105 * SECOND));
        state.response_sent(now + 50 * SECOND);
        assert_eq!(state.resting_since(), Some(now + 50 * SECOND));
    }

    #[test]
    fn a_connection_rests_once_its_answer_is_on_its_way() {
        let now = Instant::now();
        let mut state = State(Phase::Answering(100), now);
        assert_eq!(state.resting_since(), None);
        state.response_sent(now + 20 * SECOND);
        assert_eq!(state.resting_since(), Some(now + 20 * SECOND));
        assert!(!state.has_expired(now + 80 * SECOND));
    }
}
