//! Saying how a project goes, and why.

use crate::{
    Portal,
    edit::{AddError, audience, project_writer},
    form::Problems,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, StatusReportId},
    plan::Light,
};
use coplan_store::{access::Actor, status_report};

/// A light and its reason as they were typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct StatusForm {
    /// Made when the form was drawn, so that a second click makes no second report.
    pub id: StatusReportId,
    /// The light.
    #[serde(default)]
    pub light: String,
    /// Why it is so. A light without its reason is not kept.
    pub reason: String,
}

/// Reports how a project goes; reported before with the same form, it is there already.
///
/// # Errors
/// [`AddError`].
pub async fn report_status(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &StatusForm,
) -> Result<(), AddError> {
    let mut problems = Problems::default();
    let light = problems.choice::<Light>("light", &form.light);
    let reason = problems.prose("reason", &form.reason);
    let read = problems.finish(light.zip(reason));
    let mut change = portal.change_within().await?;
    let (writer, known) = project_writer(portal, &mut change, actor, customer, project).await?;
    let (light, reason) = read?;
    if !status_report::insert(&mut change, writer.scope, project, form.id, light, reason.as_str()).await? {
        let reports = status_report::list(&mut change, writer.plan, project).await?;
        return if reports.iter().any(|report| report.id == form.id) { Ok(()) } else { Err(AddError::NotFound) };
    }
    let object = (ObjectKind::Project, project.0);
    writer.record(&mut change, EventKind::StatusReported, object, &known.name, audience(&known)).await?;
    Ok(portal.keep(change).await?)
}
