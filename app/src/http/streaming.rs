//! Tells the server that an answer is a stream.

/// Put on an answer that goes on until its reader or the server ends it.
#[derive(Debug, Clone, Copy)]
pub struct Streaming;
