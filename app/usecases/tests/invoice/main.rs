//! Invoices from file to page, on both databases.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where its ground is missing")]

mod bank;
mod counted;
mod export;
mod fixtures;
mod money;
mod package;
mod payment;
mod plan_page;
mod question;
mod table;
mod whose;
mod withdraw;
mod work;

use coplan_domain::{
    format::{self, ubl},
    id::InvoiceId,
    invoice::check::Verdict,
    money::Money,
};
use coplan_store::{access::System, on_both_databases, testing::dump};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    import::{Belongs, ImportError, IncomingFile, InvoicePreview, Refusal, discard, discard_all, forget_old, preview},
    invoice::{InvoicesAsked, PaymentForm, list, original, record_payment, show, take_back_payment},
    testing::{World, open_two_connections, upload, world},
};
use fixtures::*;
use futures_util::TryStreamExt;
use jiff::SignedDuration;

on_both_databases! {
    async fn every_invoice_that_is_kept_states_what_its_file_states(db: TestDb) {
        let world = world(db).await;
        for (name, bytes) in samples().into_iter().chain(published()) {
            let Some((bytes, read)) = numbered_by_its_file(&name, bytes) else { continue };
            let kept = import_at_console(&world.portal, &name, bytes.clone(), "1001").await.expect(&name);
            assert_eq!(kept.customer, world.lakeside);
            let shown = show(&world.portal, &world.anna, world.lakeside, kept.invoice).await.expect(&name);
            assert_eq!(shown.invoice, read, "{name}");
            assert_eq!(shown.line_ids.len(), read.lines.len(), "{name}");
            let file = original(&world.portal, &world.anna, world.lakeside, kept.invoice).await.expect(&name);
            assert_eq!((file.name, file.size), (name, bytes.len() as u64));
            let pieces: Vec<_> = file.bytes.try_collect().await.unwrap();
            assert_eq!(pieces.concat(), bytes);
        }
    }

    async fn sums_of_the_rows_are_the_totals_where_the_check_says_so(db: TestDb) {
        let world = world(db).await;
        let kept = import_sample(&world, "adjusted-two-rates.xml").await;
        let shown = show(&world.portal, &world.anna, world.lakeside, kept).await.unwrap();
        assert_eq!(shown.overall, Verdict::Agrees);
        let invoice = &shown.invoice;
        let lines = Money::sum(invoice.currency, invoice.lines.iter().map(|line| line.net)).unwrap();
        let vat = Money::sum(invoice.currency, invoice.vat_breakdown.iter().map(|row| row.tax)).unwrap();
        assert_eq!((lines, vat), (invoice.totals.lines, invoice.totals.vat));
        assert_eq!(shown.owed, invoice.totals.payable);
    }

    async fn a_price_for_another_unit_keeps_that_unit_and_is_not_reckoned_with(db: TestDb) {
        let world = world(db).await;
        let text = String::from_utf8(sample("adjusted-two-rates.xml")).unwrap();
        let text = text.replacen(r#"<b:BaseQuantity unitCode="C62">1000"#, r#"<b:BaseQuantity unitCode="KGM">100"#, 1);
        let kept = import_at_console(&world.portal, "kilos.xml", text.into_bytes(), "1001").await.unwrap();
        let shown = show(&world.portal, &world.anna, world.lakeside, kept.invoice).await.unwrap();
        let other = shown.invoice.lines.iter().filter_map(|line| line.other_units()).map(|(counted, (_, priced))| (counted, priced));
        assert_eq!(other.collect::<Vec<_>>(), [("C62", "KGM")]);
        assert_eq!(shown.overall, Verdict::NotComputable);
    }

    async fn an_original_that_is_off_by_rounding_is_kept_and_explained(db: TestDb) {
        let world = world(db).await;
        let kept = import_sample(&world, "vat-rounded-per-line.xml").await;
        let shown = show(&world.portal, &world.anna, world.lakeside, kept).await.unwrap();
        assert!(shown.overall > Verdict::Agrees);
        assert!(shown.findings.iter().any(|finding| finding.cause.is_some()));
    }

    async fn the_buyers_identifiers_find_the_customer_in_any_spelling(db: TestDb) {
        let world = world(db).await;
        for spelling in ["0112038-9", "FI01120389", "fi 0112038-9", "01120389"] {
            identify(&world, world.harbour, None, Some(spelling)).await;
            let InvoicePreview::Ready(read) = look(&world, "adjusted-two-rates.xml").await else { panic!("not read") };
            let Belongs::To { customer, .. } = read.belongs else { panic!("{spelling}: {:?}", read.belongs) };
            assert_eq!(customer.id, world.harbour);
        }
    }

    async fn two_customers_with_one_identifier_are_both_offered(db: TestDb) {
        let world = world(db).await;
        identify(&world, world.harbour, Some("0112038-9"), None).await;
        identify(&world, world.lakeside, None, Some("FI01120389")).await;
        let InvoicePreview::Ready(read) = look(&world, "adjusted-two-rates.xml").await else { panic!("not read") };
        let Belongs::Several(choices) = read.belongs else { panic!("{:?}", read.belongs) };
        assert_eq!(choices.len(), 2);
        let refused = import_at_console(&world.portal, "a.xml", sample("adjusted-two-rates.xml"), "").await;
        assert!(matches!(refused, Err(ImportError::WhichCustomer(choices)) if choices.len() == 2));
    }

    async fn the_dry_run_keeps_nothing_and_tells_each_file_apart(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "yen.xml").await;
        let files = vec![file("good.xml", sample("adjusted-two-rates.xml")), file("again.xml", sample("yen.xml")), file("photo.xml", b"\x89PNG".to_vec())];
        assert_eq!(upload(&world.portal, &world.mikko, files).await.unwrap(), []);
        let seen = preview(&world.portal, &world.mikko).await.unwrap();
        let kinds: Vec<_> = seen.files.iter().map(|upload| (upload.file_name.as_str(), word(content(upload)))).collect();
        assert_eq!(kinds, [("good.xml", "ready"), ("again.xml", "duplicate"), ("photo.xml", "unreadable")]);
        assert_eq!(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices.len(), 1);
    }

    async fn of_two_files_with_one_number_the_later_is_told_apart_before_anything_is_kept(db: TestDb) {
        let world = world(db).await;
        let files = vec![file("first.xml", sample("yen.xml")), file("again.xml", sample("yen.xml")), file("other.xml", sample("credit-note.xml"))];
        upload(&world.portal, &world.mikko, files).await.unwrap();
        let twins = async || {
            let seen = preview(&world.portal, &world.mikko).await.unwrap();
            seen.files.into_iter().map(|upload| (upload.file_name.clone(), upload.documents[0].is_ready(), upload.documents[0].twin_of.clone(), upload.id)).collect::<Vec<_>>()
        };
        let before = twins().await;
        assert_eq!(before.iter().map(|one| (one.0.as_str(), one.1, one.2.as_deref())).collect::<Vec<_>>(), [
            ("first.xml", true, None),
            ("again.xml", false, Some("first.xml")),
            ("other.xml", true, None),
        ]);
        // With the first one left out, the other takes its place.
        discard(&world.portal, &world.mikko, before[0].3).await.unwrap();
        assert_eq!(twins().await.iter().map(|one| (one.0.as_str(), one.1)).collect::<Vec<_>>(), [("again.xml", true), ("other.xml", true)]);
    }

    async fn a_file_is_left_out_by_its_uploader_alone_and_once(db: TestDb) {
        let world = world(db).await;
        let id = uploaded(&world, &world.mikko, "yen.xml").await;
        discard(&world.portal, &world.olli, id).await.unwrap();
        assert!(matches!(discard(&world.portal, &world.anna, id).await, Err(Error::NotFound)));
        assert_eq!(preview(&world.portal, &world.mikko).await.unwrap().files.len(), 1);
        for _ in 0..2 {
            discard(&world.portal, &world.mikko, id).await.unwrap();
            assert!(preview(&world.portal, &world.mikko).await.unwrap().files.is_empty());
        }
    }

    async fn files_that_nobody_has_confirmed_for_a_day_are_forgotten_by_the_worker(db: TestDb) {
        let world = world(db).await;
        uploaded(&world, &world.mikko, "yen.xml").await;
        let forget = async || forget_old(&world.portal, &System::for_tests()).await.unwrap();
        world.clock.pass(SignedDuration::from_hours(23));
        forget().await;
        assert_eq!(preview(&world.portal, &world.mikko).await.unwrap().files.len(), 1);
        world.clock.pass(SignedDuration::from_hours(2));
        forget().await;
        assert!(preview(&world.portal, &world.mikko).await.unwrap().files.is_empty());
    }

    async fn an_invoice_of_fifteen_thousand_rates_is_previewed_in_a_bounded_page(db: TestDb) {
        let world = world(db).await;
        let text = String::from_utf8(sample("yen.xml")).unwrap();
        let start = text.find("<cac:TaxSubtotal>").unwrap();
        let end = text.find("</cac:TaxSubtotal>").unwrap() + "</cac:TaxSubtotal>".len();
        let many = [&text[..start], &text[start..end].repeat(15_000), &text[end..]].concat();
        upload(&world.portal, &world.mikko, vec![file("many.xml", many.into_bytes())]).await.unwrap();
        for _ in 0..2 {
            let seen = preview(&world.portal, &world.mikko).await.unwrap();
            let read = content(&seen.files[0]).ready().unwrap();
            assert!(read.findings.len() <= 100 && read.counts.findings >= 15_000 && read.counts.rates == 15_000);
            assert!(read.invoice.vat_breakdown.is_empty());
        }
    }

    async fn a_file_that_is_too_large_or_one_too_many_is_refused_while_the_others_go_on(db: TestDb) {
        let world = world(db).await;
        let large = IncomingFile { name: "large.xml".to_owned(), bytes: vec![b'x'; 100], size: 30_000_000 };
        let mut files = vec![large, file("good.xml", sample("yen.xml"))];
        files.extend((0..20).map(|n| file(&format!("{n}.xml"), b"<a/>".to_vec())));
        let refused = upload(&world.portal, &world.mikko, files).await.unwrap();
        let why: Vec<_> = refused.iter().map(|file| (file.name.as_str(), file.why.clone())).collect();
        assert_eq!(why, [
            ("large.xml", Refusal::TooLarge { bytes: 30_000_000, limit: format::MAX_BYTES }),
            ("19.xml", Refusal::TooMany { limit: 20 }),
        ]);
        assert_eq!(preview(&world.portal, &world.mikko).await.unwrap().files.len(), 20);
    }

    async fn what_waits_is_its_uploaders_alone_and_goes_after_a_day(db: TestDb) {
        let world = world(db).await;
        let id = uploaded(&world, &world.mikko, "yen.xml").await;
        assert!(preview(&world.portal, &world.olli).await.unwrap().files.is_empty());
        assert!(matches!(import_one(&world.portal, &world.olli, id, "1001").await, Err(ImportError::Other(Error::NotFound))));
        discard_all(&world.portal, &world.olli).await.unwrap();
        assert_eq!(preview(&world.portal, &world.mikko).await.unwrap().files.len(), 1);
        world.clock.pass(SignedDuration::from_hours(25));
        uploaded(&world, &world.olli, "yen.xml").await;
        assert!(preview(&world.portal, &world.mikko).await.unwrap().files.is_empty());
        discard_all(&world.portal, &world.olli).await.unwrap();
        assert!(preview(&world.portal, &world.olli).await.unwrap().files.is_empty());
    }

    async fn confirming_twice_keeps_one_invoice(db: TestDb) {
        let world = world(db).await;
        let id = uploaded(&world, &world.mikko, "yen.xml").await;
        let once = import_one(&world.portal, &world.mikko, id, "1001").await.unwrap();
        let twice = import_one(&world.portal, &world.mikko, id, "1001").await.unwrap();
        assert_eq!(once, twice);
        assert_eq!(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices.len(), 1);
        assert_eq!(preview(&world.portal, &world.mikko).await.unwrap().recent.len(), 1);
    }

    async fn confirming_twice_at_once_keeps_one_invoice(db: TestDb) {
        let world = world(db).await;
        let id = uploaded(&world, &world.mikko, "three-short-tasks.xml").await;
        let press = || import_one(&world.portal, &world.mikko, id, "Lakeside Mills");
        let (one, other) = tokio::join!(press(), press());
        assert_eq!(one.unwrap(), other.unwrap());
        assert_eq!(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices.len(), 1);
    }

    async fn the_same_number_of_the_same_seller_is_refused_and_the_first_named(db: TestDb) {
        let world = world(db).await;
        let first = import_sample(&world, "yen.xml").await;
        let id = uploaded(&world, &world.saara, "yen.xml").await;
        let refused = import_one(&world.portal, &world.saara, id, "1002").await;
        let Err(ImportError::Duplicate(there)) = refused else { panic!("{refused:?}") };
        assert_eq!((there.id, there.place.unwrap().customer), (first, world.lakeside));
        assert!(list(&world.portal, &world.carla, world.harbour, &InvoicesAsked::default()).await.unwrap().invoices.is_empty());
    }

    async fn a_customer_is_chosen_by_number_or_name_and_never_guessed(db: TestDb) {
        let world = world(db).await;
        let id = uploaded(&world, &world.mikko, "yen.xml").await;
        for typed in ["", "e", "nobody", "100", "%"] {
            let refused = import_one(&world.portal, &world.mikko, id, typed).await;
            assert!(matches!(refused, Err(ImportError::WhichCustomer(_))), "{typed}: {refused:?}");
        }
        assert_eq!(import_one(&world.portal, &world.mikko, id, " låkeside ").await.unwrap().customer, world.lakeside);
    }

    async fn members_and_specialists_without_the_matter_keep_nothing(db: TestDb) {
        let world = world(db).await;
        assert!(preview(&world.portal, &world.anna).await.is_err());
        assert!(upload(&world.portal, &world.anna, vec![]).await.is_err());
        let id = uploaded(&world, &world.petra, "yen.xml").await;
        assert!(matches!(import_one(&world.portal, &world.petra, id, "1001").await, Err(ImportError::Other(Error::NotResponsible))));
        assert!(matches!(import_one(&world.portal, &world.anna, id, "1001").await, Err(ImportError::Other(Error::NotFound))));
        let unknown = coplan_domain::id::UploadId(ulid::Ulid::from_parts(1, 1));
        assert!(matches!(import_one(&world.portal, &world.mikko, unknown, "1001").await, Err(ImportError::Other(Error::NotFound))));
    }

    async fn only_readers_of_sums_of_this_customer_see_its_invoices(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "yen.xml").await;
        let unknown = InvoiceId(ulid::Ulid::from_parts(1, 1));
        for (reader, customer, id) in [
            (&world.ben, world.lakeside, id),
            (&world.carla, world.lakeside, id),
            (&world.carla, world.harbour, id),
            (&world.saara, world.harbour, id),
            (&world.anna, world.lakeside, unknown),
        ] {
            assert!(matches!(show(&world.portal, reader, customer, id).await, Err(Error::NotFound)));
            assert!(matches!(original(&world.portal, reader, customer, id).await, Err(Error::NotFound)));
        }
        assert!(matches!(list(&world.portal, &world.ben, world.lakeside, &InvoicesAsked::default()).await, Err(Error::NotFound)));
        assert!(matches!(list(&world.portal, &world.carla, world.lakeside, &InvoicesAsked::default()).await, Err(Error::NotFound)));
        assert!(show(&world.portal, &world.anna, world.lakeside, id).await.unwrap().internal.is_none());
        assert!(show(&world.portal, &world.saara, world.lakeside, id).await.unwrap().internal.is_some());
    }

    async fn yen_have_no_decimals(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "yen.xml").await;
        let read = ubl::read(&sample("yen.xml")).unwrap();
        let shown = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
        assert_eq!((shown.open.currency().decimals(), shown.open), (0, read.totals.payable));
        pay(&world, id, "1.5").await.unwrap_err();
        pay(&world, id, "100").await.unwrap();
        let shown = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
        assert_eq!(shown.open.minor(), read.totals.payable.minor() - 100);
    }

    async fn a_credit_note_lowers_what_is_open(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "adjusted-two-rates.xml").await;
        let before = open(&world).await;
        let credit = import_sample(&world, "credit-note.xml").await;
        let stated = ubl::read(&sample("credit-note.xml")).unwrap().totals.payable.minor();
        assert!(stated > 0);
        assert_eq!(open(&world).await, before - stated);
        let shown = show(&world.portal, &world.anna, world.lakeside, credit).await.unwrap();
        assert_eq!((shown.owed.minor(), shown.open.minor()), (-stated, -stated));
        let given_back = shown.invoice.totals.payable.to_decimal().to_string();
        pay(&world, credit, &given_back).await.unwrap();
        assert_eq!(show(&world.portal, &world.anna, world.lakeside, credit).await.unwrap().open.minor(), 0);
        assert_eq!(open(&world).await, before);
    }

    async fn the_console_says_what_is_here_already(db: TestDb) {
        let world = world(db).await;
        let first = import_sample(&world, "yen.xml").await;
        let again = import_at_console(&world.portal, "yen.xml", sample("yen.xml"), "1002").await;
        assert!(matches!(again, Err(ImportError::Duplicate(there)) if there.id == first && there.place.as_ref().unwrap().by.is_none()));
        let look = preview_at_console(&world.portal, sample("yen.xml")).await.unwrap();
        assert_eq!(word(&look), "duplicate");
        assert_eq!(word(&preview_at_console(&world.portal, b"{}".to_vec()).await.unwrap()), "unreadable");
    }

    async fn bringing_in_is_told_to_readers_of_sums(db: TestDb) {
        let world = world(db).await;
        let mut events = world.portal.listen();
        let id = import_sample(&world, "yen.xml").await;
        let told = events.try_recv().unwrap();
        assert_eq!((told.customer, told.object, told.audience.as_str()), (world.lakeside, id.0, "money"));
    }
}
