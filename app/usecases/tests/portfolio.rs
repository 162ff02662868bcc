//! Claims about the supplier's view of all customers: the table, and what waits for whom.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    id::ProjectId,
    plan::{Light, TaskState},
    portfolio::{PortfolioShow, PortfolioSort, Trend},
    thread::{About, AboutKind},
};
use coplan_store::{Turn, access::Actor, on_both_databases};
use coplan_usecases::{
    absence,
    absence::AbsenceForm,
    customer, milestone,
    milestone::MilestoneForm,
    plan::{self, WaitingItem},
    portfolio,
    portfolio::{PER_PAGE, PortfolioQuestion, PortfolioView},
    project,
    project::StartForm,
    status_report::{self, StatusForm},
    task,
    task::AddTaskForm,
    testing,
    testing::World,
    thread::{self, OpenForm},
    waiting,
};
use jiff::SignedDuration;
use ulid::Ulid;

async fn id<T: From<Ulid>>(world: &World) -> T {
    world.portal.change().await.unwrap().id()
}

fn question(search: &str) -> PortfolioQuestion {
    PortfolioQuestion {
        search: search.to_owned(),
        responsible: None,
        show: PortfolioShow::All,
        sort: PortfolioSort::Name,
        reversed: false,
        turn: Turn::First,
    }
}

/// A project at Lakeside Mills, not shared, with a promise and a task for these days.
async fn promised(world: &World, promised_on: &str, due_on: &str) -> ProjectId {
    let start = StartForm { id: id(world).await, name: "Pump hall".to_owned(), about: String::new(), shared: false };
    let project = project::start(&world.portal, &world.mikko, world.lakeside, &start).await.unwrap();
    let pilot =
        MilestoneForm { id: id(world).await, name: "Pilot".to_owned(), promised_on: promised_on.to_owned(), confirmed: false };
    milestone::add(&world.portal, &world.mikko, world.lakeside, project, &pilot).await.unwrap();
    let order = AddTaskForm {
        id: id(world).await,
        name: "Order the pumps".to_owned(),
        why: String::new(),
        side: "supplier".to_owned(),
        owner: String::new(),
        stage: "backstage".to_owned(),
        shared: false,
        due_on: due_on.to_owned(),
        confirmed: false,
    };
    task::add(&world.portal, &world.mikko, world.lakeside, project, &order).await.unwrap();
    project
}

/// What waits for this reader: the names of promises and tasks, and whom the reader stands in for.
async fn waits(world: &World, reader: &Actor) -> Vec<(String, Option<String>)> {
    let view = waiting::show(&world.portal, reader).await.unwrap().unwrap();
    view.promises.into_iter().chain(view.tasks).map(|item| (item.name, item.instead_of)).collect()
}

fn own(names: &[&str]) -> Vec<(String, Option<String>)> {
    names.iter().map(|name| ((*name).to_owned(), None)).collect()
}

on_both_databases! {
    async fn members_see_neither_the_table_nor_what_waits(db: TestDb) {
        let world = testing::world(db).await;
        for member in [&world.anna, &world.carla] {
            assert!(portfolio::show(&world.portal, member, &question("")).await.unwrap().is_none());
            assert!(waiting::show(&world.portal, member).await.unwrap().is_none());
        }
    }

    async fn all_staff_see_all_customers_and_only_keepers_may_create(db: TestDb) {
        let world = testing::world(db).await;
        for (reader, may_create) in [(&world.olli, true), (&world.mikko, true), (&world.petra, false)] {
            let view = portfolio::show(&world.portal, reader, &question("")).await.unwrap().unwrap();
            let names = view.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>();
            assert_eq!(names, ["Harbour Cold Stores", "Lakeside Mills"]);
            assert_eq!((view.may_create, view.may_import), (may_create, may_create));
            assert_eq!(view.staff[0].0, reader.person(), "the reader comes first");
        }
    }

    async fn pages_are_counted_by_their_rows(db: TestDb) {
        let world = testing::world(db).await;
        for n in 0..PER_PAGE {
            testing::company(&world.portal, &world.olli, &format!("2{n:03}"), &format!("Mill {n:03}"), world.saara.person()).await;
        }
        let first = portfolio::show(&world.portal, &world.mikko, &question("")).await.unwrap().unwrap();
        assert_eq!((first.preceding, first.total, first.rows.len(), &first.before), (0, 52, 50, &None));
        let behind = PortfolioQuestion { turn: Turn::After(first.after.unwrap()), ..question("") };
        let second = portfolio::show(&world.portal, &world.mikko, &behind).await.unwrap().unwrap();
        assert_eq!((second.preceding, second.total, second.rows.len(), second.after), (50, 52, 2, None));
        let mine = PortfolioQuestion { responsible: Some(world.mikko.person()), ..question("MILL") };
        let view = portfolio::show(&world.portal, &world.mikko, &mine).await.unwrap().unwrap();
        assert_eq!(view.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Lakeside Mills"]);
    }

    async fn an_export_holds_every_page_of_what_is_asked_for(db: TestDb) {
        let world = testing::world(db).await;
        for n in 0..PER_PAGE {
            testing::company(&world.portal, &world.olli, &format!("2{n:03}"), &format!("Mill {n:03}"), world.saara.person()).await;
        }
        let names = async |reader: &Actor, search: &str| {
            let (rows, _) = portfolio::export(&world.portal, reader, &question(search)).await.unwrap()?;
            Some(rows.into_iter().map(|row| row.name).collect::<Vec<_>>())
        };
        let all = names(&world.petra, "").await.unwrap();
        assert_eq!((all.len(), all[0].as_str(), all[51].as_str()), (52, "Harbour Cold Stores", "Mill 049"));
        assert_eq!(names(&world.mikko, "lakeside").await.unwrap(), ["Lakeside Mills"]);
        assert!(names(&world.anna, "").await.is_none());
    }

    async fn each_customer_shows_its_last_reports_and_whether_it_is_worse_than_a_month_ago(db: TestDb) {
        let world = testing::world(db).await;
        let project: ProjectId = id(&world).await;
        let form = StartForm { id: project, name: "New network".to_owned(), about: String::new(), shared: true };
        project::start(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        let mut seen = String::new();
        for (light, days) in [("on_track", 40), ("at_risk", 5), ("late", 0)] {
            let form = StatusForm { id: id(&world).await, seen, light: light.to_owned(), reason: "So it is.".to_owned() };
            status_report::report(&world.portal, &world.mikko, world.lakeside, project, &form).await.unwrap();
            seen = form.id.to_string();
            world.clock.pass(SignedDuration::from_hours(24 * days));
        }
        let lately = |view: PortfolioView, customer| view.trends.get(&customer).cloned();
        let view = portfolio::show(&world.portal, &world.mikko, &question("")).await.unwrap().unwrap();
        let lakeside = lately(view.clone(), world.lakeside).unwrap();
        let marks = lakeside.marks.iter().map(|(light, _)| *light).collect::<Vec<_>>();
        assert_eq!((marks, lakeside.trend), (vec![Light::OnTrack, Light::AtRisk, Light::Late], Some(Trend::Worse)));
        assert_eq!(lately(view, world.harbour), None, "of whom nothing was reported nothing is told");
        let (_, trends) = portfolio::export(&world.portal, &world.olli, &question("")).await.unwrap().unwrap();
        assert_eq!(trends[&world.lakeside].trend, Some(Trend::Worse));
    }

    async fn the_customers_of_a_stand_in_are_its_own_meanwhile(db: TestDb) {
        let world = testing::world(db).await;
        let form = AbsenceForm {
            id: id(&world).await,
            first_day: "2026-11-17".to_owned(),
            last_day: "2026-11-18".to_owned(),
            stand_in: world.saara.person().to_string(),
        };
        absence::plan(&world.portal, &world.mikko, world.mikko.person(), &form).await.unwrap();
        let has = async |staff: &Actor| {
            let asked = PortfolioQuestion { responsible: Some(staff.person()), ..question("") };
            let view = portfolio::show(&world.portal, staff, &asked).await.unwrap().unwrap();
            assert_eq!(i64::try_from(view.rows.len()).unwrap(), view.total);
            view.rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        assert_eq!(has(&world.saara).await, ["Harbour Cold Stores"]);
        world.clock.pass(SignedDuration::from_hours(24));
        assert_eq!(has(&world.saara).await, ["Harbour Cold Stores", "Lakeside Mills"]);
        assert_eq!(has(&world.mikko).await, ["Lakeside Mills"], "and are still the other's");
        world.clock.pass(SignedDuration::from_hours(48));
        assert_eq!(has(&world.saara).await, ["Harbour Cold Stores"]);
    }

    async fn what_waits_for_us_is_the_same_in_the_table_and_on_the_plan(db: TestDb) {
        let world = testing::world(db).await;
        let (portal, mikko, lakeside) = (&world.portal, &world.mikko, world.lakeside);
        let both = async || {
            let view = portfolio::show(portal, mikko, &question("Lakeside")).await.unwrap().unwrap();
            let plan = plan::show(portal, mikko, lakeside).await.unwrap();
            let on_plan = (i64::try_from(plan.waiting.len()).unwrap(), plan.waiting.first().map(WaitingItem::since));
            assert_eq!((view.rows[0].waiting, view.rows[0].waiting_since), on_plan);
            on_plan
        };
        assert_eq!(both().await, (0, None));
        let begun = portal.clock.now();
        let project = promised(&world, "2026-12-13", "2026-12-15").await;
        assert_eq!(both().await, (1, Some(begun)), "a task of ours");
        world.clock.pass(SignedDuration::from_hours(1));
        let about = About { kind: AboutKind::Plan, id: lakeside.0 };
        let ask = OpenForm { thread: id(&world).await, message: id(&world).await, about, title: "When?".to_owned(), text: "When?".to_owned() };
        thread::open(portal, &world.anna, lakeside, &ask).await.unwrap();
        assert_eq!(both().await, (2, Some(begun)), "and a question, which is younger");
        project::end(portal, mikko, lakeside, project).await.unwrap();
        let (count, since) = both().await;
        assert!(count == 1 && since > Some(begun), "of a project that has ended nothing is to be done");
        project::resume(portal, mikko, lakeside, project).await.unwrap();
        let order = project::show(portal, mikko, lakeside, project).await.unwrap().tasks[0].id;
        task::set_state(portal, mikko, lakeside, order, Some(TaskState::Open), TaskState::Done).await.unwrap();
        assert_eq!(both().await, (1, since), "done");
    }

    async fn more_than_a_hundred_late_things_are_said_to_be_more(db: TestDb) {
        let world = testing::world(db).await;
        let project = promised(&world, "2026-12-13", "2026-11-15").await;
        for count in [100, 101] {
            let late = AddTaskForm {
                id: id(&world).await,
                name: "Late".to_owned(),
                why: String::new(),
                side: "supplier".to_owned(),
                owner: String::new(),
                stage: "onstage".to_owned(),
                shared: false,
                due_on: "2026-11-14".to_owned(),
                confirmed: false,
            };
            let here = waiting::show(&world.portal, &world.mikko).await.unwrap().unwrap().tasks.len();
            for _ in here..count {
                let late = AddTaskForm { id: id(&world).await, ..late.clone() };
                task::add(&world.portal, &world.mikko, world.lakeside, project, &late).await.unwrap();
            }
            let view = waiting::show(&world.portal, &world.mikko).await.unwrap().unwrap();
            assert_eq!((view.tasks.len(), view.has_more), (100, count > 100), "of {count}");
        }
    }

    async fn a_day_that_has_passed_waits_for_whoever_has_the_matter(db: TestDb) {
        let world = testing::world(db).await;
        promised(&world, "2026-11-13", "2026-11-15").await;
        assert_eq!(waits(&world, &world.mikko).await, own(&["Pilot", "Order the pumps"]));
        for other in [&world.saara, &world.petra, &world.olli] {
            assert_eq!(waits(&world, other).await, []);
        }
    }

    async fn what_is_due_today_does_not_wait_yet(db: TestDb) {
        let world = testing::world(db).await;
        promised(&world, "2026-11-16", "2026-11-16").await;
        assert_eq!(waits(&world, &world.mikko).await, []);
    }

    async fn what_has_ended_waits_no_more(db: TestDb) {
        let world = testing::world(db).await;
        let project = promised(&world, "2026-11-13", "2026-11-15").await;
        project::end(&world.portal, &world.mikko, world.lakeside, project).await.unwrap();
        assert_eq!(waits(&world, &world.mikko).await, []);
    }

    async fn nothing_waits_of_an_ended_customer(db: TestDb) {
        let world = testing::world(db).await;
        promised(&world, "2026-11-13", "2026-11-15").await;
        customer::end(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert_eq!(waits(&world, &world.mikko).await, []);
        let mikko = world.mikko.person().to_string();
        customer::resume(&world.portal, &world.mikko, world.lakeside, &mikko).await.unwrap();
        assert_eq!(waits(&world, &world.mikko).await, own(&["Pilot", "Order the pumps"]));
    }

    async fn a_stand_in_sees_whose_matters_wait(db: TestDb) {
        let world = testing::world(db).await;
        promised(&world, "2026-11-13", "2026-11-20").await;
        let away = AbsenceForm {
            id: id(&world).await,
            first_day: "2026-11-16".to_owned(),
            last_day: "2026-11-17".to_owned(),
            stand_in: world.saara.person().to_string(),
        };
        absence::plan(&world.portal, &world.mikko, world.mikko.person(), &away).await.unwrap();
        assert_eq!(waits(&world, &world.saara).await, [("Pilot".to_owned(), Some("Mikko Kallio".to_owned()))]);
        assert_eq!(waits(&world, &world.petra).await, []);
    }
}
