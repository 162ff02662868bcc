//! What is asked once a year on each level, whom that is asked next, and what was answered.

use super::{attach_scores, insert_recipients, read, surveys};
use crate::{
    Affected, Change, Conn, Result,
    access::{PlanScope, Staff, System, TemplateWrite, WriteProof},
    bulk_insert::Value,
    customer,
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, PersonId, SurveyId},
    survey::{Level, LevelResult, Scale, Survey, YearlyQuestions},
};
use jiff::{Timestamp, civil::Date};

async fn select(conn: &mut Conn) -> Result<Option<YearlyQuestions>> {
    let sql = "select y.contact, y.relationship, y.overall, y.first_day, y.version, h.name, h.language
               from yearly_question y join person h on h.id = y.changed_by";
    let Some(row) = sqlx::query(sql).fetch_optional(conn).await? else { return Ok(None) };
    Ok(Some(YearlyQuestions {
        contact: row.text("contact")?,
        relationship: row.text("relationship")?,
        overall: row.text("overall")?,
        first_day: row.parse("first_day")?,
        version: row.int("version")?,
        by: row.text("name")?,
        language: row.parse("language")?,
    }))
}

/// What is asked once a year; none where nobody has said so yet.
pub async fn find_yearly(conn: &mut Conn, _: &Staff) -> Result<Option<YearlyQuestions>> {
    select(conn).await
}

/// The same for the worker.
pub async fn find_yearly_for_worker(conn: &mut Conn, _: &System) -> Result<Option<YearlyQuestions>> {
    select(conn).await
}

/// What is to be asked: on each level, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewYearly {
    /// About single contacts.
    pub contact: String,
    /// About the relationship.
    pub relationship: String,
    /// About the whole.
    pub overall: String,
    /// Since when.
    pub first_day: Date,
}

/// Keeps what is asked from now on in the place of the version that was read, 0 for none; false where that is another one.
pub async fn update_yearly(change: &mut Change, write: &TemplateWrite, version: i64, new: &NewYearly) -> Result<bool> {
    let now = change.now().as_millisecond();
    let (person, on) = (write.staff().entered().person(), write.on(change)?);
    let sql = if version == 0 {
        "insert into yearly_question (only_one, contact, relationship, overall, first_day, version, changed_by, changed_at)
         values (1, $1, $2, $3, $4, $5 + 1, $6, $7) on conflict (only_one) do nothing"
    } else {
        "update yearly_question set contact = $1, relationship = $2, overall = $3, first_day = $4, version = version + 1,
           changed_by = $6, changed_at = $7 where version = $5"
    };
    let done = sqlx::query(sql)
        .bind(new.contact.as_str())
        .bind(new.relationship.as_str())
        .bind(new.overall.as_str())
        .bind(new.first_day.to_string())
        .bind(version)
        .bind(person.to_string())
        .bind(now)
        .execute(on)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// One that can be asked, with when it was asked last on each level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyAskable {
    /// Who.
    pub person: PersonId,
    /// When it was asked last at this customer, level by level.
    pub asked_at: Vec<(Level, Timestamp)>,
}

/// That nobody asked a person `p` anything but how something is used since a moment `$1`, at whichever customer.
const RESTED: &str = "not exists (select 1 from survey_recipient r join survey s on s.id = r.survey_id
     where r.person_id = p.id and r.sent_at > $1 and s.acceptance_id is null)";
const READERS: &str = "membership m join customer c on c.id = m.customer_id join person p on p.id = m.person_id
     join membership_scope x on x.membership_id = m.id and x.scope = 'plan'
     where m.ended_at is null and p.ended_at is null and c.ended_at is null";

/// The column that tells when somebody was asked last on a level.
fn column(level: Level) -> &'static str {
    match level {
        Level::Contact => "contact_at",
        Level::Relationship => "relationship_at",
        Level::Overall => "overall_at",
    }
}

/// The customers with people whom nobody asked anything since a moment.
pub async fn list_rested_customers(conn: &mut Conn, _: &System, since: Timestamp) -> Result<Vec<CustomerId>> {
    let sql = format!("select distinct m.customer_id from {READERS} and {RESTED} order by m.customer_id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(since.as_millisecond()).fetch_all(conn).await?;
    rows.iter().map(|row| row.parse("customer_id")).collect()
}

/// These people of one customer, which nobody else asks until the change is over.
pub async fn list_rested(change: &mut Change, _: &System, customer: CustomerId, since: Timestamp) -> Result<Vec<YearlyAskable>> {
    customer::lock(change, customer).await?;
    let last = |level: Level| {
        format!(
            "(select max(r.sent_at) from survey_recipient r join survey s on s.id = r.survey_id
              where r.person_id = p.id and s.customer_id = $2 and s.level = '{level}') as {}",
            column(level)
        )
    };
    let lasts = Level::ALL.iter().copied().map(last).collect::<Vec<_>>().join(", ");
    let sql = format!("select p.id, {lasts} from {READERS} and m.customer_id = $2 and {RESTED} order by p.id");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(since.as_millisecond()).bind(customer.to_string());
    let mut found = Vec::new();
    for row in query.fetch_all(&mut **change).await? {
        let mut asked_at = Vec::new();
        for level in Level::ALL.iter().copied() {
            asked_at.extend(row.maybe_time(column(level))?.map(|at| (level, at)));
        }
        found.push(YearlyAskable { person: row.parse("id")?, asked_at });
    }
    Ok(found)
}

/// Asks people of a customer what is asked on a level, in the name of whoever wrote it.
pub async fn insert_yearly(
    change: &mut Change,
    system: &System,
    (id, customer): (SurveyId, CustomerId),
    (level, words): (Level, &str),
    to: &[PersonId],
) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into survey (id, customer_id, scale, words, level, sent_by, sent_at)
         select $1, $2, $3, $4, $5, y.changed_by, $6 from yearly_question y",
    )
    .bind(id.to_string())
    .bind(customer.to_string())
    .bind(Scale::Ten.as_str())
    .bind(words)
    .bind(level.as_str())
    .bind(now)
    .execute(system.on_affecting(change, [Affected::Customer(customer)])?)
    .await?;
    insert_recipients(system.on(change)?, id, to, now).await
}

/// What was answered on each level since a moment, as far as the reader may see it; of a level that asked nobody nothing.
pub async fn list_levels(conn: &mut Conn, scope: PlanScope, since: Timestamp) -> Result<Vec<LevelResult>> {
    let rest = "and s.level is not null and s.sent_at >= $2 order by s.sent_at desc, s.id desc";
    let rows = surveys(scope, rest).bind(Value::time(since)).fetch(conn).await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    attach_scores(conn, scope, &mut found).await?;
    let of = |level: Level| {
        let these: Vec<&Survey> = found.iter().filter(|survey| survey.level == Some(level)).collect();
        these.first().map(|last| LevelResult {
            level,
            survey: last.id,
            asked: these.iter().map(|survey| survey.asked).sum(),
            scores: these.iter().flat_map(|survey| survey.scores.iter().copied()).collect(),
        })
    };
    Ok(Level::ALL.iter().copied().filter_map(of).collect())
}
