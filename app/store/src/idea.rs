//! Needs and ideas, with who supports them, their steps and who was invited to try them.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, IdeaWrite, PlanScope, PlanWrite, Staff, WriteProof},
    bulk_insert::Value,
    engine::{Statement, fetch_each},
    on_duty::{self, MINE},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{IdeaId, IdeaStepId, PersonId},
    idea::{Idea, IdeaLine, IdeaState, IdeaStep, IdeaTrial, IdeaWords, TrialAnswer},
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// A statement about ideas `ia` that the reader sees, before a condition on them as `$2`.
fn ask(scope: PlanScope, columns: &str, joined: &str, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!("select {columns} from idea ia {joined} where {} {rest}", sight.idea()))
}

fn read(row: &AnyRow) -> Result<Idea> {
    Ok(Idea {
        id: row.parse("id")?,
        said: IdeaWords {
            category: row.parse("category")?,
            what: row.text("words")?,
            effect: row.text("effect")?,
            gains: row.text("gains")?,
        },
        by: row.parse("given_by")?,
        by_name: row.text("name")?,
        side: row.parse("side")?,
        language: row.parse("language")?,
        at: row.time("given_at")?,
        state: row.parse("state")?,
        state_since: row.time("state_since")?,
        supporters: Vec::new(),
        steps: Vec::new(),
        trials: Vec::new(),
    })
}

fn read_step(row: &AnyRow) -> Result<IdeaStep> {
    Ok(IdeaStep {
        id: row.parse("id")?,
        idea: row.parse("idea_id")?,
        state: row.parse("state")?,
        reason: row.text("reason")?,
        by: row.text("name")?,
        language: row.parse("language")?,
        at: row.time("decided_at")?,
    })
}

const STEP: &str = "z.id, z.idea_id, z.state, z.reason, h.name, h.language, z.decided_at";

/// The ideas for which this holds, each with all that came of it.
async fn gather(conn: &mut Conn, scope: PlanScope, condition: &str, value: Option<IdeaId>) -> Result<Vec<Idea>> {
    let of = |statement: Statement| value.into_iter().map(Value::text).fold(statement, Statement::bind);
    let ideas = ask(
        scope,
        "ia.id, ia.category, ia.words, ia.effect, ia.gains, ia.given_by, h.name, h.language,
         case h.kind when 'member' then 'customer' else 'supplier' end as side, ia.given_at, ia.state, ia.state_since",
        "join person h on h.id = ia.given_by",
        &format!("{condition} order by ia.given_at desc, ia.id desc"),
    );
    let support = "join idea_support s on s.idea_id = ia.id join person h on h.id = s.person_id";
    let support =
        ask(scope, "s.idea_id, s.person_id, h.name", support, &format!("{condition} order by s.supported_at, s.person_id"));
    let steps = "join idea_step z on z.idea_id = ia.id join person h on h.id = z.decided_by";
    let steps = ask(scope, STEP, steps, &format!("{condition} order by z.decided_at, z.id"));
    let trials = "join idea_trial t on t.idea_id = ia.id join person h on h.id = t.person_id";
    let trials = ask(
        scope,
        "t.idea_id, t.person_id, h.name, t.invited_at, t.answer",
        trials,
        &format!("{condition} order by t.invited_at, t.person_id"),
    );
    let mut answers = fetch_each(conn, vec![of(ideas), of(support), of(steps), of(trials)]).await?.into_iter();
    let mut next = || answers.next().unwrap_or_default();
    let mut found = next().iter().map(read).collect::<Result<Vec<_>>>()?;
    let of = |found: &mut Vec<Idea>, id: IdeaId| found.iter().position(|idea| idea.id == id);
    for row in next() {
        if let Some(place) = of(&mut found, row.parse("idea_id")?) {
            found[place].supporters.push((row.parse("person_id")?, row.text("name")?));
        }
    }
    for row in next() {
        let step = read_step(&row)?;
        if let Some(place) = of(&mut found, step.idea) {
            found[place].steps.push(step);
        }
    }
    for row in next() {
        if let Some(place) = of(&mut found, row.parse("idea_id")?) {
            found[place].trials.push(IdeaTrial {
                person: row.parse("person_id")?,
                name: row.text("name")?,
                invited_at: row.time("invited_at")?,
                answer: row.maybe("answer")?,
            });
        }
    }
    Ok(found)
}

/// All ideas under the customer, the newest first.
pub async fn list(conn: &mut Conn, scope: PlanScope) -> Result<Vec<Idea>> {
    gather(conn, scope, "", None).await
}

/// One idea.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: IdeaId) -> Result<Option<Idea>> {
    Ok(gather(conn, scope, "and ia.id = $2", Some(id)).await?.pop())
}

/// The steps of all ideas under the customer from one moment until another.
pub async fn list_steps(conn: &mut Conn, scope: PlanScope, from: Timestamp, until: Timestamp) -> Result<Vec<IdeaStep>> {
    let joined = "join idea_step z on z.idea_id = ia.id join person h on h.id = z.decided_by";
    let steps = ask(scope, STEP, joined, "and z.decided_at between $2 and $3 order by z.decided_at, z.id");
    let rows = steps.bind(Value::time(from)).bind(Value::time(until)).fetch(conn).await?;
    rows.iter().map(read_step).collect()
}

/// The ideas of the customers that this staff person has or whose responsible person it stands in for on a day: those of a
/// state, or all that are open; what most support first.
pub async fn list_for_staff(
    conn: &mut Conn,
    staff: &Staff,
    today: Date,
    state: Option<IdeaState>,
    limit: i64,
) -> Result<Vec<IdeaLine>> {
    let states = match state {
        Some(state) => format!("ia.state = '{state}'"),
        None => "ia.state not in ('done', 'not_now')".to_owned(),
    };
    let sql = format!(
        ", {MINE}
         select ia.id, c.id as customer_id, c.name as customer_name, ia.category, ia.words, h.name, h.language, ia.state, ia.state_since,
           (select count(*) from idea_support s where s.idea_id = ia.id) as support
         from mine cross join idea ia join customer c on c.id = ia.customer_id join person h on h.id = ia.given_by
         where ia.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null and {} and {states}
         order by support desc, ia.state_since, ia.id limit $3 + 0",
        Sight::from(staff).idea()
    );
    let rows = on_duty::list(conn, &sql, staff, today, limit).await?;
    let read = rows.iter().map(|row| {
        Ok(IdeaLine {
            id: row.parse("id")?,
            customer: row.parse("customer_id")?,
            customer_name: row.text("customer_name")?,
            category: row.parse("category")?,
            what: row.text("words")?,
            by_name: row.text("name")?,
            language: row.parse("language")?,
            state: row.parse("state")?,
            state_since: row.time("state_since")?,
            support: row.int("support")?,
        })
    });
    read.collect()
}

/// Keeps an idea; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &IdeaWrite, id: IdeaId, said: &IdeaWords) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into idea (id, customer_id, category, words, effect, gains, given_by, given_at, state, state_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'new', $8) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(said.category.as_str())
    .bind(said.what.as_str())
    .bind(said.effect.as_str())
    .bind(said.gains.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps that its holder supports an idea; supported before, it is so already.
pub async fn insert_support(change: &mut Change, write: &IdeaWrite, id: IdeaId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into idea_support (idea_id, person_id, supported_at)
         select ia.id, $3, $4 from idea ia where ia.id = $1 and ia.customer_id = $2 on conflict (idea_id, person_id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Removes its holder's support of an idea.
pub async fn remove_support(change: &mut Change, write: &IdeaWrite, id: IdeaId) -> Result<()> {
    sqlx::query(
        "delete from idea_support where idea_id = $1 and person_id = $3
           and exists (select 1 from idea ia where ia.id = $1 and ia.customer_id = $2)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.person().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Moves an idea on; false where this step was kept before.
pub async fn insert_step(
    change: &mut Change,
    write: &PlanWrite,
    (idea, id): (IdeaId, IdeaStepId),
    (state, reason): (IdeaState, &str),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into idea_step (id, idea_id, state, reason, decided_by, decided_at)
         select $3, ia.id, $4, $5, $6, $7 from idea ia where ia.id = $1 and ia.customer_id = $2 on conflict (id) do nothing",
    )
    .bind(idea.to_string())
    .bind(write.customer().to_string())
    .bind(id.to_string())
    .bind(state.as_str())
    .bind(reason)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("update idea set state = $3, state_since = $4 where id = $1 and customer_id = $2")
        .bind(idea.to_string())
        .bind(write.customer().to_string())
        .bind(state.as_str())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(true)
}

/// Invites a person to try an idea; false where it was invited before.
pub async fn insert_trial(change: &mut Change, write: &PlanWrite, id: IdeaId, person: PersonId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into idea_trial (idea_id, person_id, invited_by, invited_at)
         select ia.id, $3, $4, $5 from idea ia where ia.id = $1 and ia.customer_id = $2
         on conflict (idea_id, person_id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(person.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps what its holder answers to an invitation; false where it was not invited or has answered so already.
pub async fn answer_trial(change: &mut Change, write: &IdeaWrite, id: IdeaId, answer: TrialAnswer) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update idea_trial set answer = $4, answered_at = $5 where idea_id = $1 and person_id = $3
           and (answer is null or answer <> $4) and exists (select 1 from idea ia where ia.id = $1 and ia.customer_id = $2)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.person().to_string())
    .bind(answer.as_str())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
