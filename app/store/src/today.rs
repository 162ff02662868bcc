//! What the day of one of the supplier's people is made of, in the matters that it has and in those it stands in for. Each
//! list begins with the few matters of that person, so that ten thousand customers cost as much as ten.

mod invoice;
mod promise;
mod reason;
mod silence;
mod task;

pub use invoice::{LateInvoice, QuestionedInvoice, list_late, list_questioned};
pub use promise::{DuePromise, list_promises};
pub use reason::{Reason, list_reasons};
pub use silence::{Silent, list_silent};
pub use task::{DueTask, list_of_matters, list_own};

use crate::{Result, row::Columns};
use coplan_domain::id::{CustomerId, PersonId, ProjectId};
use sqlx::any::AnyRow;

/// Where something is, and who has the matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// In which project.
    pub project: ProjectId,
    /// The project's name.
    pub project_name: String,
    /// Who has the matter, and the name; none where it was found by whose it is.
    pub responsible: Option<(PersonId, String)>,
}

pub(crate) fn read_place(row: &AnyRow) -> Result<Place> {
    Ok(Place {
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        project: row.parse("project_id")?,
        project_name: row.text("project_name")?,
        responsible: row.maybe("id")?.zip(row.maybe_text("holder")?),
    })
}
