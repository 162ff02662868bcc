//! Whose an invoice is by what its buyer states, and whether it is here already by what its seller states.

use crate::fixtures::*;
use coplan_store::on_both_databases;
use coplan_usecases::{
    import::{Belongs, ImportError, InvoicePreview, preview},
    invoice::withdraw,
    testing::{World, upload, world},
};

const FILE: &str = "adjusted-two-rates.xml";
const LEGAL: &str = r#"<b:CompanyID schemeID="0212">0112038-9</b:CompanyID>"#;
const VAT: &str = "<b:CompanyID>FI01120389</b:CompanyID>";
const ADDRESS: &str = r#"<b:EndpointID schemeID="0216">003701120389</b:EndpointID>"#;
const SELLER_LEGAL: &str = r#"<b:CompanyID schemeID="0212">2345678-0</b:CompanyID>"#;
const SELLER_VAT: &str = "<b:CompanyID>FI23456780</b:CompanyID>";
const SELLER_ADDRESS: &str = r#"<b:EndpointID schemeID="0216">003723456780</b:EndpointID>"#;

/// The sample with other words in it.
fn with(changes: &[(&str, &str)]) -> Vec<u8> {
    let mut text = String::from_utf8(sample(FILE)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text.into_bytes()
}

async fn belongs(world: &World, changes: &[(&str, &str)]) -> Belongs {
    match preview_at_console(&world.portal, with(changes)).await.unwrap() {
        InvoicePreview::Ready(read) => read.belongs,
        other => panic!("{other:?}"),
    }
}

/// The number of the customer it is for; with a question mark where somebody must say so first.
async fn whose(world: &World, changes: &[(&str, &str)]) -> String {
    match belongs(world, changes).await {
        Belongs::To { customer, .. } => customer.number,
        Belongs::Perhaps { customer, .. } => format!("{}?", customer.number),
        Belongs::Several(_) => "several".to_owned(),
        Belongs::Unknown => "nobody".to_owned(),
    }
}

on_both_databases! {
    async fn an_address_alone_decides_only_where_the_buyer_does_not_say_who_it_is(db: TestDb) {
        let world = world(db).await;
        identify(&world, world.harbour, Some("0112038-9"), None).await;
        let (other_legal, other_vat) = (r#"<b:CompanyID schemeID="0212">1234567-1</b:CompanyID>"#, "<b:CompanyID>FI12345671</b:CompanyID>");
        assert_eq!(whose(&world, &[(LEGAL, ""), (VAT, "")]).await, "1002");
        assert_eq!(whose(&world, &[(LEGAL, other_legal), (VAT, other_vat)]).await, "1002?");
        assert_eq!(whose(&world, &[(LEGAL, ""), (VAT, other_vat)]).await, "1002?");
        assert_eq!(whose(&world, &[(LEGAL, other_legal), (ADDRESS, "")]).await, "1002", "VAT says it");
        assert_eq!(whose(&world, &[(LEGAL, other_legal), (VAT, other_vat), (ADDRESS, "")]).await, "nobody");
    }

    async fn a_suggestion_is_kept_only_where_somebody_says_so(db: TestDb) {
        let world = world(db).await;
        identify(&world, world.harbour, Some("0112038-9"), None).await;
        let bytes = with(&[(LEGAL, r#"<b:CompanyID schemeID="0212">1234567-1</b:CompanyID>"#), (VAT, "")]);
        let refused = import_at_console(&world.portal, FILE, bytes.clone(), "").await;
        let Err(ImportError::WhichCustomer(choices)) = refused else { panic!("{refused:?}") };
        assert_eq!(choices.iter().map(|one| one.id).collect::<Vec<_>>(), [world.harbour]);
        let kept = import_at_console(&world.portal, FILE, bytes, "1002").await.unwrap();
        assert_eq!(kept.customer, world.harbour);
    }

    async fn a_customer_that_was_found_can_be_overruled(db: TestDb) {
        let world = world(db).await;
        identify(&world, world.harbour, Some("0112038-9"), None).await;
        let id = uploaded(&world, &world.mikko, FILE).await;
        assert_eq!(import_one(&world.portal, &world.mikko, id, "1001").await.unwrap().customer, world.lakeside);
    }

    async fn eight_digits_of_another_country_are_no_finnish_company(db: TestDb) {
        let world = world(db).await;
        identify(&world, world.harbour, Some("0112038-9"), None).await;
        let danish = r#"<b:CompanyID schemeID="0184">01120389</b:CompanyID>"#;
        let only = [(VAT, ""), (ADDRESS, "")];
        assert_eq!(whose(&world, &[only[0], only[1], (LEGAL, danish)]).await, "nobody");
        for finnish in [r#"<b:CompanyID schemeID="0212">01120389</b:CompanyID>"#, "<b:CompanyID>01120389</b:CompanyID>"] {
            assert_eq!(whose(&world, &[only[0], only[1], (LEGAL, finnish)]).await, "1002", "{finnish}");
        }
        // Typed by hand without a dash it may be either, and the invoice says which.
        identify(&world, world.lakeside, Some("0112 0389"), None).await;
        assert_eq!(whose(&world, &[only[0], only[1], (LEGAL, danish)]).await, "1001");
        identify(&world, world.lakeside, Some("0184:01120389"), None).await;
        assert_eq!(whose(&world, &[only[0], only[1], (LEGAL, danish)]).await, "1001");
    }

    async fn the_same_invoice_is_refused_whichever_identifier_its_seller_states(db: TestDb) {
        let world = world(db).await;
        let first = import_sample(&world, FILE).await;
        let again = [
            with(&[(SELLER_LEGAL, "")]),
            with(&[(SELLER_LEGAL, ""), (SELLER_VAT, "")]),
            with(&[(SELLER_LEGAL, r#"<b:CompanyID schemeID="0088">5790000435968</b:CompanyID>"#)]),
            with(&[(SELLER_LEGAL, ""), (SELLER_VAT, ""), (SELLER_ADDRESS, "")]),
        ];
        for bytes in again {
            let look = preview_at_console(&world.portal, bytes.clone()).await.unwrap();
            assert!(matches!(&look, InvoicePreview::Duplicate { there, .. } if there.id == first), "{look:?}");
            let refused = import_at_console(&world.portal, FILE, bytes.clone(), "1002").await;
            assert!(matches!(refused, Err(ImportError::Duplicate(there)) if there.id == first));
            upload(&world.portal, &world.mikko, vec![file(FILE, bytes)]).await.unwrap();
            let id = preview(&world.portal, &world.mikko).await.unwrap().files.last().unwrap().id;
            let refused = import_one(&world.portal, &world.mikko, id, "1002").await;
            assert!(matches!(refused, Err(ImportError::Duplicate(there)) if there.id == first));
        }
        withdraw(&world.portal, &world.mikko, world.lakeside, first).await.unwrap();
        import_at_console(&world.portal, FILE, with(&[(SELLER_LEGAL, "")]), "1002").await.unwrap();
    }

    async fn the_same_number_of_another_seller_is_another_invoice(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, FILE).await;
        let other = with(&[(SELLER_LEGAL, r#"<b:CompanyID schemeID="0212">1234567-1</b:CompanyID>"#)]);
        import_at_console(&world.portal, FILE, other, "1001").await.expect("a group shares its VAT id and address");
        let danish = r#"<b:CompanyID schemeID="0184">23456780</b:CompanyID>"#;
        let danish = with(&[(SELLER_LEGAL, danish), (SELLER_VAT, ""), (SELLER_ADDRESS, "")]);
        import_at_console(&world.portal, FILE, danish, "1001").await.expect("the digits of another country");
    }

    async fn two_waiting_files_of_one_seller_by_two_identifiers_are_twins(db: TestDb) {
        let world = world(db).await;
        let files = vec![file("first.xml", sample(FILE)), file("again.xml", with(&[(SELLER_LEGAL, "")]))];
        upload(&world.portal, &world.mikko, files).await.unwrap();
        let twins: Vec<_> = preview(&world.portal, &world.mikko).await.unwrap().files.into_iter().map(|one| one.documents[0].twin_of.clone()).collect();
        assert_eq!(twins, [None, Some("first.xml".to_owned())]);
    }
}
