//! Invoices are taken away as tables and archives, by those who see sums alone.

use crate::fixtures::*;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    invoice::{ExportError, Which, attachment, lines, originals, show, withdraw},
    testing::world,
};
use std::io::Read;

/// The sample with an attachment inside it and one elsewhere.
fn with_attachments() -> Vec<u8> {
    let inside = "<cac:AdditionalDocumentReference><cbc:ID>A1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/html\" \
        filename=\"hours.html\">PGI+aG91cnM8L2I+</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>\
        <cac:AdditionalDocumentReference><cbc:ID>A2</cbc:ID></cac:AdditionalDocumentReference>";
    let role = "<cac:AccountingSupplierParty>";
    String::from_utf8(sample("three-short-tasks.xml")).unwrap().replacen(role, &format!("{inside}{role}"), 1).into_bytes()
}

on_both_databases! {
    async fn what_comes_with_an_invoice_is_listed_and_given_to_those_who_see_sums(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let kept = import_at_console(portal, "attached.xml", with_attachments(), "1001").await.unwrap().invoice;
        let listed = show(portal, &world.anna, lakeside, kept).await.unwrap().invoice.attachments;
        assert_eq!(listed.iter().map(|one| (one.reference.as_deref(), one.size)).collect::<Vec<_>>(), [(Some("A1"), Some(12)), (Some("A2"), None)]);
        let file = attachment(portal, &world.anna, lakeside, kept, 0).await.unwrap();
        assert_eq!((file.bytes.as_slice(), file.attachment.file_name.as_deref()), (&b"<b>hours</b>"[..], Some("hours.html")));
        for (reader, customer, place) in [(&world.anna, lakeside, 1), (&world.anna, lakeside, 2), (&world.ben, lakeside, 0), (&world.carla, world.harbour, 0)] {
            assert!(matches!(attachment(portal, reader, customer, kept, place).await, Err(Error::NotFound)));
        }
        withdraw(portal, &world.olli, lakeside, kept).await.unwrap();
    }

    async fn lines_and_files_are_taken_away_of_one_document_or_of_some_days(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let march = import_sample(&world, "three-short-tasks.xml").await;
        import_sample(&world, "yen.xml").await;
        let table = String::from_utf8(lines(portal, &world.anna, lakeside, Which::One(march)).await.unwrap()).unwrap();
        let rows: Vec<_> = table.lines().collect();
        assert_eq!(rows.len(), 4, "{table}");
        assert_eq!(rows[1], "2026-0100,380,2026-03-02,EUR,line,1,Password reset,0.15,HUR,94.50,,14.18,S,25.5,,,,");
        let within = |from: &str, to: &str| Which::Dated(from.parse().ok(), to.parse().ok());
        let none = lines(portal, &world.anna, lakeside, within("2001-01-01", "2001-12-31")).await.unwrap();
        assert_eq!(String::from_utf8(none).unwrap().lines().count(), 1, "the head alone");
        let mut all = Vec::new();
        originals(portal, &world.anna, lakeside, within("", "")).await.unwrap().read_to_end(&mut all).unwrap();
        assert!(all.starts_with(b"PK") && all.windows(21).any(|name| name == b"three-short-tasks.xml"));
        for stranger in [&world.ben, &world.carla] {
            for which in [Which::One(march), within("", "")] {
                assert!(matches!(lines(portal, stranger, lakeside, which).await, Err(ExportError::Other(Error::NotFound))));
                assert!(matches!(originals(portal, stranger, lakeside, which).await, Err(ExportError::Other(Error::NotFound))));
            }
        }
        let elsewhere = lines(portal, &world.carla, world.harbour, Which::One(march)).await;
        assert!(matches!(elsewhere, Err(ExportError::Other(Error::NotFound))));
    }
}
