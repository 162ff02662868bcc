//! What tasks ask of their customer: the choices with what each of them does.

mod answer;
mod write;

pub use answer::{NewAnswer, find_answer, insert_answer, list_answers_of_project, move_promise, move_promise_back, reopen};
pub use write::{NewChoice, NewRequest, update};

use crate::{
    Conn, Result,
    access::{MoneyScope, PlanScope},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{ProjectId, TaskId},
    money::Money,
    request::{AnswerRequest, DaySet, Price, RequestChoice},
};
use sqlx::any::AnyRow;

/// A statement that selects what tasks ask of whom the reader may know, a row for each choice; [`gather`] reads them.
fn choices(scope: PlanScope, money: Option<MoneyScope>, rest: &str) -> Statement {
    let sight = Sight::from((scope, money));
    sight.ask(format!(
        "select r.task_id, r.takes_note, r.open_until, r.version, a.language, c.place, c.name, c.moves_to, {},
           m.id as milestone_id, m.name as milestone_name, m.version as milestone_version, m.reached_on, m.removed_at,
           s.promised_on
         from project p join task k on k.project_id = p.id and k.removed_at is null
         join task_request r on r.task_id = k.id and r.withdrawn_at is null
         join person a on a.id = r.asked_by
         left join task_choice c on c.task_id = k.id
         left join milestone m on m.id = c.milestone_id
         left join promise s on s.milestone_id = m.id
           and s.promised_at = (select max(l.promised_at) from promise l where l.milestone_id = m.id)
         where {} {rest} order by r.task_id, c.place",
        sight.price("c"),
        sight.request()
    ))
}

/// The price of a row, by the columns of [`Sight::price`].
fn price(row: &AnyRow) -> Result<Price> {
    Ok(match (row.int("has_price")?, row.maybe_int("cost")?, row.maybe("currency")?) {
        (_, Some(minor), Some(currency)) => Price::Sum(Money::from_minor(minor, currency)),
        (0, ..) => Price::Free,
        _ => Price::Hidden,
    })
}

fn day_set(row: &AnyRow) -> Result<Option<DaySet>> {
    let over = row.maybe_text("reached_on")?.is_some() || row.maybe_int("removed_at")?.is_some();
    let (Some(milestone), Some(to), false) = (row.maybe("milestone_id")?, row.maybe("moves_to")?, over) else {
        return Ok(None);
    };
    Ok(Some(DaySet { milestone, name: row.text("milestone_name")?, from: row.parse("promised_on")?, to }))
}

/// What is asked, from the rows of all choices.
pub(crate) fn gather(rows: &[AnyRow]) -> Result<Vec<AnswerRequest>> {
    let mut found: Vec<AnswerRequest> = Vec::new();
    for row in rows {
        let task = row.parse("task_id")?;
        if found.last().is_none_or(|last| last.task != task) {
            let (version, language) = (row.int("version")?, row.parse("language")?);
            let takes_note = row.int("takes_note")? == 1;
            // An edit outweighs whatever its milestones have gone through.
            let revision = version << 32;
            let open_until = row.maybe("open_until")?;
            found.push(AnswerRequest { task, choices: Vec::new(), takes_note, open_until, language, version, revision });
        }
        let (Some(request), Some(place)) = (found.last_mut(), row.maybe_int("place")?) else { continue };
        request.revision += row.maybe_int("milestone_version")?.unwrap_or_default();
        request.choices.push(RequestChoice { place, name: row.text("name")?, sets: day_set(row)?, price: price(row)? });
    }
    Ok(found)
}

/// For what is asked of the reader's side by tasks that wait, in projects that go on.
pub(crate) fn ask_waiting(scope: PlanScope, money: Option<MoneyScope>) -> Statement {
    let rest = "and p.ended_at is null and k.side = $2 and k.state <> 'done'";
    choices(scope, money, rest).bind(Value::text(scope.side()))
}

/// What the tasks of one project ask, as far as the reader may know of them.
pub async fn list_of_project(
    conn: &mut Conn,
    scope: PlanScope,
    money: Option<MoneyScope>,
    project: ProjectId,
) -> Result<Vec<AnswerRequest>> {
    gather(&choices(scope, money, "and p.id = $2").bind(Value::text(project)).fetch(conn).await?)
}

/// What one task asks; none where it asks nothing.
pub async fn find(conn: &mut Conn, scope: PlanScope, money: Option<MoneyScope>, task: TaskId) -> Result<Option<AnswerRequest>> {
    let statement = choices(scope, money, "and k.id = $2").bind(Value::text(task));
    Ok(gather(&statement.fetch(conn).await?)?.pop())
}
