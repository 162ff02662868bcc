//! A new customer, in somebody's hands from its first moment.

use super::{
    NUMBER_TAKEN,
    form::{CreateCustomerForm, Details},
    identity::doubts,
};
use crate::{
    Error, InternalError, Portal, account_admin,
    form::{FieldProblem, Parse, Problem},
    idempotency,
    portal::event,
};
use coplan_domain::{
    customer::Customer,
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, PersonId},
    person::{Scope, StaffPerson},
};
use coplan_store::{
    Change, Conn, StoreError,
    access::{Actor, CustomerCreation, WriteProof},
    customer,
    person::{self, InCharge},
    responsibility, staff,
};

/// Creates a customer. Posting the same form twice creates one; sent again with other words, those are another customer.
pub async fn create(portal: &Portal, actor: &Actor, form: &CreateCustomerForm) -> Result<CustomerId, Error> {
    let mut change = portal.change().await?;
    let write = CustomerCreation::prove(&mut change, actor).await?;
    let (details, responsible) =
        (form.parse(), find_responsible(&mut change, &write, &form.responsible, InCharge::Anything).await?);
    let (details, responsible) = match (details, responsible.map(|staff| staff.person.id)) {
        (Ok(details), Some(responsible)) => (details, responsible),
        (details, responsible) => {
            let mut problems = details.err().unwrap_or_default();
            let unknown = FieldProblem { field: "responsible", problem: Problem::NotOneOf };
            problems.extend(responsible.is_none().then_some(unknown));
            return Err(Error::Invalid(problems));
        }
    };
    let mut new = new_customer(&change, form.id, details);
    let said = words(&new, Some(responsible));
    let ids = idempotency::ids(form.id.0, &said.each_ref().map(String::as_str));
    let (place, made) = find_place(&mut change, actor, ids, &said).await?;
    if made {
        return Ok(place);
    }
    new.id = place;
    if !form.confirmed {
        let doubts = doubts(&mut change, actor.staff().ok_or(Error::NotFound)?, &new, None).await?;
        if !doubts.is_empty() {
            return Err(Error::Invalid(doubts));
        }
    }
    match customer::insert(&mut change, &write, &new, responsible).await {
        Ok(()) => {}
        Err(error) if error.is_taken() => {
            drop(change);
            // Taken is the id where a second click comes at once, and the number otherwise.
            let (place, made) = find_place(&mut *portal.db.read().await?, actor, ids, &said).await?;
            return if made { Ok(place) } else { Err(Error::Invalid(vec![NUMBER_TAKEN])) };
        }
        Err(error) => return Err(error.into()),
    }
    let object = (ObjectKind::Customer, new.id.0);
    let happened =
        event(&change, new.id, actor.person(), EventKind::CustomerCreated, object, &new.name, Audience::Scope(Scope::Plan));
    change.record(happened).await?;
    portal.commit(change).await?;
    Ok(new.id)
}

/// Where the customer is to be kept, and whether it is kept there already.
async fn find_place(
    conn: &mut Conn,
    actor: &Actor,
    ids: [CustomerId; 2],
    said: &[String; 6],
) -> Result<(CustomerId, bool), InternalError> {
    for id in ids {
        let Some(there) = account_admin::find(conn, actor, id).await? else { return Ok((id, false)) };
        let has_it = responsibility::find(conn, there.plan, id.0).await?;
        if words(&customer::find(conn, there.plan).await?, has_it) == *said {
            return Ok((id, true));
        }
    }
    Ok((ids[1], false))
}

/// One of the supplier's people who can answer for it, and who does not leave until the customer is kept.
pub(super) async fn find_responsible(
    change: &mut Change,
    write: &impl WriteProof,
    typed: &str,
    of: InCharge,
) -> Result<Option<StaffPerson>, StoreError> {
    let Ok(id) = typed.parse::<PersonId>() else { return Ok(None) };
    staff::lock(change, write, [id]).await?;
    person::find_in_charge(change, id, of).await
}

/// What was typed of a customer, and who has it.
fn words(customer: &Customer, responsible: Option<PersonId>) -> [String; 6] {
    let Customer { number, name, business_id, vat_id, code_policy, .. } = customer;
    let [business_id, vat_id] = [business_id, vat_id].map(|id| id.clone().unwrap_or_default());
    let responsible = responsible.map(|id| id.to_string()).unwrap_or_default();
    [number.clone(), name.clone(), business_id, vat_id, code_policy.to_string(), responsible]
}

fn new_customer(change: &Change, id: CustomerId, details: Details) -> Customer {
    let Details { number, name, business_id, vat_id, code_policy } = details;
    let [business_id, vat_id] = [business_id, vat_id].map(|id| id.map(String::from));
    Customer {
        id,
        number: number.into(),
        name: name.into(),
        business_id,
        vat_id,
        code_policy,
        created_at: change.now(),
        ended_at: None,
        version: 1,
    }
}
