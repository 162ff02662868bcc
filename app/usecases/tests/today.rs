//! Claims about the day of the supplier's people: what is in it, and what is not.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    id::ProjectId,
    plan::{Light, TaskState},
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    absence::{self, AbsenceForm},
    milestone::{self, MilestoneForm},
    project::{self, StartForm},
    status_report::{self, StatusForm},
    task::{self, AddTaskForm},
    testing::{self, World},
    today::{self, TodayView},
};
use jiff::SignedDuration;
use ulid::Ulid;

async fn id<T: From<Ulid>>(world: &World) -> T {
    world.portal.change().await.unwrap().id()
}

async fn day(world: &World, reader: &Actor) -> TodayView {
    today::show(&world.portal, reader).await.unwrap().unwrap()
}

async fn started(world: &World) -> ProjectId {
    let start = StartForm { id: id(world).await, name: "Pump hall".to_owned(), about: String::new(), shared: true };
    project::start(&world.portal, &world.mikko, world.lakeside, &start).await.unwrap()
}

async fn promise(world: &World, project: ProjectId, name: &str, day: &str) {
    let form = MilestoneForm { id: id(world).await, name: name.to_owned(), promised_on: day.to_owned(), confirmed: false };
    milestone::add(&world.portal, &world.mikko, world.lakeside, project, &form).await.unwrap();
}

async fn todo(world: &World, project: ProjectId, name: &str, due_on: &str, owner: Option<&Actor>) {
    let owner = owner.map(|who| who.person().to_string()).unwrap_or_default();
    let (name, due_on) = (name.to_owned(), due_on.to_owned());
    let form = AddTaskForm { name, due_on, owner, ..AddTaskForm::suggested(id(world).await) };
    task::add(&world.portal, &world.mikko, world.lakeside, project, &form).await.unwrap();
}

async fn report(world: &World, project: ProjectId, light: &str) {
    let form = StatusForm { id: id(world).await, seen: String::new(), light: light.to_owned(), reason: "As planned.".to_owned() };
    status_report::report(&world.portal, &world.mikko, world.lakeside, project, &form).await.unwrap();
}

fn tasks(view: &TodayView) -> Vec<(&str, bool, Option<&str>)> {
    view.tasks.iter().map(|task| (task.name.as_str(), task.mine, task.owner.as_deref())).collect()
}

on_both_databases! {
    async fn members_have_no_such_day(db: TestDb) {
        let world = testing::world(db).await;
        for member in [&world.anna, &world.carla] {
            assert!(today::show(&world.portal, member).await.unwrap().is_none());
        }
    }

    async fn a_manager_finds_what_is_due_and_a_specialist_what_is_on_it(db: TestDb) {
        let world = testing::world(db).await;
        let project = started(&world).await;
        todo(&world, project, "Later", "2026-12-20", None).await;
        todo(&world, project, "Order the pumps", "2026-11-20", None).await;
        todo(&world, project, "Late", "2026-11-12", Some(&world.petra)).await;
        todo(&world, project, "Some day", "", Some(&world.petra)).await;
        todo(&world, project, "Mine", "2026-11-20", Some(&world.mikko)).await;
        assert_eq!(
            tasks(&day(&world, &world.mikko).await),
            [("Late", false, Some("Petra Niemi")), ("Mine", true, None), ("Order the pumps", false, None)]
        );
        let petras = day(&world, &world.petra).await;
        assert_eq!(tasks(&petras), [("Late", true, None), ("Some day", true, None)]);
        assert!(day(&world, &world.saara).await.tasks.is_empty());
        let late = &petras.tasks[0];
        task::set_state(&world.portal, &world.petra, world.lakeside, late.task, Some(late.state), TaskState::Done).await.unwrap();
        assert_eq!(tasks(&day(&world, &world.petra).await), [("Some day", true, None)]);
        let found = task::find_done(&world.portal, &world.petra, world.lakeside, late.task).await.unwrap();
        assert_eq!(found.unwrap().name, "Late");
        assert!(task::find_done(&world.portal, &world.carla, world.lakeside, late.task).await.unwrap().is_none());
    }

    async fn a_promise_whose_day_has_passed_is_in_danger_and_says_what_was_reported(db: TestDb) {
        let world = testing::world(db).await;
        let project = started(&world).await;
        promise(&world, project, "Pilot", "2026-11-10").await;
        promise(&world, project, "Hall 3", "2026-11-23").await;
        promise(&world, project, "Far", "2026-11-24").await;
        let lights = async || day(&world, &world.mikko).await.danger.into_iter().map(|it| (it.name, it.light)).collect::<Vec<_>>();
        assert_eq!(lights().await, [("Pilot".to_owned(), None)]);
        report(&world, project, "on_track").await;
        assert_eq!(lights().await, [("Pilot".to_owned(), Some(Light::OnTrack))]);
        let week = day(&world, &world.mikko).await.week.into_iter().map(|it| it.name).collect::<Vec<_>>();
        assert_eq!(week, ["Hall 3"]);
        assert!(day(&world, &world.saara).await.danger.is_empty(), "it is another one's");
    }

    async fn a_stand_in_finds_the_colleagues_day_and_whose_it_is(db: TestDb) {
        let world = testing::world(db).await;
        let project = started(&world).await;
        promise(&world, project, "Pilot", "2026-11-10").await;
        todo(&world, project, "Order the pumps", "2026-11-17", None).await;
        let form = AbsenceForm {
            id: id(&world).await,
            first_day: "2026-11-17".to_owned(),
            last_day: "2026-11-18".to_owned(),
            stand_in: world.saara.person().to_string(),
        };
        absence::plan(&world.portal, &world.mikko, world.mikko.person(), &form).await.unwrap();
        let before = day(&world, &world.saara).await;
        assert_eq!((before.stand_ins.len(), before.danger.len(), before.tasks.len()), (1, 0, 0));
        world.clock.pass(SignedDuration::from_hours(24));
        let meanwhile = day(&world, &world.saara).await;
        assert_eq!(meanwhile.danger[0].place.responsible.as_ref().map(|(_, name)| name.as_str()), Some("Mikko Kallio"));
        assert_eq!(meanwhile.tasks[0].instead_of.as_deref(), Some("Mikko Kallio"));
    }

    async fn a_customer_is_silent_after_sixty_days_without_a_visit(db: TestDb) {
        let world = testing::world(db).await;
        assert!(day(&world, &world.mikko).await.silent.is_empty(), "it is new");
        world.clock.pass(SignedDuration::from_hours(61 * 24));
        let silent = day(&world, &world.mikko).await.silent;
        assert_eq!(silent.iter().map(|it| (it.name.as_str(), it.last_visit_at)).collect::<Vec<_>>(), [("Lakeside Mills", None)]);
    }

    async fn what_others_did_since_yesterday_is_told_and_ones_own_is_not(db: TestDb) {
        let world = testing::world(db).await;
        world.clock.pass(SignedDuration::from_hours(72));
        let project = started(&world).await;
        todo(&world, project, "Order the pumps", "", None).await;
        let own = day(&world, &world.mikko).await;
        assert!(own.news.is_empty(), "{:?}", own.news);
        let order = project::show(&world.portal, &world.mikko, world.lakeside, project).await.unwrap().tasks[0].id;
        task::set_state(&world.portal, &world.olli, world.lakeside, order, Some(TaskState::Open), TaskState::Done).await.unwrap();
        let told = async || day(&world, &world.mikko).await.news.into_iter().map(|it| (it.customer_name, it.item.label)).collect::<Vec<_>>();
        assert_eq!(told().await, [("Lakeside Mills".to_owned(), "Order the pumps".to_owned())]);
        assert!(day(&world, &world.saara).await.news.is_empty());
        world.clock.pass(SignedDuration::from_hours(48));
        assert!(told().await.is_empty());
    }

    async fn whoever_answers_for_all_sees_the_most_alarming_with_the_reason(db: TestDb) {
        let world = testing::world(db).await;
        let project = started(&world).await;
        report(&world, project, "late").await;
        let overview = day(&world, &world.olli).await.overview.unwrap();
        let [alarming] = overview.alarming.as_slice() else { panic!("{:?}", overview.alarming) };
        assert_eq!((alarming.row.name.as_str(), alarming.row.responsible.as_str()), ("Lakeside Mills", "Mikko Kallio"));
        assert_eq!(alarming.reason.as_ref().map(|it| (it.light, it.reason.as_str())), Some((Light::Late, "As planned.")));
        assert!(day(&world, &world.mikko).await.overview.is_none());
    }
}
