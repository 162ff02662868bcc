//! What the tests of several modules need.

use std::{cell::RefCell, io, sync::Once};

/// What this thread logs, word for word.
///
/// One subscriber serves all threads: with one for each thread, a line that another thread reached first is never logged.
pub struct Log(());

thread_local! {
    static SAID: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

impl Log {
    /// Begins with an empty log.
    pub fn start() -> Self {
        static BEGUN: Once = Once::new();
        BEGUN.call_once(|| tracing_subscriber::fmt().with_ansi(false).with_writer(|| Writer).init());
        SAID.with_borrow_mut(Vec::clear);
        Self(())
    }

    /// All that this thread has logged since.
    pub fn said(&self) -> String {
        let Self(()) = self;
        SAID.with_borrow(|said| String::from_utf8_lossy(said).into_owned())
    }
}

struct Writer;

impl io::Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        SAID.with_borrow_mut(|said| said.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
