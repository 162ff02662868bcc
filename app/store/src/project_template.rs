//! Templates of projects and of plans, which all who keep plans share.

use crate::{
    Change, Conn, Result,
    access::{Staff, TemplateWrite, WriteProof},
    bulk_insert::{self, Value},
    name_order,
    row::Columns,
};
use coplan_domain::{
    id::{PlanTemplateId, ProjectTemplateId},
    plan::{PlanTemplate, ProjectTemplate, TemplateItem, TemplateTask},
};
use sqlx::{AssertSqlSafe, any::AnyRow};
use std::collections::BTreeMap;

/// Keeps a template; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &TemplateWrite, template: &ProjectTemplate) -> Result<bool> {
    insert_part(change, write, template, (None, 0)).await
}

/// Keeps a template of a plan; false where this id was kept before.
pub async fn insert_plan(change: &mut Change, write: &TemplateWrite, template: &PlanTemplate) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into plan_template (id, name, service, author_id, saved_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing",
    )
    .bind(template.id.to_string())
    .bind(template.name.as_str())
    .bind(template.service.as_deref())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    for (project, after_days) in &template.projects {
        insert_part(change, write, project, (Some(template.id), *after_days)).await?;
    }
    Ok(true)
}

async fn insert_part(
    change: &mut Change,
    write: &TemplateWrite,
    template: &ProjectTemplate,
    (of, after_days): (Option<PlanTemplateId>, i32),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into project_template (id, name, about, author_id, saved_at, plan_template_id, after_days)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing",
    )
    .bind(template.id.to_string())
    .bind(template.name.as_str())
    .bind(template.about.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .bind(of.map(|of| of.to_string()))
    .bind(i64::from(after_days))
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    let columns = ["template_id", "place", "kind", "name", "why", "side", "stage", "after_days"];
    let rows = template.items.iter().zip(0_i64..).map(|(item, place)| row_of(template.id, place, item));
    bulk_insert::insert(write.on(change)?, "project_template_item", columns, rows.collect()).await?;
    Ok(true)
}

fn row_of(template: ProjectTemplateId, place: i64, item: &TemplateItem) -> [Value; 8] {
    let (kind, why, side, stage) = match &item.task {
        None => ("milestone", "", "supplier", "onstage"),
        Some(task) => ("task", task.why.as_str(), task.side.as_str(), task.stage.as_str()),
    };
    let texts = [kind, &item.name, why, side, stage].map(Value::text);
    let [kind, name, why, side, stage] = texts;
    let days = Value::Int(item.after_days.map(i64::from));
    [Value::text(template), place.into(), kind, name, why, side, stage, days]
}

/// All templates of projects with what is in them, by name. For the supplier's people.
pub async fn list(conn: &mut Conn, _reader: &Staff) -> Result<Vec<ProjectTemplate>> {
    let mut found: Vec<_> = parts(conn, "t.plan_template_id is null").await?.into_iter().map(|part| part.template).collect();
    name_order::sort(&mut found, |template| &template.name);
    Ok(found)
}

/// All templates of plans with what is in them, by name. For the supplier's people.
pub async fn list_plans(conn: &mut Conn, _reader: &Staff) -> Result<Vec<PlanTemplate>> {
    let rows = sqlx::query("select id, name, service from plan_template where removed_at is null order by id")
        .fetch_all(&mut *conn)
        .await?;
    let parts = parts(conn, "t.plan_template_id in (select id from plan_template where removed_at is null)").await?;
    let mut found = Vec::new();
    for row in &rows {
        let id: PlanTemplateId = row.parse("id")?;
        let own = parts.iter().filter(|part| part.of == Some(id));
        let mut projects: Vec<_> = own.map(|part| (part.template.clone(), part.after_days)).collect();
        projects.sort_by_key(|(_, after_days)| *after_days);
        found.push(PlanTemplate { id, name: row.text("name")?, service: row.maybe_text("service")?, projects });
    }
    name_order::sort(&mut found, |template| &template.name);
    Ok(found)
}

/// A template of a project, of which plan's it is a part, and how many days after that one's first day it begins.
struct Part {
    template: ProjectTemplate,
    of: Option<PlanTemplateId>,
    after_days: i32,
}

async fn parts(conn: &mut Conn, which: &str) -> Result<Vec<Part>> {
    let sql = AssertSqlSafe(format!(
        "select t.id, t.name, t.about, t.plan_template_id, t.after_days from project_template t
         where t.removed_at is null and {which} order by t.id"
    ));
    let rows = sqlx::query(sql).fetch_all(&mut *conn).await?;
    // What a task backstage is needed for was written about one customer, and templates go to any.
    let items = sqlx::query(AssertSqlSafe(format!(
        "select i.template_id, i.kind, i.name, case when i.stage = 'onstage' then i.why else '' end as why, i.side, i.stage, i.after_days
         from project_template_item i
         join project_template t on t.id = i.template_id and t.removed_at is null and {which} order by i.template_id, i.place"
    )));
    let mut of: BTreeMap<ProjectTemplateId, Vec<TemplateItem>> = BTreeMap::new();
    for row in &items.fetch_all(conn).await? {
        of.entry(row.parse("template_id")?).or_default().push(read_item(row)?);
    }
    let mut found = Vec::new();
    for row in &rows {
        let id = row.parse("id")?;
        let items = of.remove(&id).unwrap_or_default();
        let template = ProjectTemplate { id, name: row.text("name")?, about: row.text("about")?, items };
        let after_days = i32::try_from(row.int("after_days")?).unwrap_or_default();
        found.push(Part { template, of: row.maybe("plan_template_id")?, after_days });
    }
    Ok(found)
}

fn read_item(row: &AnyRow) -> Result<TemplateItem> {
    let task = match row.text("kind")?.as_str() {
        "task" => Some(TemplateTask { why: row.text("why")?, side: row.parse("side")?, stage: row.parse("stage")? }),
        _ => None,
    };
    let after_days = row.maybe_int("after_days")?.map(|days| i32::try_from(days).unwrap_or_default());
    Ok(TemplateItem { name: row.text("name")?, task, after_days })
}

/// Offers it no more.
pub async fn remove(change: &mut Change, write: &TemplateWrite, id: ProjectTemplateId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update project_template set removed_at = $2 where id = $1 and removed_at is null and plan_template_id is null")
        .bind(id.to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Offers one of a plan no more.
pub async fn remove_plan(change: &mut Change, write: &TemplateWrite, id: PlanTemplateId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update plan_template set removed_at = $2 where id = $1 and removed_at is null")
        .bind(id.to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
