//! Taking invoices away: their lines with the work behind them as a table, and their files as they came in one archive.

use super::show::reader;
use crate::{Error, InternalError, Portal, error::says_more, security_log, work};
use coplan_domain::{
    format::csv_file,
    id::{CustomerId, InvoiceId},
    invoice::{Invoice, InvoiceLine},
    work::Charge,
};
use coplan_store::{
    Conn,
    access::{Actor, MoneyScope},
    files::{FileHash, FileRecord},
    invoice,
};
use jiff::civil::Date;
use std::{
    collections::BTreeSet,
    fs::File,
    io::{Seek, Write},
    time::Duration,
};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The most bytes of the files in one archive.
const MOST_BYTES: u64 = 50 * 1024 * 1024;
/// One archive is made at a time, from one file at a time.
static PLACE: Semaphore = Semaphore::const_new(1);
/// How long one waits for that place.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most documents that are taken away at once.
pub const MOST_DOCUMENTS: usize = 1_000;

/// Which documents are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// One.
    One(InvoiceId),
    /// Those that are dated within these days, both included; open where there is none.
    Dated(Option<Date>, Option<Date>),
}

/// Why nothing is given.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// More than can be given at once.
    #[error("more than can be given at once")]
    TooMuch,
    /// Others are being given theirs.
    #[error("others are being given theirs")]
    Busy,
    /// What can happen to every use case.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(ExportError);

async fn documents(conn: &mut Conn, money: MoneyScope, which: Which) -> Result<Vec<InvoiceId>, ExportError> {
    let found: Vec<_> = match which {
        Which::One(id) => vec![id],
        Which::Dated(from, to) => {
            let one_more = i64::try_from(MOST_DOCUMENTS).unwrap_or(i64::MAX).saturating_add(1);
            invoice::list_dated(conn, money, (from, to), one_more).await?.into_iter().map(|brief| brief.id).collect()
        }
    };
    if found.len() > MOST_DOCUMENTS { Err(ExportError::TooMuch) } else { Ok(found) }
}

/// The names of the columns, in the order of [`lines`].
const COLUMNS: [&str; 18] = [
    "invoice",
    "type",
    "date",
    "currency",
    "row",
    "line",
    "name",
    "quantity",
    "unit",
    "price",
    "base_quantity",
    "net",
    "vat_category",
    "vat_percent",
    "work_day",
    "work_minutes",
    "work_by",
    "work_charged",
];

/// The lines of the documents, each with the work behind it as rows of its own, as CSV in UTF-8 with commas and decimal
/// points. Texts that a spreadsheet would take for a formula have an apostrophe in front.
///
/// # Errors
/// [`ExportError`].
pub async fn lines(portal: &Portal, actor: &Actor, customer: CustomerId, which: Which) -> Result<Vec<u8>, ExportError> {
    let mut conn = portal.db.read().await?;
    let (_, money) = reader(&mut conn, actor, customer).await?;
    let mut table = vec![COLUMNS.map(str::to_owned).to_vec()];
    for id in documents(&mut conn, money, which).await? {
        let kept = invoice::find(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
        let mut assigned = work::of_invoice(&mut conn, money, id).await?;
        for (line_id, line) in kept.line_ids.iter().zip(&kept.invoice.lines) {
            table.push(line_row(&kept.invoice, line));
            let behind = assigned.take(*line_id, line);
            for entry in &behind.entries {
                let work = [
                    entry.entry.day.to_string(),
                    entry.entry.time.minutes().to_string(),
                    entry.who.clone().unwrap_or_default(),
                    (entry.entry.charge == Charge::Charged).to_string(),
                ];
                table.push(work_row(&kept.invoice, line, &entry.entry.words, work));
            }
            if let Some(adjustment) = &behind.adjustment {
                let work = [String::new(), adjustment.minutes.to_string(), String::new(), "true".to_owned()];
                table.push(work_row(&kept.invoice, line, &adjustment.reason, work));
            }
        }
    }
    drop(conn);
    security_log::try_note_export(portal, actor).await;
    Ok(csv_file::written(table).map_err(|_| InternalError::Reading)?)
}

fn head(invoice: &Invoice, kind: &str, line: &InvoiceLine) -> [String; 6] {
    [
        invoice.number.clone(),
        invoice.kind.code().to_owned(),
        invoice.issued_on.to_string(),
        invoice.currency.code().to_owned(),
        kind.to_owned(),
        line.id.clone(),
    ]
}

fn line_row(invoice: &Invoice, line: &InvoiceLine) -> Vec<String> {
    let price = &line.price;
    let own = [
        line.name.clone(),
        line.quantity.to_string(),
        line.unit.clone().unwrap_or_default(),
        price.net.to_string(),
        price.base_quantity.as_ref().map(ToString::to_string).unwrap_or_default(),
        line.net.to_decimal().to_string(),
        line.vat.category.clone(),
        line.vat.rate.as_ref().map(ToString::to_string).unwrap_or_default(),
    ];
    head(invoice, "line", line).into_iter().chain(own).chain(std::iter::repeat_n(String::new(), 4)).collect()
}

fn work_row(invoice: &Invoice, line: &InvoiceLine, words: &str, work: [String; 4]) -> Vec<String> {
    let none = std::iter::repeat_n(String::new(), 7);
    head(invoice, "work", line).into_iter().chain([words.to_owned()]).chain(none).chain(work).collect()
}

/// The files of the documents as they came, as a ZIP archive in a file without a name; a file that holds several of them is in
/// it once.
///
/// # Errors
/// [`ExportError`].
pub async fn originals(portal: &Portal, actor: &Actor, customer: CustomerId, which: Which) -> Result<File, ExportError> {
    let mut conn = portal.db.read().await?;
    let (_, money) = reader(&mut conn, actor, customer).await?;
    let (mut found, mut known, mut total) = (Vec::<(String, FileRecord)>::new(), BTreeSet::<FileHash>::new(), 0_u64);
    for id in documents(&mut conn, money, which).await? {
        let original = invoice::find_original(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
        if known.insert(original.file.hash) {
            total = total.saturating_add(original.file.size);
            found.push((original.name, original.file));
        }
    }
    // A slow archive must not occupy a connection.
    drop(conn);
    if total > MOST_BYTES {
        return Err(ExportError::TooMuch);
    }
    let Ok(Ok(_place)) = timeout(PATIENCE, PLACE.acquire()).await else { return Err(ExportError::Busy) };
    let mut archive = ZipWriter::new(tempfile::tempfile().map_err(|_| InternalError::Reading)?);
    for (place, (name, record)) in found.iter().enumerate() {
        let bytes = portal.files.read(record, MOST_BYTES).await?;
        let name = format!("{:04}-{name}", place + 1);
        archive = away(move || pack(archive, &name, &bytes)).await?;
    }
    let archive = away(move || finish(archive)).await?;
    security_log::try_note_export(portal, actor).await;
    Ok(archive)
}

/// Does what takes long on a thread of its own.
async fn away<T: Send + 'static>(work: impl FnOnce() -> zip::result::ZipResult<T> + Send + 'static) -> Result<T, InternalError> {
    spawn_blocking(work).await.map_err(|_| InternalError::Reading)?.map_err(|_| InternalError::Reading)
}

fn pack(mut archive: ZipWriter<File>, name: &str, bytes: &[u8]) -> zip::result::ZipResult<ZipWriter<File>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive.start_file(name, options)?;
    archive.write_all(bytes)?;
    Ok(archive)
}

fn finish(archive: ZipWriter<File>) -> zip::result::ZipResult<File> {
    let mut file = archive.finish()?;
    file.rewind()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_the_columns_of_the_head() {
        let invoice = coplan_domain::format::ubl::read(include_bytes!("../../../domain/samples/three-short-tasks.xml")).unwrap();
        let line = &invoice.lines[0];
        let work = work_row(&invoice, line, "Looked", [const { String::new() }; 4]);
        assert_eq!((line_row(&invoice, line).len(), work.len()), (COLUMNS.len(), COLUMNS.len()));
    }
}
