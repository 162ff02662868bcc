//! What the customer takes over: tested by its people, decided version by version.

use crate::fixtures::{id, page, project};
use coplan_domain::{
    acceptance::{Acceptance, Verdict},
    event::EventKind,
    id::{AcceptanceId, ProjectId},
};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error,
    acceptance::{self, LaunchForm, NextVersionForm, ProposeAcceptanceForm, VerdictForm},
    feedback::RoomKind,
    form::{FieldProblem, Problem},
    plan::{self, WaitingItem},
    testing::{World, world},
    waiting,
};

async fn propose(world: &World, by: &Actor, project: ProjectId, lines: &str) -> Result<AcceptanceId, Error> {
    let form = ProposeAcceptanceForm {
        title: "Network of hall 3".to_owned(),
        lines: lines.to_owned(),
        ..ProposeAcceptanceForm::blank(id(&world.portal).await)
    };
    acceptance::propose(&world.portal, by, world.lakeside, project, &form).await
}

async fn next(world: &World, id: AcceptanceId, version: i64, lines: &str) -> Result<(), Error<()>> {
    let form = NextVersionForm { version, lines: lines.to_owned(), note: "The cable is new".to_owned() };
    acceptance::propose_next(&world.portal, &world.mikko, world.lakeside, id, &form).await
}

async fn decide(world: &World, by: &Actor, id: AcceptanceId, version: i64, verdict: Verdict) -> Result<(), Error<()>> {
    let form = VerdictForm {
        version,
        works: vec!["1".to_owned(), "9".to_owned()],
        verdict: verdict.to_string(),
        reason: "The dye line stops".to_owned(),
    };
    acceptance::decide(&world.portal, by, world.lakeside, id, &form).await
}

async fn shown(world: &World, by: &Actor, id: AcceptanceId) -> Acceptance {
    acceptance::show(&world.portal, by, world.lakeside, id).await.unwrap().acceptance
}

/// Whether it waits on the plan of this reader.
async fn waits(world: &World, reader: &Actor) -> bool {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    view.waiting.iter().any(|item| matches!(item, WaitingItem::Room(item) if item.kind == RoomKind::Acceptance))
}

on_both_databases! {
    async fn a_decision_belongs_to_exactly_the_lines_that_were_tested(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        let id = propose(&world, &world.mikko, network, "Call at night\n\n Cut a cable ").await.unwrap();
        assert!(waits(&world, &world.anna).await && !waits(&world, &world.mikko).await);
        decide(&world, &world.anna, id, 1, Verdict::Refused).await.unwrap();
        decide(&world, &world.anna, id, 1, Verdict::Refused).await.unwrap();
        assert!(matches!(decide(&world, &world.ben, id, 1, Verdict::Approved).await, Err(Error::Stale(_))), "decided once");
        assert!(!waits(&world, &world.anna).await && waits(&world, &world.mikko).await);
        assert_eq!(waiting::show(&world.portal, &world.mikko).await.unwrap().unwrap().rooms.len(), 1);

        for _ in 0..2 {
            next(&world, id, 1, "Call at night\nCut a cable\nStop the dye line").await.unwrap();
        }
        for version in [1, i64::MAX] {
            assert!(matches!(next(&world, id, version, "Otherwise").await, Err(Error::Stale(_))));
        }
        let unsaid = VerdictForm { version: 2, works: vec!["1".to_owned()], verdict: "approved".to_owned(), reason: String::new() };
        let Err(Error::Invalid(told)) = acceptance::decide(&world.portal, &world.ben, world.lakeside, id, &unsaid).await else {
            panic!("two of three tests are not confirmed, and nothing says why")
        };
        assert_eq!(told, [FieldProblem { field: "works", problem: Problem::NotAllConfirmed }]);
        assert!(matches!(decide(&world, &world.anna, id, 1, Verdict::Approved).await, Err(Error::Stale(_))), "not what was read");
        decide(&world, &world.ben, id, 2, Verdict::Approved).await.unwrap();
        let known = shown(&world, &world.mikko, id).await;
        let [second, first] = known.versions.as_slice() else { panic!("two versions") };
        assert_eq!(first.lines, ["Call at night", "Cut a cable"]);
        let (refused, approved) = (first.decided.as_ref().unwrap(), second.decided.as_ref().unwrap());
        assert_eq!((refused.verdict, refused.by.as_str(), &refused.works), (Verdict::Refused, "Anna Aho", &vec![1]));
        assert_eq!((approved.verdict, approved.by.as_str()), (Verdict::Approved, "Ben Berg"));
        assert_eq!((&refused.hash, &approved.hash), (&first.hash, &second.hash));
        assert_ne!(first.hash, second.hash);
        assert!(!waits(&world, &world.anna).await && !waits(&world, &world.mikko).await);
        assert_eq!(page(&world, &world.anna, network).await.acceptances, [known]);
    }

    async fn only_the_customer_decides_and_only_who_has_the_project_proposes(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        let hidden = project(&world, "Metering", false).await;
        assert!(matches!(propose(&world, &world.petra, network, "Call").await, Err(Error::NotResponsible)));
        assert!(matches!(propose(&world, &world.anna, network, "Call").await, Err(Error::NotFound)));
        let id = propose(&world, &world.mikko, network, "Call").await.unwrap();
        assert!(matches!(decide(&world, &world.mikko, id, 1, Verdict::Approved).await, Err(Error::NotFound)));
        assert!(matches!(decide(&world, &world.carla, id, 1, Verdict::Approved).await, Err(Error::NotFound)));
        let inside = propose(&world, &world.mikko, hidden, "Count").await.unwrap();
        let seen = acceptance::show(&world.portal, &world.anna, world.lakeside, inside).await;
        assert!(matches!(seen, Err(Error::NotFound)), "not before the project is shown");
        assert!(matches!(decide(&world, &world.anna, inside, 1, Verdict::Approved).await, Err(Error::NotFound)));
        let form = VerdictForm { version: 1, works: Vec::new(), verdict: "refused".to_owned(), reason: String::new() };
        let without = acceptance::decide(&world.portal, &world.anna, world.lakeside, id, &form).await;
        assert!(matches!(without, Err(Error::Invalid(_))), "who refuses says why");
    }

    async fn what_is_approved_is_launched_once_both_sides_are_ready_for_that_day(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        let id = propose(&world, &world.mikko, network, "Call at night").await.unwrap();
        let plan = async |by: &Actor, day: &str, version: i64| {
            let form = LaunchForm { day: day.to_owned(), version, ..LaunchForm::default() };
            acceptance::plan_launch(&world.portal, by, world.lakeside, id, &form).await
        };
        let ready = async |by: &Actor, version: i64, ready: bool| {
            acceptance::say_ready(&world.portal, by, world.lakeside, id, version, ready).await
        };
        let launch = async |by: &Actor| acceptance::say_launched(&world.portal, by, world.lakeside, id).await;
        let known = async || acceptance::show(&world.portal, &world.anna, world.lakeside, id).await.unwrap().launch;
        assert!(matches!(plan(&world.mikko, "2026-12-01", 0).await, Err(Error::NotFound)), "nothing is approved yet");
        decide(&world, &world.anna, id, 1, Verdict::Approved).await.unwrap();
        assert!(matches!(plan(&world.anna, "2026-12-01", 0).await, Err(Error::NotFound)));
        assert!(matches!(plan(&world.petra, "2026-12-01", 0).await, Err(Error::NotResponsible)));
        assert!(matches!(plan(&world.mikko, "", 0).await, Err(Error::Invalid(_))));
        assert!(matches!(ready(&world.anna, 1, true).await, Err(Error::NotFound)), "none is planned");
        for _ in 0..2 {
            plan(&world.mikko, "2026-12-01", 0).await.unwrap();
        }
        assert!(matches!(plan(&world.olli, "2026-12-02", 0).await, Err(Error::Stale(_))), "somebody else was first");
        let mut events = world.portal.listen();
        for _ in 0..2 {
            ready(&world.ben, 1, true).await.unwrap();
        }
        assert_eq!(events.recv().await.unwrap().kind, EventKind::LaunchReady);
        assert_eq!(events.len(), 0, "said twice is told once");
        assert!(matches!(launch(&world.ben).await, Err(Error::Stale(_))), "the supplier is not ready");
        plan(&world.mikko, "2026-12-03", 1).await.unwrap();
        assert!(known().await.unwrap().customer.is_none(), "another day asks anew");
        assert!(matches!(ready(&world.ben, 1, true).await, Err(Error::Stale(_))), "not for the day that was read");
        for (by, is_ready) in [(&world.anna, true), (&world.mikko, true), (&world.anna, false)] {
            ready(by, 2, is_ready).await.unwrap();
        }
        assert!(matches!(launch(&world.mikko).await, Err(Error::Stale(_))), "the customer is not ready after all");
        ready(&world.anna, 2, true).await.unwrap();
        for stranger in [&world.carla, &world.petra] {
            assert!(launch(stranger).await.is_err());
            assert!(ready(stranger, 2, false).await.is_err());
        }
        for _ in 0..2 {
            launch(&world.anna).await.unwrap();
        }
        assert_eq!(known().await.unwrap().launched.unwrap().by, "Anna Aho");
        assert!(matches!(plan(&world.mikko, "2026-12-05", 2).await, Err(Error::Stale(_))), "what is done is done");
        assert!(matches!(ready(&world.anna, 2, false).await, Err(Error::Stale(_))));
        next(&world, id, 1, "Call at night\nStop the dye line").await.unwrap();
        assert!(matches!(launch(&world.anna).await, Err(Error::NotFound)), "what is tested now is not approved");
        assert_eq!(known().await.unwrap().of_version, 1, "what was launched stays told");
        decide(&world, &world.anna, id, 2, Verdict::Approved).await.unwrap();
        assert!(matches!(ready(&world.anna, 2, true).await, Err(Error::NotFound)), "nobody was ready for that");
        plan(&world.mikko, "2026-12-09", 0).await.unwrap();
        ready(&world.anna, 1, true).await.unwrap();
        let again = known().await.unwrap();
        assert_eq!((again.of_version, again.supplier.is_some(), again.customer.is_some()), (2, false, true));
    }
}
