//! A row that is a task of a project.

use super::{
    columns::Cells,
    known::same,
    plan::{Deed, Ground, RowProblem, RowProblemKind, Settled, day, of_form, word},
    projects::whose,
};
use crate::{
    InternalError,
    form::{Parse, Problem, far_day},
    task::AddTaskForm,
};
use coplan_domain::{
    id::TaskId,
    person::Side,
    plan::Stage,
    table_import::{TableField, cell},
};
use ulid::Ulid;

/// What would become of it. A task is the same by its name within the project.
pub(super) async fn settle(ground: &mut Ground<'_>, cells: Cells<'_>, id: Ulid) -> Result<Settled, InternalError> {
    let label = cells.text(TableField::Task);
    let mut problems = Vec::new();
    let form = form(ground, cells, id, &mut problems);
    let found = match whose(ground, cells).await? {
        Ok((customer, Some(project))) => Ok((customer, project)),
        Ok((_, None)) if cells.get(TableField::Project).is_none() => Err(RowProblem::of(TableField::Project, Problem::Empty)),
        Ok((_, None)) => Err(RowProblem::new(TableField::Project, RowProblemKind::UnknownProject)),
        Err(problem) => Err(problem),
    };
    let (customer, project) = match found {
        Ok(found) => found,
        Err(problem) => {
            problems.insert(0, problem);
            return Ok(Settled::wrong(label, problems));
        }
    };
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        return Ok(Settled::wrong(label, vec![RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)]));
    };
    let things = opened.with_tasks(ground.conn, project).await?;
    let name = same(&label);
    if things.tasks.contains(&name) {
        return Ok(Settled::here(label));
    }
    let settled = Settled::new(label, problems, Deed::Task { customer, project, form });
    if settled.brings() {
        things.tasks.insert(name);
    }
    Ok(settled)
}

/// The task as its form would be filled.
fn form(ground: &Ground<'_>, cells: Cells<'_>, id: Ulid, problems: &mut Vec<RowProblem>) -> AddTaskForm {
    let supplier = same(&ground.portal.settings.supplier);
    let customer = cells.get(TableField::Customer).and_then(|typed| ground.known.customer(typed).ok()).map(|one| same(&one.name));
    let who = |text: &str| {
        let named = same(text);
        match cell::side(text) {
            Some(side) => Some(side),
            None if named == supplier || ground.known.colleague(text).is_some() => Some(Side::Supplier),
            None => (Some(&named) == customer.as_ref()).then_some(Side::Customer),
        }
    };
    let side = word(cells.get(TableField::Side), Side::Supplier, who, TableField::Side, problems);
    let stage = word(cells.get(TableField::Stage), Stage::Onstage, cell::stage, TableField::Stage, problems);
    let before = problems.len();
    let due_on = day(cells.get(TableField::DueOn), TableField::DueOn, problems);
    let is_ambiguous = problems.len() > before;
    let form = AddTaskForm {
        name: cells.text(TableField::Task),
        why: cells.text(TableField::Why),
        side: side.to_string(),
        stage: stage.to_string(),
        due_on,
        ..AddTaskForm::blank(TaskId(id))
    };
    match form.parse() {
        Ok(read) => {
            let far = read.due_on.filter(|_| !is_ambiguous).and_then(|day| far_day(day, ground.portal.today(ground.actor)));
            problems.extend(far.map(|problem| RowProblem::of(TableField::DueOn, problem)));
        }
        Err(said) => problems.extend(of_form(said, |field| match field {
            "due_on" => TableField::DueOn,
            "side" => TableField::Side,
            "stage" => TableField::Stage,
            "why" => TableField::Why,
            _ => TableField::Task,
        })),
    }
    form
}
