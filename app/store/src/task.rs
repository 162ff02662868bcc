//! Tasks. Members are given the onstage ones of shared projects, and of those behind the scenes that are shared the name
//! and how far they are.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, InternalScope, PlanScope, ProjectWrite, TaskMove, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    name_order,
    person::InCharge,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{PersonId, ProjectId, TaskId},
    person::Side,
    plan::{Stage, Taken, Task, TaskState},
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// Who `y` a task `k` of a project `p` is on: one of the supplier's people who is here, or a member who is still one. What is
/// on somebody who has left is its side's again.
pub(crate) const OWNER: &str = "left join person y on y.id = k.taken_by and y.ended_at is null
         and (y.kind = 'staff' or exists (select 1 from membership o
           where o.person_id = y.id and o.customer_id = p.customer_id and o.ended_at is null))";

/// A statement that selects tasks that the reader may know of.
fn tasks(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select k.id, k.project_id, p.name as project_name, k.name, k.side, k.stage, k.shared_at, k.state, k.state_since,
           k.version, {}
         from project p join task k on k.project_id = p.id and k.removed_at is null
         {OWNER}
         where {} {rest}",
        sight.task_details(),
        sight.task()
    ))
}

fn read(row: &AnyRow) -> Result<Task> {
    Ok(Task {
        id: row.parse("id")?,
        project: row.parse("project_id")?,
        name: row.text("name")?,
        why: row.text("why")?,
        side: row.parse("side")?,
        stage: row.parse("stage")?,
        shared_at: row.maybe_time("shared_at")?,
        state: row.parse("state")?,
        state_since: row.time("state_since")?,
        due_on: row.maybe("due_on")?,
        taken: read_taken(row)?,
        version: row.int("version")?,
    })
}

fn read_taken(row: &AnyRow) -> Result<Option<Taken>> {
    let (by, name, at) = (row.maybe("taken_by")?, row.maybe_text("taken_name")?, row.maybe_time("taken_at")?);
    Ok(by.zip(name).zip(at).map(|((by, name), at)| Taken { by, name, at }))
}

/// The tasks of one project that the reader may know of, what is not done first, then by due day.
pub async fn list_of_project(conn: &mut Conn, scope: PlanScope, project: ProjectId) -> Result<Vec<Task>> {
    let order = "case when k.state = 'done' then 1 else 0 end, coalesce(k.due_on, '9'), k.id";
    let statement = tasks(scope, &format!("and p.id = $2 order by {order}")).bind(Value::text(project));
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// For what the reader's side has to do in projects that go on, longest waiting first, with the projects' names.
pub(crate) fn ask_waiting(scope: PlanScope) -> Statement {
    let rest = "and p.ended_at is null and k.side = $2 and k.state <> 'done' order by k.state_since, k.id";
    tasks(scope, rest).bind(Value::text(scope.side()))
}

pub(crate) fn read_waiting(rows: &[AnyRow]) -> Result<Vec<(Task, String)>> {
    rows.iter().map(|row| Ok((read(row)?, row.text("project_name")?))).collect()
}

/// One task that the reader may know of.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: TaskId) -> Result<Option<Task>> {
    tasks(scope, "and k.id = $2").bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// A task as it can be told from what was typed to add it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Where it is.
    pub project: ProjectId,
    /// What is said of it.
    pub words: TaskWords,
    /// Whether the customer was shown it although it is behind the scenes.
    pub shared: bool,
}

/// A task of this customer, also where it was taken away.
pub async fn find_added(conn: &mut Conn, scope: InternalScope, id: TaskId) -> Result<Option<Added>> {
    let row = sqlx::query(
        "select t.project_id, t.name, t.why, t.side, t.taken_by, t.stage, t.due_on, t.shared_at
         from task t join project p on p.id = t.project_id where t.id = $1 and p.customer_id = $2",
    )
    .bind(id.to_string())
    .bind(scope.customer().to_string())
    .fetch_optional(conn)
    .await?;
    let read = |row: AnyRow| {
        let words = TaskWords {
            name: row.text("name")?,
            why: row.text("why")?,
            side: row.parse("side")?,
            owner: row.maybe("taken_by")?,
            stage: row.parse("stage")?,
            due_on: row.maybe("due_on")?,
        };
        Ok(Added { project: row.parse("project_id")?, words, shared: row.maybe_time("shared_at")?.is_some() })
    };
    row.map(read).transpose()
}

/// What is said of a task by whoever plans it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskWords {
    /// What is to be done.
    pub name: String,
    /// What it is needed for; may be empty.
    pub why: String,
    /// Which side does it.
    pub side: Side,
    /// Who of that side; nobody in person where none is named.
    pub owner: Option<PersonId>,
    /// Whether the customer sees it by its nature.
    pub stage: Stage,
    /// When it should be done.
    pub due_on: Option<Date>,
}

/// Somebody whom a task can be on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// On which side.
    pub side: Side,
}

/// Whom a task of this customer can be on: the supplier's people, and members who read the plan; by name, the customer's
/// people first.
pub async fn list_candidates(conn: &mut Conn, scope: InternalScope) -> Result<Vec<Candidate>> {
    let in_charge = InCharge::Customer(scope.customer()).condition();
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "select p.id, p.name, 'supplier' as side from staff s join person p on p.id = s.person_id and p.ended_at is null
         where {in_charge}
         union all
         select p.id, p.name, 'customer' as side from membership m join person p on p.id = m.person_id
         join membership_scope s on s.membership_id = m.id and s.scope = 'plan'
         where m.customer_id = $1 and m.ended_at is null"
    )))
    .bind(scope.customer().to_string())
    .fetch_all(conn)
    .await?;
    let read = |row: &AnyRow| Ok(Candidate { person: row.parse("id")?, name: row.text("name")?, side: row.parse("side")? });
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut found, |one| &one.name);
    found.sort_by_key(|one| one.side == Side::Supplier);
    Ok(found)
}

/// Keeps a new task; false where this id was kept before or the project is not the customer's.
pub async fn insert(change: &mut Change, write: &ProjectWrite, id: TaskId, words: &TaskWords, shared: bool) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into task (id, project_id, name, why, side, stage, shared_at, state, state_since, due_on, taken_by, taken_at,
           version)
         select $1, p.id, $2, $3, $4, $5, $6, 'open', $7, $8, $11, $12, 1 from project p where p.id = $9 and p.customer_id = $10
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(words.name.as_str())
    .bind(words.why.as_str())
    .bind(words.side.as_str())
    .bind(words.stage.as_str())
    .bind(shared.then_some(now))
    .bind(now)
    .bind(words.due_on.map(|day| day.to_string()))
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .bind(words.owner.map(|id| id.to_string()))
    .bind(words.owner.map(|_| now))
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes what is said of a task; one that comes onstage needs no sharing and, gone back, is hidden. False where somebody
/// else did since this version.
pub async fn update_words(
    change: &mut Change,
    write: &ProjectWrite,
    id: TaskId,
    version: i64,
    words: &TaskWords,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update task set name = $1, why = $2, side = $3, stage = $4, due_on = $5,
           taken_by = $9, taken_at = case when $9 is null then null when taken_by = $9 then taken_at else $10 end,
           shared_at = case when $4 = 'onstage' then null else shared_at end, version = version + 1
         where id = $6 and version = $7 and removed_at is null
           and project_id = $8",
    )
    .bind(words.name.as_str())
    .bind(words.why.as_str())
    .bind(words.side.as_str())
    .bind(words.stage.as_str())
    .bind(words.due_on.map(|day| day.to_string()))
    .bind(id.to_string())
    .bind(version)
    .bind(write.project().to_string())
    .bind(words.owner.map(|id| id.to_string()))
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets by when a task is to be done. A form of it that is open is stale from now on.
pub async fn update_due(change: &mut Change, write: &ProjectWrite, id: TaskId, due_on: Date) -> Result<()> {
    sqlx::query("update task set due_on = $1, version = version + 1 where id = $2 and project_id = $3 and removed_at is null")
        .bind(due_on.to_string())
        .bind(id.to_string())
        .bind(write.project().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Says how far a task is. Either side may hold the scope; what a member cannot see it cannot move. False where it is to
/// be done without the answer that it asks for.
pub async fn update_state(change: &mut Change, write: &TaskMove, state: TaskState) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update task set state = $1, state_since = $2
         where id = $3 and removed_at is null and ($5 = 'supplier' or stage = 'onstage' or shared_at is not null)
           and project_id in (select id from project where customer_id = $4 and ($5 = 'supplier' or shared_at is not null))
           and ($1 <> 'done'
             or not exists (select 1 from task_request r where r.task_id = task.id and r.withdrawn_at is null)
             or exists (select 1 from task_answer a where a.task_id = task.id and a.reopened_at is null))",
    )
    .bind(state.as_str())
    .bind(now.as_millisecond())
    .bind(write.task().to_string())
    .bind(write.customer().to_string())
    .bind(write.plan().side().as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts the holder's name on a task, or takes off whose name is on it. A form of it that is open is stale from now on.
pub async fn update_taken(change: &mut Change, write: &TaskMove, taken: bool) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "update task set taken_by = $1, taken_at = $2, version = version + 1 where id = $3 and removed_at is null
           and project_id in (select id from project where customer_id = $4)",
    )
    .bind(taken.then(|| write.person().to_string()))
    .bind(taken.then_some(now))
    .bind(write.task().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Shows a task behind the scenes to the customer from a moment on, or takes it from view.
pub async fn update_shared(change: &mut Change, write: &ProjectWrite, id: TaskId, shared_at: Option<Timestamp>) -> Result<()> {
    sqlx::query(
        "update task set shared_at = $1
         where id = $2 and removed_at is null and project_id = $3",
    )
    .bind(shared_at.map(Timestamp::as_millisecond))
    .bind(id.to_string())
    .bind(write.project().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
