//! Removing for good what an import has made, while it is as it was made and nobody of the customer's has seen it. Each of
//! these says false, or fails with [`StoreError::is_referenced`](crate::StoreError::is_referenced), where it has to stay;
//! then nothing of the change may be kept.

use crate::{
    Affected, Change, Result,
    access::{AccountAdmin, CustomerWrite, MoneyAdmin, ProjectWrite, ThreadWrite, WorkWrite, WriteProof},
    invoice,
    row::Columns,
    thread,
};
use coplan_domain::id::{InvoiceId, MessageId, MilestoneId, StatusReportId, TaskId, WorkEntryId};
use jiff::Timestamp;

/// Nobody of the customer's people was at the plan since a moment: `$1` is the customer, `$2` the moment.
const UNSEEN: &str = "not exists (select 1 from visit v join person r on r.id = v.person_id
     where v.customer_id = $1 and v.seen_at >= $2 and r.kind = 'member')";

/// Runs a statement on the customer, a moment and an object; says how many rows it concerned.
async fn run(change: &mut Change, write: &impl CustomerWrite, sql: String, since: Timestamp, object: &str) -> Result<u64> {
    let customer = write.customer();
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(customer.to_string()).bind(since.as_millisecond()).bind(object);
    let done = query.execute(write.on(change)?).await?;
    Ok(done.rows_affected())
}

/// Forgets that it was made.
async fn forget(change: &mut Change, write: &impl CustomerWrite, kind: &str, object: &str) -> Result<()> {
    sqlx::query("delete from event where customer_id = $1 and object_kind = $2 and object_id = $3")
        .bind(write.customer().to_string())
        .bind(kind)
        .bind(object)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Removes a customer that has nothing but its first responsible person.
pub async fn remove_customer(change: &mut Change, write: &AccountAdmin, since: Timestamp) -> Result<bool> {
    let id = write.customer().to_string();
    let free = format!(
        "update customer set version = version where id = $1 and version = 1 and created_at >= $2 and id = $3 and {UNSEEN}
           and (select count(*) from responsibility h where h.customer_id = $1) = 1"
    );
    if run(change, write, free, since, &id).await? != 1 {
        return Ok(false);
    }
    forget(change, write, "customer", &id).await?;
    for sql in [
        // Only the supplier's people have been there.
        "delete from visit where customer_id = $1",
        "delete from plan_look where customer_id = $1",
        "delete from plan_look where customer_id = $1",
        "delete from hand_over_customer where customer_id = $1",
        "delete from customer_summary where customer_id = $1",
        "delete from searchable where customer_id = $1",
        "delete from searchable_customer where customer_id = $1",
        "delete from customer_internal where customer_id = $1 and version = 1",
        "delete from customer where id = $1",
        "delete from responsibility where customer_id = $1",
    ] {
        sqlx::query(sql).bind(id.as_str()).execute(write.on_affecting(change, [Affected::Everything])?).await?;
    }
    Ok(true)
}

/// Removes a member, and the person where it is nobody else's member. One with a link or a device stays.
pub async fn remove_member(change: &mut Change, write: &AccountAdmin, since: Timestamp, email: &str) -> Result<bool> {
    let found = "from membership m join person p on p.id = m.person_id
         where m.customer_id = $1 and m.version = 1 and m.ended_at is null and m.created_at >= $2 and p.email = $3 and p.ended_at is null";
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("select m.id, p.id as person_id {found}")))
        .bind(write.customer().to_string())
        .bind(since.as_millisecond())
        .bind(email)
        .fetch_optional(write.on(change)?)
        .await?;
    let Some(row) = row else { return Ok(false) };
    let (membership, person) = (row.text("id")?, row.text("person_id")?);
    for sql in ["delete from membership_scope where membership_id = $1", "delete from preview where membership_id = $1"] {
        sqlx::query(sql).bind(membership.as_str()).execute(write.on(change)?).await?;
    }
    if run(
        change,
        write,
        format!("delete from membership where customer_id = $1 and created_at >= $2 and id = $3 and {UNSEEN}"),
        since,
        &membership,
    )
    .await?
        != 1
    {
        return Ok(false);
    }
    forget(change, write, "person", &person).await?;
    // The log still tells that somebody was added, and no more whom.
    let alone = "not exists (select 1 from membership m where m.person_id = $1)";
    sqlx::query(sqlx::AssertSqlSafe(format!("update security_event set person_id = null where person_id = $1 and {alone}")))
        .bind(person.as_str())
        .execute(write.on(change)?)
        .await?;
    sqlx::query(sqlx::AssertSqlSafe(format!("delete from person where id = $1 and {alone}")))
        .bind(person)
        .execute(write.on_affecting(change, [Affected::Everything])?)
        .await?;
    Ok(true)
}

/// Nothing is said of the object `$3`.
const NO_THREAD: &str = "not exists (select 1 from thread a where a.about_id = $3)";

/// Removes a project in which nothing is.
pub async fn remove_project(change: &mut Change, write: &ProjectWrite, since: Timestamp) -> Result<bool> {
    let id = write.project().to_string();
    forget(change, write, "project", &id).await?;
    let sql = format!(
        "delete from project where customer_id = $1 and created_at >= $2 and id = $3 and version = 1 and {NO_THREAD}
           and (shared_at is null or {UNSEEN}) and not exists (select 1 from responsibility h where h.matter_id = $3)"
    );
    Ok(run(change, write, sql, since, &id).await? == 1)
}

/// Removes a milestone whose first day was never moved.
pub async fn remove_milestone(change: &mut Change, write: &ProjectWrite, since: Timestamp, id: MilestoneId) -> Result<bool> {
    let id = id.to_string();
    forget(change, write, "milestone", &id).await?;
    let untouched = format!(
        "update milestone set version = version where id = $3 and version = 1 and reached_on is null and removed_at is null
           and {NO_THREAD} and (select count(*) from promise s where s.milestone_id = $3 and s.promised_at >= $2) = 1
           and exists (select 1 from project p where p.id = milestone.project_id and p.customer_id = $1
             and (p.shared_at is null or {UNSEEN}))"
    );
    if run(change, write, untouched, since, &id).await? != 1 {
        return Ok(false);
    }
    for sql in ["delete from promise where milestone_id = $1", "delete from milestone where id = $1"] {
        sqlx::query(sql).bind(id.as_str()).execute(write.on(change)?).await?;
    }
    Ok(true)
}

/// Removes a task that nobody has touched.
pub async fn remove_task(change: &mut Change, write: &ProjectWrite, since: Timestamp, id: TaskId) -> Result<bool> {
    let id = id.to_string();
    forget(change, write, "task", &id).await?;
    let sql = format!(
        "delete from task where id = $3 and version = 1 and state = 'open' and state_since >= $2 and taken_by is null
           and removed_at is null and {NO_THREAD}
           and exists (select 1 from project p where p.id = task.project_id and p.customer_id = $1
             and (p.shared_at is null or (task.stage = 'backstage' and task.shared_at is null) or {UNSEEN}))"
    );
    Ok(run(change, write, sql, since, &id).await? == 1)
}

/// Removes an entry of work that nobody has corrected or approved.
pub async fn remove_work(change: &mut Change, write: &WorkWrite, since: Timestamp, id: WorkEntryId) -> Result<bool> {
    let sql = format!(
        "delete from work_entry where id = $3 and version = 1 and recorded_at >= $2 and approved_at is null
           and project_id in (select p.id from project p where p.id = '{}' and p.customer_id = $1)",
        write.project()
    );
    Ok(run(change, write, sql, since, &id.to_string()).await? == 1)
}

/// Removes an invoice that nobody has paid, decided on or asked about.
pub async fn remove_invoice(change: &mut Change, write: &MoneyAdmin, since: Timestamp, id: InvoiceId) -> Result<bool> {
    let object = id.to_string();
    let untouched = format!(
        "update invoice set replaced_by = replaced_by where customer_id = $1 and brought_in_at >= $2 and id = $3 and {UNSEEN}
           and not exists (select 1 from payment y where y.invoice_id = $3)
           and not exists (select 1 from invoice_approval d where d.invoice_id = $3)
           and not exists (select 1 from invoice_question q where q.credit_note_id = $3)
           and not exists (select 1 from thread a where a.about_id in
             (select $3 union all select l.id from invoice_line l where l.invoice_id = $3))"
    );
    if run(change, write, untouched, since, &object).await? != 1 {
        return Ok(false);
    }
    forget(change, write, "invoice", &object).await?;
    invoice::remove(change, write, id).await
}

/// Removes a status report of the time before that nobody of the customer's has seen since.
pub async fn remove_report(change: &mut Change, write: &ProjectWrite, since: Timestamp, id: StatusReportId) -> Result<bool> {
    let sql = format!(
        "delete from status_report where id = $3 and project_id in
           (select p.id from project p where p.id = '{}' and p.customer_id = $1 and (p.shared_at is null or {UNSEEN}))",
        write.project()
    );
    Ok(run(change, write, sql, since, &id.to_string()).await? == 1)
}

/// Nothing has happened in the thread `a` since it was imported.
const UNTOUCHED: &str = "a.version = 1 and not exists (select 1 from note n where n.thread_id = a.id)";

/// Removes a message of the time before from a discussion in which nothing has happened since.
pub async fn remove_message(change: &mut Change, write: &ThreadWrite, since: Timestamp, id: MessageId) -> Result<bool> {
    let sql = format!(
        "delete from message where id = $3 and edited_at is null and withdrawn_at is null and thread_id in
           (select a.id from thread a where a.id = '{}' and a.customer_id = $1 and {UNTOUCHED} and {UNSEEN})",
        write.thread()
    );
    if run(change, write, sql, since, &id.to_string()).await? != 1 {
        return Ok(false);
    }
    unlist(change, write, "message", &id.to_string()).await?;
    thread::follow(change, write).await?;
    Ok(true)
}

/// Removes a discussion of the time before of which no message is left.
pub async fn remove_thread(change: &mut Change, write: &ThreadWrite, since: Timestamp) -> Result<bool> {
    let id = write.thread().to_string();
    let free = format!(
        "update thread set version = version where id in (select a.id from thread a where a.id = $3 and a.customer_id = $1
           and a.messages = 0 and {UNTOUCHED} and {UNSEEN})"
    );
    if run(change, write, free, since, &id).await? != 1 {
        return Ok(false);
    }
    unlist(change, write, "thread", &id).await?;
    for sql in ["delete from reading where thread_id = $1", "delete from thread where id = $1"] {
        sqlx::query(sql).bind(id.as_str()).execute(write.on(change)?).await?;
    }
    Ok(true)
}

/// Takes something out of what is searched.
async fn unlist(change: &mut Change, write: &impl CustomerWrite, kind: &str, id: &str) -> Result<()> {
    sqlx::query("delete from searchable where kind = $1 and id = $2 and customer_id = $3")
        .bind(kind)
        .bind(id)
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
