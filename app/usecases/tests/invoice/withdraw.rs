//! An invoice that was kept for the wrong customer is taken back, and nothing of it stays where it does not belong.

use crate::fixtures::*;
use coplan_domain::{
    event::EventKind,
    id::{InvoiceId, ThreadId},
    money::Money,
    portfolio::{PortfolioShow, PortfolioSort},
    thread::{About, AboutKind},
};
use coplan_store::{Turn, access, event, message, on_both_databases, testing::dump};
use coplan_usecases::{
    Actor, Error, System,
    attachment::{self, ReceivedFile},
    import::ImportError,
    incoming_mail::{AddressRequest, make_address},
    invoice::{InvoicesAsked, TakingBack, list, original, show, withdraw},
    plan, portfolio,
    portfolio::PortfolioQuestion,
    testing::{World, world},
    thread::{self, EditMessageForm, NoteForm, OpenForm, ReplyForm},
    waiting,
};
use futures_util::stream;
use jiff::Timestamp;

const FILE: &str = "adjusted-two-rates.xml";

fn id<T: From<ulid::Ulid>>(world: &World) -> T {
    coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into()
}

/// A file on its way into a discussion.
async fn file(world: &World, actor: &Actor, name: &str) -> ReceivedFile {
    let mut receiver = attachment::begin(&world.portal, actor, world.lakeside).await.unwrap();
    let bytes = stream::iter([Ok(name.to_owned().into())]);
    receiver.take(&world.portal, name, bytes).await.unwrap().unwrap()
}

/// Anna asks about something at Lakeside Mills; Mikko answers and notes something inside, and Anna asks again.
async fn talk(world: &World, about: About) -> ThreadId {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let form =
        OpenForm { thread: id(world), message: id(world), about, title: "Whose?".to_owned(), text: "Whose is it?".to_owned() };
    let thread = form.thread;
    thread::open(portal, &world.anna, lakeside, &form).await.unwrap();
    let edited = EditMessageForm { text: "Whose is it, please?".to_owned(), revision: 1 };
    thread::edit_message(portal, &world.anna, (lakeside, thread), form.message, &edited).await.unwrap();
    thread::agree(portal, &world.mikko, lakeside, thread, (form.message, true)).await.unwrap();
    let asked = AddressRequest { person: world.anna.person(), thread, internal: false };
    make_address(portal, &System::for_tests(), asked).await.unwrap().unwrap();
    for (actor, text) in [(&world.mikko, "We look, @Saara Lind."), (&world.anna, "Thank you.")] {
        let form = ReplyForm { message: id(world), text: text.to_owned() };
        let files = [file(world, actor, "photograph.txt").await];
        thread::reply_with(portal, actor, lakeside, thread, &form, &files).await.unwrap();
    }
    let note = NoteForm { id: id(world), note: "Harbour's, @Saara Lind!".to_owned() };
    let files = [file(world, &world.mikko, "agreement.txt").await];
    thread::write_note_with(portal, &world.mikko, lakeside, thread, &note, &files).await.unwrap();
    thread::show(portal, &world.anna, lakeside, thread, None).await.unwrap();
    thread
}

/// Everything that an invoice gathers: a payment, a discussion about it and one about a line.
async fn gathered(world: &World, invoice: InvoiceId) -> [ThreadId; 2] {
    pay(world, invoice, "10").await.unwrap();
    let line = show(&world.portal, &world.mikko, world.lakeside, invoice).await.unwrap().line_ids[0];
    let whole = talk(world, About { kind: AboutKind::Invoice, id: invoice.0 }).await;
    [whole, talk(world, About { kind: AboutKind::InvoiceLine, id: line.0 }).await]
}

/// What the actor is told of others' deeds at Lakeside Mills.
async fn news(world: &World, actor: &Actor) -> Vec<(EventKind, String)> {
    let mut conn = world.portal.db.read().await.unwrap();
    let access = access::find(&mut conn, actor, world.lakeside).await.unwrap().unwrap();
    let news = event::list_by_others(&mut conn, &access, Timestamp::UNIX_EPOCH, 100).await.unwrap();
    news.into_iter().map(|news| (news.event.kind, news.event.label)).collect()
}

async fn in_the_table(world: &World) -> (Option<i64>, i64) {
    let question = PortfolioQuestion {
        search: "1001".to_owned(),
        responsible: None,
        show: PortfolioShow::All,
        sort: PortfolioSort::Open,
        reversed: false,
        turn: Turn::First,
    };
    let row = portfolio::show(&world.portal, &world.mikko, &question).await.unwrap().unwrap().rows.remove(0);
    (row.open.map(Money::minor), row.waiting)
}

on_both_databases! {
    async fn what_is_taken_back_is_nowhere_any_more(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let before: Vec<_> = dump(&portal.db).await;
        let table = in_the_table(&world).await;
        let invoice = import_sample(&world, FILE).await;
        let threads = gathered(&world, invoice).await;
        assert_ne!(in_the_table(&world).await, table);
        withdraw(portal, &world.mikko, lakeside, invoice).await.unwrap();
        for reader in [&world.anna, &world.mikko, &world.petra, &world.ben] {
            assert!(matches!(show(portal, reader, lakeside, invoice).await, Err(Error::NotFound)));
            assert!(matches!(original(portal, reader, lakeside, invoice).await, Err(Error::NotFound)));
            for thread in threads {
                assert!(matches!(thread::show(portal, reader, lakeside, thread, None).await, Err(Error::NotFound)));
            }
            assert!(thread::list(portal, reader, lakeside, &Turn::First).await.unwrap().threads.is_empty());
            let plan = plan::show(portal, reader, lakeside).await.unwrap();
            assert!(plan.waiting.is_empty() && plan.discussion.as_ref().unwrap().threads.is_empty());
            assert!(plan.money.as_ref().is_none_or(|money| money.last.is_none() && money.open.is_empty()));
        }
        assert!(list(portal, &world.anna, lakeside, &InvoicesAsked::default()).await.unwrap().invoices.is_empty());
        assert_eq!(in_the_table(&world).await, table);
        assert!(waiting::show(portal, &world.mikko).await.unwrap().unwrap().threads.is_empty());
        // Row by row: what is left of it is what happened, and mails that find nothing to tell.
        let left = dump(&portal.db).await.into_iter().filter(|line| !before.contains(line)).collect::<Vec<_>>();
        for gone in ["Whose is it?", "Whose is it, please?", "We look", "Harbour's", "photograph.txt", "agreement.txt"] {
            assert!(!left.iter().any(|line| line.contains(gone)), "{gone}: {left:?}");
        }
    }

    async fn mails_about_it_that_wait_tell_nobody_anything(db: TestDb) {
        let world = world(db).await;
        let invoice = import_sample(&world, FILE).await;
        let [thread, _] = gathered(&world, invoice).await;
        let last = thread::show(&world.portal, &world.mikko, world.lakeside, thread, None).await.unwrap().messages.pop().unwrap().id;
        withdraw(&world.portal, &world.mikko, world.lakeside, invoice).await.unwrap();
        assert!(thread::list_to_tell(&world.portal, last).await.unwrap().is_empty());
        assert!(thread::mail_of(&world.portal, last, world.mikko.person()).await.unwrap().is_none());
        let mut conn = world.portal.db.read().await.unwrap();
        assert!(message::find_place(&mut conn, last).await.unwrap().is_none());
    }

    async fn the_customer_is_told_that_it_was_not_its_own_and_the_supplier_whose_it_was(db: TestDb) {
        let world = world(db).await;
        let invoice = import_sample(&world, FILE).await;
        let shown = show(&world.portal, &world.saara, world.lakeside, invoice).await.unwrap();
        gathered(&world, invoice).await;
        withdraw(&world.portal, &world.mikko, world.lakeside, invoice).await.unwrap();
        assert_eq!(news(&world, &world.anna).await, [(EventKind::InvoiceNotYours, shown.invoice.number.clone())]);
        assert_eq!(news(&world, &world.ben).await, [], "who sees no sums is told nothing");
        let told = news(&world, &world.saara).await;
        let [(EventKind::InvoiceTakenBack, label)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(*label, format!("{} ({}, {})", shown.invoice.number, shown.invoice.seller.name, shown.owed));
    }

    async fn it_can_be_read_again_for_the_right_customer(db: TestDb) {
        let world = world(db).await;
        let upload = uploaded(&world, &world.mikko, FILE).await;
        let wrong = import_one(&world.portal, &world.mikko, upload, "1001").await.unwrap();
        let again = uploaded(&world, &world.mikko, FILE).await;
        assert!(matches!(import_one(&world.portal, &world.mikko, again, "1002").await, Err(ImportError::Duplicate(_))));
        withdraw(&world.portal, &world.mikko, world.lakeside, wrong.invoice).await.unwrap();
        assert!(matches!(import_one(&world.portal, &world.mikko, upload, "1001").await, Err(ImportError::Other(Error::NotFound))), "it stays away");
        let right = import_one(&world.portal, &world.mikko, again, "1002").await.unwrap();
        assert_eq!(right.customer, world.harbour);
        assert!(show(&world.portal, &world.carla, world.harbour, right.invoice).await.is_ok());
        assert!(list(&world.portal, &world.anna, world.lakeside, &InvoicesAsked::default()).await.unwrap().invoices.is_empty());
    }

    async fn taking_back_twice_changes_nothing(db: TestDb) {
        let world = world(db).await;
        let invoice = import_sample(&world, FILE).await;
        withdraw(&world.portal, &world.olli, world.lakeside, invoice).await.unwrap();
        let once = dump(&world.portal.db).await;
        withdraw(&world.portal, &world.mikko, world.lakeside, invoice).await.unwrap();
        assert_eq!(dump(&world.portal.db).await, once);
    }

    async fn only_keepers_take_back_and_only_what_is_this_customers(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, FILE).await;
        let before = dump(&portal.db).await;
        for actor in [&world.anna, &world.ben, &world.carla, &world.petra] {
            assert!(matches!(withdraw(portal, actor, lakeside, invoice).await, Err(Error::NotFound)));
        }
        assert!(matches!(withdraw(portal, &world.mikko, world.harbour, invoice).await, Err(Error::NotFound)));
        let unknown = InvoiceId(ulid::Ulid::from_parts(1, 1));
        assert!(matches!(withdraw(portal, &world.mikko, lakeside, unknown).await, Err(Error::NotFound)));
        assert_eq!(dump(&portal.db).await, before);
    }

    async fn other_invoices_and_what_is_said_of_them_stay(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let stays = import_sample(&world, "three-short-tasks.xml").await;
        let [thread, _] = gathered(&world, stays).await;
        let (before, told) = (dump(&portal.db).await, news(&world, &world.saara).await);
        let goes = import_at_console(portal, FILE, sample(FILE), "1001").await.unwrap().invoice;
        withdraw(portal, &world.mikko, lakeside, goes).await.unwrap();
        assert_eq!(show(portal, &world.anna, lakeside, stays).await.unwrap().payments.len(), 1);
        assert_eq!(thread::show(portal, &world.anna, lakeside, thread, None).await.unwrap().messages.len(), 3);
        assert_eq!(news(&world, &world.saara).await[1..], told);
        let after = dump(&portal.db).await;
        let counted = |lines: &[String]| lines.iter().filter(|line| line.contains(&stays.to_string())).count();
        assert_eq!(counted(&after), counted(&before));
    }

    async fn keepers_are_told_what_goes_with_it_and_who_may_have_seen_it(db: TestDb) {
        let world = world(db).await;
        let invoice = import_sample(&world, FILE).await;
        gathered(&world, invoice).await;
        let knows = async |actor| show(&world.portal, actor, world.lakeside, invoice).await.unwrap().internal.and_then(|internal| internal.taking_back);
        let expected = TakingBack { may_have_seen: vec!["Anna Aho".to_owned()], discussions: 2 };
        assert_eq!(knows(&world.mikko).await, Some(expected));
        for other in [&world.petra, &world.anna] {
            assert_eq!(knows(other).await, None);
        }
    }
}
