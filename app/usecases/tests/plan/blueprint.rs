//! The blueprint of a project: each thing in its lane, and of what is internal nothing for members but what is shared.

use crate::fixtures::{id, project, task};
use coplan_domain::{
    blueprint::Lane,
    event::EventKind,
    id::{ProjectId, TaskId},
    plan::TaskState,
};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error,
    blueprint::{self, BlueprintThing, BlueprintView},
    contact::{self, ContactForm},
    project as projects, task as tasks,
    testing::{World, world},
    thread::{self, OpenForm},
};
use jiff::SignedDuration;

async fn done(world: &World, of: TaskId) {
    let (open, done) = (Some(TaskState::Open), TaskState::Done);
    tasks::set_state(&world.portal, &world.mikko, world.lakeside, of, open, done).await.unwrap();
}

async fn shown(world: &World, reader: &Actor, of: ProjectId, back: i64) -> BlueprintView {
    blueprint::show(&world.portal, reader, world.lakeside, of, back).await.unwrap()
}

/// The names of what was done in a lane.
fn names(view: &BlueprintView, lane: Lane) -> Vec<String> {
    let marks = view.marks.iter().filter(|mark| mark.lane == lane);
    let said = marks.filter_map(|mark| match &mark.what {
        BlueprintThing::Event(item) if item.kind == EventKind::TaskDone => Some(item.label.clone()),
        BlueprintThing::Event(item) if item.kind == EventKind::ThreadOpened => Some(item.label.clone()),
        BlueprintThing::Contact(_, _, about) => Some(about.clone()),
        _ => None,
    });
    let mut said = said.collect::<Vec<_>>();
    said.sort();
    said
}

async fn ask(world: &World, by: &Actor, of: ProjectId, title: &str) {
    let (about, title, text) = (format!("project.{of}").parse().unwrap(), title.to_owned(), "And when?".to_owned());
    let form = OpenForm { thread: id(&world.portal).await, message: id(&world.portal).await, about, title, text };
    thread::open(&world.portal, by, world.lakeside, &form).await.unwrap();
}

/// A project with a task of each kind that is done, a question of each side and a call.
async fn ground(world: &World) -> ProjectId {
    let network = project(world, "New network", true).await;
    let hidden = task(world, network, "Order spare parts", "supplier", "backstage").await;
    let shared = task(world, network, "Build the racks", "supplier", "backstage").await;
    tasks::share(&world.portal, &world.mikko, world.lakeside, shared).await.unwrap();
    let theirs = task(world, network, "Name the halls", "customer", "onstage").await;
    let ours = task(world, network, "Measure the halls", "supplier", "onstage").await;
    for of in [hidden, shared, theirs, ours] {
        done(world, of).await;
    }
    ask(world, &world.anna, network, "Which door?").await;
    ask(world, &world.mikko, network, "Which hall?").await;
    let call = ContactForm {
        kind: "call".to_owned(),
        day: world.portal.today(&world.mikko).to_string(),
        with_whom: "Anna Aho".to_owned(),
        about: "Gate 2".to_owned(),
        ..ContactForm::blank(id(&world.portal).await)
    };
    contact::keep(&world.portal, &world.mikko, world.lakeside, &call, None).await.unwrap();
    network
}

on_both_databases! {
    async fn each_thing_is_in_its_lane_and_the_customer_sees_below_the_line_what_is_shared(db: TestDb) {
        let world = world(db).await;
        let network = ground(&world).await;
        for reader in [&world.mikko, &world.anna] {
            let view = shown(&world, reader, network, 0).await;
            assert_eq!(names(&view, Lane::Customer), ["Name the halls", "Which door?"]);
            assert_eq!(names(&view, Lane::Onstage), ["Gate 2", "Measure the halls", "Which hall?"]);
        }
        assert_eq!(names(&shown(&world, &world.mikko, network, 0).await, Lane::Backstage), ["Build the racks", "Order spare parts"]);
        let seen = shown(&world, &world.anna, network, 0).await;
        assert_eq!(names(&seen, Lane::Backstage), ["Build the racks"]);
        assert!(!format!("{:?}", seen.marks).contains("spare parts"), "nothing tells of what is internal");
        let count = seen.marks.iter().filter(|mark| mark.lane == Lane::Backstage).count();
        assert_eq!(count, 1, "nor counts it");
    }

    async fn a_year_is_drawn_at_a_time(db: TestDb) {
        let world = world(db).await;
        let network = ground(&world).await;
        let now = shown(&world, &world.anna, network, 0).await;
        assert!(!now.marks.is_empty() && !now.has_earlier);
        world.clock.pass(SignedDuration::from_hours(24 * 366));
        let later = shown(&world, &world.anna, network, 0).await;
        assert!(later.marks.is_empty() && later.has_earlier);
        let before = shown(&world, &world.anna, network, 1).await;
        assert_eq!((before.marks.len(), before.has_earlier), (now.marks.len(), false));
        assert!(before.until < later.from);
        assert!(shown(&world, &world.anna, network, -7).await.back == 0 && shown(&world, &world.anna, network, i64::MAX).await.back == 50);
    }

    async fn who_does_not_see_the_project_is_told_that_there_is_none(db: TestDb) {
        let world = world(db).await;
        let network = ground(&world).await;
        let prepared = project(&world, "Takeover", false).await;
        let refused = async |reader: &Actor, of| matches!(blueprint::show(&world.portal, reader, world.lakeside, of, 0).await, Err(Error::NotFound));
        assert!(refused(&world.anna, prepared).await && refused(&world.carla, network).await);
        assert!(refused(&world.mikko, id(&world.portal).await).await, "an id of nothing");
        projects::unshare(&world.portal, &world.mikko, world.lakeside, network).await.unwrap();
        assert!(refused(&world.anna, network).await, "what was shown once is not shown any more");
        assert!(!shown(&world, &world.mikko, network, 0).await.marks.is_empty());
    }

    async fn each_part_needs_its_own_right(db: TestDb) {
        let world = world(db).await;
        let network = ground(&world).await;
        let (reader, _) = coplan_usecases::testing::member(&world.portal, &world.olli, world.lakeside, "Dora Dahl", &[coplan_domain::person::Scope::Plan]).await;
        let seen = shown(&world, &reader, network, 0).await;
        assert_eq!(names(&seen, Lane::Customer), ["Name the halls"], "no discussions");
        assert_eq!(names(&seen, Lane::Onstage), ["Measure the halls"], "nor contacts");
    }
}
