//! Claims about the supplier's view of all customers: the table, and what waits for whom.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    id::ProjectId,
    portfolio::{PortfolioShow, PortfolioSort},
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    absence,
    absence::AbsenceForm,
    customer, milestone,
    milestone::MilestoneForm,
    portfolio,
    portfolio::{PER_PAGE, PortfolioQuestion},
    project,
    project::StartForm,
    task,
    task::AddTaskForm,
    testing,
    testing::World,
    waiting,
};
use ulid::Ulid;

async fn id<T: From<Ulid>>(world: &World) -> T {
    world.portal.change().await.unwrap().id()
}

fn question(search: &str, page: i64) -> PortfolioQuestion {
    PortfolioQuestion {
        search: search.to_owned(),
        responsible: None,
        show: PortfolioShow::All,
        sort: PortfolioSort::Name,
        reversed: false,
        page,
    }
}

/// A project at Lakeside Mills, not shared, with a promise and a task for these days.
async fn promised(world: &World, promised_on: &str, due_on: &str) -> ProjectId {
    let start = StartForm { id: id(world).await, name: "Pump hall".to_owned(), about: String::new(), shared: false };
    let project = project::start(&world.portal, &world.mikko, world.lakeside, start).await.unwrap();
    let pilot = MilestoneForm { id: id(world).await, name: "Pilot".to_owned(), promised_on: promised_on.to_owned() };
    milestone::add(&world.portal, &world.mikko, world.lakeside, project, &pilot).await.unwrap();
    let order = AddTaskForm {
        id: id(world).await,
        name: "Order the pumps".to_owned(),
        why: String::new(),
        side: "supplier".to_owned(),
        stage: "backstage".to_owned(),
        shared: false,
        due_on: due_on.to_owned(),
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
            assert!(portfolio::show(&world.portal, member, &question("", 1)).await.unwrap().is_none());
            assert!(waiting::show(&world.portal, member).await.unwrap().is_none());
        }
    }

    async fn all_staff_see_all_customers_and_only_keepers_may_create(db: TestDb) {
        let world = testing::world(db).await;
        for (reader, may_create) in [(&world.olli, true), (&world.mikko, true), (&world.petra, false)] {
            let view = portfolio::show(&world.portal, reader, &question("", 1)).await.unwrap().unwrap();
            let names = view.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>();
            assert_eq!(names, ["Harbour Cold Stores", "Lakeside Mills"]);
            assert_eq!(view.may_create, may_create);
            assert_eq!(view.staff[0].0, reader.person(), "the reader comes first");
        }
    }

    async fn a_page_beyond_the_last_is_the_last(db: TestDb) {
        let world = testing::world(db).await;
        for n in 0..PER_PAGE {
            testing::company(&world.portal, &world.olli, &format!("2{n:03}"), &format!("Mill {n:03}"), world.saara.person()).await;
        }
        for (asked, page, rows) in [(i64::MIN, 1, 50), (1, 1, 50), (2, 2, 2), (i64::MAX, 2, 2)] {
            let view = portfolio::show(&world.portal, &world.mikko, &question("", asked)).await.unwrap().unwrap();
            assert_eq!((view.page, view.pages, view.total, view.rows.len()), (page, 2, 52, rows), "page {asked}");
        }
        let mine = PortfolioQuestion { responsible: Some(world.mikko.person()), ..question("MILL", 1) };
        let view = portfolio::show(&world.portal, &world.mikko, &mine).await.unwrap().unwrap();
        assert_eq!(view.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Lakeside Mills"]);
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
        customer::end_customer(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert_eq!(waits(&world, &world.mikko).await, []);
        let mikko = world.mikko.person().to_string();
        customer::resume_customer(&world.portal, &world.mikko, world.lakeside, &mikko).await.unwrap();
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
