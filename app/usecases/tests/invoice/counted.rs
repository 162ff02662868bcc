//! What is open counts each document as what it is: given back, replaced, or never paid.

use super::*;

/// What Lakeside Mills owes, from its list, its plan and the supplier's table alike.
async fn owes(world: &World) -> i64 {
    let sum = open(world).await;
    let money = coplan_usecases::plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap();
    assert_eq!(money.open.iter().map(|open| open.sum.minor()).collect::<Vec<_>>(), [sum]);
    sum
}

fn shared_case(name: &str) -> Option<Vec<u8>> {
    published_in("data/cases").into_iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes)
}

async fn import_bytes(world: &World, name: &str, bytes: Vec<u8>) -> InvoiceId {
    import_at_console(&world.portal, name, bytes, "1001").await.expect(name).invoice
}

on_both_databases! {
    async fn a_negative_credit_note_lowers_what_is_open(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "adjusted-two-rates.xml").await;
        let before = owes(&world).await;
        let credit = import_sample(&world, "credit-note-negative.xml").await;
        assert_eq!(owes(&world).await, before - 47_690);
        let shown = show(&world.portal, &world.anna, world.lakeside, credit).await.unwrap();
        assert_eq!((shown.owed.minor(), shown.due.minor(), shown.open.minor()), (-47_690, -47_690, -47_690));
        assert_eq!(shown.overall, Verdict::Differs);
        assert!(shown.invoice.kind.is_credit());
        if let Some(bytes) = shared_case("a10-credit-note-negative.xml") {
            import_bytes(&world, "a10.xml", bytes).await;
            assert_eq!(owes(&world).await, before - 47_690 - 125_500);
        }
    }

    async fn the_form_of_a_negative_credit_note_is_kept_whatever_its_code(db: TestDb) {
        let world = world(db).await;
        let text = String::from_utf8(sample("credit-note-negative.xml")).unwrap().replacen(">381<", ">380<", 1);
        let kept = import_bytes(&world, "a.xml", text.clone().into_bytes()).await;
        let shown = show(&world.portal, &world.anna, world.lakeside, kept).await.unwrap();
        assert_eq!(shown.invoice, ubl::read(text.as_bytes()).unwrap());
        assert_eq!(owes(&world).await, -47_690);
    }

    async fn a_corrected_invoice_takes_the_place_of_the_first_in_either_order(db: TestDb) {
        let world = world(db).await;
        let first = import_sample(&world, "three-short-tasks.xml").await;
        assert_eq!(owes(&world).await, 5339);
        let corrected = import_sample(&world, "corrected.xml").await;
        assert_eq!(owes(&world).await, 3558);
        let shown = show(&world.portal, &world.anna, world.lakeside, first).await.unwrap();
        assert_eq!((shown.owed.minor(), shown.due.minor(), shown.open.minor()), (5339, 0, 0));
        assert_eq!(shown.replaced_by, Some((corrected, "2026-0117".to_owned())));
        coplan_usecases::invoice::withdraw(&world.portal, &world.mikko, world.lakeside, corrected).await.unwrap();
        assert_eq!(owes(&world).await, 5339);
        coplan_usecases::invoice::withdraw(&world.portal, &world.mikko, world.lakeside, first).await.unwrap();
        import_sample(&world, "corrected.xml").await;
        let first = import_sample(&world, "three-short-tasks.xml").await;
        assert_eq!(owes(&world).await, 3558);
        pay(&world, first, "53.39").await.unwrap_err();
    }

    async fn a_corrected_invoice_replaces_neither_another_years_number_nor_by_a_difference(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "three-short-tasks.xml").await;
        let corrected = String::from_utf8(sample("corrected.xml")).unwrap();
        let of_before = corrected.replacen(">2026-03-02<", ">2025-03-02<", 1);
        import_bytes(&world, "a.xml", of_before.into_bytes()).await;
        assert_eq!(owes(&world).await, 5339 + 3558);
        let difference = corrected.replace(">28.35<", ">-28.35<").replace(">7.23<", ">-7.23<").replace(">35.58<", ">-35.58<");
        let difference = difference.replacen(">0.30<", ">-0.30<", 1).replacen("2026-0117", "2026-0119", 1);
        import_bytes(&world, "b.xml", difference.into_bytes()).await;
        assert_eq!(owes(&world).await, 5339);
    }

    async fn the_published_correction_leaves_one_invoice_open(db: TestDb) {
        let world = world(db).await;
        let (Some(first), Some(corrects)) = (shared_case("a83-first.xml"), shared_case("a83-corrects.xml")) else { return };
        import_bytes(&world, "a83.xml", first).await;
        import_bytes(&world, "a83k.xml", corrects).await;
        assert_eq!(owes(&world).await, 125_500);
    }

    async fn what_only_informs_is_shown_and_never_open(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "pro-forma.xml").await;
        let shown = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
        assert_eq!((shown.owed.minor(), shown.due.minor(), shown.open.minor()), (59_613, 0, 0));
        for name in ["a28-type-325.xml", "a28-type-751.xml"] {
            if let Some(bytes) = shared_case(name) {
                import_bytes(&world, name, bytes).await;
            }
        }
        assert_eq!(owes(&world).await, 0);
        let money = coplan_usecases::plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap();
        assert_eq!(money.to_pay, None);
    }

    async fn one_number_may_be_an_invoice_and_a_credit_note(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "three-short-tasks.xml").await;
        import_sample(&world, "credit-note-without-code.xml").await;
        assert_eq!(owes(&world).await, 5339 - 23_845);
        let again = import_at_console(&world.portal, "again.xml", sample("credit-note-without-code.xml"), "1001").await;
        assert!(matches!(again, Err(ImportError::Duplicate(_))), "{again:?}");
        let next_year = String::from_utf8(sample("three-short-tasks.xml")).unwrap().replacen("2026-03-02", "2027-03-02", 1);
        import_bytes(&world, "next.xml", next_year.into_bytes()).await;
        assert_eq!(owes(&world).await, 5339 - 23_845 + 5339);
        if let (Some(invoice), Some(note)) = (shared_case("a19-same-number-invoice.xml"), shared_case("a19b-same-number-credit-note.xml")) {
            import_bytes(&world, "a19.xml", invoice).await;
            import_bytes(&world, "a19b.xml", note).await;
            assert_eq!(owes(&world).await, 5339 - 23_845 + 5339);
        }
    }
}

on_both_databases! {
    async fn staff_can_say_that_a_number_was_used_for_another_document(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "three-short-tasks.xml").await;
        let other = String::from_utf8(sample("three-short-tasks.xml")).unwrap().replace("Password reset", "Another task");
        upload(&world.portal, &world.mikko, vec![file("other.xml", other.into_bytes())]).await.unwrap();
        let id = preview(&world.portal, &world.mikko).await.unwrap().files[0].id;
        assert!(matches!(import_one(&world.portal, &world.mikko, id, "1001").await, Err(ImportError::Duplicate(_))));
        let another = async |actor| coplan_usecases::import::import_another(&world.portal, actor, id, "1001").await;
        assert!(another(&world.anna).await.is_err(), "a member imports nothing");
        for _ in 0..2 {
            let imported = another(&world.mikko).await.unwrap().all().unwrap();
            assert_eq!(imported.len(), 1, "twice imports one");
        }
        assert_eq!(owes(&world).await, 2 * 5339);
        let again = import_at_console(&world.portal, "again.xml", sample("three-short-tasks.xml"), "1001").await;
        assert!(matches!(again, Err(ImportError::Duplicate(_))), "{again:?}");
    }

    async fn each_document_of_an_envelope_is_an_invoice(db: TestDb) {
        let world = world(db).await;
        let bare = |name: &str| String::from_utf8(sample(name)).unwrap().split_once("?>").unwrap().1.to_owned();
        let all = [bare("three-short-tasks.xml"), bare("corrected.xml"), bare("pro-forma.xml")].concat();
        let namespace = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
        let envelope = format!("<StandardBusinessDocument xmlns='{namespace}'>{all}</StandardBusinessDocument>");
        upload(&world.portal, &world.mikko, vec![file("all.xml", envelope.into_bytes())]).await.unwrap();
        let seen = preview(&world.portal, &world.mikko).await.unwrap();
        assert_eq!((seen.files.len(), seen.ready()), (1, 3));
        let report = coplan_usecases::import::import(&world.portal, &world.mikko, seen.files[0].id, "1001").await.unwrap();
        assert_eq!(report.all().unwrap().len(), 3);
        assert_eq!(owes(&world).await, 3558);
    }
}
