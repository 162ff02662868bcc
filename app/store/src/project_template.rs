//! Templates of projects, which all who keep plans share.

use crate::{
    Change, Conn, Result,
    access::{Staff, TemplateWrite, WriteProof},
    bulk_insert::{self, Value},
    name_order,
    row::Columns,
};
use coplan_domain::{
    id::ProjectTemplateId,
    plan::{ProjectTemplate, TemplateItem, TemplateTask},
};
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// Keeps a template; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &TemplateWrite, template: &ProjectTemplate) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into project_template (id, name, about, author_id, saved_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do nothing",
    )
    .bind(template.id.to_string())
    .bind(template.name.as_str())
    .bind(template.about.as_str())
    .bind(write.person().to_string())
    .bind(now)
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

/// All templates with what is in them, by name. For the supplier's people.
pub async fn list(conn: &mut Conn, _reader: &Staff) -> Result<Vec<ProjectTemplate>> {
    let sql = "select id, name, about from project_template where removed_at is null order by id";
    let rows = sqlx::query(sql).fetch_all(&mut *conn).await?;
    // What a task backstage is needed for was written about one customer, and templates go to any.
    let items = sqlx::query(
        "select i.template_id, i.kind, i.name, case when i.stage = 'onstage' then i.why else '' end as why, i.side, i.stage, i.after_days from project_template_item i
         join project_template t on t.id = i.template_id and t.removed_at is null order by i.template_id, i.place",
    );
    let mut of: BTreeMap<ProjectTemplateId, Vec<TemplateItem>> = BTreeMap::new();
    for row in &items.fetch_all(conn).await? {
        of.entry(row.parse("template_id")?).or_default().push(read_item(row)?);
    }
    let mut found = Vec::new();
    for row in &rows {
        let id = row.parse("id")?;
        let items = of.remove(&id).unwrap_or_default();
        found.push(ProjectTemplate { id, name: row.text("name")?, about: row.text("about")?, items });
    }
    name_order::sort(&mut found, |template| &template.name);
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
    sqlx::query("update project_template set removed_at = $2 where id = $1 and removed_at is null")
        .bind(id.to_string())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
