//! A row that is a project, or one of the dates that are promised in it: rows with the same project bring its dates.

use super::{
    columns::Cells,
    known::same,
    plan::{Deed, Ground, RowProblem, RowProblemKind, Settled, day, of_form, word},
};
use crate::{
    InternalError,
    form::{Parse, Problem, far_day},
    milestone::MilestoneForm,
    project::StartForm,
};
use coplan_domain::{
    id::{CustomerId, MilestoneId, ProjectId},
    table_import::{TableField, cell},
};
use coplan_store::access::may_write;
use ulid::Ulid;

/// What would become of it. A project is the same by its name within the customer, a date by its name within the project.
pub(super) async fn settle(ground: &mut Ground<'_>, cells: Cells<'_>, id: Ulid) -> Result<Settled, InternalError> {
    let name = cells.text(TableField::Project);
    let label = [Some(name.as_str()), cells.get(TableField::Milestone)].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let mut problems = Vec::new();
    let milestone = milestone(ground, cells, id, &mut problems);
    let start = start(cells, id, &mut problems);
    let (customer, project) = match whose(ground, cells).await? {
        Ok(whose) => whose,
        Err(problem) => {
            problems.insert(0, problem);
            return Ok(Settled::wrong(label, problems));
        }
    };
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        return Ok(Settled::wrong(label, vec![RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)]));
    };
    let promised = milestone.as_ref().map(|form| same(&form.name));
    let is_here = |project: ProjectId, opened: &mut super::known::Opened| {
        promised.as_ref().is_none_or(|name| opened.things(project).milestones.contains(name))
    };
    if project.is_some_and(|project| is_here(project, opened)) {
        return Ok(Settled::here(label));
    }
    let start = if project.is_some() { None } else { Some(start) };
    let project = project.unwrap_or(ProjectId(id));
    let settled = Settled::new(label, problems, Deed::Project { customer, project, start, milestone });
    if settled.brings() {
        if project == ProjectId(id) {
            opened.insert_project(&name, project);
        }
        opened.things(project).milestones.extend(promised);
    }
    Ok(settled)
}

/// The same as [`spoken_of`] where the actor may change it.
pub(super) async fn whose(
    ground: &mut Ground<'_>,
    cells: Cells<'_>,
) -> Result<Result<(CustomerId, Option<ProjectId>), RowProblem>, InternalError> {
    let (customer, project) = match spoken_of(ground, cells).await? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    let not_yours = || Ok(Err(RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible)));
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else { return not_yours() };
    let plan = opened.plan;
    if !may_write(ground.conn, ground.staff, plan, project, ground.portal.clock.now()).await? {
        return not_yours();
    }
    Ok(Ok((customer, project)))
}

/// Which customer the row speaks of, and its project of that name where there is one.
pub(super) async fn spoken_of(
    ground: &mut Ground<'_>,
    cells: Cells<'_>,
) -> Result<Result<(CustomerId, Option<ProjectId>), RowProblem>, InternalError> {
    let problem = |field, why| Ok(Err(RowProblem::new(field, why)));
    let Some(typed) = cells.get(TableField::Customer) else {
        return problem(TableField::Customer, RowProblemKind::Field(Problem::Empty));
    };
    let customer = match ground.known.customer(typed) {
        Ok(customer) => customer.id,
        Err(why) => return problem(TableField::Customer, why),
    };
    let not_yours = RowProblemKind::NotResponsible;
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        return problem(TableField::Customer, not_yours);
    };
    let project = match opened.project(&cells.text(TableField::Project)) {
        Ok(project) => project,
        Err(why) => return problem(TableField::Project, why),
    };
    Ok(Ok((customer, project)))
}

/// The project as its form would be filled.
fn start(cells: Cells<'_>, id: Ulid, problems: &mut Vec<RowProblem>) -> StartForm {
    let shared = word(cells.get(TableField::Shared), false, cell::yes, TableField::Shared, problems);
    let (name, about) = (cells.text(TableField::Project), cells.text(TableField::About));
    let form = StartForm { name, about, shared, ..StartForm::blank(ProjectId(id)) };
    let said = form.parse().err().unwrap_or_default();
    problems.extend(of_form(said, |field| if field == "about" { TableField::About } else { TableField::Project }));
    form
}

/// The promised date as its form would be filled; none where the row has none.
fn milestone(ground: &Ground<'_>, cells: Cells<'_>, id: Ulid, problems: &mut Vec<RowProblem>) -> Option<MilestoneForm> {
    let (name, written) = (cells.get(TableField::Milestone), cells.get(TableField::PromisedOn));
    if name.is_none() && written.is_none() {
        return None;
    }
    let before = problems.len();
    let promised_on = day(written, TableField::PromisedOn, problems);
    let is_ambiguous = problems.len() > before;
    let name = name.unwrap_or_default().to_owned();
    let form = MilestoneForm { name, promised_on, ..MilestoneForm::blank(MilestoneId(id)) };
    let column = |field| if field == "promised_on" { TableField::PromisedOn } else { TableField::Milestone };
    match form.parse() {
        Ok(read) => {
            let far = far_day(read.promised_on, ground.portal.today(ground.actor));
            problems.extend(far.map(|problem| RowProblem::of(TableField::PromisedOn, problem)));
        }
        Err(said) => {
            let said = of_form(said, column).into_iter();
            problems.extend(said.filter(|problem| !(is_ambiguous && problem.field == TableField::PromisedOn)));
        }
    }
    Some(form)
}
