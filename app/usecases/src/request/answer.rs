//! Answering what a task asks: the task is done with it, the promised day moves where the choice says so, and what was
//! discussed about the task is resolved.

use super::AnswerForm;
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem},
    record::record,
    task::audience_of,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    person::Scope,
    plan::TaskState,
    request::{Answer, AnswerRequest, RequestChoice},
};
use coplan_store::{
    access::{Actor, hold},
    request::{self, NewAnswer},
    task, thread,
};

/// The most letters of an answer that a history tells.
const TOLD: usize = 120;

/// What an answer met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meanwhile {
    /// Somebody else has answered.
    Answered(Box<Answer>),
    /// Something else is asked now.
    Changed,
}

/// Answers what a task asks. The supplier's people write down what they were told. The same answer again changes nothing.
///
/// # Errors
/// [`Error`]; `NotFound` also where nothing is asked, `NotResponsible` for a member where the supplier does the task,
/// `Stale` where somebody else has answered or something else is asked.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    form: &AnswerForm,
) -> Result<ProjectId, Error<Meanwhile>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, task, project) = held.task_move(&mut change, id).await?;
    let (plan, money) = (held.access.plan, held.access.money);
    let asked = request::find(&mut change, plan, money, id).await?.ok_or(Error::NotFound)?;
    let read = form.read_for(&asked);
    if let Some(there) = request::find_answer(&mut change, plan, money, id).await? {
        let same = read.is_ok_and(|(place, note)| is_same(&there, actor, choice_of(&asked, place), &note));
        return if same { Ok(project.id) } else { Err(Error::stale(Meanwhile::Answered(Box::new(there)))) };
    }
    if actor.staff().is_none() && asked.is_over(portal.today(actor)) {
        return Err(Error::Invalid(vec![FieldProblem { field: "choice", problem: Problem::ChoiceOver }]));
    }
    let (place, note) = read?;
    if form.version != asked.revision {
        return Err(Error::stale(Meanwhile::Changed));
    }
    let chosen = choice_of(&asked, place);
    let said = chosen.map_or_else(|| note.lines().next().unwrap_or_default(), |choice| choice.name.as_str());
    let told = format!("{}: {}", task.name, said.chars().take(TOLD).collect::<String>());
    let moves = chosen.and_then(|choice| choice.sets.as_ref()).filter(|sets| sets.is_move());
    let answer = NewAnswer { id: change.id(), place, note: note.clone(), moves: moves.is_some() };
    request::insert_answer(&mut change, &write, &answer).await?;
    task::update_state(&mut change, &write, TaskState::Done).await?;
    let kind = if actor.staff().is_some() { EventKind::TaskAnsweredFor } else { EventKind::TaskAnswered };
    let audience = audience_of(&project, task.is_seen_by_customer());
    record(&mut change, &write, kind, (ObjectKind::Task, id.0), &told, audience).await?;
    if let Some((sets, place)) = moves.zip(place) {
        request::move_promise(&mut change, &write, place, &told).await?;
        let object = (ObjectKind::Milestone, sets.milestone.0);
        record(&mut change, &write, EventKind::PromiseMoved, object, &sets.name, audience).await?;
    }
    let outcome = said.chars().take(TOLD).collect::<String>();
    for (thread, title) in thread::update_answered(&mut change, &write, &outcome).await? {
        let audience = if audience == Audience::Internal { audience } else { Audience::Scope(Scope::Discussion) };
        record(&mut change, &write, EventKind::ThreadResolved, (ObjectKind::Thread, thread.0), &title, audience).await?;
    }
    portal.commit(change).await?;
    Ok(project.id)
}

fn choice_of(asked: &AnswerRequest, place: Option<i64>) -> Option<&RequestChoice> {
    place.and_then(|place| asked.choice(place))
}

/// Whether it is the answer that this person has given already.
fn is_same(there: &Answer, actor: &Actor, chosen: Option<&RequestChoice>, note: &str) -> bool {
    let choice = chosen.map(|choice| choice.name.as_str());
    there.person == actor.person() && there.choice.as_deref() == choice && there.note == note
}
