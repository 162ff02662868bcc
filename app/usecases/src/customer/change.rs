//! Changing a customer's details, and what only the supplier's people know of it.

use super::{NUMBER_TAKEN, owned, parse_details};
use crate::{
    Error, Portal,
    form::{FieldProblem, Problems},
    merge::{self, Edit},
    record::record,
};
use coplan_domain::{
    customer::Customer,
    event::{Audience, EventKind, ObjectKind},
    id::CustomerId,
    person::CodePolicy,
};
use coplan_store::{
    access::{AccountAdmin, Actor},
    customer::{self, CustomerInternal},
    device,
};

/// What is typed of a customer.
#[derive(Debug, Clone, Default)]
pub struct CustomerForm {
    /// The supplier's number for it.
    pub number: String,
    /// The company's name.
    pub name: String,
    /// Business id; empty for none.
    pub business_id: String,
    /// VAT identifier; empty for none.
    pub vat_id: String,
    /// When a code by mail is asked for.
    pub code_policy: String,
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    pub was: String,
}

merge::edit!(CustomerForm: name, number, business_id, vat_id, code_policy);

impl CustomerForm {
    /// A customer as its form is drawn.
    #[must_use]
    pub fn of(customer: &Customer) -> Self {
        Self {
            number: customer.number.clone(),
            name: customer.name.clone(),
            business_id: customer.business_id.clone().unwrap_or_default(),
            vat_id: customer.vat_id.clone().unwrap_or_default(),
            code_policy: customer.code_policy.to_string(),
            version: customer.version,
            was: String::new(),
        }
        .seen()
    }
}

/// Changes a customer's details, together with what others have changed of them since. Where it asks for a code from now
/// on, whoever is in by a link alone is out.
pub async fn change_customer(portal: &Portal, actor: &Actor, id: CustomerId, form: &CustomerForm) -> Result<(), Error<Customer>> {
    let mut change = portal.change().await?;
    let asks_for_code = form.code_policy != CodePolicy::Never.as_str();
    let admin = if asks_for_code {
        // Locked as coming in locks them, so that none comes in by a link alone meanwhile.
        AccountAdmin::prove_with_members(&mut change, actor, id).await?
    } else {
        AccountAdmin::prove(&mut change, actor, id).await?
    };
    parse_details(form)?;
    let present = customer::find(&mut change, admin.plan()).await?;
    let merged = merge::merged(form, &CustomerForm::of(&present)).and_then(|form| parse_details(&form).ok());
    let details = merged.ok_or_else(|| Error::stale(present.clone()))?;
    let to = Customer {
        number: details.number.as_str().to_owned(),
        name: details.name.as_str().to_owned(),
        business_id: owned(details.business_id),
        vat_id: owned(details.vat_id),
        code_policy: details.code_policy,
        ..present.clone()
    };
    let kept = customer::update(&mut change, &admin, &to)
        .await
        .map_err(|error| if error.is_taken() { Error::Invalid(vec![NUMBER_TAKEN]) } else { error.into() })?;
    if !kept {
        return Err(Error::stale(present));
    }
    device::remove_unproved(&mut change, &admin).await?;
    let object = (ObjectKind::Customer, id.0);
    record(&mut change, &admin, EventKind::CustomerChanged, object, &to.name, Audience::Internal).await?;
    portal.commit(change).await?;
    Ok(())
}

/// What is typed for the supplier's people only.
#[derive(Debug, Clone, Default)]
pub struct InternalForm {
    /// The segment it is served in; empty for none.
    pub segment: String,
    /// What colleagues should know; empty for nothing.
    pub about: String,
    /// The version that the form was drawn from; 0 where nothing was written yet.
    pub version: i64,
    /// What stood in the fields then.
    pub was: String,
}

merge::edit!(InternalForm: segment, about);

impl InternalForm {
    /// What is internal as its form is drawn.
    #[must_use]
    pub fn of(internal: &CustomerInternal) -> Self {
        let (segment, about) = (internal.segment.clone(), internal.about.clone());
        Self { segment, about, version: internal.version, was: String::new() }.seen()
    }

    fn read(&self) -> Result<CustomerInternal, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let segment = problems.optional_line("segment", &self.segment);
        let about = problems.optional_prose("about", &self.about);
        problems.finish(Some(CustomerInternal {
            segment: segment.map(|line| line.as_str().to_owned()).unwrap_or_default(),
            about: about.map(|prose| prose.as_str().to_owned()).unwrap_or_default(),
            version: self.version,
        }))
    }
}

/// Changes what only the supplier's people know of a customer, together with what others have changed of it since.
pub async fn change_internal(
    portal: &Portal,
    actor: &Actor,
    id: CustomerId,
    form: &InternalForm,
) -> Result<(), Error<CustomerInternal>> {
    let mut change = portal.change().await?;
    let admin = AccountAdmin::prove(&mut change, actor, id).await?;
    form.read()?;
    let present = customer::find_internal(&mut change, admin.internal()).await?;
    let merged = merge::merged(form, &InternalForm::of(&present)).and_then(|form| form.read().ok());
    let to = merged.ok_or_else(|| Error::stale(present.clone()))?;
    let to = CustomerInternal { version: present.version, ..to };
    if !customer::update_internal(&mut change, &admin, &to).await? {
        let present = customer::find_internal(&mut change, admin.internal()).await?;
        return Err(Error::stale(present));
    }
    let name = customer::find(&mut change, admin.plan()).await?.name;
    let object = (ObjectKind::Customer, id.0);
    record(&mut change, &admin, EventKind::CustomerChanged, object, &name, Audience::Internal).await?;
    portal.commit(change).await?;
    Ok(())
}
