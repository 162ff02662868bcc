//! Packs each file as a browser receives it, and says how large it became.

use crate::{PageError, at};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// Bytes in thousands, rounded up: a budget is never met by rounding.
pub const fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

/// Writes `FILE.br` beside each file, with brotli at its best, and prints both sizes.
pub fn pack(folder: &Path) -> Result<(), PageError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(at(folder))?;
    let mut files: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).filter(|path| path.is_file()).collect();
    files.sort();
    for file in files {
        let plain = fs::read(&file).map_err(at(&file))?;
        let mut packed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { size_hint: plain.len(), ..Default::default() };
        brotli::BrotliCompress(&mut plain.as_slice(), &mut packed, &params).map_err(at(&file))?;
        let mut name = OsString::from(&file);
        name.push(".br");
        fs::write(&name, &packed).map_err(at(&file))?;
        let file = file.file_name().unwrap_or_default().to_string_lossy();
        println!("site: {file:<16} {:>4} kB, {:>3} kB packed", kilobytes(plain.len()), kilobytes(packed.len()));
    }
    Ok(())
}
