//! Files to import, and the deeds that every test of invoices begins with.

use super::*;
use coplan_domain::id::{CustomerId, PaymentId, UploadId};
use coplan_domain::invoice::Invoice;
use coplan_store::{access::AccountAdmin, customer};
use coplan_usecases::{
    Actor, Error, InternalError, Portal,
    import::{Content, DocumentPreview, FilePreview, Imported, Report, import, import_from_console, preview_from_console},
};
use std::{
    io::{Write, stderr},
    path::{Path, PathBuf},
    thread,
};

fn folder(path: &Path) -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> =
        files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap())).collect();
    files.sort();
    files
}

/// Our own files.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    let found = folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/samples")));
    assert!(found.len() >= 5);
    found
}

/// Files that others published, where they are on this machine.
pub fn published() -> Vec<(String, Vec<u8>)> {
    published_in("data/invoices")
}

/// The same, in another folder of what lies outside the repository.
pub fn published_in(path: &str) -> Vec<(String, Vec<u8>)> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let shared = std::env::var_os("COPLAN_SHARED").map_or_else(beside, PathBuf::from).join(path);
    if shared.is_dir() {
        return folder(&shared);
    }
    // Past the test runner, which keeps to itself what a passing test prints.
    let test = thread::current().name().unwrap_or_default().to_owned();
    let why = format!("the published invoices are not at {} (COPLAN_SHARED may say where)", shared.display());
    stderr().write_all(format!("told with our samples alone: {test}: {why}\n").as_bytes()).unwrap();
    Vec::new()
}

pub fn sample(name: &str) -> Vec<u8> {
    samples().into_iter().find(|(known, _)| known == name).expect(name).1
}

pub fn file(name: &str, bytes: Vec<u8>) -> IncomingFile {
    IncomingFile { name: name.to_owned(), size: bytes.len(), bytes }
}

/// The file with its own name for a number, because several of the published ones share one; none where it is no invoice.
pub fn numbered_by_its_file(name: &str, bytes: Vec<u8>) -> Option<(Vec<u8>, Invoice)> {
    let only = |bytes: &[u8]| format::read_invoices(bytes).pop().and_then(Result::ok);
    let number = only(&bytes)?.number;
    let text = String::from_utf8(bytes).unwrap().replacen(&format!(">{number}<"), &format!(">{name}<"), 1);
    let read = only(text.as_bytes()).unwrap();
    assert_eq!(read.number, name);
    Some((text.into_bytes(), read))
}

/// A sample, imported for Lakeside Mills.
pub async fn import_sample(world: &World, name: &str) -> InvoiceId {
    import_at_console(&world.portal, name, sample(name), "1001").await.expect(name).invoice
}

/// An invoice that was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub invoice: InvoiceId,
    pub customer: CustomerId,
}

/// The only document of a file.
fn only(report: Result<Report, ImportError>) -> Result<Kept, ImportError> {
    let [Imported::Invoice { id, customer }] = report?.all()?.try_into().expect("one document");
    Ok(Kept { invoice: id, customer })
}

pub async fn import_one(portal: &Portal, actor: &Actor, id: UploadId, typed: &str) -> Result<Kept, ImportError> {
    only(import(portal, actor, id, typed).await)
}

pub async fn import_at_console(portal: &Portal, name: &str, bytes: Vec<u8>, typed: &str) -> Result<Kept, ImportError> {
    only(import_from_console(portal, &System::for_tests(), name, bytes, typed).await)
}

pub async fn preview_at_console(portal: &Portal, bytes: Vec<u8>) -> Result<InvoicePreview, InternalError> {
    let [Content::Invoice(preview)] =
        preview_from_console(portal, &System::for_tests(), bytes).await?.try_into().expect("one document");
    Ok(preview)
}

/// What the only document of a file is.
pub fn content(file: &FilePreview) -> &InvoicePreview {
    let [DocumentPreview { content: Content::Invoice(preview), .. }] = file.documents.as_slice() else { panic!("{file:?}") };
    preview
}

pub async fn look(world: &World, name: &str) -> InvoicePreview {
    preview_at_console(&world.portal, sample(name)).await.unwrap()
}

pub async fn uploaded(world: &World, actor: &Actor, name: &str) -> UploadId {
    upload(&world.portal, actor, vec![file(name, sample(name))]).await.unwrap();
    preview(&world.portal, actor).await.unwrap().files.last().expect(name).id
}

pub fn word(read: &InvoicePreview) -> &'static str {
    match read {
        InvoicePreview::Ready(_) => "ready",
        InvoicePreview::Duplicate { .. } => "duplicate",
        InvoicePreview::Unreadable(_) => "unreadable",
    }
}

/// Gives a customer its identifiers.
pub async fn identify(world: &World, id: CustomerId, business_id: Option<&str>, vat_id: Option<&str>) {
    let mut change = world.portal.change().await.unwrap();
    let admin = AccountAdmin::prove(&mut change, &world.olli, id).await.unwrap();
    let mut known = customer::find(&mut change, admin.plan()).await.unwrap();
    known.business_id = business_id.map(str::to_owned);
    known.vat_id = vat_id.map(str::to_owned);
    assert!(customer::update(&mut change, &admin, &known).await.unwrap());
    world.portal.commit(change).await.unwrap();
}

/// What Lakeside Mills owes in euros.
pub async fn open(world: &World) -> i64 {
    let open = list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().open;
    open.iter().map(|open| open.sum).find(|sum| sum.currency().code() == "EUR").unwrap().minor()
}

pub fn payment(world: &World, amount: &str) -> PaymentForm {
    let id: PaymentId = coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into();
    PaymentForm { id, amount: amount.to_owned(), paid_on: "2026-11-16".to_owned(), more_than_open: false }
}

pub async fn pay(world: &World, id: InvoiceId, amount: &str) -> Result<(), Error> {
    record_payment(&world.portal, &world.mikko, world.lakeside, id, &payment(world, amount)).await
}
