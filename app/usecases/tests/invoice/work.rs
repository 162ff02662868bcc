//! Work is recorded by whoever did it, approved by whoever keeps the plan, and told behind the line that charges it.

use crate::fixtures::*;
use coplan_domain::{
    event::EventKind,
    id::{InvoiceId, LineId, ProjectId, WorkEntryId},
    work::{Matter, WorkShown},
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    form::{FieldProblem, Problem},
    invoice::{InvoicesAsked, list, show, withdraw},
    plan::{self, EventFilter},
    project::{self, StartForm},
    testing::{World, world},
    work::{self, AdjustForm, ChangeWorkForm, RecordForm, Suggestion},
};

fn id<T: From<ulid::Ulid>>(world: &World) -> T {
    coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into()
}

async fn project(world: &World, name: &str, shared: bool) -> ProjectId {
    let form = StartForm { id: id(world), name: name.to_owned(), about: String::new(), shared };
    project::start(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap()
}

fn form(world: &World, project: ProjectId, time: &str, words: &str) -> RecordForm {
    let matter = Matter { customer: world.lakeside, project, task: None }.to_string();
    let (day, charge) = ("2026-11-10".to_owned(), "charged".to_owned());
    RecordForm { matter, time: time.to_owned(), words: words.to_owned(), day, charge, ..RecordForm::blank(id(world)) }
}

/// Petra records an entry.
async fn recorded(world: &World, project: ProjectId, time: &str, words: &str) -> WorkEntryId {
    let form = form(world, project, time, words);
    work::record(&world.portal, &world.petra, &form).await.unwrap();
    form.id
}

async fn approved(world: &World, project: ProjectId, time: &str, words: &str) -> WorkEntryId {
    let entry = recorded(world, project, time, words).await;
    work::approve(&world.portal, &world.mikko, world.lakeside, &[entry]).await.unwrap();
    entry
}

/// A sample with a line of three hours and one of an hour and a half.
async fn bill(world: &World) -> (InvoiceId, Vec<LineId>) {
    let invoice = import_sample(world, "yen.xml").await;
    let lines = show(&world.portal, &world.mikko, world.lakeside, invoice).await.unwrap().line_ids;
    (invoice, lines)
}

/// The words of the work that the reader sees behind the first line, and what is missing of its quantity in minutes.
async fn behind(world: &World, reader: &Actor, invoice: InvoiceId) -> (Vec<String>, Option<i64>) {
    let view = show(&world.portal, reader, world.lakeside, invoice).await.unwrap();
    let line = &view.work[0];
    (line.entries.iter().map(|row| row.entry.words.clone()).collect(), line.difference())
}

on_both_databases! {
    async fn a_line_leads_to_the_work_that_a_specialist_recorded_and_a_manager_approved(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let network = project(&world, "New network", true).await;
        let survey = recorded(&world, network, "1:30", "Surveyed hall 3 for the cables").await;
        let rest = recorded(&world, network, "90 min", "Drew the plan of hall 3").await;
        let seen = work::of_customer(portal, &world.anna, lakeside).await.unwrap();
        assert!(seen.recorded.is_empty() && seen.approved.is_empty(), "nothing is seen before it is approved");
        work::approve(portal, &world.mikko, lakeside, &[survey, rest]).await.unwrap();
        let seen = work::of_customer(portal, &world.anna, lakeside).await.unwrap();
        assert_eq!((seen.approved.len(), seen.charged), (2, 180));
        assert_eq!(seen.approved[0].who.as_deref(), Some("Petra Niemi"));
        assert_eq!(list(portal, &world.anna, lakeside, &InvoicesAsked::default()).await.unwrap().uninvoiced, Some(180));

        let (invoice, lines) = bill(&world).await;
        work::assign(portal, &world.mikko, lakeside, (invoice, lines[0]), &[survey, rest]).await.unwrap();
        let (words, missing) = behind(&world, &world.anna, invoice).await;
        assert_eq!(words, ["Surveyed hall 3 for the cables", "Drew the plan of hall 3"]);
        assert_eq!(missing, Some(0), "the work is the quantity");
        assert_eq!(list(portal, &world.anna, lakeside, &InvoicesAsked::default()).await.unwrap().uninvoiced, None);
        let news = plan::changes(portal, &world.anna, lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        let kinds: Vec<_> = news.items.iter().map(|item| item.kind).collect();
        assert!(kinds.contains(&EventKind::WorkApproved) && kinds.contains(&EventKind::WorkAssigned), "{kinds:?}");
    }

    async fn who_sees_no_sums_sees_no_work_and_nobody_sees_another_customers(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let network = project(&world, "New network", true).await;
        let entry = approved(&world, network, "3 h", "Surveyed hall 3").await;
        let (invoice, lines) = bill(&world).await;
        work::assign(portal, &world.mikko, lakeside, (invoice, lines[0]), &[entry]).await.unwrap();
        for reader in [&world.ben, &world.carla] {
            assert!(matches!(work::of_customer(portal, reader, lakeside).await, Err(Error::NotFound)));
            assert!(matches!(show(portal, reader, lakeside, invoice).await, Err(Error::NotFound)));
        }
        let of_ben = plan::changes(portal, &world.ben, lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        assert!(of_ben.items.iter().all(|item| !matches!(item.kind, EventKind::WorkApproved | EventKind::WorkAssigned)));
        for member in [&world.anna, &world.ben] {
            let form = form(&world, network, "1", "Not mine to record");
            assert!(matches!(work::record(portal, member, &form).await, Err(Error::NotFound)));
            assert!(matches!(work::own(portal, member, Suggestion::Latest).await, Err(Error::NotFound)));
            assert!(matches!(work::approve(portal, member, lakeside, &[entry]).await, Err(Error::NotFound)));
            let line = work::of_line(portal, member, lakeside, invoice, lines[0]).await;
            assert!(matches!(line, Err(Error::NotFound)));
        }
        // Under another customer's address nothing of it is there.
        work::approve(portal, &world.saara, world.harbour, &[entry]).await.unwrap();
        let elsewhere = work::assign(portal, &world.saara, world.harbour, (invoice, lines[0]), &[entry]).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)));
        assert!(matches!(work::editing(portal, &world.saara, world.harbour, entry).await, Err(Error::NotFound)));
    }

    async fn the_customer_sees_as_much_of_the_work_as_the_supplier_has_chosen(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let (shared, inside) = (project(&world, "New network", true).await, project(&world, "Inside job", false).await);
        let (open, hidden) = (approved(&world, shared, "1", "Open").await, approved(&world, inside, "2", "Hidden").await);
        let words = async |reader| {
            let seen = work::of_customer(portal, reader, lakeside).await.unwrap();
            seen.approved.into_iter().map(|row| row.entry.words).collect::<Vec<_>>()
        };
        assert_eq!(words(&world.anna).await, ["Open"], "the project of the other is not shown");
        assert_eq!(words(&world.mikko).await.len(), 2);
        let (invoice, lines) = bill(&world).await;
        work::assign(portal, &world.mikko, lakeside, (invoice, lines[0]), &[open, hidden]).await.unwrap();
        let view = show(portal, &world.anna, lakeside, invoice).await.unwrap();
        let named: Vec<_> = view.work[0].entries.iter().map(|row| (row.project_name.as_deref(), row.who.as_deref())).collect();
        assert_eq!(named, [(Some("New network"), Some("Petra Niemi")), (None, Some("Petra Niemi"))], "what is charged is told");
        work::set_shown(portal, &world.mikko, lakeside, WorkShown::Work).await.unwrap();
        let view = show(portal, &world.anna, lakeside, invoice).await.unwrap();
        assert!(view.work[0].entries.iter().all(|row| row.who.is_none()));
        work::set_shown(portal, &world.mikko, lakeside, WorkShown::Nothing).await.unwrap();
        assert_eq!(behind(&world, &world.anna, invoice).await.0, [""; 0]);
        assert!(matches!(work::of_customer(portal, &world.anna, lakeside).await, Err(Error::NotFound)));
        assert_eq!(behind(&world, &world.mikko, invoice).await.0.len(), 2);
        let refused = work::set_shown(portal, &world.petra, lakeside, WorkShown::Names).await;
        assert!(matches!(refused, Err(Error::NotResponsible)));
    }

    async fn recording_twice_records_once_and_only_ones_own_is_corrected_until_it_is_approved(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let network = project(&world, "New network", true).await;
        let mut first = form(&world, network, "1:30", "Surveyed hall 3");
        for _ in 0..2 {
            work::record(portal, &world.petra, &first).await.unwrap();
        }
        "Surveyed hall 4".clone_into(&mut first.words);
        work::record(portal, &world.petra, &first).await.unwrap();
        let own = work::own(portal, &world.petra, Suggestion::Again(first.id)).await.unwrap();
        assert_eq!(own.entries.len(), 2, "other words are another entry");
        assert_eq!((own.form.time.as_str(), own.form.words.as_str()), ("1:30", "Surveyed hall 3"));
        assert_eq!(own.form.matter, first.matter);

        let seen = work::editing(portal, &world.petra, lakeside, first.id).await.unwrap();
        let form = ChangeWorkForm { time: "2".to_owned(), ..ChangeWorkForm::of(&seen.row) };
        let other = coplan_usecases::testing::staff(portal, "Ville Vesa", coplan_domain::person::StaffRole::Specialist).await;
        assert!(matches!(work::change(portal, &other, lakeside, first.id, &form).await, Err(Error::NotResponsible)));
        assert!(matches!(work::remove(portal, &other, lakeside, first.id).await, Err(Error::NotResponsible)));
        work::change(portal, &world.petra, lakeside, first.id, &form).await.unwrap();
        assert!(matches!(work::approve(portal, &world.petra, lakeside, &[first.id]).await, Err(Error::NotResponsible)));
        work::approve(portal, &world.mikko, lakeside, &[first.id]).await.unwrap();
        assert!(matches!(work::change(portal, &world.petra, lakeside, first.id, &form).await, Err(Error::NotResponsible)));
        assert!(matches!(work::remove(portal, &world.petra, lakeside, first.id).await, Err(Error::NotResponsible)));
        work::send_back(portal, &world.mikko, lakeside, first.id).await.unwrap();
        for _ in 0..2 {
            work::remove(portal, &world.petra, lakeside, first.id).await.unwrap();
        }
        let ahead = RecordForm { day: "2099-01-01".to_owned(), ..first };
        let refused = work::record(portal, &world.petra, &ahead).await;
        let in_future = vec![FieldProblem { field: "day", problem: Problem::InFuture }];
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == in_future));
    }

    async fn work_is_on_one_line_only_and_a_reason_closes_what_differs(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let network = project(&world, "New network", true).await;
        let (invoice, lines) = bill(&world).await;
        let before = RecordForm { day: "2026-03-01".to_owned(), ..form(&world, network, "2:30", "Interpreting on the site") };
        work::record(portal, &world.petra, &before).await.unwrap();
        let entry = before.id;
        work::approve(portal, &world.mikko, lakeside, &[entry]).await.unwrap();
        let desk = work::of_line(portal, &world.mikko, lakeside, invoice, lines[0]).await.unwrap();
        assert_eq!(desk.proposed.iter().map(|(row, belongs)| (row.entry.id, *belongs)).collect::<Vec<_>>(), [(entry, true)]);
        for line in [lines[0], lines[1], lines[0]] {
            work::assign(portal, &world.mikko, lakeside, (invoice, line), &[entry]).await.unwrap();
        }
        assert_eq!(behind(&world, &world.anna, invoice).await.1, Some(30));
        let adjust = |minutes: &str, reason: &str| AdjustForm { minutes: minutes.to_owned(), reason: reason.to_owned() };
        let silent = work::adjust(portal, &world.mikko, lakeside, (invoice, lines[0]), &adjust("0:30", "")).await;
        let empty = vec![FieldProblem { field: "reason", problem: Problem::Empty }];
        assert!(matches!(silent, Err(Error::Invalid(problems)) if problems == empty));
        let form = adjust("0:30", "The least time is three hours");
        work::adjust(portal, &world.mikko, lakeside, (invoice, lines[0]), &form).await.unwrap();
        let view = show(portal, &world.anna, lakeside, invoice).await.unwrap();
        assert_eq!(view.work[0].difference(), Some(0));
        assert_eq!(view.work[0].adjustment.as_ref().unwrap().reason, form.reason);
        assert!(!view.work[1].is_known());

        // An invoice that goes takes nothing of the work with it.
        withdraw(portal, &world.mikko, lakeside, invoice).await.unwrap();
        let free = work::of_customer(portal, &world.mikko, lakeside).await.unwrap();
        assert_eq!(free.approved.iter().map(|row| row.entry.id).collect::<Vec<_>>(), [entry]);
    }

    async fn a_day_like_the_last_one_is_recorded_in_one_press_and_once(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        recorded(&world, network, "1:30", "Surveyed hall 3").await;
        recorded(&world, network, "0:30", "Called the factory").await;
        let own = work::own(&world.portal, &world.petra, Suggestion::Latest).await.unwrap();
        let last: Vec<_> = own.last_day().iter().map(|row| row.entry.words.clone()).collect();
        assert_eq!(last, ["Surveyed hall 3", "Called the factory"]);
        for _ in 0..2 {
            work::repeat(&world.portal, &world.petra).await.unwrap();
            let own = work::own(&world.portal, &world.petra, Suggestion::Latest).await.unwrap();
            let today = own.entries.iter().filter(|row| row.entry.day == own.today);
            assert_eq!(today.map(|row| row.entry.time.minutes()).sum::<i64>(), 120);
            assert!(own.last_day().is_empty(), "today has begun");
        }
    }
}
