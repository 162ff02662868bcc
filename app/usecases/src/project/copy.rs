//! Copying a project: its promised dates and its tasks, as far from a new start as the first were from each other.

use super::template::items_of;
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem, confirm, day, far_day, form, line},
    idempotency,
    merge::filled,
    portal::access_to,
    record::record,
};
use coplan_domain::{
    customer::Customer,
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId, TaskId},
    plan::{Milestone, Task, TemplateItem},
    text::Line,
};
use coplan_store::{
    Change, StoreError,
    access::{Actor, Billing, ProjectWrite, hold},
    customer, milestone, project,
    task::{self, TaskWords},
};
use jiff::{ToSpan, civil::Date};

form! {
    /// What is said of a copy.
    ReadCopy {
        /// What it is called.
        name: Line = line("project-name"),
        /// For which customer: its number or its name.
        customer: Line = line("project-copy-for").hint("project-copy-for-hint").autocomplete("off"),
        /// The day of its first date; the others are as far from it as before.
        starts_on: Date = day("project-copy-starts-on").hint("project-copy-starts-on-hint"),
    }

    /// A copy as it was typed.
    new CopyForm { id: ProjectId } + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

/// How many customers with such a name are looked at.
const CHOICES: i64 = 20;

/// Copies a project, prepared out of the customer's sight, for the same customer or another one; copied before with the
/// same form, it is there already. Tasks are open again, what was removed is left out, and what was said is not copied.
pub async fn copy(
    portal: &Portal,
    actor: &Actor,
    source: (CustomerId, ProjectId),
    form: &CopyForm,
) -> Result<(CustomerId, ProjectId), Error> {
    let original = Original::find(portal, actor, source).await?;
    let ReadCopy { name, customer, starts_on } = form.parse()?;
    if let Some(problem) = far_day(starts_on, portal.today(actor)).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "starts_on", problem }]));
    }
    let target = find_customer(portal, actor, customer.as_str()).await?;
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, target).await?;
    let write = held.plan_write(&mut change).await?;
    for id in idempotency::ids::<ProjectId>(form.id.0, &filled(form)) {
        if project::insert(&mut change, &write, id, name.as_str(), &original.about, false).await? {
            let object = (ObjectKind::Project, id.0);
            record(&mut change, &write, EventKind::ProjectPrepared, object, name.as_str(), Audience::Internal).await?;
            let (write, _) = held.project_write(&mut change, id).await?;
            insert_all(&mut change, &write, &items_of(&original, target == source.0), starts_on).await?;
            portal.commit(change).await?;
            return Ok((target, id));
        }
        let kept = project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if kept.name == name.as_str() {
            return Ok((target, id));
        }
    }
    Err(Error::NotFound)
}

/// What is copied.
pub(super) struct Original {
    pub(super) about: String,
    pub(super) milestones: Vec<Milestone>,
    pub(super) tasks: Vec<Task>,
}

impl Original {
    /// What is in a project, for the supplier's people.
    pub(super) async fn find(portal: &Portal, actor: &Actor, (customer, id): (CustomerId, ProjectId)) -> Result<Self, Error> {
        let mut conn = portal.db.read().await?;
        actor.staff().ok_or(Error::NotFound)?;
        let plan = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?.plan;
        let about = project::find(&mut conn, plan, id).await?.ok_or(Error::NotFound)?.about;
        let milestones = milestone::list_of_project(&mut conn, plan, id).await?;
        let mut tasks = task::list_of_project(&mut conn, plan, id).await?;
        tasks.sort_by_key(|task| task.id);
        Ok(Self { about, milestones, tasks })
    }

    /// The first of its days.
    pub(super) fn first(&self) -> Option<Date> {
        let promised = self.milestones.iter().filter_map(first_promised);
        promised.min().or_else(|| self.tasks.iter().filter_map(|task| task.due_on).min())
    }
}

/// The day that was meant at first: why it moved is the original's own story.
pub(super) fn first_promised(milestone: &Milestone) -> Option<Date> {
    milestone.promises.first().map(|promise| promise.day)
}

async fn find_customer(portal: &Portal, actor: &Actor, typed: &str) -> Result<CustomerId, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let found = customer::list_by_words(&mut *portal.db.read().await?, Billing::from(staff), typed, CHOICES).await?;
    let typed = typed.to_lowercase();
    let numbered = found.iter().find(|one| one.number.to_lowercase() == typed);
    let mut named = found.iter().filter(|one| one.name.to_lowercase() == typed);
    let named = named.next().filter(|_| named.next().is_none());
    let no_such = || vec![FieldProblem { field: "customer", problem: Problem::NoSuchCustomer }];
    Ok(numbered.or(named).map(|Customer { id, .. }| *id).ok_or_else(no_such)?)
}

/// Adds milestones and tasks to a project, each so many days after its first one.
pub(super) async fn insert_all(
    change: &mut Change,
    write: &ProjectWrite,
    items: &[TemplateItem],
    starts_on: Date,
) -> Result<(), StoreError> {
    for TemplateItem { name, task, after_days } in items {
        let day = after_days.map(|days| starts_on.saturating_add(days.days()));
        match (task, day) {
            (None, Some(day)) => {
                let id: MilestoneId = change.id();
                milestone::insert(change, write, id, name, day).await?;
                record(change, write, EventKind::MilestoneAdded, (ObjectKind::Milestone, id.0), name, Audience::Internal).await?;
            }
            (None, None) => {}
            (Some(task), due_on) => {
                let id: TaskId = change.id();
                let (name, why) = (name.clone(), task.why.clone());
                let words = TaskWords { name, why, side: task.side, owner: None, stage: task.stage, due_on };
                task::insert(change, write, id, &words, false).await?;
                record(change, write, EventKind::TaskAdded, (ObjectKind::Task, id.0), &words.name, Audience::Internal).await?;
            }
        }
    }
    Ok(())
}

/// The form as it is drawn for a project: its own name, for its own customer.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not read the project as one of the supplier's people.
pub async fn suggest_copy(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ProjectId),
    form: ProjectId,
) -> Result<CopyForm, Error> {
    let mut conn = portal.db.read().await?;
    actor.staff().ok_or(Error::NotFound)?;
    let plan = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?.plan;
    let name = project::find(&mut conn, plan, id).await?.ok_or(Error::NotFound)?.name;
    let number = customer::find(&mut conn, plan).await?.number;
    Ok(CopyForm { name, customer: number, ..CopyForm::blank(form) })
}
