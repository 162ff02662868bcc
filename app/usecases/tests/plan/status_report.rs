//! Status reports.

use crate::fixtures::{id, page, project};
use coplan_domain::{
    id::{ProjectId, StatusReportId},
    plan::Light,
};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    form::Problem,
    plan,
    status_report::{self, StatusForm},
    testing::{World, world},
};
use jiff::SignedDuration;

/// A form that was drawn when this report was the newest.
async fn form_after(w: &World, seen: Option<StatusReportId>, light: &str, reason: &str) -> StatusForm {
    let seen = seen.map(|id| id.to_string()).unwrap_or_default();
    StatusForm { id: id(&w.portal).await, seen, light: light.to_owned(), reason: reason.to_owned() }
}

async fn form(w: &World, light: &str, reason: &str) -> StatusForm {
    form_after(w, None, light, reason).await
}

async fn reasons(w: &World, project: ProjectId) -> Vec<String> {
    page(w, &w.anna, project).await.reports.into_iter().map(|report| report.reason).collect()
}

on_both_databases! {
    async fn a_report_is_the_newest_though_the_clock_was_set_back(db: TestDb) {
        let w = world(db).await;
        w.clock.pass(SignedDuration::from_hours(96));
        let network = project(&w, "New network", true).await;
        let mut seen = None;
        for (light, reason) in [("on_track", "All is ordered."), ("at_risk", "The switches come late."), ("late", "They are lost.")] {
            let form = form_after(&w, seen, light, reason).await;
            status_report::report(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
            seen = Some(form.id);
            w.clock.pass(SignedDuration::from_hours(-24));
        }
        assert_eq!(reasons(&w, network).await, ["They are lost.", "The switches come late.", "All is ordered."]);
        let view = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        assert_eq!(view.projects[0].status.clone().unwrap().light, Light::Late);
    }

    async fn the_newest_light_holds_and_the_earlier_ones_stay(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let mut seen = None;
        for (light, reason) in [("on_track", "All is ordered."), ("at_risk", "The switches come late.")] {
            w.clock.pass(SignedDuration::from_hours(1));
            let form = form_after(&w, seen, light, reason).await;
            status_report::report(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
            seen = Some(form.id);
        }
        let view = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        let status = view.projects[0].status.clone().unwrap();
        assert_eq!((status.light, status.reason.as_str()), (Light::AtRisk, "The switches come late."));
        assert_eq!(status.reported_by, "Mikko Kallio");
        assert_eq!(reasons(&w, network).await, ["The switches come late.", "All is ordered."]);
    }

    async fn a_light_without_its_reason_is_not_kept(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let told = status_report::report(&w.portal, &w.mikko, w.lakeside, network, &form(&w, "green", " ").await).await;
        let Err(Error::Invalid(told)) = told else { panic!("refused") };
        assert_eq!(told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(), [("light", Problem::NotOneOf), ("reason", Problem::Empty)]);
        assert!(page(&w, &w.mikko, network).await.reports.is_empty());
    }

    async fn reporting_twice_with_one_form_keeps_one_report(db: TestDb) {
        let w = world(db).await;
        let (network, backup) = (project(&w, "New network", true).await, project(&w, "Backup", true).await);
        let form = form(&w, "late", "The factory burned.").await;
        status_report::report(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
        status_report::report(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
        assert_eq!(page(&w, &w.anna, network).await.reports.len(), 1);
        let elsewhere = status_report::report(&w.portal, &w.mikko, w.lakeside, backup, &form).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)), "the report is another project's");
    }

    async fn the_same_form_with_other_words_is_another_report(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let first = form(&w, "at_risk", "The switches come late.").await;
        let other = StatusForm { light: "late".to_owned(), reason: "They come next year.".to_owned(), ..first.clone() };
        for sent in [&first, &other, &other, &first] {
            w.clock.pass(SignedDuration::from_mins(1));
            status_report::report(&w.portal, &w.mikko, w.lakeside, network, sent).await.unwrap();
        }
        assert_eq!(reasons(&w, network).await, ["They come next year.", "The switches come late."]);
    }

    async fn who_has_not_seen_the_newest_report_is_shown_it(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let (mikko, olli) = (form(&w, "late", "The factory burned.").await, form(&w, "on_track", "All is well.").await);
        status_report::report(&w.portal, &w.mikko, w.lakeside, network, &mikko).await.unwrap();
        let Err(Error::Stale(newest)) = status_report::report(&w.portal, &w.olli, w.lakeside, network, &olli).await else {
            panic!("the second is told")
        };
        assert_eq!((newest.id, newest.reason.as_str()), (mikko.id, "The factory burned."));
        assert_eq!(reasons(&w, network).await, ["The factory burned."]);
        w.clock.pass(SignedDuration::from_mins(1));
        let olli = StatusForm { seen: newest.id.to_string(), ..olli };
        status_report::report(&w.portal, &w.olli, w.lakeside, network, &olli).await.unwrap();
        assert_eq!(reasons(&w, network).await, ["All is well.", "The factory burned."]);
    }

    async fn of_two_reports_at_once_one_is_kept_and_one_is_told(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let (mikko, olli) = (form(&w, "late", "The factory burned.").await, form(&w, "on_track", "All is well.").await);
        let (first, second) = tokio::join!(
            status_report::report(&w.portal, &w.mikko, w.lakeside, network, &mikko),
            status_report::report(&w.portal, &w.olli, w.lakeside, network, &olli)
        );
        assert!(matches!((first, second), (Ok(()), Err(Error::Stale(_))) | (Err(Error::Stale(_)), Ok(()))));
        assert_eq!(reasons(&w, network).await.len(), 1);
    }

    async fn only_who_is_responsible_reports(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let form = form(&w, "done", "Because I say so.").await;
        let report = async |actor, customer| status_report::report(&w.portal, actor, customer, network, &form).await;
        assert!(matches!(report(&w.anna, w.lakeside).await, Err(Error::NotFound)));
        assert!(matches!(report(&w.carla, w.lakeside).await, Err(Error::NotFound)));
        assert!(matches!(report(&w.petra, w.lakeside).await, Err(Error::NotResponsible)));
        assert!(matches!(report(&w.saara, w.harbour).await, Err(Error::NotFound)));
        assert!(page(&w, &w.anna, network).await.reports.is_empty());
    }
}
