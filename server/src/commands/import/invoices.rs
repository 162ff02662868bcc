//! `coplan import invoices PATH...`: files, folders and ZIP archives; each document is saved or refused alone.

use super::{ZONE, here_already, said, watch};
use crate::{
    commands::{Done, open_portal},
    config::{Config, ImportInvoices},
};
use coplan_app::{links, words::Words};
use coplan_domain::{format::MAX_BYTES, person::Language};
use coplan_pages_import::import::facts;
use coplan_usecases::{
    Error, InternalError, Portal, System,
    import::{ImportError, Imported, IncomingFile, Refusal, Unpacked, import_from_console, unpack},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How many documents came to what.
#[derive(Default)]
pub(super) struct Count {
    pub saved: usize,
    pub already_here: usize,
    pub refused: usize,
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} saved, {} here already, {} not saved", self.saved, self.already_here, self.refused)
    }
}

/// What became of the documents of a file, each in a line.
#[derive(Default)]
pub(super) struct FileReport {
    pub lines: Vec<String>,
    pub count: Count,
}

impl FileReport {
    fn refuse(&mut self, called: &str, why: &str) {
        self.count.refused += 1;
        self.lines.push(format!("{called}: {why}"));
    }
}

/// Saves what can be saved and says what became of each document; an error where something was refused. Goes on for ever
/// where a folder is watched.
pub async fn invoices(config: &Config, system: &System, asked: &ImportInvoices) -> Done {
    let mut files = Vec::new();
    for path in &asked.paths {
        list(path, &mut files).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let portal = open_portal(config).await?;
    if let Some(folder) = &asked.watch {
        let done = watch::run(config, (&portal, system), asked, folder).await;
        portal.db.close().await;
        return done;
    }
    let mut count = Count::default();
    for path in &files {
        let called = path.display().to_string();
        let report = match import_file(config, (&portal, system), asked, (path, &called)).await {
            Ok(report) => report,
            Err(fault) => {
                let mut report = FileReport::default();
                report.refuse(&called, &fault.to_string());
                report
            }
        };
        report.lines.iter().for_each(|line| println!("{line}"));
        count.saved += report.count.saved;
        count.already_here += report.count.already_here;
        count.refused += report.count.refused;
    }
    portal.db.close().await;
    println!("{count}");
    if count.refused == 0 { Ok(()) } else { Err("not everything was saved; each reason is said above".to_owned()) }
}

/// The files at a path, those of a folder in the order of their names. Links inside folders are not followed.
fn list(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !fs::metadata(path)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut waiting = vec![path.to_owned()];
    while let Some(folder) = waiting.pop() {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let kind = entry.file_type()?;
            if kind.is_dir() {
                waiting.push(entry.path());
            } else if kind.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
                files.push(entry.path());
            }
        }
    }
    Ok(())
}

/// Imports a file and says what became of what is in it; the fault where that could not be done now, and may be later.
pub(super) async fn import_file(
    config: &Config,
    (portal, system): (&Portal, &System),
    asked: &ImportInvoices,
    (path, called): (&Path, &str),
) -> Result<FileReport, InternalError> {
    let mut report = FileReport::default();
    let size = fs::metadata(path).and_then(|known| usize::try_from(known.len()).map_err(io::Error::other));
    let bytes = match size {
        Ok(size) if size > MAX_BYTES => Err(format!("larger than {MAX_BYTES} bytes")),
        Ok(_) => fs::read(path).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why) => {
            report.refuse(called, &why);
            return Ok(report);
        }
    };
    let file = IncomingFile { name: called.to_owned(), size: bytes.len(), bytes };
    let Unpacked { files, refused } = unpack(file).await?;
    for refused in refused {
        let why = match refused.why {
            Refusal::TooLarge { limit, .. } => format!("larger than {limit} bytes, or packed too tightly"),
            Refusal::TooMany { limit } => format!("more than {limit} files"),
            Refusal::NotOpened => "cannot be opened".to_owned(),
            Refusal::Infected { found } => format!("the virus scanner found {found} in it"),
            Refusal::NotScanned => "the virus scanner does not answer".to_owned(),
        };
        report.refuse(&inside(called, &refused.name), &why);
    }
    for file in files {
        let name = inside(called, &file.name);
        let customer = asked.customer.as_deref().unwrap_or_default();
        match import_from_console(portal, system, &file.name, file.bytes, customer).await {
            Ok(done) => done.documents.into_iter().for_each(|document| tell(config, &name, document, &mut report)),
            Err(ImportError::Other(Error::Internal(fault))) => return Err(fault),
            Err(error) => tell(config, &name, Err(error), &mut report),
        }
    }
    Ok(report)
}

/// A file of an archive is called by both names.
fn inside(archive: &str, file: &str) -> String {
    if archive == file { archive.to_owned() } else { format!("{archive}: {file}") }
}

fn tell(config: &Config, called: &str, document: Result<Imported, ImportError>, report: &mut FileReport) {
    match document {
        Ok(Imported::Invoice { id, customer }) => {
            report.count.saved += 1;
            report.lines.push(format!("{called}: saved, {}{}", config.public_url(), links::invoice::show(customer, id)));
        }
        Err(ImportError::Duplicate(there)) => {
            report.count.already_here += 1;
            report.lines.push(format!("{called}: {}", here_already(config, &there)));
        }
        Err(ImportError::Unreadable(why)) => report.refuse(called, &facts::unreadable(&Words::new(Language::En, ZONE), &why)),
        Err(error) => report.refuse(called, &said(config, error)),
    }
}
