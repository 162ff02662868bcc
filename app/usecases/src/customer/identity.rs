//! What a customer is known by is looked at before it is saved: a mistyped identifier, or one that another customer has
//! too, finds no customer for an invoice, and nobody would know why.

use super::form::CreateCustomerForm;
use crate::{
    InternalError,
    form::{FieldProblem, Parse, Problem},
};
use coplan_domain::{
    business_id::{BusinessIdProblem, canonical, doubt},
    customer::Customer,
    person::CodePolicy,
};
use coplan_store::{Conn, access::Staff, customer};
use jiff::Timestamp;

/// What looks wrong with the identifiers of a customer and has to be confirmed; those that `present` has already were.
pub(super) async fn doubts(
    conn: &mut Conn,
    staff: &Staff,
    new: &Customer,
    present: Option<&Customer>,
) -> Result<Vec<FieldProblem>, InternalError> {
    let mut doubts = Vec::new();
    let mut looked_up = None;
    let present_ids = [present.and_then(|it| it.business_id.as_ref()), present.and_then(|it| it.vat_id.as_ref())];
    let ids = [("business_id", new.business_id.as_ref()), ("vat_id", new.vat_id.as_ref())];
    for ((field, typed), known) in ids.into_iter().zip(present_ids) {
        let Some(typed) = typed.filter(|typed| known != Some(typed)) else { continue };
        let vat_id = new.vat_id.as_deref().filter(|_| field == "business_id");
        if let Some(problem) = doubt(typed, vat_id) {
            let problem = match problem {
                BusinessIdProblem::WrongCheckDigit => Problem::WrongCheckDigit,
                BusinessIdProblem::WrongForm => Problem::NotABusinessId,
            };
            doubts.push(FieldProblem { field, problem });
        }
        // Both may be spellings of one company.
        let key = canonical(typed);
        if looked_up.as_ref() != Some(&key) && customer::is_known_by(conn, staff, new.id, typed).await? {
            doubts.push(FieldProblem { field, problem: Problem::OtherCustomer });
        }
        looked_up = Some(key);
    }
    Ok(doubts)
}

/// What is wrong with a new customer, or looks wrong, before anything is written.
pub(crate) async fn problems_of_new(
    conn: &mut Conn,
    staff: &Staff,
    form: &CreateCustomerForm,
) -> Result<Vec<FieldProblem>, InternalError> {
    let details = match form.parse() {
        Ok(details) => details,
        Err(problems) => return Ok(problems),
    };
    let nobody = Customer {
        id: form.id,
        number: String::new(),
        name: String::new(),
        business_id: None,
        vat_id: None,
        code_policy: CodePolicy::Always,
        created_at: Timestamp::UNIX_EPOCH,
        ended_at: None,
        version: 1,
    };
    doubts(conn, staff, &details.put_into(&nobody), None).await
}
