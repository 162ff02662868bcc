//! A new customer, in somebody's hands from its first moment.

use super::{CustomerForm, Details, NUMBER_TAKEN, owned, parse_details};
use crate::{
    Fault, Portal,
    form::{FieldProblem, Problem},
    keeper,
    portal::event,
};
use coplan_domain::{
    customer::Customer,
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, PersonId},
    person::Scope,
};
use coplan_store::{Change, Conn, StoreError, access::Actor, customer, person, staff};

/// What is typed of a new customer.
#[derive(Debug, Clone)]
pub struct CreateCustomerForm {
    /// The id that the form carries, so that posting twice makes one.
    pub id: CustomerId,
    /// Its details; the version does not matter.
    pub details: CustomerForm,
    /// Who has it.
    pub responsible: String,
}

/// Why a customer is not created.
#[derive(Debug, thiserror::Error)]
pub enum CreateCustomerError {
    /// Only for admins and key account managers.
    #[error("not found")]
    NotFound,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Nobody's doing.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for CreateCustomerError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Creates a customer. Posting the same form twice creates one.
///
/// # Errors
/// [`CreateCustomerError`].
pub async fn create_customer(
    portal: &Portal,
    actor: &Actor,
    form: &CreateCustomerForm,
) -> Result<CustomerId, CreateCustomerError> {
    let by = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(CreateCustomerError::NotFound)?;
    let mut change = portal.change().await?;
    if let Some(there) = find_made(&mut change, actor, form).await? {
        return there;
    }
    let responsible = find_responsible(&mut change, &form.responsible).await?;
    let (details, responsible) = match (parse_details(&form.details), responsible) {
        (Ok(details), Some(responsible)) => (details, responsible),
        (details, responsible) => {
            let mut problems = details.err().unwrap_or_default();
            let unknown = FieldProblem { field: "responsible", problem: Problem::NotOneOf };
            problems.extend(responsible.is_none().then_some(unknown));
            return Err(CreateCustomerError::Invalid(problems));
        }
    };
    let new = new_customer(&change, form.id, details);
    match customer::insert(&mut change, by, &new, responsible).await {
        Ok(()) => {}
        Err(error) if error.is_taken() => {
            drop(change);
            // Taken is the id where a second click comes at once, and the number otherwise.
            let made = find_made(&mut *portal.db.read().await?, actor, form).await?;
            return made.unwrap_or_else(|| Err(CreateCustomerError::Invalid(vec![NUMBER_TAKEN])));
        }
        Err(error) => return Err(error.into()),
    }
    let object = (ObjectKind::Customer, new.id.0);
    let happened =
        event(&change, new.id, actor.person(), EventKind::CustomerCreated, object, &new.name, Audience::Scope(Scope::Plan));
    change.record(happened).await?;
    portal.keep(change).await?;
    Ok(new.id)
}

/// What this form made before; not found where its id is another customer's. None where nothing has the id.
async fn find_made(
    conn: &mut Conn,
    actor: &Actor,
    form: &CreateCustomerForm,
) -> Result<Option<Result<CustomerId, CreateCustomerError>>, Fault> {
    let Some(there) = keeper::find(conn, actor, form.id).await? else { return Ok(None) };
    let there = customer::find(conn, there.plan).await?;
    let same = there.number == form.details.number.trim();
    Ok(Some(if same { Ok(there.id) } else { Err(CreateCustomerError::NotFound) }))
}

/// One of the supplier's people, who does not leave until the customer is kept.
async fn find_responsible(change: &mut Change, typed: &str) -> Result<Option<PersonId>, StoreError> {
    let Ok(id) = typed.parse::<PersonId>() else { return Ok(None) };
    staff::hold(change, [id]).await?;
    Ok(person::find_staff(change, id).await?.map(|staff| staff.person.id))
}

fn new_customer(change: &Change, id: CustomerId, details: Details) -> Customer {
    Customer {
        id,
        number: details.number.as_str().to_owned(),
        name: details.name.as_str().to_owned(),
        business_id: owned(details.business_id),
        vat_id: owned(details.vat_id),
        code_policy: details.code_policy,
        created_at: change.now(),
        version: 1,
    }
}
