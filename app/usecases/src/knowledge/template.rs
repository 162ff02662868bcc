//! What is asked of every customer that takes a service: kept once by those who keep plans, asked together.

use super::{TemplateForm, tell};
use crate::{Error, Portal, form::Parse};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, QuestionId, QuestionTemplateId},
    knowledge::{QuestionTemplate, QuestionWords},
};
use coplan_store::{
    Change,
    access::{Actor, Held, PlanWrite, TemplateWrite, hold},
    knowledge,
};

/// Lists what is asked for each service, for those who keep plans.
pub async fn list_templates(portal: &Portal, actor: &Actor) -> Result<Vec<QuestionTemplate>, Error> {
    let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    Ok(knowledge::list_templates(&mut conn, staff).await?)
}

/// Keeps what is asked for a service; kept before with the same form, it is there already.
pub async fn add_template(portal: &Portal, actor: &Actor, form: &TemplateForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    let read = read?;
    let (service, words, why) = (read.service.into(), read.words.into(), read.reason.into());
    let for_whom = read.whom.map(String::from).unwrap_or_default();
    let template = QuestionTemplate { id: form.id, service, words, why, for_whom };
    knowledge::insert_template(&mut change, &write, &template).await?;
    Ok(portal.commit(change).await?)
}

/// Asks it no more for that service.
pub async fn remove_template(portal: &Portal, actor: &Actor, id: QuestionTemplateId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    knowledge::remove_template(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Asks a customer all that is asked for a service, and says how many questions that were. What it is asked already is
/// not asked again, so that a second press asks nothing twice.
pub async fn ask_templates(portal: &Portal, actor: &Actor, customer: CustomerId, service: &str) -> Result<usize, Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    let asked = ask_service(&mut change, &held, &write, service).await?;
    portal.commit(change).await?;
    Ok(asked)
}

/// The same within a change.
pub(crate) async fn ask_service(change: &mut Change, held: &Held, write: &PlanWrite, service: &str) -> Result<usize, Error> {
    let staff = held.actor.staff().ok_or(Error::NotFound)?;
    let templates = knowledge::list_templates(change, staff).await?;
    let mut asked = 0;
    for template in templates.into_iter().filter(|template| template.service == service) {
        if knowledge::is_open(change, write.plan(), &template.words).await? {
            continue;
        }
        let id = change.id::<QuestionId>();
        let QuestionTemplate { words, why, for_whom, .. } = template;
        let said = QuestionWords { words, why, for_whom, blocks: String::new(), due_on: None };
        if knowledge::insert(change, write, id, &said).await? {
            tell(change, write, EventKind::QuestionAsked, &said.words).await?;
            asked += 1;
        }
    }
    Ok(asked)
}
