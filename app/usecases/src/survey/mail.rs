//! The mail that asks somebody a survey, as long as it has not answered.

use crate::{InternalError, Portal, mail::Recipient};
use coplan_domain::{
    id::{CustomerId, PersonId, SurveyId},
    survey::Survey,
};
use coplan_store::{access, customer, survey};

/// A mail that asks a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyMail {
    /// To whom.
    pub to: Recipient,
    /// Under which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What is asked.
    pub survey: Survey,
}

/// What the promised mail says; none where its reader has answered, wants not to, or is not there any more.
pub async fn mail_of(portal: &Portal, id: SurveyId, to: PersonId) -> Result<Option<SurveyMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(customer) = survey::find_customer(&mut conn, id).await? else { return Ok(None) };
    let Some(recipient) = access::find_recipient(&mut conn, customer, to).await? else { return Ok(None) };
    let plan = recipient.access.plan;
    if !survey::is_open(&mut conn, plan, id).await? {
        return Ok(None);
    }
    let Some(survey) = survey::find(&mut conn, plan, id).await? else { return Ok(None) };
    let customer_name = customer::find(&mut conn, plan).await?.name;
    Ok(Some(SurveyMail { to: recipient.person.into(), customer, customer_name, survey }))
}
