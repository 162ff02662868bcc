//! Claims about a portal that believes what it remembers, as one that serves does.

use crate::fixtures::{id, milestone, project, task};
use coplan_domain::{
    plan::TaskState,
    thread::{About, AboutKind},
};
use coplan_store::{Db, Engine, on_both_databases, testing::TestDb};
use coplan_usecases::{
    Actor, Portal, absence,
    absence::AbsenceForm,
    customer, customer_layout, plan, project as projects,
    responsible::{HandOverForm, hand_over},
    task as tasks,
    testing::{World, world},
    thread::{self, OpenForm, ReplyForm},
};
use jiff::SignedDuration;
use std::sync::Arc;

/// The usual people, served by a portal that reads nothing again to verify what it remembers.
async fn believing(mut db: TestDb) -> (World, Db) {
    let beside = Db::open(&db.url, 4).await.unwrap();
    db.db = db.db.clone().believing_cache();
    (world(db).await, beside)
}

/// A portal that remembers nothing yet.
fn forgetful(w: &World, beside: &Db) -> Portal {
    let settings = (*w.portal.settings).clone();
    Portal::new(beside.clone(), w.portal.files.clone(), w.clock.clone(), Arc::clone(&w.portal.rng), settings)
}

/// All that this reader is shown of both plans.
async fn shown(w: &World, portal: &Portal, reader: &Actor) -> String {
    let of = async |customer| {
        let layout = customer_layout::show(portal, reader, customer).await.unwrap();
        format!("{layout:?} {:?}", plan::show(portal, reader, customer).await.ok())
    };
    of(w.lakeside).await + &of(w.harbour).await
}

/// Fails where somebody is shown from memory what is not so any more.
async fn agree(w: &World, beside: &Db, after: &str) {
    for reader in [&w.anna, &w.ben, &w.carla, &w.mikko, &w.saara, &w.petra] {
        let (remembered, kept) = (shown(w, &w.portal, reader).await, shown(w, &forgetful(w, beside), reader).await);
        assert_eq!(remembered, kept, "{} after {after}", reader.entered().name());
    }
}

on_both_databases! {
    async fn what_is_remembered_is_what_is_kept_after_each_deed(db: TestDb) {
        let (w, beside) = believing(db).await;
        let (portal, mikko, lakeside) = (&w.portal, &w.mikko, w.lakeside);
        agree(&w, &beside, "nothing").await;
        let network = project(&w, "New network", false).await;
        agree(&w, &beside, "a project").await;
        projects::share(portal, mikko, lakeside, network).await.unwrap();
        agree(&w, &beside, "sharing it").await;
        milestone(&w, network, "Pilot", "2026-12-04").await;
        agree(&w, &beside, "a milestone").await;
        let chore = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        agree(&w, &beside, "a task").await;
        tasks::set_state(portal, &w.anna, lakeside, chore, Some(TaskState::Open), TaskState::Doing).await.unwrap();
        agree(&w, &beside, "beginning it").await;
        let about = About { kind: AboutKind::Project, id: network.0 };
        let (title, text) = ("Which weekend?".to_owned(), "The 12th?".to_owned());
        let ask = OpenForm { thread: id(portal).await, message: id(portal).await, about, title, text };
        let question = thread::open(portal, &w.anna, lakeside, &ask).await.unwrap();
        agree(&w, &beside, "a question").await;
        let answer = ReplyForm { message: id(portal).await, text: "Yes.".to_owned() };
        thread::reply(portal, mikko, lakeside, question, &answer).await.unwrap();
        agree(&w, &beside, "an answer").await;
        w.clock.pass(SignedDuration::from_hours(1));
        let handing = HandOverForm { from: mikko.person(), to: w.saara.person().to_string() };
        hand_over(portal, mikko, lakeside, None, &handing).await.unwrap();
        agree(&w, &beside, "handing over").await;
        let away = AbsenceForm {
            id: id(portal).await,
            first_day: "2026-11-16".to_owned(),
            last_day: "2026-11-18".to_owned(),
            stand_in: w.petra.person().to_string(),
        };
        absence::plan(portal, &w.saara, w.saara.person(), &away).await.unwrap();
        agree(&w, &beside, "days away").await;
        projects::unshare(portal, &w.saara, lakeside, network).await.unwrap();
        agree(&w, &beside, "taking it from view").await;
        customer::end(portal, &w.saara, lakeside).await.unwrap();
        agree(&w, &beside, "the end").await;
    }

    async fn what_a_process_beside_it_writes_is_seen_once_it_is_followed(db: TestDb) {
        let (w, beside) = believing(db).await;
        let before = shown(&w, &w.portal, &w.anna).await;
        let form = projects::StartForm { id: id(&w.portal).await, name: "New network".to_owned(), about: String::new(), shared: true };
        projects::start(&forgetful(&w, &beside), &w.mikko, w.lakeside, &form).await.unwrap();
        if w.portal.db.engine() == Engine::Sqlite {
            assert_eq!(shown(&w, &w.portal, &w.anna).await, before, "it is shown from memory");
        }
        w.portal.db.sync().await.unwrap();
        let after = shown(&w, &w.portal, &w.anna).await;
        assert!(after.contains("New network"), "{after}");
        agree(&w, &beside, "following").await;
    }

    async fn the_bytes_of_a_plan_are_near_those_of_its_text(db: TestDb) {
        let w = world(db).await;
        for n in 0..500 {
            project(&w, &format!("Project {n}"), true).await;
        }
        let plan = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        let text = format!("{plan:?}").len();
        assert!((text / 3..text * 2).contains(&plan.bytes()), "{} bytes, {text} of text", plan.bytes());
    }
}
