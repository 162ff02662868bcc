//! Status reports.

use crate::ground::{id, page, project};
use coplan_domain::plan::Light;
use coplan_store::on_both_databases;
use coplan_usecases::{
    edit::AddError,
    form::Problem,
    plan,
    status_report::{StatusForm, report_status},
    testing::{World, world},
};
use jiff::SignedDuration;

async fn form(w: &World, light: &str, reason: &str) -> StatusForm {
    StatusForm { id: id(&w.portal).await, light: light.to_owned(), reason: reason.to_owned() }
}

on_both_databases! {
    async fn the_newest_light_holds_and_the_earlier_ones_stay(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for (light, reason) in [("on_track", "All is ordered."), ("at_risk", "The switches come late.")] {
            w.clock.pass(SignedDuration::from_hours(1));
            report_status(&w.portal, &w.mikko, w.lakeside, network, &form(&w, light, reason).await).await.unwrap();
        }
        let view = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        let status = view.projects[0].status.clone().unwrap();
        assert_eq!((status.light, status.reason.as_str()), (Light::AtRisk, "The switches come late."));
        assert_eq!(status.reported_by, "Mikko Kallio");
        let reasons = page(&w, &w.anna, network).await.reports.into_iter().map(|r| r.reason).collect::<Vec<_>>();
        assert_eq!(reasons, ["The switches come late.", "All is ordered."]);
    }

    async fn a_light_without_its_reason_is_not_kept(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let told = report_status(&w.portal, &w.mikko, w.lakeside, network, &form(&w, "green", " ").await).await;
        let Err(AddError::Invalid(told)) = told else { panic!("refused") };
        assert_eq!(told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(), [("light", Problem::NotOneOf), ("reason", Problem::Empty)]);
        assert!(page(&w, &w.mikko, network).await.reports.is_empty());
    }

    async fn reporting_twice_with_one_form_keeps_one_report(db: TestDb) {
        let w = world(db).await;
        let (network, backup) = (project(&w, "New network", true).await, project(&w, "Backup", true).await);
        let form = form(&w, "late", "The factory burned.").await;
        report_status(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
        report_status(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
        assert_eq!(page(&w, &w.anna, network).await.reports.len(), 1);
        let elsewhere = report_status(&w.portal, &w.mikko, w.lakeside, backup, &form).await;
        assert!(matches!(elsewhere, Err(AddError::NotFound)), "the report is another project's");
    }

    async fn only_who_is_responsible_reports(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let form = form(&w, "done", "Because I say so.").await;
        let report = async |actor, customer| report_status(&w.portal, actor, customer, network, &form).await;
        assert!(matches!(report(&w.anna, w.lakeside).await, Err(AddError::NotFound)));
        assert!(matches!(report(&w.carla, w.lakeside).await, Err(AddError::NotFound)));
        assert!(matches!(report(&w.petra, w.lakeside).await, Err(AddError::NotResponsible)));
        assert!(matches!(report(&w.saara, w.harbour).await, Err(AddError::NotFound)));
        assert!(page(&w, &w.anna, network).await.reports.is_empty());
    }
}
