//! What the forms are about that takes more than one step to make.

use super::id;
use coplan_domain::id::{AbsenceId, AcceptanceId, AttachmentId, GoalId, IdeaId, PlanTemplateId, ReadingId, ThreadId};
use coplan_usecases::{
    Actor,
    absence::{self, AbsenceForm},
    acceptance::{self, ProposeAcceptanceForm, VerdictForm},
    attachment,
    goal::{self, ProposeForm, ReadingForm},
    idea::{self, GiveIdeaForm},
    knowledge::{self, TemplateForm},
    project::{self, SavePlanTemplateForm, StartForm},
    testing::World,
    thread::{self, ReplyForm},
};
use futures_util::stream;

/// Days for which somebody else is named.
pub(super) async fn away(world: &World, who: &Actor, named: &Actor) -> AbsenceId {
    let (first_day, last_day) = ("2026-12-01".to_owned(), "2026-12-04".to_owned());
    let stand_in = named.person().to_string();
    let form = AbsenceForm { first_day, last_day, stand_in, ..AbsenceForm::blank(id(&world.portal).await) };
    absence::plan(&world.portal, who, who.person(), &form).await.unwrap();
    form.id
}

/// What Anna would like.
pub(super) async fn hoped(world: &World) -> IdeaId {
    let (category, what) = ("report".to_owned(), "A weekly graph".to_owned());
    let effect = "We see what gets better".to_owned();
    let form = GiveIdeaForm { category, what, effect, ..GiveIdeaForm::blank(id(&world.portal).await) };
    idea::give(&world.portal, &world.anna, world.lakeside, &form).await.unwrap()
}

/// A goal with a reading of the customer, which the supplier may dispute.
pub(super) async fn measured(world: &World) -> (GoalId, ReadingId) {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let text = |text: &str| text.to_owned();
    let form = ProposeForm {
        title: text("Shorter waits"),
        why: text("The shift stands still"),
        measure: text("Waiting time per shift"),
        measured_by: text("The shift leader"),
        baseline: text("12"),
        target: text("5"),
        direction: text("down"),
        due_on: text("2027-03-31"),
        ..ProposeForm::blank(id(portal).await)
    };
    let goal = goal::propose(portal, &world.olli, lakeside, &form).await.unwrap();
    let reading = ReadingForm { day: text("2026-11-01"), value: text("11"), ..ReadingForm::blank(id(portal).await) };
    goal::record(portal, &world.anna, lakeside, goal, &reading).await.unwrap();
    (goal, reading.id)
}

/// A file that Anna brought to a discussion.
pub(super) async fn brought(world: &World, of: ThreadId) -> AttachmentId {
    let (portal, anna, lakeside) = (&world.portal, &world.anna, world.lakeside);
    let mut receiver = attachment::begin(portal, anna, lakeside).await.unwrap();
    let file = receiver.take(portal, "plan.txt", stream::iter([Ok("Gate 2".into())])).await.unwrap().unwrap();
    let form = ReplyForm { message: id(portal).await, text: "The plan".to_owned() };
    thread::reply_with(portal, anna, lakeside, of, &form, &[file]).await.unwrap();
    let view = thread::show(portal, anna, lakeside, of, None).await.unwrap();
    view.messages.into_iter().flat_map(|message| message.files).next().unwrap().id
}

/// What Anna is to test.
pub(super) async fn tested(world: &World) -> AcceptanceId {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let form = StartForm { name: "Service desk".to_owned(), shared: true, ..StartForm::blank(id(portal).await) };
    let project = project::start(portal, &world.olli, lakeside, &form).await.unwrap();
    let (title, lines) = ("The first day".to_owned(), "Call at night".to_owned());
    let form = ProposeAcceptanceForm { title, lines, ..ProposeAcceptanceForm::blank(id(portal).await) };
    acceptance::propose(portal, &world.olli, lakeside, project, &form).await.unwrap()
}

/// What she has tested and approved.
pub(super) async fn approved(world: &World) -> AcceptanceId {
    let tested = tested(world).await;
    let (works, verdict) = (vec!["1".to_owned()], "approved".to_owned());
    let form = VerdictForm { version: 1, works, verdict, reason: String::new() };
    acceptance::decide(&world.portal, &world.anna, world.lakeside, tested, &form).await.unwrap();
    tested
}

/// The template of a whole plan, with the questions of a service to choose from.
pub(super) async fn whole_plan(world: &World) -> PlanTemplateId {
    let portal = &world.portal;
    let (service, words, reason) = ("Network".to_owned(), "Who has the keys?".to_owned(), "The crew comes at six".to_owned());
    let form = TemplateForm { service, words, reason, ..TemplateForm::blank(id(portal).await) };
    knowledge::add_template(portal, &world.olli, &form).await.unwrap();
    let form = SavePlanTemplateForm { name: "New site".to_owned(), ..SavePlanTemplateForm::blank(id(portal).await) };
    project::save_plan_template(portal, &world.olli, world.lakeside, &form).await.unwrap();
    form.id
}
