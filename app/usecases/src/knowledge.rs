//! Asked once, used everywhere: the supplier asks for a reason, the customer answers, and both find it again.

mod form;
mod template;

pub use form::{AnswerQuestionForm, AskQuestionForm, TemplateForm};
pub(crate) use template::ask_service;
pub use template::{add_template, ask_templates, list_templates, remove_template};

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    idempotency,
    merge::filled,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, QuestionAnswerId, QuestionId},
    knowledge::{Question, QuestionTemplate, QuestionWords},
    person::{Scope, Side},
    text::folded,
};
use coplan_store::{
    Change,
    access::{Actor, CustomerWrite, hold, may_write},
    knowledge,
};
use jiff::{Timestamp, civil::Date};
use std::{collections::BTreeMap, sync::Arc};

/// The most questions that are shown.
const MOST: i64 = 500;

/// What is known of a customer, as either side sees it.
#[derive(Debug, Clone)]
pub struct KnowledgeView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What was asked: what is not answered first.
    pub questions: Vec<Question>,
    /// What can be asked by service; for who may ask.
    pub templates: Vec<QuestionTemplate>,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may ask.
    pub may_ask: bool,
    /// Whether the reader may answer.
    pub may_answer: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// Shows what is known of a customer.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<KnowledgeView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let may_ask = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, now).await?,
        None => false,
    };
    let templates = match actor.staff() {
        Some(staff) if may_ask => knowledge::list_templates(&mut conn, staff).await?,
        _ => Vec::new(),
    };
    Ok(KnowledgeView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        questions: once(knowledge::list(&mut conn, access.plan, MOST).await?),
        templates,
        side: actor.side(),
        may_ask,
        may_answer: may_ask || actor.side() == Side::Customer,
        today: portal.today(actor),
        now,
    })
}

/// What was asked again is known once, as it was answered last.
fn once(questions: Vec<Question>) -> Vec<Question> {
    let mut last: BTreeMap<String, Timestamp> = BTreeMap::new();
    for question in &questions {
        if let Some(answer) = &question.answer {
            let known = last.entry(folded(&question.said.words)).or_insert(answer.at);
            *known = answer.at.max(*known);
        }
    }
    let is_last = |question: &Question| {
        let at = question.answer.as_ref().map(|answer| answer.at);
        at.is_none() || at == last.get(&folded(&question.said.words)).copied()
    };
    questions.into_iter().filter(is_last).collect()
}

/// One question for who may answer it.
pub async fn show(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: QuestionId,
) -> Result<(KnowledgeView, Question), Error> {
    let view = list(portal, actor, customer).await?;
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let found = knowledge::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    if view.may_answer { Ok((view, found)) } else { Err(Error::NotResponsible) }
}

async fn tell(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, words: &str) -> coplan_store::Result<()> {
    let object = (ObjectKind::Knowledge, write.customer().0);
    record(change, write, kind, object, words, Audience::Scope(Scope::Plan)).await
}

/// Asks the customer; asked before with the same form, it is asked already.
pub async fn ask(portal: &Portal, actor: &Actor, customer: CustomerId, form: &AskQuestionForm) -> Result<QuestionId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    let said = QuestionWords::from(read?);
    for id in idempotency::ids::<QuestionId>(form.id.0, &filled(form)) {
        if knowledge::insert(&mut change, &write, id, &said).await? {
            tell(&mut change, &write, EventKind::QuestionAsked, &said.words).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        if knowledge::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?.said == said {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Withdraws a question; withdrawn before, it stays so.
pub async fn withdraw(portal: &Portal, actor: &Actor, customer: CustomerId, id: QuestionId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.plan_write(&mut change).await?;
    knowledge::withdraw(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Answers a question, or answers it anew; answered before with the same form, it is answered already. The supplier's
/// people write down what they were told by other means.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: QuestionId,
    form: &AnswerQuestionForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.knowledge_write(&mut change).await?;
    let found = knowledge::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let words = String::from(read?.answer);
    if found.answer.as_ref().is_some_and(|answer| answer.words == words) {
        return Ok(());
    }
    for answer in idempotency::ids::<QuestionAnswerId>(form.id.0, &filled(form)) {
        if knowledge::insert_answer(&mut change, &write, id, answer, &words).await? {
            tell(&mut change, &write, EventKind::QuestionAnswered, &found.said.words).await?;
            return Ok(portal.commit(change).await?);
        }
    }
    Ok(())
}
