//! Says how large the files are, raw and as a browser receives them.

use crate::{Failure, at};
use std::{fs, path::Path};

/// Bytes in thousands, rounded up: a budget is never met by rounding.
pub const fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

/// Bytes of `text` after brotli at its best level, the one the server uses.
fn brotli(text: &[u8]) -> usize {
    let mut small = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams::default();
    // Writing to a Vec cannot fail; should it ever, the raw size is the honest answer.
    brotli::BrotliCompress(&mut &*text, &mut small, &settings).unwrap_or(text.len())
}

/// Prints one line for each file of the site.
pub fn report(site: &Path) -> Result<(), Failure> {
    let mut files = fs::read_dir(site).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(at(site))?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files.iter().filter(|file| file.path().is_file()) {
        let bytes = fs::read(file.path()).map_err(at(&file.path()))?;
        println!(
            "site: {:<16} {:>4} kB, {:>3} kB as brotli",
            file.file_name().to_string_lossy(),
            kilobytes(bytes.len()),
            kilobytes(brotli(&bytes)),
        );
    }
    Ok(())
}
