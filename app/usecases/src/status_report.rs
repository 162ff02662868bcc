//! Saying how a project goes, and why.

mod form;
mod round;

pub use form::StatusForm;
pub use round::{Round, RoundProject, list_reportable};

use crate::{
    Error, Portal,
    form::Parse,
    idempotency,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, StatusReportId},
    plan::StatusReport,
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    status_report,
};
use form::ReadStatus;

/// Reports how a project goes; reported before with the same form, it is there already. Sent again with other words,
/// those are another report.
///
/// # Errors
/// [`Error`]; `Stale` with the newest report where somebody else has reported since.
pub async fn report(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &StatusForm,
) -> Result<(), Error<StatusReport>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, known) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    let ReadStatus { light, reason } = read?;
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
