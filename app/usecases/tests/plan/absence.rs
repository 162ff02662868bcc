//! Absences and stand-ins.

use crate::fixtures::{id, project};
use coplan_store::{access::Actor, access::Admin, on_both_databases};
use coplan_usecases::{
    Error,
    absence::{AbsenceForm, cancel, list, plan as plan_absence},
    form::Problem,
    plan, project as projects,
    responsible::{AwayView, HandOverForm, ResponsibleView, hand_over},
    staff::{self, EndStaffError, Needed, StandIn},
    testing::{World, proof, world},
};
use jiff::{SignedDuration, civil::date};

async fn form(w: &World, first_day: &str, last_day: &str, stand_in: &Actor) -> AbsenceForm {
    AbsenceForm {
        id: id(&w.portal).await,
        first_day: first_day.to_owned(),
        last_day: last_day.to_owned(),
        stand_in: stand_in.person().to_string(),
    }
}

/// Plans an absence as the person itself.
async fn away(w: &World, who: &Actor, first_day: &str, last_day: &str, stand_in: &Actor) -> AbsenceForm {
    let form = form(w, first_day, last_day, stand_in).await;
    plan_absence(&w.portal, who, who.person(), &form).await.unwrap();
    form
}

async fn face(w: &World) -> ResponsibleView {
    plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.clone()
}

on_both_databases! {
    async fn a_coming_absence_is_told_with_its_stand_in(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2026-12-22", "2026-12-28", &w.saara).await;
        let seen = face(&w).await;
        let told = AwayView { first_day: date(2026, 12, 22), last_day: date(2026, 12, 28), stand_in: "Saara Lind".to_owned() };
        assert_eq!((seen.name.as_str(), seen.away), ("Mikko Kallio", Some(told)));
    }

    async fn an_absence_far_ahead_is_not_told_yet(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2027-07-01", "2027-07-31", &w.saara).await;
        assert_eq!(face(&w).await.away, None);
    }

    async fn during_the_absence_the_stand_in_has_it_and_afterwards_not(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2026-11-16", "2026-11-17", &w.saara).await;
        away(&w, &w.saara, "2026-12-22", "2026-12-28", &w.petra).await;
        let seen = face(&w).await;
        assert_eq!((seen.name.as_str(), seen.away), ("Saara Lind", None));
        assert_eq!(seen.stands_in_for, Some(("Mikko Kallio".to_owned(), date(2026, 11, 17))));
        w.clock.pass(SignedDuration::from_hours(48));
        let seen = face(&w).await;
        assert_eq!((seen.name.as_str(), seen.stands_in_for), ("Mikko Kallio", None));
    }

    async fn a_stand_in_who_is_away_passes_it_on(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2026-11-16", "2026-11-20", &w.saara).await;
        away(&w, &w.saara, "2026-11-16", "2026-11-20", &w.petra).await;
        assert_eq!(face(&w).await.name, "Petra Niemi");
        away(&w, &w.petra, "2026-11-16", "2026-11-20", &w.mikko).await;
        assert_eq!(face(&w).await.name, "Petra Niemi", "in a circle the last one keeps it");
    }

    async fn a_specialist_who_stands_in_may_write_meanwhile(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        away(&w, &w.mikko, "2026-11-17", "2026-11-17", &w.petra).await;
        let end = async || projects::end(&w.portal, &w.petra, w.lakeside, network).await;
        assert!(matches!(end().await, Err(Error::NotResponsible)));
        w.clock.pass(SignedDuration::from_hours(24));
        end().await.unwrap();
        w.clock.pass(SignedDuration::from_hours(24));
        let resume = projects::resume(&w.portal, &w.petra, w.lakeside, network).await;
        assert!(matches!(resume, Err(Error::NotResponsible)));
    }

    async fn only_the_person_and_admins_plan_an_absence(db: TestDb) {
        let w = world(db).await;
        let form = form(&w, "2026-12-22", "2026-12-28", &w.saara).await;
        let planned = async |actor| plan_absence(&w.portal, actor, w.mikko.person(), &form).await;
        assert!(matches!(planned(&w.anna).await, Err(Error::NotFound)));
        assert!(matches!(planned(&w.saara).await, Err(Error::NotResponsible)));
        assert!(matches!(list(&w.portal, &w.saara, w.mikko.person()).await, Err(Error::NotResponsible)));
        planned(&w.olli).await.unwrap();
        planned(&w.mikko).await.unwrap();
        let seen = list(&w.portal, &w.mikko, w.mikko.person()).await.unwrap();
        assert_eq!((seen.len(), seen[0].stand_in.as_str()), (1, "Saara Lind"), "planned twice with one form it is one");
        assert!(matches!(cancel(&w.portal, &w.saara, w.mikko.person(), form.id).await, Err(Error::NotResponsible)));
        assert!(matches!(cancel(&w.portal, &w.saara, w.saara.person(), form.id).await, Err(Error::NotFound)));
        cancel(&w.portal, &w.mikko, w.mikko.person(), form.id).await.unwrap();
        cancel(&w.portal, &w.mikko, w.mikko.person(), form.id).await.unwrap();
        assert_eq!(face(&w).await.away, None);
    }

    async fn every_field_of_an_absence_that_is_wrong_is_told(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2026-12-22", "2026-12-28", &w.saara).await;
        let told = async |first, last, stand_in: &Actor| {
            let form = form(&w, first, last, stand_in).await;
            match plan_absence(&w.portal, &w.mikko, w.mikko.person(), &form).await {
                Err(Error::Invalid(told)) => told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(),
                other => panic!("{other:?}"),
            }
        };
        let stand_in = ("stand_in", Problem::NotOneOf);
        assert_eq!(told("2026-12-20", "2026-12-19", &w.mikko).await, [("last_day", Problem::EndsBeforeStart), stand_in]);
        assert_eq!(told("", "2026-12-19", &w.anna).await, [("first_day", Problem::Empty), stand_in]);
        assert_eq!(told("2026-12-28", "2026-12-30", &w.saara).await, [("first_day", Problem::Overlaps)]);
    }

    async fn nobody_leaves_who_stands_in_today_or_later(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2026-11-16", "2026-11-17", &w.petra).await;
        let later = away(&w, &w.saara, "2026-12-22", "2026-12-28", &w.petra).await;
        let refused = async || match staff::end(&w.portal, &w.olli, w.petra.person(), &proof()).await {
            Err(EndStaffError::StillNeeded(Needed { matters, stand_ins })) if matters.is_empty() => stand_ins,
            other => panic!("{other:?}"),
        };
        let stands_in = |actor: &Actor, first_day, last_day| StandIn {
            staff: actor.person(),
            away: actor.entered().name().to_owned(),
            first_day,
            last_day,
        };
        let saaras = stands_in(&w.saara, date(2026, 12, 22), date(2026, 12, 28));
        let mikkos = stands_in(&w.mikko, date(2026, 11, 16), date(2026, 11, 17));
        assert_eq!(refused().await, [mikkos, saaras.clone()]);
        w.clock.pass(SignedDuration::from_hours(48));
        assert_eq!(refused().await, [saaras], "what is over binds nobody");
        cancel(&w.portal, &w.saara, w.saara.person(), later.id).await.unwrap();
        staff::end(&w.portal, &w.olli, w.petra.person(), &proof()).await.unwrap();
        let form = form(&w, "2026-12-22", "2026-12-28", &w.petra).await;
        let planned = plan_absence(&w.portal, &w.saara, w.saara.person(), &form).await;
        assert!(matches!(planned, Err(Error::Invalid(told)) if told[0].problem == Problem::NotOneOf), "who has left stands in no more");
    }

    async fn whoever_has_left_needs_no_stand_in(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.petra, "2026-11-16", "2026-11-17", &w.saara).await;
        hand_over(&w.portal, &w.olli, w.harbour, None, &HandOverForm { from: w.saara.person(), to: w.mikko.person().to_string() }).await.unwrap();
        staff::end(&w.portal, &w.olli, w.petra.person(), &proof()).await.unwrap();
        staff::end(&w.portal, &w.olli, w.saara.person(), &proof()).await.unwrap();
    }

    async fn a_stand_in_who_has_left_by_other_means_is_no_face(db: TestDb) {
        let w = world(db).await;
        away(&w, &w.mikko, "2026-11-16", "2026-11-17", &w.petra).await;
        assert_eq!(face(&w).await.name, "Petra Niemi");
        let mut change = w.portal.change().await.unwrap();
        let admin = Admin::prove(&mut change, &w.olli, [w.petra.person()]).await.unwrap();
        assert!(coplan_store::staff::remove(&mut change, &admin, w.petra.person()).await.unwrap());
        w.portal.commit(change).await.unwrap();
        let seen = face(&w).await;
        assert_eq!((seen.name.as_str(), seen.stands_in_for), ("Mikko Kallio", None));
    }

    async fn an_absence_shows_on_plans_that_were_read_before(db: TestDb) {
        let w = world(db).await;
        let faces = async || {
            let face = async |reader, customer| plan::show(&w.portal, reader, customer).await.unwrap().frame.responsible.name.clone();
            [face(&w.anna, w.lakeside).await, face(&w.carla, w.harbour).await]
        };
        assert_eq!(faces().await, ["Mikko Kallio", "Saara Lind"]);
        away(&w, &w.mikko, "2026-11-16", "2026-11-20", &w.saara).await;
        assert_eq!(faces().await, ["Saara Lind", "Saara Lind"]);
        away(&w, &w.saara, "2026-11-16", "2026-11-20", &w.petra).await;
        assert_eq!(faces().await, ["Petra Niemi", "Petra Niemi"]);
    }
}
