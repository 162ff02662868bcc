//! Templates of projects: kept from a project, and projects that begin from one.

use super::copy::{Original, first_promised, insert_all};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{FieldProblem, Parse, confirm, day, far_day, form, line},
    idempotency,
    merge::filled,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId, ProjectTemplateId},
    plan::{ProjectTemplate, Stage, Task, TemplateItem, TemplateTask},
    text::Line,
};
use coplan_store::{
    access::{Actor, Staff, TemplateWrite, hold},
    project, project_template,
};
use jiff::civil::Date;
use std::sync::Arc;

form! {
    /// What a template is called.
    ReadSaveTemplate {
        /// Its name.
        name: Line = line("project-template-name").hint("project-template-name-hint"),
    }

    /// A template as it was typed.
    new SaveTemplateForm { id: ProjectTemplateId }
}

form! {
    /// What is said of a project that begins from a template.
    ReadFromTemplate {
        /// What it is called.
        name: Line = line("project-name"),
        /// Its first day; all others are as far from it as the template says.
        starts_on: Date = day("project-first-day").hint("project-first-day-hint"),
    }

    /// A project from a template, as it was typed.
    new FromTemplateForm { id: ProjectId } + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

/// All templates, for those who keep plans.
pub async fn list_templates(portal: &Portal, actor: &Actor) -> Result<Vec<ProjectTemplate>, Error> {
    let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotFound)?;
    Ok(project_template::list(&mut *portal.db.read().await?, staff).await?)
}

/// All templates with what stands around a page of a customer, for those who keep plans.
pub async fn show_templates(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
) -> Result<(Arc<CustomerLayoutView>, Vec<ProjectTemplate>), Error> {
    let templates = list_templates(portal, actor).await?;
    let layout = customer_layout::show(portal, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok((layout, templates))
}

/// Keeps what is in a project as a template; kept before with the same form, it is there already.
pub async fn save_template(
    portal: &Portal,
    actor: &Actor,
    (customer, project): (CustomerId, ProjectId),
    form: &SaveTemplateForm,
) -> Result<(), Error> {
    let original = Original::find(portal, actor, (customer, project)).await?;
    actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotResponsible)?;
    let name = form.parse()?.name;
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    for id in idempotency::ids::<ProjectTemplateId>(form.id.0, &filled(form)) {
        let template = ProjectTemplate { id, name: name.as_str().to_owned(), ..template_of(&original, false) };
        if project_template::insert(&mut change, &write, &template).await? {
            portal.commit(change).await?;
            return Ok(());
        }
        let kept = project_template::list(&mut change, write.staff()).await?;
        if kept.iter().any(|one| one.id == id && one.name == template.name) {
            return Ok(());
        }
    }
    Ok(())
}

/// What is in a project, by days from its first one. What a task backstage is needed for was written about one customer
/// for its supplier's eyes, so for any other customer it is left out.
fn template_of(original: &Original, same_customer: bool) -> ProjectTemplate {
    let first = original.first();
    let after = |day: Date| first.map(|first| (day - first).get_days());
    let milestones = original.milestones.iter().filter_map(|milestone| {
        let after_days = after(first_promised(milestone)?);
        Some(TemplateItem { name: milestone.name.clone(), task: None, after_days })
    });
    let why = |task: &Task| {
        let is_told = same_customer || task.stage == Stage::Onstage;
        if is_told { task.why.clone() } else { String::new() }
    };
    let tasks = original.tasks.iter().map(|task| TemplateItem {
        name: task.name.clone(),
        task: Some(TemplateTask { why: why(task), side: task.side, stage: task.stage }),
        after_days: task.due_on.and_then(after),
    });
    let items = milestones.chain(tasks).collect();
    ProjectTemplate { id: ProjectTemplateId(ulid::Ulid::nil()), name: String::new(), about: original.about.clone(), items }
}

/// Offers a template no more.
pub async fn remove_template(portal: &Portal, actor: &Actor, id: ProjectTemplateId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    project_template::remove(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Begins a project from a template, out of the customer's sight; begun before with the same form, it is there already.
pub async fn start_from_template(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    template: ProjectTemplateId,
    form: &FromTemplateForm,
) -> Result<ProjectId, Error> {
    // Whoever may not know of the customer learns nothing of what is wrong with the form.
    access_to(&mut *portal.db.read().await?, actor, customer).await?.ok_or(Error::NotFound)?;
    let found = list_templates(portal, actor).await?.into_iter().find(|one| one.id == template).ok_or(Error::NotFound)?;
    let ReadFromTemplate { name, starts_on } = form.parse()?;
    if let Some(problem) = far_day(starts_on, portal.today(actor)).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "starts_on", problem }]));
    }
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    for id in idempotency::ids::<ProjectId>(form.id.0, &filled(form)) {
        if project::insert(&mut change, &write, id, name.as_str(), &found.about, false).await? {
            let object = (ObjectKind::Project, id.0);
            record(&mut change, &write, EventKind::ProjectPrepared, object, name.as_str(), Audience::Internal).await?;
            let (write, _) = held.project_write(&mut change, id).await?;
            insert_all(&mut change, &write, &found.items, starts_on).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        if project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?.name == name.as_str() {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Whether templates are offered to the actor.
#[must_use]
pub fn may_use_templates(actor: &Actor) -> bool {
    actor.staff().is_some_and(Staff::keeps_plans)
}

/// What is in a project, for a copy at the same customer or another one.
pub(super) fn items_of(original: &Original, same_customer: bool) -> Vec<TemplateItem> {
    template_of(original, same_customer).items
}
