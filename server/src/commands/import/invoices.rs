//! `coplan import invoices PATH...`: files, folders and ZIP archives; each document is saved or refused alone.

use super::{ZONE, here_already, said};
use crate::{
    commands::{Done, open_portal},
    config::{Config, ImportInvoices},
};
use coplan_app::{links, pages::import::facts, words::Words};
use coplan_domain::{format::MAX_BYTES, person::Language};
use coplan_usecases::{
    Portal, System,
    import::{ImportError, Imported, IncomingFile, Refusal, Unpacked, import_from_console, unpack},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How many documents came to what.
#[derive(Default)]
struct Count {
    saved: usize,
    already_here: usize,
    refused: usize,
}

/// Saves what can be saved and says what became of each document; an error where something was refused.
pub async fn invoices(config: &Config, system: &System, asked: &ImportInvoices) -> Done {
    let mut files = Vec::new();
    for path in &asked.paths {
        list(path, &mut files).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let portal = open_portal(config).await?;
    let mut count = Count::default();
    for path in &files {
        import_file(config, (&portal, system), asked, path, &mut count).await?;
    }
    portal.db.close().await;
    println!("{} saved, {} here already, {} not saved", count.saved, count.already_here, count.refused);
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

async fn import_file(
    config: &Config,
    (portal, system): (&Portal, &System),
    asked: &ImportInvoices,
    path: &Path,
    count: &mut Count,
) -> Done {
    let size = fs::metadata(path).and_then(|known| usize::try_from(known.len()).map_err(io::Error::other));
    let bytes = match size {
        Ok(size) if size > MAX_BYTES => Err(format!("larger than {MAX_BYTES} bytes")),
        Ok(_) => fs::read(path).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why) => {
            refuse(count, &path.display().to_string(), &why);
            return Ok(());
        }
    };
    let name = path.display().to_string();
    let Unpacked { files, refused } =
        unpack(IncomingFile { name: name.clone(), size: bytes.len(), bytes }).await.map_err(|fault| fault.to_string())?;
    for refused in refused {
        let why = match refused.why {
            Refusal::TooLarge { limit, .. } => format!("larger than {limit} bytes, or packed too tightly"),
            Refusal::TooMany { limit } => format!("more than {limit} files"),
            Refusal::NotOpened => "cannot be opened".to_owned(),
        };
        refuse(count, &inside(&name, &refused.name), &why);
    }
    for file in files {
        let called = inside(&name, &file.name);
        let customer = asked.customer.as_deref().unwrap_or_default();
        match import_from_console(portal, system, &file.name, file.bytes, customer).await {
            Ok(report) => report.documents.into_iter().for_each(|document| tell(config, &called, document, count)),
            Err(error) => tell(config, &called, Err(error), count),
        }
    }
    Ok(())
}

/// A file of an archive is called by both names.
fn inside(archive: &str, file: &str) -> String {
    if archive == file { archive.to_owned() } else { format!("{archive}: {file}") }
}

fn refuse(count: &mut Count, called: &str, why: &str) {
    count.refused += 1;
    println!("{called}: {why}");
}

fn tell(config: &Config, called: &str, document: Result<Imported, ImportError>, count: &mut Count) {
    match document {
        Ok(Imported::Invoice { id, customer }) => {
            count.saved += 1;
            println!("{called}: saved, {}{}", config.public_url(), links::invoice::show(customer, id));
        }
        Err(ImportError::Duplicate(there)) => {
            count.already_here += 1;
            println!("{called}: {}", here_already(config, &there));
        }
        Err(ImportError::Unreadable(why)) => refuse(count, called, &facts::unreadable(&Words::new(Language::En, ZONE), &why)),
        Err(error) => refuse(count, called, &said(config, error)),
    }
}
