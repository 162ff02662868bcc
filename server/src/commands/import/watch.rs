//! `coplan import invoices --watch FOLDER`: what another system drops into a folder is imported, and lies in `taken` or
//! `refused` afterwards, with a report beside it.
//!
//! A file is saved before it is moved. Where the process ends between the two, the file is found again, is here already,
//! and is moved then: nothing is saved twice.

use super::invoices::{FileReport, import_file};
use crate::{
    commands::Done,
    config::{Config, ImportInvoices},
};
use coplan_usecases::{Portal, System};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch::{Receiver, channel},
    time::sleep,
};

/// Where what was imported goes, or was here already.
const TAKEN: &str = "taken";
/// Where what could not be imported goes, or not all of it.
const REFUSED: &str = "refused";
/// How the names of files end that are still being written, by the habit of programs that send files.
const UNFINISHED: [&str; 4] = [".part", ".partial", ".filepart", ".tmp"];

/// How a file looks from outside.
type Stamp = (u64, Option<SystemTime>);

/// What the last look has found.
#[derive(Default)]
struct Known {
    /// Each file that waits.
    files: BTreeMap<PathBuf, Stamp>,
    /// Those that could not be moved away, or not be imported as yet, and why; said once.
    stuck: BTreeMap<PathBuf, String>,
}

/// Looks into the folder again and again, until the process is told to end; what is being imported then is finished first.
pub(super) async fn run(config: &Config, portal: (&Portal, &System), asked: &ImportInvoices, folder: &Path) -> Done {
    let about = |error: io::Error| format!("{}: {error}", folder.display());
    for name in [TAKEN, REFUSED] {
        if fs::metadata(folder).map_err(about)?.is_dir() {
            fs::create_dir_all(folder.join(name)).map_err(about)?;
        } else {
            return Err(format!("{}: not a folder", folder.display()));
        }
    }
    let mut ends = ended().map_err(|error| error.to_string())?;
    println!("Watching {}. End it with Ctrl-C or SIGTERM.", folder.display());
    let (mut known, pause) = (Known::default(), Duration::from_secs(asked.every));
    loop {
        look(config, portal, asked, (folder, &mut known), &ends).await;
        tokio::select! {
            () = sleep(pause) => {}
            _ = ends.changed() => {}
        }
        if *ends.borrow() {
            println!("Ended.");
            return Ok(());
        }
    }
}

/// Says when the process is told to end.
fn ended() -> io::Result<Receiver<bool>> {
    let mut term = signal(SignalKind::terminate())?;
    let (says, hears) = channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        says.send_replace(true);
    });
    Ok(hears)
}

/// Imports each file that looks as it did the last time: one that is still being written does not.
async fn look(
    config: &Config,
    portal: (&Portal, &System),
    asked: &ImportInvoices,
    (folder, known): (&Path, &mut Known),
    ends: &Receiver<bool>,
) {
    let found = match list(folder) {
        Ok(found) => found,
        Err(error) => return stuck(known, folder, &error.to_string()),
    };
    let rests = resting(&known.files, &found);
    known.stuck.retain(|path, _| found.contains_key(path));
    known.files = found;
    for path in rests {
        if *ends.borrow() {
            return;
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let done = match import_file(config, portal, asked, (&path, &name)).await {
            Ok(report) => put_away(folder, &path, &name, &report).map_err(|error| error.to_string()),
            // It may be better later.
            Err(fault) => Err(fault.to_string()),
        };
        match done {
            Ok(line) => println!("{line}"),
            Err(why) => stuck(known, &path, &why),
        }
    }
}

/// The files that have the size and the time of the look before.
fn resting(before: &BTreeMap<PathBuf, Stamp>, now: &BTreeMap<PathBuf, Stamp>) -> Vec<PathBuf> {
    now.iter().filter(|(path, stamp)| before.get(*path) == Some(stamp)).map(|(path, _)| path.clone()).collect()
}

fn stuck(known: &mut Known, path: &Path, why: &str) {
    if known.stuck.get(path).is_none_or(|said| said != why) {
        eprintln!("{}: {why}", path.display());
        known.stuck.insert(path.to_owned(), why.to_owned());
    }
}

/// The files that wait in the folder, by name.
fn list(folder: &Path) -> io::Result<BTreeMap<PathBuf, Stamp>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        // Somebody may have taken it away meanwhile.
        let Ok(meta) = entry.metadata() else { continue };
        if meta.is_file() && !name.starts_with('.') && !UNFINISHED.iter().any(|end| name.ends_with(end)) {
            found.insert(entry.path(), (meta.len(), meta.modified().ok()));
        }
    }
    Ok(found)
}

/// Moves a file to where it belongs, after its report; says so in a line.
fn put_away(folder: &Path, path: &Path, name: &str, report: &FileReport) -> io::Result<String> {
    let to = if report.count.refused == 0 { TAKEN } else { REFUSED };
    let place = free(&folder.join(to), name);
    let called = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = format!("{}\n{}\n", report.lines.join("\n"), report.count);
    let (half, whole) = (place.with_file_name(format!(".{called}.txt")), place.with_file_name(format!("{called}.txt")));
    fs::write(&half, text)?;
    fs::rename(&half, whole)?;
    fs::rename(path, &place)?;
    Ok(format!("{name}: {to}, {}", report.count))
}

/// The place in a folder for a file of this name; where one is there already, with a number.
fn free(folder: &Path, name: &str) -> PathBuf {
    let (stem, end) = name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let numbered = (2..).map(|n: u32| folder.join(format!("{stem}-{n}{end}")));
    let mut places = [folder.join(name)].into_iter().chain(numbered);
    places.find(|place| !place.exists()).unwrap_or_else(|| folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_there_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(free(folder.path(), "a.xml"), folder.path().join("a.xml"));
        fs::write(folder.path().join("a.xml"), "").unwrap();
        fs::write(folder.path().join("a-2.xml"), "").unwrap();
        assert_eq!(free(folder.path(), "a.xml"), folder.path().join("a-3.xml"));
    }

    #[test]
    fn a_file_that_grows_is_left_until_it_rests() {
        let at = |sizes: &[(&str, u64)]| sizes.iter().map(|(name, size)| (PathBuf::from(name), (*size, None))).collect();
        let (first, second, third) = (at(&[("a", 1), ("b", 5)]), at(&[("a", 2), ("b", 5), ("c", 1)]), at(&[("a", 2), ("c", 1)]));
        assert_eq!(resting(&BTreeMap::new(), &first), Vec::<PathBuf>::new());
        assert_eq!(resting(&first, &second), [PathBuf::from("b")]);
        assert_eq!(resting(&second, &third), [PathBuf::from("a"), PathBuf::from("c")]);
    }

    #[test]
    fn what_is_hidden_or_still_written_does_not_wait() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.xml", ".b.xml", "c.xml.part", "D.TMP"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("taken")).unwrap();
        assert_eq!(list(folder.path()).unwrap().into_keys().collect::<Vec<_>>(), [folder.path().join("a.xml")]);
    }
}
