//! Customer companies as staff keeps them.

mod change;
mod create;
mod end;
mod form;
mod identity;
mod show;

pub use change::{change, change_internal};
pub use coplan_store::customer::CustomerInternal;
pub use create::create;
pub use end::{end, resume};
pub use form::{CreateCustomerForm, CustomerForm, InternalForm, ResumeForm};
pub(crate) use identity::problems_of_new;
pub use show::{CustomerAdminView, MemberEntry, show_for_colleague, show_for_staff};

use crate::form::{FieldProblem, Problem};

const NUMBER_TAKEN: FieldProblem = FieldProblem { field: "number", problem: Problem::Taken };
