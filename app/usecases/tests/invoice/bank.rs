//! What the bank tells is recorded once, where it is clear; the rest waits for one press; and it can all be undone.

use crate::fixtures::*;
use coplan_domain::{id::InvoiceId, money::Currency, money::Money};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error,
    bank::{self, BankView, Imported, NumberProblem, Recorded, UnreadablePayments},
    invoice::show,
    testing::{World, world},
};

/// A file of the bank's with these entries: cents, payer, reference, message.
fn statement(entries: &[(i64, &str, &str, &str)]) -> Vec<u8> {
    let entry = |(cents, payer, reference, message): &(i64, &str, &str, &str)| {
        let stated = if reference.is_empty() {
            String::new()
        } else {
            format!("<Strd><CdtrRefInf><Ref>{reference}</Ref></CdtrRefInf></Strd>")
        };
        format!(
            "<Ntry><Amt Ccy=\"EUR\">{}.{:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-16</Dt></BookgDt>\
             <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{payer}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>{message}</Ustrd>{stated}</RmtInf></TxDtls></NtryDtls></Ntry>",
            cents / 100,
            cents % 100
        )
    };
    let entries = entries.iter().map(entry).collect::<String>();
    let namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
    format!("<Document xmlns=\"{namespace}\"><BkToCstmrStmt><Stmt>{entries}</Stmt></BkToCstmrStmt></Document>").into_bytes()
}

async fn import(world: &World, by: &Actor, bytes: Vec<u8>) -> Imported {
    bank::import(&world.portal, by, file("bank.xml", bytes)).await.unwrap().unwrap()
}

async fn waiting(world: &World) -> BankView {
    bank::show(&world.portal, &world.mikko).await.unwrap()
}

/// What of an invoice is open, in cents.
async fn left(world: &World, id: InvoiceId) -> i64 {
    show(&world.portal, &world.anna, world.lakeside, id).await.unwrap().open.minor()
}

/// Two invoices of 53.39 euros: 2026-0100 with the reference 1009 and 2026-0101 with 10100.
async fn two(world: &World) -> (InvoiceId, InvoiceId) {
    let first = String::from_utf8(sample("three-short-tasks.xml")).unwrap();
    let second = first.replace("2026-0100", "2026-0101").replace(">1009<", ">10100<");
    let mut ids = Vec::new();
    for text in [first, second] {
        ids.push(import_at_console(&world.portal, "a.xml", text.into_bytes(), "1001").await.unwrap().invoice);
    }
    (ids[0], ids[1])
}

on_both_databases! {
    async fn a_payment_with_the_reference_is_recorded_once_whichever_file_tells_of_it(db: TestDb) {
        let world = world(db).await;
        let (first, second) = two(&world).await;
        let told = [(5_339, "LAKESIDE MILLS", "RF04 1009", ""), (2_000, "Lakeside Mills", "0000010100", "")];
        let Imported::Statement(id) = import(&world, &world.mikko, statement(&told)).await else { panic!("new") };
        // The check digits of the first are wrong, so its words alone do not say whose it is; the second pays a part.
        let brief = bank::statement(&world.portal, &world.mikko, id).await.unwrap().brief;
        assert_eq!((brief.brought, brief.waiting, left(&world, first).await, left(&world, second).await), (2, 1, 5_339, 3_339));
        let again = import(&world, &world.mikko, statement(&told)).await;
        assert_eq!(again, Imported::Nothing { present: 2, left_out: 0 });
        let more = [told[0], told[1], (5_339, "X", "1009", "")];
        let Imported::Statement(id) = import(&world, &world.mikko, statement(&more)).await else { panic!("one is new") };
        let view = bank::statement(&world.portal, &world.mikko, id).await.unwrap();
        assert_eq!((view.brief.brought, view.brief.present, view.brief.waiting), (1, 2, 0));
        assert_eq!((view.transactions[0].1[0].number.as_str(), left(&world, first).await), ("2026-0100", 0));
    }

    async fn what_waits_is_recorded_in_one_press_and_over_several_invoices(db: TestDb) {
        let world = world(db).await;
        let (first, second) = two(&world).await;
        import(&world, &world.mikko, statement(&[(10_678, "Lakeside Mills Oy", "", "thanks"), (77, "Nobody", "", "")])).await;
        let view = waiting(&world).await;
        let [both, nobodys] = view.waiting.as_slice() else { panic!("{view:?}") };
        let proposal = &both.proposals[0];
        let shares: Vec<_> = proposal.shares.iter().map(|share| (share.number.as_str(), share.amount.minor(), share.is_part)).collect();
        assert_eq!(shares, [("2026-0100", 5_339, false), ("2026-0101", 5_339, false)]);
        assert_eq!((proposal.customer_name.as_str(), nobodys.proposals.len()), ("Lakeside Mills", 0));
        for _ in 0..2 {
            let done = bank::record(&world.portal, &world.mikko, both.id, proposal.customer, &[first, second]).await.unwrap();
            assert_eq!(done, Recorded::Done);
            assert_eq!((left(&world, first).await, left(&world, second).await), (0, 0));
        }
        bank::dismiss(&world.portal, &world.mikko, nobodys.id, true).await.unwrap();
        assert!(waiting(&world).await.waiting.is_empty());
        bank::dismiss(&world.portal, &world.mikko, nobodys.id, false).await.unwrap();
        assert_eq!(waiting(&world).await.waiting.len(), 1);
    }

    async fn typed_numbers_are_paid_in_their_order_or_named(db: TestDb) {
        let world = world(db).await;
        let (first, second) = two(&world).await;
        import(&world, &world.mikko, statement(&[(6_000, "Somebody else", "", "")])).await;
        let id = waiting(&world).await.waiting[0].id;
        let typed = async |text: &str| bank::record_numbers(&world.portal, &world.mikko, id, text).await.unwrap();
        assert_eq!(typed(" ").await, Err(NumberProblem::Empty));
        assert_eq!(typed("2026-0101, 9999").await, Err(NumberProblem::Unknown("9999".to_owned())));
        assert_eq!(typed("2026-0101, 2026-0100").await, Ok(Recorded::Done));
        assert_eq!((left(&world, first).await, left(&world, second).await), (5_339 - 661, 0));
        assert!(waiting(&world).await.waiting.is_empty());
    }

    async fn more_than_is_open_leaves_a_rest_that_waits(db: TestDb) {
        let world = world(db).await;
        let (first, _) = two(&world).await;
        import(&world, &world.mikko, statement(&[(6_000, "X", "1009", "")])).await;
        let row = waiting(&world).await.waiting.remove(0);
        bank::record(&world.portal, &world.mikko, row.id, world.lakeside, &[first]).await.unwrap();
        let rest = waiting(&world).await.waiting.remove(0).rest;
        assert_eq!((left(&world, first).await, rest), (0, Money::from_minor(661, Currency::EUR)));
    }

    async fn a_proposal_whose_invoice_was_paid_meanwhile_records_nothing_and_says_so(db: TestDb) {
        let world = world(db).await;
        let (first, _) = two(&world).await;
        import(&world, &world.mikko, statement(&[(5_000, "X", "", ""), (5_339, "Y", "", "")])).await;
        let rows = waiting(&world).await.waiting;
        let record = async |n: usize| bank::record(&world.portal, &world.mikko, rows[n].id, world.lakeside, &[first]).await.unwrap();
        let all = rows.iter().position(|row| row.rest.minor() == 5_339).unwrap();
        for _ in 0..2 {
            assert_eq!(record(all).await, Recorded::Done, "twice is recorded once");
        }
        assert_eq!(record(1 - all).await, Recorded::Nothing);
        assert_eq!((left(&world, first).await, waiting(&world).await.waiting.len()), (0, 1));
    }

    async fn an_import_is_undone_and_can_be_done_again(db: TestDb) {
        let world = world(db).await;
        let (first, _) = two(&world).await;
        let told = statement(&[(5_339, "X", "1009", ""), (77, "Y", "", "")]);
        for _ in 0..2 {
            let Imported::Statement(id) = import(&world, &world.mikko, told.clone()).await else { panic!("new") };
            assert_eq!(left(&world, first).await, 0);
            assert!(bank::undo(&world.portal, &world.mikko, id).await.unwrap());
            assert_eq!((left(&world, first).await, waiting(&world).await.waiting.len()), (5_339, 0));
            assert!(matches!(bank::statement(&world.portal, &world.mikko, id).await, Err(Error::NotFound)));
        }
    }

    async fn an_invoice_that_comes_after_its_payment_is_matched(db: TestDb) {
        let world = world(db).await;
        import(&world, &world.mikko, statement(&[(5_339, "X", "1009", "")])).await;
        assert_eq!(waiting(&world).await.waiting.len(), 1);
        let (first, _) = two(&world).await;
        bank::match_waiting(&world.portal, &world.mikko).await.unwrap();
        assert_eq!((left(&world, first).await, waiting(&world).await.waiting.len()), (0, 0));
    }

    async fn a_file_that_is_imported_again_goes_on_with_what_was_not_recorded(db: TestDb) {
        let world = world(db).await;
        let told = statement(&[(5_339, "X", "1009", "")]);
        import(&world, &world.mikko, told.clone()).await;
        let (first, _) = two(&world).await;
        assert_eq!(import(&world, &world.mikko, told).await, Imported::Nothing { present: 1, left_out: 0 });
        assert_eq!((left(&world, first).await, waiting(&world).await.waiting.len()), (0, 0));
    }

    async fn it_is_there_for_those_who_keep_plans_alone(db: TestDb) {
        let world = world(db).await;
        two(&world).await;
        let Imported::Statement(id) = import(&world, &world.mikko, statement(&[(77, "Y", "", "")])).await else { panic!("new") };
        let one = waiting(&world).await.waiting.remove(0).id;
        for outsider in [&world.anna, &world.petra] {
            let portal = &world.portal;
            assert!(matches!(bank::show(portal, outsider).await, Err(Error::NotFound)));
            assert!(matches!(bank::statement(portal, outsider, id).await, Err(Error::NotFound)));
            assert!(matches!(bank::import(portal, outsider, file("a", Vec::new())).await, Err(Error::NotFound)));
            assert!(matches!(bank::record_numbers(portal, outsider, one, "2026-0100").await, Err(Error::NotFound)));
            assert!(matches!(bank::dismiss(portal, outsider, one, true).await, Err(Error::NotFound)));
            assert!(matches!(bank::undo(portal, outsider, id).await, Err(Error::NotFound)));
            assert!(matches!(bank::match_waiting(portal, outsider).await, Err(Error::NotFound)));
        }
        let wrong = bank::import(&world.portal, &world.mikko, file("a.xml", b"<a/>".to_vec())).await.unwrap();
        assert!(matches!(wrong, Err(UnreadablePayments::Xml(_))));
    }
}
