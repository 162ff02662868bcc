//! What Lakeside Mills and its supplier would do better: one idea done, one under way with people who try it, one being looked
//! at, and one that waits for another year.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::{
    id::{CustomerId, IdeaId},
    idea::{IdeaCategory, IdeaState, TrialAnswer},
};
use coplan_store::access::Actor;
use coplan_usecases::idea::{self, GiveIdeaForm, InviteForm, MoveIdeaForm};

/// An idea as it is told: what it is about, what, what would be different, who would gain.
type Wanted = (IdeaCategory, &'static str, &'static str, &'static str);

const GRAPH: Wanted = (
    IdeaCategory::Report,
    "One graph of all halls on the first page",
    "I show our board one page instead of six. Whoever asks sees at once which hall has waited the longest.",
    "plant management",
);
const LABELS: Wanted = (
    IdeaCategory::WayOfWorking,
    "Photograph each cabinet before and after a visit",
    "The next crew sees what it will meet, and nobody has to call the mill at six in the morning.",
    "installers and shift leaders",
);
const SPARE: Wanted = (
    IdeaCategory::Technology,
    "A spare switch in the mill’s own store",
    "The dye line waits for the courier from Tampere, four hours at worst. With a spare at hand it would be half an hour.",
    "the dye line, above all at night",
);
const SHIFTS: Wanted = (
    IdeaCategory::Price,
    "A price per shift instead of per call",
    "People hesitate to call because each call costs. With a fixed price they would call earlier, and small things would stay small.",
    "",
);

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, (anna, ben): (&Actor, &Actor), id: CustomerId) -> Told<()> {
    let portal = &builder.portal;
    builder.go(36, 3);
    let graph = give(builder, anna, id, GRAPH).await?;
    builder.go(35, 5);
    told(idea::support(portal, ben, id, graph).await)?;
    told(idea::support(portal, &by.petra, id, graph).await)?;
    builder.go(34, 2);
    let said = "We have the numbers already; it is a matter of drawing them on one page.";
    decide(builder, &by.mikko, id, graph, (IdeaState::Accepted, said)).await?;
    builder.go(31, 4);
    let labels = give(builder, &by.mikko, id, LABELS).await?;
    builder.go(30, 1);
    told(idea::support(portal, anna, id, labels).await)?;
    told(idea::support(portal, ben, id, labels).await)?;
    builder.go(29, 3);
    let said = "The crew of hall 2 begins next week. Ben and Anna, please tell us whether the pictures help.";
    decide(builder, &by.mikko, id, labels, (IdeaState::UnderWay, said)).await?;
    for member in [anna, ben] {
        let form = InviteForm { person: member.person().to_string() };
        told(idea::invite(portal, &by.mikko, id, labels, &form).await)?;
    }
    builder.go(28, 5);
    told(idea::answer_trial(portal, ben, id, labels, TrialAnswer::Yes).await)?;
    told(idea::answer_trial(portal, anna, id, labels, TrialAnswer::Yes).await)?;
    builder.go(27, 4);
    let shifts = give(builder, ben, id, SHIFTS).await?;
    builder.go(22, 2);
    let said = "The agreement runs until the summer. We bring a price per shift to the table when we renew it.";
    decide(builder, &by.mikko, id, shifts, (IdeaState::NotNow, said)).await?;
    builder.go(20, 3);
    let said = "On the first page of the report since this month. Thank you, Anna: two other mills have asked for the same.";
    decide(builder, &by.mikko, id, graph, (IdeaState::Done, said)).await?;
    builder.go(14, 2);
    let spare = give(builder, ben, id, SPARE).await?;
    builder.go(13, 6);
    told(idea::support(portal, anna, id, spare).await)?;
    builder.go(12, 3);
    let said = "Petra reckons what a spare costs, and who may take it from the store. We answer before the next steering group.";
    decide(builder, &by.mikko, id, spare, (IdeaState::Looking, said)).await
}

async fn give(builder: &DemoBuilder, by: &Actor, id: CustomerId, wanted: Wanted) -> Told<IdeaId> {
    let (category, what, effect, gains) = wanted;
    let form = GiveIdeaForm {
        category: category.to_string(),
        what: what.to_owned(),
        effect: effect.to_owned(),
        gains: gains.to_owned(),
        ..GiveIdeaForm::blank(builder.id())
    };
    told(idea::give(&builder.portal, by, id, &form).await)
}

async fn decide(builder: &DemoBuilder, by: &Actor, id: CustomerId, of: IdeaId, (state, why): (IdeaState, &str)) -> Told<()> {
    let view = told(idea::show(&builder.portal, by, id, of).await)?;
    let was = view.idea.state.to_string();
    let form = MoveIdeaForm { id: builder.id(), was, state: state.to_string(), reason: why.to_owned() };
    told(idea::decide(&builder.portal, by, id, of, &form).await)
}
