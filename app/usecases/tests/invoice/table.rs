//! Claims about tables of invoices: what a table says is on the page, what does not agree has its place, twice changes nothing.

use crate::fixtures::*;
use coplan_domain::{
    format::invoice_table::FaultKind,
    id::UploadId,
    invoice::check::Verdict,
    money::{Currency, Money},
    table_import::{TableField, TableKind},
};
use coplan_store::{on_both_databases, testing::hide_sums};
use coplan_usecases::{
    Error,
    import::{
        Belongs, ImportError, IncomingFile, InvoicePreview, import_from_console, preview,
        table::{self, RowFate, RowPreview, RowProblemKind, TableContent},
    },
    invoice::{InvoicesAsked, list, original, show},
    testing::{World, upload, world},
};
use futures_util::TryStreamExt;
use rust_decimal::Decimal;

const ROWS: &str = "Invoice number;Invoice date;Due date;Customer;Description;Quantity;Unit;Unit price;Net;VAT;Period;Reference\n\
    1057;1.11.2026;15.11.2026;Lakeside Mills;Service;1;kk;1 200,00;1 200,00;25,5 %;10/2026;1234561\n\
    1057;;;;Mounting;2,5;h;94,50;236,25;25,5 %;;\n\
    1058;1.11.2026;15.11.2026;1002;Support;3;h;80,00;240,00;25,5 %;;\n\
    1059;1.11.2026;15.11.2026;1001;Wrong;3;h;80,00;250,00;25,5 %;;\n\
    1060;1.11.2026;15.11.2026;Nobody Oy;Lost;1;h;80,00;80,00;25,5 %;;\n";

fn csv(text: &str) -> IncomingFile {
    file("invoices.csv", text.as_bytes().to_vec())
}

async fn insert(world: &World, text: &str) -> UploadId {
    table::insert(&world.portal, &world.mikko, TableKind::Invoices, csv(text)).await.unwrap().unwrap()
}

async fn content(world: &World, id: UploadId) -> TableContent {
    table::preview(&world.portal, &world.mikko, id).await.unwrap().content.unwrap().unwrap()
}

async fn run(world: &World, text: &str) -> (UploadId, (usize, usize, usize)) {
    let id = insert(world, text).await;
    table::run(&world.portal, &world.mikko, id, false).await.unwrap();
    let import = table::preview(&world.portal, &world.mikko, id).await.unwrap().imported.unwrap();
    (id, (import.added, import.present, import.refused))
}

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

/// Figures that look like chance, and are the same each time.
fn figures(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3_037_000_493);
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}

on_both_databases! {
    async fn rows_of_one_number_become_an_invoice_like_any_other(db: TestDb) {
        let world = world(db).await;
        let id = insert(&world, ROWS).await;
        let rows = content(&world, id).await.rows;
        let told: Vec<_> = rows.iter().map(|RowPreview { number, label, sum, .. }| (*number, label.as_str(), *sum)).collect();
        assert_eq!(told, [
            (2, "1057 · Lakeside Mills", Some(eur(180_249))),
            (4, "1058 · 1002", Some(eur(30_120))),
            (5, "1059 · 1001", None),
            (6, "1060 · Nobody Oy", Some(eur(10_040))),
        ]);
        let wrong = |row: &RowPreview| match &row.fate {
            RowFate::Wrong(problems) => problems.iter().map(|problem| (problem.field, problem.why.clone())).collect::<Vec<_>>(),
            fate => panic!("{fate:?}"),
        };
        assert_eq!((&rows[0].fate, &rows[1].fate), (&RowFate::New, &RowFate::New));
        let differs = FaultKind::Differs { stated: eur(25_000), computed: eur(24_000) };
        assert_eq!(wrong(&rows[2]), [(TableField::Net, RowProblemKind::Invoice(differs))]);
        assert_eq!(wrong(&rows[3]), [(TableField::Customer, RowProblemKind::UnknownCustomer)]);

        let (id, counts) = run(&world, ROWS).await;
        assert_eq!(counts, (2, 0, 2));
        assert_eq!(run(&world, ROWS).await.1, (0, 2, 2), "again changes nothing");
        let [kept] = <[_; 1]>::try_from(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices).unwrap();
        let shown = show(&world.portal, &world.anna, world.lakeside, kept.id).await.unwrap();
        assert_eq!((shown.overall, shown.owed, shown.invoice.lines.len()), (Verdict::Agrees, eur(180_249), 2));
        assert_eq!((shown.invoice.buyer.name.as_str(), shown.invoice.payment.reference()), ("Lakeside Mills", Some("1234561")));
        assert_eq!(shown.invoice.seller.name, world.portal.settings.supplier);
        let kept_file = original(&world.portal, &world.anna, world.lakeside, kept.id).await.unwrap();
        let pieces: Vec<_> = kept_file.bytes.try_collect().await.unwrap();
        assert_eq!((kept_file.name.as_str(), pieces.concat()), ("invoices.csv", ROWS.as_bytes().to_vec()));

        pay(&world, kept.id, "10").await.unwrap();
        table::undo(&world.portal, &world.mikko, id).await.unwrap();
        let left = table::show_import(&world.portal, &world.mikko, id).await.unwrap().items;
        assert_eq!(left.iter().map(|item| item.label.as_str()).collect::<Vec<_>>(), ["1057"], "what is paid stays");
        assert!(list(&world.portal, &world.saara, world.harbour, &InvoicesAsked::default()).await.unwrap().invoices.is_empty());
        assert_eq!(run(&world, ROWS).await.1, (1, 1, 2), "the number is free again");
    }

    async fn the_page_says_what_the_table_says(db: TestDb) {
        let world = world(db).await;
        for seed in 0..12 {
            let mut next = figures(seed);
            let mut rows = vec!["Laskunumero;Päiväys;Asiakas;Selite;Määrä;Hinta;Netto;ALV-%".to_owned()];
            let mut nets = Vec::new();
            for line in 0..=next(6) {
                let quantity = Decimal::new(i64::try_from(next(4_000)).unwrap() + 1, 2);
                let price = Decimal::new(i64::try_from(next(90_000)).unwrap(), 2);
                let net = Money::round_half_up(quantity * price, Currency::EUR).unwrap();
                let comma = |number: Decimal| number.to_string().replace('.', ",");
                let (quantity, price, written) = (comma(quantity), comma(price), comma(net.to_decimal()));
                rows.push(format!("S-{seed};1.11.2026;1001;Line {line};{quantity};{price};{written};25,5"));
                nets.push(net);
            }
            let text = rows.join("\n");
            assert_eq!(run(&world, &text).await.1, (1, 0, 0), "{text}");
            let invoices = list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices;
            let kept = invoices.iter().find(|one| one.number == format!("S-{seed}")).unwrap();
            let shown = show(&world.portal, &world.anna, world.lakeside, kept.id).await.unwrap();
            assert_eq!(shown.invoice.lines.iter().map(|line| line.net).collect::<Vec<_>>(), nets);
            let net = Money::sum(Currency::EUR, nets).unwrap();
            let tax = Money::round_half_up(net.to_decimal() * Decimal::new(255, 3), Currency::EUR).unwrap();
            assert_eq!((shown.overall, shown.owed), (Verdict::Agrees, net.checked_add(tax).unwrap()));
        }
    }

    async fn a_table_among_the_files_of_invoices_is_imported_by_what_it_names(db: TestDb) {
        let world = world(db).await;
        let system = coplan_store::access::System::for_tests();
        let console = async || import_from_console(&world.portal, &system, "invoices.csv", ROWS.as_bytes().to_vec(), "").await.unwrap().documents;
        let first = console().await;
        assert!(matches!(first.as_slice(), [Ok(_), Ok(_), Err(ImportError::Unreadable(_)), Err(ImportError::WhichCustomer(_))]), "{first:?}");
        let again = console().await;
        assert!(matches!(again.as_slice(), [Err(ImportError::Duplicate(_)), Err(ImportError::Duplicate(_)), Err(_), Err(_)]), "{again:?}");
        assert_eq!(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices.len(), 1);

        let unknown = "Nro;Pvm;Kenelle;Selite;Netto;ALV\n7;1.11.2026;Lakeside Mills;Tuki;10,00;25,5\n";
        upload(&world.portal, &world.mikko, vec![csv(unknown)]).await.unwrap();
        let belongs = async || {
            let seen = preview(&world.portal, &world.mikko).await.unwrap();
            let InvoicePreview::Ready(read) = crate::fixtures::content(&seen.files[0]).clone() else { panic!("{seen:?}") };
            read.belongs
        };
        assert_eq!(belongs().await, Belongs::Unknown);
        let id = insert(&world, unknown).await;
        assert_eq!(content(&world, id).await.missing, [TableField::Customer]);
        table::choose_columns(&world.portal, &world.mikko, id, &[(3, Some(TableField::Customer))]).await.unwrap();
        assert!(matches!(belongs().await, Belongs::To { customer, .. } if customer.id == world.lakeside), "what was chosen is remembered");
    }

    async fn only_who_keeps_plans_and_sees_sums_imports_invoices(db: TestDb) {
        let world = world(db).await;
        for other in [&world.petra, &world.anna] {
            assert!(matches!(table::insert(&world.portal, other, TableKind::Invoices, csv(ROWS)).await, Err(Error::NotFound)));
        }
        hide_sums(&world.portal.db, "mikko.kallio@supplier.example").await;
        assert!(matches!(table::insert(&world.portal, &world.mikko, TableKind::Invoices, csv(ROWS)).await, Err(Error::NotFound)));
    }
}
