//! What a connection is doing, and until when it may go on so.

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

/// How long a request's head may take, from the first byte; and whoever has connected to say something.
const HEAD: Duration = Duration::from_secs(10);
/// How long a connection may rest between two requests, and an answer stand still on its way. Longer than the
/// minute that proxies keep theirs, so that none sends a request into a closing one.
const REST: Duration = Duration::from_secs(75);

/// What a connection is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    /// Nothing has come yet.
    Come,
    /// A head is on its way.
    Asking,
    /// A request is worked on; how long that may take is the router's to say.
    Waiting,
    /// An answer is on its way, or nothing is.
    Resting,
}

/// What a connection is doing, and since when.
#[derive(Debug, Clone, Copy)]
struct State(Doing, Instant);

impl State {
    fn heard(&mut self, now: Instant) {
        match self.0 {
            // A trickle puts nothing off.
            Doing::Come => self.0 = Doing::Asking,
            Doing::Resting => *self = Self(Doing::Asking, now),
            Doing::Asking | Doing::Waiting => {}
        }
    }

    fn told(&mut self, now: Instant) {
        if self.0 == Doing::Resting {
            self.1 = now;
        }
    }

    /// When to look again.
    fn deadline(self, now: Instant) -> Instant {
        match self.0 {
            Doing::Come | Doing::Asking => self.1 + HEAD,
            Doing::Resting => self.1 + REST,
            Doing::Waiting => now + REST,
        }
    }

    fn is_over(self, now: Instant) -> bool {
        self.deadline(now) <= now
    }
}

/// Shared by the connection's task, its service and its stream.
#[derive(Debug)]
pub struct Pulse(Mutex<State>);

impl Pulse {
    pub fn new() -> Self {
        Self(Mutex::new(State(Doing::Come, Instant::now())))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request is there.
    pub fn asked(&self) {
        *self.state() = State(Doing::Waiting, Instant::now());
    }

    /// Its answer is there.
    pub fn answered(&self) {
        *self.state() = State(Doing::Resting, Instant::now());
    }

    /// When to look again whether it has taken too long.
    pub fn deadline(&self) -> Instant {
        self.state().deadline(Instant::now())
    }

    /// Whether it has taken too long.
    pub fn is_over(&self) -> bool {
        self.state().is_over(Instant::now())
    }

    /// Whether nothing has ever come.
    pub fn is_idle(&self) -> bool {
        self.state().0 == Doing::Come
    }
}

/// A connection whose pulse is felt.
pub struct Heard {
    stream: TcpStream,
    pulse: Arc<Pulse>,
}

impl Heard {
    pub fn new(stream: TcpStream, pulse: Arc<Pulse>) -> Self {
        Self { stream, pulse }
    }

    fn sent(&self, sent: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(sent, Poll::Ready(Ok(bytes)) if bytes > 0) {
            self.pulse.state().told(Instant::now());
        }
        sent
    }
}

impl AsyncRead for Heard {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, into);
        if into.filled().len() > before {
            self.pulse.state().heard(Instant::now());
        }
        read
    }
}

impl AsyncWrite for Heard {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.sent(sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.sent(sent)
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
    fn whoever_says_nothing_is_shown_out() {
        let now = Instant::now();
        let state = State(Doing::Come, now);
        assert!(!state.is_over(now + 9 * SECOND));
        assert!(state.is_over(now + HEAD));
    }

    #[test]
    fn a_head_that_trickles_in_is_cut_off() {
        let now = Instant::now();
        for doing in [Doing::Come, Doing::Resting] {
            let mut state = State(doing, now);
            for second in 0..10 {
                state.heard(now + second * SECOND);
                assert!(!state.is_over(now + second * SECOND), "{doing:?}");
            }
            assert!(state.is_over(now + HEAD), "{doing:?}");
        }
    }

    #[test]
    fn a_connection_may_rest_for_longer_than_a_proxy_keeps_it() {
        let now = Instant::now();
        let state = State(Doing::Resting, now);
        assert!(!state.is_over(now + 61 * SECOND));
        assert!(state.is_over(now + REST));
    }

    #[test]
    fn what_is_worked_on_or_still_flows_is_left_alone() {
        let now = Instant::now();
        let mut state = State(Doing::Waiting, now);
        assert!(!state.is_over(now + 10 * REST));
        state = State(Doing::Resting, now);
        for round in 1..10 {
            let nearly = now + round * REST - round * SECOND;
            state.told(nearly);
            assert!(!state.is_over(nearly + SECOND));
        }
    }
}
