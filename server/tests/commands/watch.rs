//! A folder that is watched: what comes into it is imported once, and lies where it belongs with a report beside it.

use super::Console;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread::sleep,
    time::{Duration, Instant},
};

const GOOD: &str = "Invoice number;Invoice date;Customer;Description;Net;VAT\n7;1.11.2026;2001;Service;100,00;25,5\n";
const BAD: &str =
    "Invoice number;Invoice date;Customer;Description;Quantity;Price;Net;VAT\n8;1.11.2026;2001;Service;2;10;21;25,5\n";

/// A supplier with one customer, and a folder.
fn ground() -> (Console, PathBuf) {
    let console = Console::new();
    assert!(console.run("staff add --name Mikko --title Owner --email mikko@supplier.example --role admin").well);
    fs::write(console.0.path().join("customers.csv"), "Name;Number\nKuura Bakeries;2001\n").unwrap();
    assert!(console.run("import customers customers.csv --as mikko@supplier.example").well);
    let folder = console.0.path().join("in");
    fs::create_dir(&folder).unwrap();
    (console, folder)
}

fn watch(console: &Console) -> Child {
    console.command(&[], "import invoices --watch in --every 1").spawn().unwrap()
}

fn wait_for(path: &Path) -> String {
    let begun = Instant::now();
    while !path.exists() {
        assert!(begun.elapsed() < Duration::from_mins(2), "{} never came", path.display());
        sleep(Duration::from_millis(100));
    }
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_watched_folder_is_emptied_once_even_where_the_watcher_is_killed() {
    let (console, folder) = ground();
    let mut watcher = watch(&console);
    fs::write(folder.join("good.csv"), GOOD).unwrap();
    fs::write(folder.join("bad.csv"), BAD).unwrap();
    assert_eq!(wait_for(&folder.join("taken/good.csv")), GOOD);
    assert_eq!(wait_for(&folder.join("refused/bad.csv")), BAD);
    let report = wait_for(&folder.join("taken/good.csv.txt"));
    assert!(report.starts_with("good.csv: saved, ") && report.ends_with("1 saved, 0 here already, 0 not saved\n"), "{report}");
    let report = wait_for(&folder.join("refused/bad.csv.txt"));
    assert!(report.contains("Invoice 8: Row 2, Net, column G: The table says €21.00, but it comes to €20.00."), "{report}");

    // Killed between saving and moving: the file is still there.
    watcher.kill().unwrap();
    watcher.wait().unwrap();
    fs::rename(folder.join("taken/good.csv"), folder.join("good.csv")).unwrap();
    let mut watcher = watch(&console);
    assert_eq!(wait_for(&folder.join("taken/good.csv")), GOOD);
    let report = wait_for(&folder.join("taken/good.csv.txt"));
    assert!(report.ends_with("0 saved, 1 here already, 0 not saved\n"), "{report}");
    fs::write(folder.join("good.csv"), GOOD).unwrap();
    wait_for(&folder.join("taken/good-2.csv"));

    let told = Command::new("kill").args(["-TERM", &watcher.id().to_string()]).status().unwrap();
    assert!(told.success() && watcher.wait().unwrap().success(), "it ends well where it is told to");
}

#[test]
fn only_a_folder_is_watched() {
    let (console, _) = ground();
    assert_eq!(console.run("import invoices --watch customers.csv").refusal(), "customers.csv: not a folder");
    assert!(console.run("import invoices --watch nowhere").refusal().starts_with("nowhere: "));
    assert!(console.run("import invoices --watch in customers.csv").err.contains("cannot be used with"));
}
