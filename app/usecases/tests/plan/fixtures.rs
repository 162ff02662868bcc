//! What the claims about plans stand on: projects, milestones and tasks that Mikko has made.

use coplan_domain::{
    id::{CustomerId, MilestoneId, ProjectId, TaskId},
    plan::Milestone,
};
use coplan_store::access::Actor;
use coplan_usecases::{
    Portal, milestone,
    milestone::MilestoneForm,
    project,
    project::{ProjectView, StartForm, TaskView},
    task,
    task::AddTaskForm,
    testing::World,
};
use ulid::Ulid;

/// A new id, as a form gets it when it is drawn.
pub async fn id<T: From<Ulid>>(portal: &Portal) -> T {
    portal.change().await.unwrap().id()
}

pub async fn project(world: &World, name: &str, shared: bool) -> ProjectId {
    project_of(world, &world.mikko, world.lakeside, name, shared).await
}

pub async fn project_of(world: &World, by: &Actor, customer: CustomerId, name: &str, shared: bool) -> ProjectId {
    let form =
        StartForm { id: id(&world.portal).await, name: name.to_owned(), about: "So that the mill runs.".to_owned(), shared };
    project::start(&world.portal, by, customer, &form).await.unwrap()
}

pub async fn milestone(world: &World, project: ProjectId, name: &str, promised_on: &str) -> MilestoneId {
    let form = MilestoneForm {
        id: id(&world.portal).await,
        name: name.to_owned(),
        promised_on: promised_on.to_owned(),
        confirmed: false,
    };
    milestone::add(&world.portal, &world.mikko, world.lakeside, project, &form).await.unwrap();
    form.id
}

pub async fn task_form(world: &World, name: &str, side: &str, stage: &str) -> AddTaskForm {
    let form = AddTaskForm::blank(id(&world.portal).await);
    AddTaskForm { name: name.to_owned(), side: side.to_owned(), stage: stage.to_owned(), ..form }
}

pub async fn task(world: &World, project: ProjectId, name: &str, side: &str, stage: &str) -> TaskId {
    let form = task_form(world, name, side, stage).await;
    task::add(&world.portal, &world.mikko, world.lakeside, project, &form).await.unwrap();
    form.id
}

/// The project's page as this reader gets it.
pub async fn page(world: &World, reader: &Actor, project: ProjectId) -> ProjectView {
    project::show(&world.portal, reader, world.lakeside, project).await.unwrap()
}

/// The milestone as Mikko sees it.
pub async fn seen_milestone(world: &World, project: ProjectId, id: MilestoneId) -> Milestone {
    page(world, &world.mikko, project).await.milestones.into_iter().find(|m| m.id == id).unwrap()
}

/// The task as Mikko sees it.
pub async fn seen_task(world: &World, project: ProjectId, id: TaskId) -> TaskView {
    page(world, &world.mikko, project).await.tasks.into_iter().find(|t| t.id == id).unwrap()
}
