//! Claims about handing over all that a colleague has, at once.

use crate::fixtures::new_id;
use coplan_domain::{
    event::{Audience, EventKind},
    id::{CustomerId, PersonId, ProjectId},
    person::{Absence, Scope},
};
use coplan_store::{absence, access::AbsenceWrite, on_both_databases};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    project::{self, StartForm},
    responsible::{HandOverForm, hand_over, history},
    staff::{self, EndStaffError, Needed, find_needed, hand_over_all},
    testing::{World, company, proof, world},
};
use jiff::{SignedDuration, ToSpan};
use std::iter::from_fn;

async fn needed(w: &World, whose: PersonId) -> Needed {
    find_needed(&w.portal, &w.olli, whose).await.unwrap().unwrap()
}

async fn project(w: &World, shared: bool, by: PersonId) -> ProjectId {
    let id = new_id(&w.portal).await;
    let form = StartForm { id, name: "New network".to_owned(), about: String::new(), shared };
    project::start(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
    hand_over(&w.portal, &w.olli, w.lakeside, Some(id), &HandOverForm { from: w.mikko.person(), to: by.to_string() })
        .await
        .unwrap();
    id
}

/// Days that begin tomorrow.
async fn away(w: &World, staff: PersonId, stand_in: PersonId) {
    let id = new_id(&w.portal).await;
    let first_day = w.portal.today(&w.olli).saturating_add(1.day());
    let absence = Absence { id, staff, first_day, last_day: first_day.saturating_add(3.days()), stand_in };
    let mut change = w.portal.change().await.unwrap();
    let write = AbsenceWrite::prove(&mut change, &w.olli, staff, Some(stand_in)).await.unwrap();
    assert!(absence::insert(&mut change, &write, &absence).await.unwrap());
    w.portal.commit(change).await.unwrap();
}

async fn has(w: &World, customer: CustomerId, project: Option<ProjectId>) -> PersonId {
    let told = history(&w.portal, &w.olli, customer, project).await.unwrap();
    told.hand_over.unwrap().from
}

on_both_databases! {
    async fn who_stood_in_before_is_told_after_another_stands_in(db: TestDb) {
        let w = world(db).await;
        away(&w, w.mikko.person(), w.petra.person()).await;
        w.clock.pass(SignedDuration::from_hours(48));
        hand_over_all(&w.portal, &w.olli, w.petra.person(), &w.saara.person().to_string()).await.unwrap();
        let today = w.portal.today(&w.olli);
        let held = history(&w.portal, &w.olli, w.lakeside, None).await.unwrap().held;
        let told = held[0].stand_ins.iter().map(|days| (days.name.as_str(), days.first_day, days.last_day)).collect::<Vec<_>>();
        let yesterday = today.yesterday().unwrap();
        assert_eq!(told, [("Petra Niemi", yesterday, Some(yesterday)), ("Saara Lind", today, None)]);
    }

    async fn customers_projects_and_standing_in_go_over_at_once_and_then_a_colleague_can_leave(db: TestDb) {
        let w = world(db).await;
        let (mikko, saara) = (w.mikko.person(), w.saara.person());
        let mut customers = vec![w.lakeside];
        for number in 2001..2013 {
            customers.push(company(&w.portal, &w.olli, &number.to_string(), &format!("Mill {number}"), mikko).await);
        }
        away(&w, w.petra.person(), mikko).await;
        w.clock.pass(SignedDuration::from_mins(1));
        assert!(matches!(staff::end(&w.portal, &w.olli, mikko, &proof()).await, Err(EndStaffError::StillNeeded(_))));
        hand_over_all(&w.portal, &w.olli, mikko, &saara.to_string()).await.unwrap();
        for customer in customers {
            assert_eq!(has(&w, customer, None).await, saara);
        }
        assert!(needed(&w, mikko).await.is_nothing());
        assert_eq!(needed(&w, saara).await.stand_ins[0].staff, w.petra.person());
        staff::end(&w.portal, &w.olli, mikko, &proof()).await.unwrap();
    }

    async fn it_is_told_like_each_hand_over_and_a_project_that_is_not_shown_only_inside(db: TestDb) {
        let w = world(db).await;
        let (mikko, petra) = (w.mikko.person(), w.petra.person());
        let (shown, secret) = (project(&w, true, petra).await, project(&w, false, petra).await);
        w.clock.pass(SignedDuration::from_hours(2));
        let mut heard = w.portal.listen();
        hand_over_all(&w.portal, &w.olli, petra, &w.saara.person().to_string()).await.unwrap();
        assert_eq!((has(&w, w.lakeside, Some(shown)).await, has(&w, w.lakeside, Some(secret)).await), (w.saara.person(), w.saara.person()));
        assert_eq!(has(&w, w.lakeside, None).await, mikko, "what is another's stays");
        let held = history(&w.portal, &w.anna, w.lakeside, Some(shown)).await.unwrap().held;
        assert_eq!(held.iter().map(|held| held.name.as_str()).collect::<Vec<_>>(), ["Petra Niemi", "Saara Lind"]);
        let told = from_fn(|| heard.try_recv().ok()).map(|event| (event.kind, event.object, event.label, event.audience));
        let over = |id: ProjectId, audience| (EventKind::HandedOver, id.0, "Saara Lind".to_owned(), audience);
        let (told, expected) = (told.collect::<Vec<_>>(), [over(shown, Audience::Scope(Scope::Plan)), over(secret, Audience::Internal)]);
        assert!(told.len() == 2 && expected.iter().all(|event| told.contains(event)), "{told:?}");
    }

    async fn handed_over_twice_nothing_more_happens(db: TestDb) {
        let w = world(db).await;
        let (mikko, saara) = (w.mikko.person(), w.saara.person().to_string());
        for _ in 0..2 {
            w.clock.pass(SignedDuration::from_secs(1));
            hand_over_all(&w.portal, &w.olli, mikko, &saara).await.unwrap();
        }
        assert_eq!(history(&w.portal, &w.olli, w.lakeside, None).await.unwrap().held.len(), 2);
    }

    async fn what_is_handed_over_meanwhile_is_left(db: TestDb) {
        let w = world(db).await;
        let (mikko, petra, saara) = (w.mikko.person(), w.petra.person(), w.saara.person());
        let mill = company(&w.portal, &w.olli, "2001", "Mill", mikko).await;
        hand_over(&w.portal, &w.mikko, w.lakeside, None, &HandOverForm { from: mikko, to: petra.to_string() }).await.unwrap();
        hand_over_all(&w.portal, &w.olli, mikko, &saara.to_string()).await.unwrap();
        assert_eq!((has(&w, w.lakeside, None).await, has(&w, mill, None).await), (petra, saara));
    }

    async fn nobody_stands_in_for_itself(db: TestDb) {
        let w = world(db).await;
        let (mikko, saara) = (w.mikko.person(), w.saara.person());
        away(&w, saara, mikko).await;
        hand_over_all(&w.portal, &w.olli, mikko, &saara.to_string()).await.unwrap();
        let left = needed(&w, mikko).await;
        assert_eq!((left.matters.len(), left.stand_ins.len(), left.stand_ins[0].staff), (0, 1, saara));
    }

    async fn only_an_admin_hands_over_all_and_only_to_another_colleague(db: TestDb) {
        let w = world(db).await;
        let (mikko, saara) = (w.mikko.person(), w.saara.person().to_string());
        for by in [&w.mikko, &w.petra, &w.anna] {
            assert!(matches!(hand_over_all(&w.portal, by, mikko, &saara).await, Err(Error::NotFound)));
            assert!(find_needed(&w.portal, by, mikko).await.unwrap().is_none());
        }
        for unknown in [w.anna.person(), new_id(&w.portal).await] {
            assert!(matches!(hand_over_all(&w.portal, &w.olli, unknown, &saara).await, Err(Error::NotFound)));
        }
        let to = [String::new(), "nobody".to_owned(), mikko.to_string(), w.anna.person().to_string()];
        for to in to.into_iter().chain([new_id::<PersonId>(&w.portal).await.to_string()]) {
            let Err(Error::Invalid(told)) = hand_over_all(&w.portal, &w.olli, mikko, &to).await else { panic!("{to}") };
            assert_eq!(told, [FieldProblem { field: "to", problem: Problem::NotOneOf }]);
        }
        assert_eq!(has(&w, w.lakeside, None).await, mikko);
    }

    async fn two_admins_at_once_hand_each_customer_over_once(db: TestDb) {
        let w = world(db).await;
        let (mikko, petra, saara) = (w.mikko.person(), w.petra.person().to_string(), w.saara.person().to_string());
        company(&w.portal, &w.olli, "2001", "Mill", mikko).await;
        let (one, two) =
            tokio::join!(hand_over_all(&w.portal, &w.olli, mikko, &petra), hand_over_all(&w.portal, &w.olli, mikko, &saara));
        one.unwrap();
        two.unwrap();
        assert_eq!(history(&w.portal, &w.olli, w.lakeside, None).await.unwrap().held.len(), 2);
    }
}
