//! A line carries its question until a credit note has settled it, and a member approves an invoice for payment.

use crate::fixtures::*;
use coplan_domain::{
    event::EventKind,
    id::{InvoiceId, ThreadId},
    question::{ApprovalDecision, QuestionReason, QuestionState},
    thread::{About, AboutKind, Ball},
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    form::Problem,
    invoice::{ApprovalForm, InvoicesAsked, decide, list, show, withdraw},
    plan::{self, EventFilter},
    question::{self, AskForm},
    testing::{World, world},
    thread::{self, ReplyForm},
};
use sha2::Digest;

fn id<T: From<ulid::Ulid>>(world: &World) -> T {
    coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into()
}

fn form(world: &World, about: About, reason: QuestionReason) -> AskForm {
    let (title, text) = ("Why so many hours?".to_owned(), "We counted two.".to_owned());
    AskForm { thread: id(world), message: id(world), about, reason: reason.to_string(), title, text }
}

/// The sample's first line.
async fn line_of(world: &World, invoice: InvoiceId, place: usize) -> About {
    let lines = show(&world.portal, &world.anna, world.lakeside, invoice).await.unwrap().line_ids;
    About { kind: AboutKind::InvoiceLine, id: lines[place].0 }
}

async fn asked(world: &World, about: About) -> ThreadId {
    question::ask(&world.portal, &world.anna, world.lakeside, &form(world, about, QuestionReason::Quantity)).await.unwrap()
}

fn reply(world: &World, text: &str) -> ReplyForm {
    ReplyForm { message: id(world), text: text.to_owned() }
}

/// How far the question is, and whose turn it is.
async fn state(world: &World, reader: &Actor, id: ThreadId) -> (QuestionState, Ball) {
    let view = thread::show(&world.portal, reader, world.lakeside, id, None).await.unwrap();
    (view.question.unwrap().question.state, view.state.ball)
}

/// The sample credit note, made to name this number as what it credits.
fn credit_note(number: &str) -> Vec<u8> {
    let text = String::from_utf8(sample("credit-note.xml")).unwrap();
    let (before, rest) = text
        .split_once("BillingReference>")
        .map_or_else(|| panic!("the sample names what it credits"), |(before, rest)| (before.to_owned(), rest.to_owned()));
    let start = rest.find("ID>").unwrap() + 3;
    let end = start + rest[start..].find('<').unwrap();
    format!("{before}BillingReference>{}{number}{}", &rest[..start], &rest[end..]).into_bytes()
}

fn approval(world: &World, decision: ApprovalDecision, reason: &str) -> ApprovalForm {
    let (reference, reason) = ("PO-4711".to_owned(), reason.to_owned());
    ApprovalForm { reference, reason, decision: decision.to_string(), ..ApprovalForm::suggested(id(world), None) }
}

on_both_databases! {
    async fn a_question_goes_from_open_to_explained_and_open_again_where_the_customer_asks_on(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, "three-short-tasks.xml").await;
        let line = line_of(&world, invoice, 0).await;
        let form = form(&world, line, QuestionReason::Price);
        let asked = question::ask(portal, &world.anna, lakeside, &form).await.unwrap();
        assert_eq!(question::ask(portal, &world.anna, lakeside, &form).await.unwrap(), asked, "sent twice it is asked once");
        assert_eq!(state(&world, &world.anna, asked).await, (QuestionState::Open, Ball::Supplier));
        let view = thread::show(portal, &world.mikko, lakeside, asked, None).await.unwrap().question.unwrap();
        assert_eq!(view.question.reason, QuestionReason::Price);
        let shown = show(portal, &world.mikko, lakeside, invoice).await.unwrap();
        assert_eq!(view.questioned.line.as_ref(), Some(&shown.invoice.lines[0]), "what is questioned is shown");
        assert_eq!(shown.questions.len(), 1);
        assert_eq!(list(portal, &world.mikko, lakeside, &InvoicesAsked::default()).await.unwrap().questions.len(), 1);
        let waiting = thread::list_waiting_for_staff(portal, &world.mikko).await.unwrap();
        assert_eq!(waiting[0].thread.question, Some(QuestionState::Open));

        let explained = reply(&world, "Two people came.");
        thread::explain(portal, &world.mikko, lakeside, asked, &explained).await.unwrap();
        thread::explain(portal, &world.mikko, lakeside, asked, &explained).await.unwrap();
        assert_eq!(state(&world, &world.anna, asked).await, (QuestionState::Explained, Ball::Customer));
        thread::reply(portal, &world.anna, lakeside, asked, &reply(&world, "Only one did.")).await.unwrap();
        assert_eq!(state(&world, &world.mikko, asked).await, (QuestionState::Open, Ball::Supplier));
        let news = plan::changes(portal, &world.anna, lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        assert_eq!(news.items.iter().filter(|item| item.kind == EventKind::QuestionExplained).count(), 1);
    }

    async fn a_credit_note_that_names_the_invoice_settles_what_was_promised(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, "three-short-tasks.xml").await;
        let number = show(portal, &world.anna, lakeside, invoice).await.unwrap().invoice.number;
        let (promised, other) = (asked(&world, line_of(&world, invoice, 0).await).await, asked(&world, line_of(&world, invoice, 1).await).await);
        thread::promise_credit(portal, &world.mikko, lakeside, promised, &reply(&world, "You are right.")).await.unwrap();
        assert_eq!(state(&world, &world.anna, promised).await, (QuestionState::ToCredit, Ball::Supplier));
        thread::reply(portal, &world.mikko, lakeside, promised, &reply(&world, "It comes this week.")).await.unwrap();
        assert_eq!(state(&world, &world.anna, promised).await, (QuestionState::ToCredit, Ball::Supplier), "the supplier still owes it");

        let unrelated = import_at_console(portal, "else.xml", credit_note("some other number"), "1001").await.unwrap();
        assert_eq!(state(&world, &world.anna, promised).await.0, QuestionState::ToCredit);
        withdraw(portal, &world.olli, lakeside, unrelated.invoice).await.unwrap();
        let note = import_at_console(portal, "note.xml", credit_note(&number), "1001").await.unwrap().invoice;
        assert_eq!(state(&world, &world.anna, promised).await, (QuestionState::Credited, Ball::Nobody));
        assert_eq!(state(&world, &world.anna, other).await, (QuestionState::Open, Ball::Supplier), "nothing was promised here");
        let view = thread::show(portal, &world.anna, lakeside, promised, None).await.unwrap();
        assert_eq!(view.question.unwrap().question.credit_note.unwrap().0, note);
        assert!(view.state.resolution.is_some());
        let settled = show(portal, &world.anna, lakeside, note).await.unwrap().questions;
        assert_eq!(settled.iter().map(|question| question.thread).collect::<Vec<_>>(), [promised], "the note leads back");

        withdraw(portal, &world.olli, lakeside, note).await.unwrap();
        assert_eq!(state(&world, &world.anna, promised).await, (QuestionState::ToCredit, Ball::Supplier), "without its note it waits again");
        withdraw(portal, &world.olli, lakeside, invoice).await.unwrap();
        assert!(thread::show(portal, &world.anna, lakeside, promised, None).await.is_err());
    }

    async fn a_credit_note_that_came_before_the_promise_settles_it_and_the_only_open_question_is_meant(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, "three-short-tasks.xml").await;
        let number = show(portal, &world.anna, lakeside, invoice).await.unwrap().invoice.number;
        let (one, other) = (asked(&world, line_of(&world, invoice, 0).await).await, asked(&world, line_of(&world, invoice, 1).await).await);
        import_at_console(portal, "note.xml", credit_note(&number), "1001").await.unwrap();
        assert_eq!(state(&world, &world.anna, one).await.0, QuestionState::Open, "which of two is meant is not guessed");
        thread::promise_credit(portal, &world.mikko, lakeside, one, &reply(&world, "It is on its way.")).await.unwrap();
        assert_eq!(state(&world, &world.anna, one).await, (QuestionState::Credited, Ball::Nobody));
        thread::promise_credit(portal, &world.mikko, lakeside, other, &reply(&world, "This too.")).await.unwrap();
        assert_eq!(state(&world, &world.anna, other).await.0, QuestionState::ToCredit, "one note settles once");
    }

    async fn questions_and_decisions_are_for_those_who_see_sums_and_each_side_has_its_own_deeds(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, "three-short-tasks.xml").await;
        let line = line_of(&world, invoice, 0).await;
        let asked = asked(&world, line).await;
        for stranger in [&world.ben, &world.carla, &world.mikko] {
            let form = form(&world, line, QuestionReason::Other);
            assert!(matches!(question::ask(portal, stranger, lakeside, &form).await, Err(Error::NotFound)));
            assert!(matches!(question::begin(portal, stranger, lakeside, line).await, Err(Error::NotFound)));
            let form = approval(&world, ApprovalDecision::Approved, "");
            assert!(matches!(decide(portal, stranger, lakeside, invoice, (&form, "No")).await, Err(Error::NotFound)));
        }
        assert!(matches!(thread::show(portal, &world.ben, lakeside, asked, None).await, Err(Error::NotFound)));
        let of_ben = plan::changes(portal, &world.ben, lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        assert!(of_ben.items.iter().all(|item| !item.label.contains("Why so many")));
        for member in [&world.anna, &world.ben] {
            let said = thread::explain(portal, member, lakeside, asked, &reply(&world, "Mine")).await;
            assert!(matches!(said, Err(Error::NotFound)));
        }
        let plan = About { kind: AboutKind::Plan, id: lakeside.0 };
        let form = form(&world, plan, QuestionReason::Other);
        assert!(matches!(question::ask(portal, &world.anna, lakeside, &form).await, Err(Error::NotFound)), "the plan is no invoice");
        let elsewhere = question::ask(portal, &world.carla, world.harbour, &self::form(&world, line, QuestionReason::Other)).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)));
    }

    async fn an_approval_is_of_one_exact_file_and_the_newest_decision_holds(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, "three-short-tasks.xml").await;
        let first = approval(&world, ApprovalDecision::Approved, "");
        decide(portal, &world.anna, lakeside, invoice, (&first, "Objection")).await.unwrap();
        decide(portal, &world.anna, lakeside, invoice, (&first, "Objection")).await.unwrap();
        let view = show(portal, &world.mikko, lakeside, invoice).await.unwrap();
        let [decided] = view.approvals.as_slice() else { panic!("{:?}", view.approvals) };
        assert_eq!((decided.decision, decided.by.as_str(), decided.reference.as_str()), (ApprovalDecision::Approved, "Anna Aho", "PO-4711"));
        let hash = sha2::Sha256::digest(sample("three-short-tasks.xml")).to_vec();
        let digits = |at| u8::from_str_radix(&decided.document_hash[at..at + 2], 16).unwrap();
        assert_eq!((0..64).step_by(2).map(digits).collect::<Vec<_>>(), hash);
        assert!(!view.may_approve, "the supplier does not approve its own invoice");

        let unseen = approval(&world, ApprovalDecision::Objected, "Not what we agreed");
        let stale = decide(portal, &world.anna, lakeside, invoice, (&unseen, "Objection")).await;
        assert!(matches!(stale, Err(Error::Stale(theirs)) if theirs.len() == 1));
        let nameless = ApprovalForm { reason: String::new(), seen: decided.id.to_string(), ..unseen.clone() };
        let refused = decide(portal, &world.anna, lakeside, invoice, (&nameless, "Objection")).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].problem == Problem::Empty));
        let seen = ApprovalForm { seen: decided.id.to_string(), ..unseen };
        world.clock.pass(jiff::SignedDuration::from_mins(1));
        decide(portal, &world.anna, lakeside, invoice, (&seen, "Objection")).await.unwrap();
        let listed = list(portal, &world.mikko, lakeside, &InvoicesAsked::default()).await.unwrap();
        assert_eq!(listed.invoices[0].decision, Some(ApprovalDecision::Objected));
        let waiting = thread::list_waiting_for_staff(portal, &world.mikko).await.unwrap();
        assert_eq!(waiting.iter().map(|row| row.thread.title.as_str()).collect::<Vec<_>>(), ["Objection"], "it waits for the supplier");
        let of_ben = plan::changes(portal, &world.ben, lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        assert!(of_ben.items.iter().all(|item| !matches!(item.kind, EventKind::InvoiceApproved | EventKind::InvoiceObjected)));
    }
}
