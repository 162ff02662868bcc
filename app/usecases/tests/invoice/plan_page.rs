//! What a plan page says of money.

use crate::fixtures::*;
use coplan_domain::{id::InvoiceId, money::Money};
use coplan_store::on_both_databases;
use coplan_usecases::{
    invoice::{InvoicesAsked, ShareOf, list, show},
    plan,
    testing::{World, world},
};

on_both_databases! {
    async fn the_plan_page_knows_the_last_invoice_and_what_is_open(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "three-short-tasks.xml").await;
        import_sample(&world, "yen.xml").await;
        let short = plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap();
        assert_eq!(short.open.len(), 2);
        let last = short.last.unwrap();
        let whole = show(&world.portal, &world.anna, world.lakeside, last.id).await.unwrap().invoice.totals.with_vat;
        let shares = Money::sum(whole.currency(), short.split.iter().map(|share| share.amount)).unwrap();
        assert_eq!(shares, whole);
        assert_eq!(short.split.last().unwrap().of, ShareOf::Vat);
    }

    async fn on_the_plan_page_the_parts_add_up_to_what_is_asked_for_after_an_advance(db: TestDb) {
        let world = world(db).await;
        import_sample(&world, "adjusted-two-rates.xml").await;
        let short = plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap();
        assert_eq!(short.split.iter().map(|share| share.amount.minor()).sum::<i64>(), short.last.unwrap().owed.minor());
        let amount = |of: ShareOf| short.split.iter().find(|share| share.of == of).map(|share| share.amount.minor());
        assert_eq!((amount(ShareOf::Prepaid), amount(ShareOf::Rounding)), (Some(-50_000), Some(-4)));
    }

    async fn on_the_plan_page_the_parts_of_a_credit_note_add_up_to_what_it_gives_back(db: TestDb) {
        let world = world(db).await;
        let credit = import_sample(&world, "credit-note.xml").await;
        let short = plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap();
        let last = short.last.unwrap();
        assert_eq!(last.id, credit);
        assert!(last.owed.minor() < 0);
        assert_eq!(short.split.iter().map(|share| share.amount.minor()).sum::<i64>(), last.owed.minor());
        assert_eq!(short.open.iter().map(|open| (open.sum, open.next_due)).collect::<Vec<_>>(), [(last.owed, None)]);
    }

    async fn the_next_day_to_pay_by_is_the_earliest_of_what_is_open(db: TestDb) {
        let world = world(db).await;
        let (one, two) = (import_sample(&world, "adjusted-two-rates.xml").await, import_sample(&world, "three-short-tasks.xml").await);
        let due = async |id| show(&world.portal, &world.anna, world.lakeside, id).await.unwrap().invoice;
        let mut both = [(one, due(one).await), (two, due(two).await)];
        both.sort_by_key(|(_, invoice)| invoice.due_on);
        let next = async || list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().open[0].next_due;
        assert_eq!(next().await, both[0].1.due_on);
        pay(&world, both[0].0, &both[0].1.totals.payable.to_decimal().to_string()).await.unwrap();
        assert_eq!(next().await, both[1].1.due_on);
        assert_ne!(both[0].1.due_on, both[1].1.due_on, "the samples are due on different days");
        pay(&world, both[1].0, &both[1].1.totals.payable.to_decimal().to_string()).await.unwrap();
        assert_eq!(next().await, None);
    }

    async fn what_is_late_is_told_apart_from_what_is_due_later(db: TestDb) {
        let world = world(db).await;
        let late = import_sample(&world, "adjusted-two-rates.xml").await;
        let later = String::from_utf8(sample("three-short-tasks.xml")).unwrap().replace("2026-03-16", "2026-12-31");
        import_at_console(&world.portal, "later.xml", later.into_bytes(), "1001").await.unwrap();
        let plan = plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap();
        let listed = list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().open;
        assert_eq!(plan.money.as_ref().unwrap().open, listed);
        let owed = show(&world.portal, &world.anna, world.lakeside, late).await.unwrap().owed;
        assert_eq!(listed[0].late, owed);
        assert!(listed[0].sum.minor() > owed.minor());
        pay(&world, late, &owed.to_decimal().to_string()).await.unwrap();
        assert!(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().open[0].late.is_zero());
    }

    async fn the_newest_open_invoice_says_where_it_is_paid(db: TestDb) {
        let world = world(db).await;
        let to_pay = async || plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap().to_pay;
        assert_eq!(to_pay().await, None);
        let id = import_sample(&world, "three-short-tasks.xml").await;
        let invoice = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
        let said = to_pay().await.unwrap();
        assert_eq!((said.id, said.open), (id, invoice.owed));
        assert_eq!(said.payee, invoice.invoice.seller.name);
        assert_eq!(said.means.account.as_deref(), invoice.invoice.payment.accounts().next());
        assert_eq!(said.means.reference.as_deref(), invoice.invoice.payment.reference());
        assert!(said.means.account.is_some() && said.means.reference.is_some());
        import_sample(&world, "credit-note.xml").await;
        assert_eq!(to_pay().await.map(|said| said.id), Some(id), "what gives back is not to be paid");
        pay(&world, id, &invoice.owed.to_decimal().to_string()).await.unwrap();
        assert_eq!(to_pay().await, None);
    }

    async fn the_plan_page_says_that_sums_agree_only_where_they_do(db: TestDb) {
        let world = world(db).await;
        let agrees = async || plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap().agrees;
        assert!(!agrees().await, "there is no invoice yet");
        import_sample(&world, "three-short-tasks.xml").await;
        assert!(agrees().await);
        let wrong = String::from_utf8(sample("three-short-tasks.xml")).unwrap();
        let id = show(&world.portal, &world.anna, world.lakeside, newest(&world).await).await.unwrap();
        let payable = id.invoice.totals.payable.to_decimal().to_string();
        let wrong = wrong.replace(&format!(">{}<", id.invoice.number), ">wrong<").replacen(&format!(">{payable}</cbc:PayableAmount>"), ">1.00</cbc:PayableAmount>", 1);
        import_at_console(&world.portal, "wrong.xml", wrong.into_bytes(), "1001").await.unwrap();
        let last = show(&world.portal, &world.anna, world.lakeside, newest(&world).await).await.unwrap();
        assert_eq!(last.invoice.number, "wrong");
        assert!(!agrees().await);
    }
}

/// The newest invoice of Lakeside.
async fn newest(world: &World) -> InvoiceId {
    plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap().money.clone().unwrap().last.unwrap().id
}
