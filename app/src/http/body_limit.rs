//! How much a request may bring.

/// The most bytes of one upload: several files of the largest size that an invoice may have.
pub const UPLOAD_LIMIT: usize = 40 * 1024 * 1024;
