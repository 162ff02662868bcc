//! No file makes a reader panic, hang or swell: real documents are torn, doubled, swapped and spliced, the same ones in every
//! run. `COPLAN_MUTATIONS` says how many; `make fuzz` asks for a million.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    format::{camt, cii, csv, detect, finvoice, ics, invoice_table, ubl},
    invoice::check::check,
    table_import::{TableKind, recognize},
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// How many by default: some seconds without optimisation.
const FEW: u64 = 2_000;
/// The longest that all readers together may take for one of them.
const LONGEST: Duration = Duration::from_secs(1);
/// The most that may be resident at the end, in kB.
const RESIDENT: u64 = 300_000;
/// A mutated file does not grow beyond this.
const MOST_BYTES: usize = 100_000;

const TABLE: &str = "Laskun numero;Laskupäivä;Eräpäivä;Asiakas;Selite;Määrä;Yksikkö;à-hinta;Netto;ALV %\n\
                     71;1.12.2026;15.12.2026;0112038-9;Verkko, halli 1;7,5;h;94,00;705,00;25,5\n\
                     71;;;;Kaapeli;12;m;3,20;38,40;25,5\n72;1.12.2026;;1002;Palvelu;1;kk;1 810,00;;25,5\n";
const REPLY: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:01ARZ3NDEKTSV4RRFFQ69G5FAV@coplan\r\n\
                     DTSTAMP:20261201T080000Z\r\nSEQUENCE:2\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=\"Anna Aho\":mailto:anna@lakeside.example\r\n\
                     COMMENT:Ten minutes\r\n  late\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// What is written over a part of a file.
const SPLICES: [&[u8]; 16] = [
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"&#x10FFFF;",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"-->",
    b"\"",
    b"\0",
    b"\xff\xfe",
    b"-",
    b"99999999999999999999999999999999",
    b"0.0000000000000000000000000001",
    b"<a xmlns=\"urn:x\">",
];

/// Numbers that are the same in every run; the steps are those of `SplitMix64`.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    /// A part of so many bytes, mostly a short one.
    fn part(&mut self, len: usize) -> std::ops::Range<usize> {
        let most = if self.below(4) == 0 { len } else { len.min(40) };
        let from = self.below(len + 1);
        from..(from + self.below(most + 1)).min(len)
    }
}

fn mutate(numbers: &mut Numbers, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[numbers.below(seeds.len())].clone();
    for _ in 0..=numbers.below(6) {
        let part = numbers.part(bytes.len());
        match numbers.below(6) {
            0 => drop(bytes.drain(part)),
            1 => {
                let doubled = bytes[part.clone()].repeat(1 + numbers.below(8));
                bytes.splice(part.start..part.start, doubled);
            }
            2 => {
                let splice = SPLICES[numbers.below(SPLICES.len())];
                bytes.splice(part, splice.iter().copied());
            }
            3 => {
                let other = &seeds[numbers.below(seeds.len())];
                let theirs = numbers.part(other.len());
                bytes.splice(part, other[theirs].iter().copied());
            }
            4 => bytes[part].reverse(),
            _ => {
                let flipped = u8::try_from(1 << numbers.below(8)).unwrap();
                bytes[part].iter_mut().for_each(|byte| *byte ^= flipped);
            }
        }
        bytes.truncate(MOST_BYTES);
    }
    bytes
}

/// Every reader looks at it, whatever it seems to be.
fn read(bytes: &[u8]) {
    let _kind = detect(bytes);
    let of_ubl = ubl::read_all(bytes).into_iter();
    for invoice in of_ubl.chain([cii::read(bytes), finvoice::read(bytes)]).flatten() {
        let _findings = check(&invoice);
    }
    let _statement = camt::read(bytes);
    let _answer = ics::read_reply(bytes);
    if let Ok(table) = csv::read(bytes) {
        let columns = table.headings().filter_map(|heading| Some((recognize(TableKind::Invoices, heading)?, heading.to_owned())));
        let _drafts = invoice_table::read(&table, &columns.collect::<Vec<_>>(), "Northline");
    }
}

/// The project's own samples, and what lies beside the project where it is there.
fn seeds() -> Vec<Vec<u8>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("COPLAN_SHARED").map_or_else(|| here.join("../../../shared"), PathBuf::from);
    let folders = [here.join("samples"), shared.join("data/invoices"), shared.join("data/cases")];
    let files = folders.iter().flat_map(fs::read_dir).flatten().map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|it| it == "xml")).collect();
    files.sort();
    assert!(files.len() > 20, "the samples are there");
    let written = [TABLE, REPLY].map(|text| text.as_bytes().to_vec());
    files.into_iter().map(|file| fs::read(file).unwrap()).chain(written).collect()
}

/// What is resident now, in kB; none where the system does not tell.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[test]
fn no_torn_or_spliced_file_makes_a_reader_panic_hang_or_swell() {
    let asked = std::env::var("COPLAN_MUTATIONS").map_or(FEW, |count| count.parse().unwrap());
    let (seeds, mut slowest) = (seeds(), Duration::ZERO);
    for place in 0..asked {
        let bytes = mutate(&mut Numbers(place), &seeds);
        let begun = Instant::now();
        let done = std::panic::catch_unwind(|| read(&bytes));
        let took = begun.elapsed();
        assert!(done.is_ok(), "number {place} makes a reader panic: {}", String::from_utf8_lossy(&bytes));
        assert!(took < LONGEST, "number {place} takes {took:?}: {}", String::from_utf8_lossy(&bytes));
        slowest = slowest.max(took);
    }
    let resident = resident().unwrap_or_default();
    println!("{asked} files, the slowest {slowest:?}, at most {resident} kB resident");
    assert!(resident < RESIDENT, "{resident} kB are resident");
}
