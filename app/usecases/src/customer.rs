//! Customer companies as staff keeps them.

mod change;
mod create;
mod end;
mod show;

pub use change::{CustomerForm, InternalForm, change_customer, change_internal};
pub use coplan_store::customer::CustomerInternal;
pub use create::{CreateCustomerForm, create_customer};
pub use end::{end_customer, resume_customer};
pub use show::{CustomerAdminView, MemberEntry, show_for_colleague, show_for_staff};

use crate::form::{FieldProblem, Problem, Problems};
use coplan_domain::{person::CodePolicy, text::Line};

/// What both creating and changing take of a customer.
struct Details {
    number: Line,
    name: Line,
    business_id: Option<Line>,
    vat_id: Option<Line>,
    code_policy: CodePolicy,
}

fn parse_details(form: &CustomerForm) -> Result<Details, Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let number = problems.line("number", &form.number);
    let name = problems.line("name", &form.name);
    let business_id = problems.optional_line("business_id", &form.business_id);
    let vat_id = problems.optional_line("vat_id", &form.vat_id);
    let code_policy = problems.choice("code_policy", &form.code_policy);
    let (number, (name, code_policy)) = problems.finish(number.zip(name.zip(code_policy)))?;
    Ok(Details { number, name, business_id, vat_id, code_policy })
}

fn owned(line: Option<Line>) -> Option<String> {
    line.map(|line| line.as_str().to_owned())
}

const NUMBER_TAKEN: FieldProblem = FieldProblem { field: "number", problem: Problem::Taken };
