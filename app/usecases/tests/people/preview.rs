//! Looking at a plan as one of its members: it shows what the member sees, changes nothing, and is in the access log.

use coplan_domain::{
    event::ObjectKind,
    id::{CustomerId, ProjectId},
    thread::About,
};
use coplan_store::{
    Turn,
    access::{self, Actor},
    on_both_databases,
};
use coplan_usecases::{
    Error, System,
    access_log::{self, Entry},
    customer, device, home,
    home::Home,
    plan::{self, EventFilter},
    preview,
    project::{self, StartForm},
    testing::{World, world},
    thread::{self, OpenForm},
};
use jiff::SignedDuration;

/// Whoever is on Mikko's device now.
async fn on_mikkos_device(w: &World) -> Actor {
    let mut conn = w.portal.db.read().await.unwrap();
    access::authenticate(&mut conn, "secret of Mikko Kallio", w.portal.clock.now()).await.unwrap().unwrap()
}

async fn look_as_anna(w: &World) -> Actor {
    preview::begin(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap();
    on_mikkos_device(w).await
}

async fn start(w: &World, by: &Actor, customer: CustomerId, name: &str, shared: bool) -> Result<ProjectId, Error> {
    let id = w.portal.change().await.unwrap().id();
    let form = StartForm { name: name.to_owned(), shared, ..StartForm::blank(id) };
    project::start(&w.portal, by, customer, &form).await
}

async fn ask(w: &World, by: &Actor) -> Result<(), Error> {
    let change = w.portal.change().await.unwrap();
    let (thread, message) = (change.id(), change.id());
    drop(change);
    let about: About = format!("plan.{}", w.lakeside).parse().unwrap();
    let form = OpenForm { thread, message, about, title: "When?".to_owned(), text: "Soon?".to_owned() };
    thread::open(&w.portal, by, w.lakeside, &form).await.map(drop)
}

on_both_databases! {
    async fn it_shows_what_the_member_sees_and_of_no_other_customer(db: TestDb) {
        let w = world(db).await;
        start(&w, &w.mikko, w.lakeside, "Shown", true).await.unwrap();
        start(&w, &w.mikko, w.lakeside, "Prepared", false).await.unwrap();
        let looks = look_as_anna(&w).await;
        assert_eq!((looks.person(), looks.staff().is_none()), (w.anna.person(), true));
        assert_eq!(looks.preview().map(|look| look.by), Some(w.mikko.person()));
        let view = plan::show(&w.portal, &looks, w.lakeside).await.unwrap();
        assert_eq!(view.projects.iter().map(|card| card.name.as_str()).collect::<Vec<_>>(), ["Shown"]);
        assert!(matches!(plan::show(&w.portal, &looks, w.harbour).await, Err(Error::NotFound)));
        let Home::Companies(companies) = home::find(&w.portal, &looks).await.unwrap() else { panic!("a member's home") };
        assert_eq!(companies.len(), 1);
    }

    async fn it_changes_nothing_and_leaves_no_trace_of_the_member(db: TestDb) {
        let w = world(db).await;
        let looks = look_as_anna(&w).await;
        assert!(matches!(ask(&w, &looks).await, Err(Error::Preview)));
        assert!(matches!(start(&w, &looks, w.lakeside, "New", true).await, Err(Error::Preview)));
        // A page of one's own that was open before is refused too: the device looks as somebody else now.
        assert!(matches!(start(&w, &w.mikko, w.lakeside, "New", true).await, Err(Error::Preview)));
        let ended = customer::end(&w.portal, &w.mikko, w.lakeside).await;
        assert!(matches!(ended, Err(Error::Preview)), "{ended:?}");
        let seen = plan::show(&w.portal, &looks, w.lakeside).await.unwrap();
        plan::note_visit(&w.portal, &looks, &seen);
        plan::keep_visits(&w.portal, &System::for_tests()).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(2));
        let view = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        assert_eq!(view.last_visit, None, "Anna was not here");
    }

    async fn it_ends_when_it_is_left_and_by_itself(db: TestDb) {
        let w = world(db).await;
        let looks = look_as_anna(&w).await;
        assert_eq!(preview::leave(&w.portal, &looks).await.unwrap(), Some((w.lakeside, w.anna_membership)));
        assert!(on_mikkos_device(&w).await.staff().is_some());
        start(&w, &w.mikko, w.lakeside, "New", true).await.unwrap();
        look_as_anna(&w).await;
        w.clock.pass(SignedDuration::from_mins(31));
        assert!(on_mikkos_device(&w).await.staff().is_some());
        assert_eq!(preview::leave(&w.portal, &w.mikko).await.unwrap(), None);
    }

    async fn signing_out_ends_the_device_of_whoever_looks(db: TestDb) {
        let w = world(db).await;
        let looks = look_as_anna(&w).await;
        device::sign_out(&w.portal, &looks).await.unwrap();
        let mut conn = w.portal.db.read().await.unwrap();
        let now = w.portal.clock.now();
        assert!(access::authenticate(&mut conn, "secret of Mikko Kallio", now).await.unwrap().is_none());
        assert!(access::authenticate(&mut conn, "secret of Anna Aho", now).await.unwrap().is_some());
    }

    async fn only_those_who_keep_the_customer_may_and_only_as_its_members(db: TestDb) {
        let w = world(db).await;
        for actor in [&w.petra, &w.anna, &w.carla] {
            let refused = preview::begin(&w.portal, actor, w.lakeside, w.ben_membership).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        }
        let foreign = preview::begin(&w.portal, &w.mikko, w.harbour, w.ben_membership).await;
        assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");
    }

    async fn the_customer_reads_who_looked_and_who_changed_what(db: TestDb) {
        let w = world(db).await;
        let seen = plan::show(&w.portal, &w.ben, w.lakeside).await.unwrap();
        plan::note_visit(&w.portal, &w.ben, &seen);
        plan::keep_visits(&w.portal, &System::for_tests()).await.unwrap();
        start(&w, &w.mikko, w.lakeside, "Shown", true).await.unwrap();
        start(&w, &w.mikko, w.lakeside, "Prepared", false).await.unwrap();
        w.clock.pass(SignedDuration::from_mins(1));
        let looks = look_as_anna(&w).await;
        let told = |view: &access_log::AccessLogView| {
            let line = |entry: &Entry| match entry {
                Entry::Day(day) => format!("{} {}", day.person.1, day.changes),
                Entry::Preview(look) => format!("{} as {}", look.by, look.seen_as),
            };
            view.entries.iter().map(line).collect::<Vec<_>>()
        };
        let annas = access_log::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        assert_eq!(told(&annas), ["Mikko Kallio as Anna Aho", "Mikko Kallio 1", "Ben Berg 0"]);
        let staffs = access_log::show(&w.portal, &w.saara, w.lakeside).await.unwrap();
        assert_eq!(told(&staffs), ["Mikko Kallio as Anna Aho", "Mikko Kallio 2", "Ben Berg 0"]);
        assert!(matches!(access_log::show(&w.portal, &w.ben, w.lakeside).await, Err(Error::NotFound)), "without the scope for people");
        assert!(matches!(access_log::show(&w.portal, &w.carla, w.lakeside).await, Err(Error::NotFound)), "of another customer");
        let filter = EventFilter { about: Some(ObjectKind::Project), project: None };
        assert!(plan::changes(&w.portal, &looks, w.lakeside, filter, &Turn::First).await.is_ok());
    }
}
