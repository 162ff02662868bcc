//! Saying how a project goes, and why.

use crate::{
    Error, Portal,
    form::Problems,
    idempotency,
    merge::Edit,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, StatusReportId},
    plan::{Light, StatusReport},
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    status_report,
};

/// A light and its reason as they were typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct StatusForm {
    /// Made when the form was drawn, so that a second click makes no second report.
    pub id: StatusReportId,
    /// The id of the report that was the newest when the form was drawn; empty where there was none.
    #[serde(default)]
    pub seen: String,
    /// The light.
    #[serde(default)]
    pub light: String,
    /// Why it is so. A light without its reason is not kept.
    pub reason: String,
}

impl StatusForm {
    /// A report as this form would have sent it, to be set beside what it sends.
    #[must_use]
    pub fn beside(&self, report: &StatusReport) -> Self {
        let (seen, light, reason) = (report.id.to_string(), report.light.to_string(), report.reason.clone());
        Self { id: self.id, seen, light, reason }
    }
}

/// A report is said as a whole: it is never brought together with another one.
impl Edit for StatusForm {
    fn version(&self) -> i64 {
        0
    }

    fn was(&self) -> &'static str {
        ""
    }

    fn said(&self) -> Vec<(&'static str, String)> {
        vec![("light", self.light.clone()), ("reason", self.reason.clone())]
    }

    fn take(&mut self, _field: &str, from: &Self) {
        self.clone_from(from);
    }

    fn seen(self) -> Self {
        self
    }
}

/// Reports how a project goes; reported before with the same form, it is there already. Sent again with other words,
/// those are another report.
///
/// # Errors
/// [`Error`]; `Stale` with the newest report where somebody else has reported since.
pub async fn report_status(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &StatusForm,
) -> Result<(), Error<StatusReport>> {
    let mut problems = Problems::default();
    let light = problems.choice::<Light>("light", &form.light);
    let reason = problems.prose("reason", &form.reason);
    let read = problems.finish(light.zip(reason));
    let mut change = portal.change_touched().await?;
    let (write, known) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    let (light, reason) = read?;
    let reports = status_report::list(&mut change, write.plan(), project).await?;
    for id in idempotency::ids::<StatusReportId>(form.id.0, &[light.as_str(), reason.as_str()]) {
        if let Some(kept) = reports.iter().find(|report| report.id == id) {
            if kept.light == light && kept.reason == reason.as_str() {
                return Ok(());
            }
            continue;
        }
        // What was sent before with this form its sender has seen.
        if let Some(newest) = reports.first().filter(|newest| newest.id.to_string() != form.seen && newest.id != form.id) {
            return Err(Error::stale(newest.clone()));
        }
        if !status_report::insert(&mut change, &write, id, light, reason.as_str()).await? {
            return Err(Error::NotFound);
        }
        let object = (ObjectKind::Project, project.0);
        record(&mut change, &write, EventKind::StatusReported, object, &known.name, audience(&known)).await?;
        return Ok(portal.commit(change).await?);
    }
    Err(Error::NotFound)
}
