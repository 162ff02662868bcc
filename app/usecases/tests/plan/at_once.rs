//! Two at once: whoever comes second finds what the first one did, as if the first had been done long ago.

use crate::fixtures::{id, page, project, seen_milestone, seen_task, task};
use coplan_domain::{id::PersonId, person::StaffRole, plan::TaskState};
use coplan_store::{
    access::Actor,
    on_both_databases,
    testing::{TestDb, dump},
};
use coplan_usecases::{
    Error,
    absence::{AbsenceForm, cancel, list, plan as plan_absence},
    form::Problem,
    milestone::{self, PromiseForm},
    plan, project as projects,
    responsible::{HandOverForm, hand_over, history},
    staff,
    task::set_state,
    testing::{World, open_two_connections, proof, staff, world},
};
use jiff::SignedDuration;
use tokio::join;

/// Two at once do not meet every time.
const ROUNDS: usize = 8;

/// Who is shown as the one who has Lakeside Mills.
async fn face(w: &World) -> PersonId {
    plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.person
}

/// How many events of this kind were kept.
async fn events(w: &World, kind: &str) -> usize {
    let rows = dump(&w.portal.db).await;
    rows.iter().filter(|row| row.starts_with("event: ") && row.contains(&format!("| {kind} |"))).count()
}

async fn form(w: &World, first_day: &str, last_day: &str, stand_in: &Actor) -> AbsenceForm {
    let (first_day, last_day) = (first_day.to_owned(), last_day.to_owned());
    AbsenceForm { id: id(&w.portal).await, first_day, last_day, stand_in: stand_in.person().to_string() }
}

/// The people and companies, and room for two deeds at once.
async fn two_at_once(db: TestDb) -> World {
    let world = world(db).await;
    open_two_connections(&world.portal).await;
    world
}

on_both_databases! {
    async fn of_two_who_hand_over_at_once_the_second_is_told_of_the_first(db: TestDb) {
        let w = two_at_once(db).await;
        let mut from = w.mikko.person();
        for round in 1..=ROUNDS {
            w.clock.pass(SignedDuration::from_secs(1));
            let hand = async |to: PersonId| {
                let form = HandOverForm { from, to: to.to_string() };
                hand_over(&w.portal, &w.olli, w.lakeside, None, &form).await
            };
            let mut heirs = [&w.mikko, &w.saara, &w.petra].map(Actor::person).into_iter().filter(|heir| *heir != from);
            let (this, that) = (heirs.next().unwrap(), heirs.next().unwrap());
            let told = match join!(hand(this), hand(that)) {
                (Ok(()), Err(Error::Stale(now))) | (Err(Error::Stale(now)), Ok(())) => now.person,
                other => panic!("{other:?}"),
            };
            let seen = history(&w.portal, &w.olli, w.lakeside, None).await.unwrap();
            assert_eq!((seen.now.person, seen.held.len()), (told, round + 1));
            from = told;
        }
    }

    async fn handing_over_twice_at_once_with_one_form_hands_over_once(db: TestDb) {
        let w = two_at_once(db).await;
        let (mut from, mut to) = (w.mikko.person(), w.saara.person());
        for _ in 0..ROUNDS {
            w.clock.pass(SignedDuration::from_secs(1));
            let form = HandOverForm { from, to: to.to_string() };
            let hand = || hand_over(&w.portal, &w.olli, w.lakeside, None, &form);
            let (one, other) = join!(hand(), hand());
            one.unwrap();
            other.unwrap();
            (from, to) = (to, from);
        }
        assert_eq!(events(&w, "handed_over").await, ROUNDS);
    }

    async fn whoever_leaves_is_handed_nothing_meanwhile(db: TestDb) {
        let w = two_at_once(db).await;
        let mut from = w.mikko.person();
        for round in 0..ROUNDS {
            w.clock.pass(SignedDuration::from_secs(1));
            let heir = staff(&w.portal, &format!("Heir {round}"), StaffRole::Specialist).await.person();
            let form = HandOverForm { from, to: heir.to_string() };
            let proved = proof();
            let (handed, left) =
                join!(hand_over(&w.portal, &w.saara, w.lakeside, None, &form), staff::end(&w.portal, &w.olli, heir, &proved));
            assert_ne!(handed.is_ok(), left.is_ok(), "{handed:?}, {left:?}");
            if handed.is_ok() {
                from = heir;
            }
            assert_eq!(face(&w).await, from);
        }
    }

    async fn of_two_absences_that_overlap_one_is_planned(db: TestDb) {
        let w = two_at_once(db).await;
        let forms = [
            form(&w, "2026-12-22", "2026-12-28", &w.saara).await,
            form(&w, "2026-12-24", "2026-12-30", &w.petra).await,
        ];
        let by_itself = plan_absence(&w.portal, &w.mikko, w.mikko.person(), &forms[0]);
        let by_admin = plan_absence(&w.portal, &w.olli, w.mikko.person(), &forms[1]);
        let problems = match join!(by_itself, by_admin) {
            (Ok(()), Err(Error::Invalid(problems))) | (Err(Error::Invalid(problems)), Ok(())) => problems,
            other => panic!("{other:?}"),
        };
        assert_eq!(problems.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(), [("first_day", Problem::Overlaps)]);
        assert_eq!(list(&w.portal, &w.mikko, w.mikko.person()).await.unwrap().len(), 1);
    }

    async fn planning_twice_at_once_with_one_form_plans_one_absence(db: TestDb) {
        let w = two_at_once(db).await;
        let form = form(&w, "2026-12-22", "2026-12-28", &w.saara).await;
        let plan = || plan_absence(&w.portal, &w.mikko, w.mikko.person(), &form);
        let (one, other) = join!(plan(), plan());
        one.unwrap();
        other.unwrap();
        assert_eq!(list(&w.portal, &w.mikko, w.mikko.person()).await.unwrap().len(), 1);
    }

    async fn nobody_stands_in_who_leaves_meanwhile(db: TestDb) {
        let w = two_at_once(db).await;
        for round in 0..ROUNDS {
            let stand_in = staff(&w.portal, &format!("Stand-in {round}"), StaffRole::Specialist).await;
            let form = form(&w, "2026-11-16", "2026-11-20", &stand_in).await;
            let proved = proof();
            let (planned, left) = join!(
                plan_absence(&w.portal, &w.mikko, w.mikko.person(), &form),
                staff::end(&w.portal, &w.olli, stand_in.person(), &proved)
            );
            assert_ne!(planned.is_ok(), left.is_ok(), "{planned:?}, {left:?}");
            assert_eq!(face(&w).await, if planned.is_ok() { stand_in.person() } else { w.mikko.person() });
            cancel(&w.portal, &w.mikko, w.mikko.person(), form.id).await.unwrap();
        }
    }

    async fn a_project_is_shown_and_ended_once_however_often_it_is_pressed_at_once(db: TestDb) {
        let w = two_at_once(db).await;
        let network = project(&w, "New network", false).await;
        let share = || projects::share(&w.portal, &w.mikko, w.lakeside, network);
        let (one, other) = join!(share(), share());
        one.unwrap();
        other.unwrap();
        let end = || projects::end(&w.portal, &w.mikko, w.lakeside, network);
        let (one, other) = join!(end(), end());
        one.unwrap();
        other.unwrap();
        assert_eq!((events(&w, "project_shared").await, events(&w, "project_ended").await), (1, 1));
        assert!(page(&w, &w.anna, network).await.ended_at.is_some());
    }

    async fn a_task_that_both_sides_finish_at_once_is_done_once(db: TestDb) {
        let w = two_at_once(db).await;
        let network = project(&w, "New network", true).await;
        let book = task(&w, network, "Book the crew", "customer", "onstage").await;
        let done = |by| set_state(&w.portal, by, w.lakeside, book, Some(TaskState::Open), TaskState::Done);
        let (one, other) = join!(done(&w.anna), done(&w.mikko));
        one.unwrap();
        other.unwrap();
        assert_eq!(events(&w, "task_done").await, 1);
        assert_eq!(seen_task(&w, network, book).await.state, TaskState::Done);
    }

    async fn a_date_that_is_moved_twice_at_once_with_one_form_is_moved_once(db: TestDb) {
        let w = two_at_once(db).await;
        let network = project(&w, "New network", true).await;
        let first = crate::fixtures::milestone(&w, network, "Everything is online", "2026-12-01").await;
        let version = seen_milestone(&w, network, first).await.version;
        let form = PromiseForm { version, was: String::new(), promised_on: "2026-12-04".to_owned(), reason: "Parts came late.".to_owned(), confirmed: false };
        let press = || milestone::move_promise(&w.portal, &w.mikko, w.lakeside, first, &form);
        let (one, other) = join!(press(), press());
        assert_eq!((one.unwrap(), other.unwrap()), (network, network));
        assert_eq!(seen_milestone(&w, network, first).await.promises.len(), 2);
    }
}
