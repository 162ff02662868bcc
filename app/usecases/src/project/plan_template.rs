//! Templates of whole plans: kept from the projects of a customer, and plans that begin from one.

use super::{
    copy::{Original, first_promised, insert_all},
    template::{items_of, list_templates},
};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{FieldProblem, Parse, confirm, day, far_day, form, line, listed},
    idempotency,
    knowledge::ask_service,
    merge::filled,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, PlanTemplateId, ProjectId, ProjectTemplateId, QuestionTemplateId},
    knowledge::QuestionTemplate,
    plan::{PlanTemplate, ProjectTemplate},
    text::Line,
};
use coplan_store::{
    Change,
    access::{Actor, Held, PlanWrite, TemplateWrite, hold},
    knowledge, milestone, project, project_template,
};
use jiff::{ToSpan, civil::Date};
use std::sync::Arc;

form! {
    /// What the template of a plan is called, and what else is asked of a customer that begins with it.
    ReadSavePlanTemplate {
        /// Its name.
        name: Line = line("plan-template-name").hint("plan-template-name-hint"),
        /// A question of the service for which all are asked; none where it is empty.
        service: Option<QuestionTemplateId> = listed("plan-template-service", &[]),
    }

    /// The template of a plan as it was typed.
    new SavePlanTemplateForm { id: PlanTemplateId }
}

form! {
    /// What is said of a plan that begins from a template.
    ReadFromPlanTemplate {
        /// The first day of its first project.
        starts_on: Date = day("plan-template-first-day").hint("project-first-day-hint"),
    }

    /// A plan from a template, as it was typed.
    new FromPlanTemplateForm { id: ProjectId } + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

/// What the template of a plan is made from.
#[derive(Debug, Clone)]
pub struct PlanTemplateDraft {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The projects that go on, with their names.
    pub projects: Vec<(ProjectId, String)>,
    /// The background questions of all services.
    pub questions: Vec<QuestionTemplate>,
}

/// All templates of plans, for those who keep plans.
pub async fn list_plan_templates(portal: &Portal, actor: &Actor) -> Result<Vec<PlanTemplate>, Error> {
    let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotFound)?;
    Ok(project_template::list_plans(&mut *portal.db.read().await?, staff).await?)
}

/// What a template would be made from, for those who keep plans.
pub async fn begin_plan_template(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<PlanTemplateDraft, Error> {
    let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotFound)?;
    let layout = customer_layout::show(portal, actor, customer).await?.ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let projects = project::list(&mut conn, access.plan).await?.into_iter().map(|now| now.project);
    let projects = projects.filter(|project| project.ended_at.is_none()).map(|project| (project.id, project.name)).collect();
    let questions = knowledge::list_templates(&mut conn, staff).await?;
    Ok(PlanTemplateDraft { layout, projects, questions })
}

/// Keeps the projects of a customer as the template of a plan; kept before with the same form, it is there already.
///
/// # Errors
/// [`Error`]; `NotFound` also where the customer has no project.
pub async fn save_plan_template(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    form: &SavePlanTemplateForm,
) -> Result<(), Error> {
    let draft = begin_plan_template(portal, actor, customer).await?;
    let ReadSavePlanTemplate { name, service } = form.parse()?;
    let service = service.and_then(|id| draft.questions.into_iter().find(|known| known.id == id)).map(|known| known.service);
    let mut originals = Vec::new();
    for (id, name) in draft.projects {
        originals.push((name, Original::find(portal, actor, (customer, id)).await?));
    }
    let first = originals.iter().filter_map(|(_, original)| original.first()).min();
    if originals.is_empty() {
        return Err(Error::NotFound);
    }
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    let mut projects = Vec::new();
    for (name, original) in &originals {
        let id: ProjectTemplateId = change.id();
        let items = items_of(original, false);
        let after_days = original.first().zip(first).map_or(0, |(own, first)| (own - first).get_days());
        projects.push((ProjectTemplate { id, name: name.clone(), about: original.about.clone(), items }, after_days));
    }
    for id in idempotency::ids::<PlanTemplateId>(form.id.0, &filled(form)) {
        let name = name.as_str().to_owned();
        let template = PlanTemplate { id, name, service: service.clone(), projects: projects.clone() };
        if project_template::insert_plan(&mut change, &write, &template).await? {
            portal.commit(change).await?;
            return Ok(());
        }
        let kept = project_template::list_plans(&mut change, write.staff()).await?;
        if kept.iter().any(|one| one.id == id && one.name == template.name) {
            return Ok(());
        }
    }
    Ok(())
}

/// Offers the template of a plan no more.
pub async fn remove_plan_template(portal: &Portal, actor: &Actor, id: PlanTemplateId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    project_template::remove_plan(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Begins all projects of a template, out of the customer's sight, and asks the background questions of its service; begun
/// before with the same form, they are there already.
pub async fn start_plan_from_template(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    template: PlanTemplateId,
    form: &FromPlanTemplateForm,
) -> Result<(), Error> {
    // Whoever may not know of the customer learns nothing of what is wrong with the form.
    access_to(&mut *portal.db.read().await?, actor, customer).await?.ok_or(Error::NotFound)?;
    let templates = list_plan_templates(portal, actor).await?;
    let found = templates.into_iter().find(|one| one.id == template).ok_or(Error::NotFound)?;
    let ReadFromPlanTemplate { starts_on } = form.parse()?;
    if let Some(problem) = far_day(starts_on, portal.today(actor)).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "starts_on", problem }]));
    }
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let write = held.plan_write(&mut change).await?;
    let (words, first) = ([filled(form), vec![template.to_string()]].concat(), found.projects.first().ok_or(Error::NotFound)?);
    for id in idempotency::ids::<ProjectId>(form.id.0, &words) {
        if project::insert(&mut change, &write, id, &first.0.name, &first.0.about, false).await? {
            fill(&mut change, &held, (&write, &found), (id, starts_on)).await?;
            if let Some(service) = &found.service {
                ask_service(&mut change, &held, &write, service).await?;
            }
            return Ok(portal.commit(change).await?);
        }
        if is_begun(&mut change, &held, id, (&first.0, starts_on)).await? {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

/// Whether a project of this id began as this part of a template does.
async fn is_begun(
    change: &mut Change,
    held: &Held,
    id: ProjectId,
    (part, starts_on): (&ProjectTemplate, Date),
) -> Result<bool, Error> {
    let known = project::find(change, held.access.plan, id).await?;
    let first = milestone::list_of_project(change, held.access.plan, id).await?.iter().filter_map(first_promised).min();
    Ok(known.is_some_and(|known| known.name == part.name) && first.is_none_or(|first| first == starts_on))
}

/// Fills the first project of a template, which is there, and begins all others.
async fn fill(
    change: &mut Change,
    held: &Held,
    (write, template): (&PlanWrite, &PlanTemplate),
    (first, starts_on): (ProjectId, Date),
) -> Result<(), Error> {
    for (place, (part, after_days)) in template.projects.iter().enumerate() {
        let id = if place == 0 { first } else { change.id() };
        if place > 0 {
            project::insert(change, write, id, &part.name, &part.about, false).await?;
        }
        let object = (ObjectKind::Project, id.0);
        record(change, write, EventKind::ProjectPrepared, object, &part.name, Audience::Internal).await?;
        let (write, _) = held.project_write(change, id).await?;
        insert_all(change, &write, &part.items, starts_on.saturating_add(after_days.days())).await?;
    }
    Ok(())
}

/// What a project and a plan may begin from, for those who keep plans.
pub async fn list_all_templates(portal: &Portal, actor: &Actor) -> Result<(Vec<ProjectTemplate>, Vec<PlanTemplate>), Error> {
    Ok((list_templates(portal, actor).await?, list_plan_templates(portal, actor).await?))
}
