//! Claims about reminders that a status is to be said anew.

use crate::fixtures::{id, milestone, project};
use coplan_domain::id::ProjectId;
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    status_report::{self, StatusForm},
    status_rhythm::{self, Reminder, StatusRhythmForm, put_off, remind, set},
    testing::{World, world},
    today,
};
use jiff::SignedDuration;

async fn every(w: &World, days: &str) {
    set(&w.portal, &w.olli, &StatusRhythmForm { every: days.to_owned() }).await.unwrap();
}

async fn report(w: &World, project: ProjectId, light: &str) {
    let newest = crate::fixtures::page(w, &w.mikko, project).await.reports.first().map(|report| report.id.to_string());
    let (seen, light) = (newest.unwrap_or_default(), light.to_owned());
    let form = StatusForm { id: id(&w.portal).await, seen, light, reason: "All is ordered.".to_owned() };
    status_report::report(&w.portal, &w.mikko, w.lakeside, project, &form).await.unwrap();
}

async fn reminded(w: &World, by: &Actor, project: ProjectId) -> Option<Reminder> {
    remind(&w.portal, by, w.lakeside, project).await.unwrap()
}

/// How many projects somebody's day names.
async fn named(w: &World, of: &Actor) -> usize {
    today::show(&w.portal, of).await.unwrap().unwrap().reports.len()
}

on_both_databases! {
    async fn nobody_is_reminded_without_a_rhythm_and_with_one_whoever_has_the_project_is(db: TestDb) {
        let w = world(db).await;
        let (network, hidden) = (project(&w, "New network", true).await, project(&w, "Offer", false).await);
        report(&w, network, "on_track").await;
        w.clock.pass(SignedDuration::from_hours(24 * 15));
        assert_eq!((named(&w, &w.mikko).await, reminded(&w, &w.mikko, network).await), (0, None));
        every(&w, "14").await;
        assert_eq!((named(&w, &w.mikko).await, named(&w, &w.saara).await), (1, 0));
        assert_eq!(reminded(&w, &w.mikko, network).await, Some(Reminder::Old { days: 15 }));
        assert_eq!(reminded(&w, &w.mikko, hidden).await, None, "the customer does not see it");
        for by in [&w.anna, &w.petra] {
            assert_eq!(reminded(&w, by, network).await, None);
        }
        report(&w, network, "on_track").await;
        assert_eq!((named(&w, &w.mikko).await, reminded(&w, &w.mikko, network).await), (0, None));
    }

    async fn put_off_it_comes_again_in_a_week(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        every(&w, "7").await;
        w.clock.pass(SignedDuration::from_hours(24 * 8));
        for _ in 0..2 {
            put_off(&w.portal, &w.mikko, w.lakeside, network).await.unwrap();
        }
        assert_eq!((named(&w, &w.mikko).await, reminded(&w, &w.mikko, network).await), (0, None));
        w.clock.pass(SignedDuration::from_hours(24 * 7));
        assert_eq!((named(&w, &w.mikko).await, reminded(&w, &w.mikko, network).await), (1, Some(Reminder::Old { days: 15 })));
        report(&w, network, "done").await;
        w.clock.pass(SignedDuration::from_hours(24 * 30));
        assert_eq!(named(&w, &w.mikko).await, 0, "what is done is done");
    }

    async fn a_status_that_does_not_say_what_the_dates_say_is_told_on_the_project(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        milestone(&w, network, "Pilot", "2026-11-18").await;
        report(&w, network, "on_track").await;
        assert_eq!(reminded(&w, &w.mikko, network).await, None);
        w.clock.pass(SignedDuration::from_hours(72));
        assert_eq!(reminded(&w, &w.mikko, network).await, Some(Reminder::Disagrees));
        report(&w, network, "late").await;
        assert_eq!(reminded(&w, &w.mikko, network).await, None);
    }

    async fn only_who_keeps_plans_sets_it_and_only_who_has_the_project_puts_it_off(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for by in [&w.petra, &w.anna] {
            assert!(matches!(set(&w.portal, by, &StatusRhythmForm { every: "7".to_owned() }).await, Err(Error::NotFound)));
            assert!(matches!(status_rhythm::show(&w.portal, by).await, Err(Error::NotFound)));
        }
        assert!(matches!(set(&w.portal, &w.olli, &StatusRhythmForm { every: "8".to_owned() }).await, Err(Error::Invalid(_))));
        assert!(matches!(put_off(&w.portal, &w.petra, w.lakeside, network).await, Err(Error::NotResponsible)));
        for by in [&w.anna, &w.carla] {
            assert!(matches!(put_off(&w.portal, by, w.lakeside, network).await, Err(Error::NotFound)));
        }
        assert!(matches!(put_off(&w.portal, &w.mikko, w.harbour, network).await, Err(Error::NotFound)));
        assert!(matches!(remind(&w.portal, &w.carla, w.lakeside, network).await, Ok(None)));
        for days in ["30", "never"] {
            every(&w, days).await;
            assert_eq!(status_rhythm::show(&w.portal, &w.mikko).await.unwrap().every, days);
        }
    }
}
