//! Reports: composed from what the customer sees, frozen when they are published, approved as they were read.

use crate::fixtures::{id, milestone, project};
use coplan_domain::{
    id::{CustomerId, ProjectId, ReportId},
    report::ReportBody,
    thread::{About, AboutKind},
};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error, System,
    feedback::RoomKind,
    form::{FieldProblem, Problem},
    import::import_from_console,
    milestone::{self as milestones, PromiseForm, ReachForm},
    plan::{self, WaitingItem},
    project::{self as projects, ProjectForm},
    report::{self, DraftReportForm, ReportView, ReportWordsForm},
    testing::{World, threads_about, world},
    thread::{self, OpenForm},
};

/// November 2026, the month in which the tests happen.
async fn draft(world: &World, by: &Actor) -> Result<ReportId, Error> {
    let form = DraftReportForm {
        period: "month".to_owned(),
        day: "2026-11-10".to_owned(),
        words: "The rehearsal taught us where the keys are.".to_owned(),
        ..DraftReportForm::blank(id(&world.portal).await)
    };
    report::draft(&world.portal, by, world.lakeside, &form).await
}

async fn publish(world: &World, id: ReportId, version: i64) -> Result<(), Error<()>> {
    report::publish(&world.portal, &world.mikko, world.lakeside, id, version).await
}

async fn show(world: &World, by: &Actor, id: ReportId) -> Result<ReportView, Error> {
    report::show(&world.portal, by, world.lakeside, id).await
}

async fn approve(world: &World, by: &Actor, id: ReportId) -> Result<(), Error> {
    report::approve(&world.portal, by, world.lakeside, id).await
}

async fn body(world: &World, by: &Actor, id: ReportId) -> ReportBody {
    show(world, by, id).await.unwrap().body
}

async fn ask(world: &World, by: &Actor, about: About, title: &str) {
    let (title, text) = (title.to_owned(), "Please say.".to_owned());
    let form = OpenForm { thread: id(&world.portal).await, message: id(&world.portal).await, about, title, text };
    thread::open(&world.portal, by, world.lakeside, &form).await.unwrap();
}

/// Whether the report waits on the plan of this reader.
async fn waits(world: &World, reader: &Actor) -> bool {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    view.waiting.iter().any(|item| matches!(item, WaitingItem::Room(item) if item.kind == RoomKind::Report))
}

/// A month with something of every kind that can be told, and beside it what the customer does not see.
async fn month(world: &World) -> ProjectId {
    let network = project(world, "New network", true).await;
    let hidden = project(world, "Metering", false).await;
    for (of, name) in [(network, "Hall 1"), (hidden, "Prices")] {
        let hall = milestone(world, of, name, "2026-11-12").await;
        let form = ReachForm { version: 1, was: String::new(), reached_on: "2026-11-15".to_owned() };
        milestones::reach(&world.portal, &world.mikko, world.lakeside, hall, &form).await.unwrap();
    }
    let hall = milestone(world, network, "Hall 2", "2026-11-27").await;
    let (promised_on, reason) = ("2026-12-04".to_owned(), "The switches come late.".to_owned());
    let form = PromiseForm { version: 1, was: String::new(), promised_on, reason, confirmed: false };
    milestones::move_promise(&world.portal, &world.mikko, world.lakeside, hall, &form).await.unwrap();
    milestone(world, network, "Hall 3", "2027-01-20").await;
    ask(world, &world.anna, About { kind: AboutKind::Plan, id: world.lakeside.0 }, "Which weekend?").await;
    ask(world, &world.mikko, About { kind: AboutKind::Project, id: hidden.0 }, "What does it cost us?").await;
    network
}

/// The sample invoice is of this customer and these days.
async fn bill(world: &World, customer: CustomerId) {
    let sample = include_bytes!("../../../domain/samples/three-short-tasks.xml").to_vec();
    let number = if customer == world.lakeside { "1001" } else { "1002" };
    import_from_console(&world.portal, &System::for_tests(), "sample.xml", sample, number).await.unwrap();
}

on_both_databases! {
    async fn a_published_report_stays_as_it_was_whatever_happens_afterwards(db: TestDb) {
        let world = world(db).await;
        let network = month(&world).await;
        let id = draft(&world, &world.mikko).await.unwrap();
        let Err(Error::Invalid(told)) = draft(&world, &world.mikko).await else { panic!("one of these days") };
        assert_eq!(told, [FieldProblem { field: "day", problem: Problem::HasReport }], "and what was typed is not dropped");
        let form = DraftReportForm {
            period: "month".to_owned(),
            day: "2026-11-20".to_owned(),
            ..DraftReportForm::blank(crate::fixtures::id(&world.portal).await)
        };
        assert_eq!(report::draft(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap(), id, "nothing was typed");
        publish(&world, id, 1).await.unwrap();
        let before = show(&world, &world.anna, id).await.unwrap();
        let told = &before.body;
        assert_eq!((told.words.as_str(), told.by.as_deref()), ("The rehearsal taught us where the keys are.", Some("Mikko Kallio")));
        let [hall1] = told.delivered.as_slice() else { panic!("{told:?}") };
        assert_eq!((hall1.milestone.as_str(), hall1.day.to_string(), hall1.promised.to_string()), ("Hall 1", "2026-11-15".to_owned(), "2026-11-12".to_owned()));
        let [hall2] = told.promised.as_slice() else { panic!("{told:?}") };
        let moved = hall2.moved.as_ref().unwrap();
        assert_eq!((hall2.milestone.as_str(), hall2.day.to_string()), ("Hall 2", "2026-12-04".to_owned()));
        assert_eq!((moved.from.to_string(), moved.reason.as_str()), ("2026-11-27".to_owned(), "The switches come late."));
        let asked: Vec<_> = told.asked.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(asked, ["Which weekend?"], "what is not shown is not told");

        let of = projects::show(&world.portal, &world.mikko, world.lakeside, network).await.unwrap();
        let form = ProjectForm { version: of.internal.as_ref().unwrap().version, was: String::new(), name: "Another name".to_owned(), about: of.about };
        projects::change(&world.portal, &world.mikko, world.lakeside, network, &form).await.unwrap();
        milestone(&world, network, "Hall 4", "2026-11-20").await;
        ask(&world, &world.anna, About { kind: AboutKind::Plan, id: world.lakeside.0 }, "And the gate?").await;
        let words = ReportWordsForm { version: 1, was: String::new(), words: "It was otherwise.".to_owned() };
        let changed = report::change(&world.portal, &world.mikko, world.lakeside, id, &words).await;
        assert!(matches!(changed, Err(Error::NotFound)));
        report::remove(&world.portal, &world.mikko, world.lakeside, id).await.unwrap();
        publish(&world, id, 1).await.unwrap();
        let after = show(&world, &world.anna, id).await.unwrap();
        assert_eq!((&after.body, &after.report, after.is_intact), (told, &before.report, true));
        assert_eq!(after.report.published.unwrap().hash.len(), 64);
    }

    async fn the_customer_approves_exactly_what_it_has_read_and_only_who_sees_all_of_it(db: TestDb) {
        let world = world(db).await;
        month(&world).await;
        bill(&world, world.lakeside).await;
        let form = DraftReportForm { period: "year".to_owned(), day: "2026-11-10".to_owned(), ..DraftReportForm::blank(id(&world.portal).await) };
        let id = report::draft(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        assert!(matches!(show(&world, &world.anna, id).await, Err(Error::NotFound)), "a draft is the supplier's");
        assert!(matches!(approve(&world, &world.anna, id).await, Err(Error::NotFound)));
        assert!(matches!(publish(&world, id, 7).await, Err(Error::Stale(_))), "not what was read");
        publish(&world, id, 1).await.unwrap();
        assert!(waits(&world, &world.anna).await && !waits(&world, &world.mikko).await);

        let (annas, bens) = (body(&world, &world.anna, id).await, body(&world, &world.ben, id).await);
        assert_eq!((annas.spent.len(), bens.spent.len()), (1, 0), "sums are for who sees them");
        assert_eq!(annas.delivered, bens.delivered);
        assert!(matches!(approve(&world, &world.ben, id).await, Err(Error::NotResponsible)), "he does not see all of it");
        assert!(matches!(approve(&world, &world.mikko, id).await, Err(Error::NotFound)), "it agreed by publishing");
        assert!(matches!(approve(&world, &world.carla, id).await, Err(Error::NotFound)));
        for _ in 0..2 {
            approve(&world, &world.anna, id).await.unwrap();
        }
        let view = show(&world, &world.anna, id).await.unwrap();
        let hash = view.report.published.unwrap().hash;
        let by: Vec<_> = view.approvals.iter().map(|it| (it.by.as_str(), it.hash.as_str())).collect();
        assert_eq!(by, [("Mikko Kallio", hash.as_str()), ("Anna Aho", hash.as_str())]);
        assert!(!waits(&world, &world.anna).await && !view.may_approve);
    }

    async fn a_day_that_moved_twice_is_told_from_where_it_was(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        let hall = milestone(&world, network, "Hall 3", "2026-12-05").await;
        for (version, day, why) in [(1, "2026-12-12", "The switches come late."), (2, "2026-12-19", "The mill stands then.")] {
            let (promised_on, reason) = (day.to_owned(), why.to_owned());
            let form = PromiseForm { version, was: String::new(), promised_on, reason, confirmed: false };
            milestones::move_promise(&world.portal, &world.mikko, world.lakeside, hall, &form).await.unwrap();
        }
        let id = draft(&world, &world.mikko).await.unwrap();
        let told = body(&world, &world.mikko, id).await.promised;
        let moved = told[0].moved.as_ref().unwrap();
        assert_eq!((told[0].day.to_string(), moved.from.to_string()), ("2026-12-19".to_owned(), "2026-12-05".to_owned()));
        assert_eq!(moved.reason, "The switches come late. The mill stands then.");
    }

    async fn a_report_is_discussed_by_who_sees_it(db: TestDb) {
        let world = world(db).await;
        assert!(matches!(draft(&world, &world.petra).await, Err(Error::NotResponsible)));
        assert!(matches!(draft(&world, &world.anna).await, Err(Error::NotFound)));
        let id = draft(&world, &world.mikko).await.unwrap();
        let about = About { kind: AboutKind::Report, id: id.0 };
        let early = OpenForm {
            thread: crate::fixtures::id(&world.portal).await,
            message: crate::fixtures::id(&world.portal).await,
            about,
            title: "Early".to_owned(),
            text: "Is it right?".to_owned(),
        };
        assert!(matches!(thread::open(&world.portal, &world.anna, world.lakeside, &early).await, Err(Error::NotFound)));
        publish(&world, id, 1).await.unwrap();
        ask(&world, &world.ben, about, "Whose keys?").await;
        let said = threads_about(&world.portal, &world.mikko, world.lakeside, id.0).await.unwrap();
        assert_eq!((said.len(), said[0].title.as_str(), said[0].subject.name.as_str()), (1, "Whose keys?", "2026-11"));
        let form = DraftReportForm { period: "month".to_owned(), day: "2027-02-01".to_owned(), ..DraftReportForm::blank(crate::fixtures::id(&world.portal).await) };
        let future = report::draft(&world.portal, &world.mikko, world.lakeside, &form).await;
        assert!(matches!(future, Err(Error::Invalid(_))), "nothing has happened yet");
    }
}
