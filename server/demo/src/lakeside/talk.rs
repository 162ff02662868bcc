//! What Lakeside Mills and Northline talk about.

use crate::{
    Told,
    builder::{DemoBuilder, Said},
    staff::Colleagues,
};
use coplan_domain::{
    contact::ContactKind,
    id::{CustomerId, InvoiceId, ProjectId, TaskId},
    question::QuestionReason,
    thread::{About, AboutKind},
};
use coplan_store::access::Actor;

/// What there is to talk about.
pub struct Matters {
    /// The new network.
    pub network: ProjectId,
    /// Its task to choose a weekend.
    pub weekend: TaskId,
    /// The service desk.
    pub service_desk: ProjectId,
    /// October's invoice.
    pub october: InvoiceId,
}

const PARKING: Said = Said {
    title: "Parking for the crew at gate 2",
    text: "Your vans stood in front of the fire gate on Saturday. Where should they be?",
};
const CALL_OUT: Said =
    Said { title: "Six hours on a Saturday", text: "Nobody here remembers asking for work on a Saturday night. What was it?" };
const WEEKEND: Said = Said {
    title: "Which weekend suits hall 3?",
    text: "The switches come a week late, so we can work in hall 3 on\n\n\
           - the **first** weekend after they are here, or\n\
           - the one **after** that, which leaves a weekend in reserve before your audit.\n\n\
           The dye line stands for 20 minutes either way, as in hall 1. Which one shall we book the crew for?",
};
const SHIFTS: Said = Said {
    title: "Could the report show waiting times by shift?",
    text: "Our shift leaders ask for it every month, and I count them by hand from the list. \
           *Night, morning and evening* would be enough.",
};

/// Where the crew may park.
const SKETCH: &[u8] = include_bytes!("../../files/parking-gate-2.png");

/// Tells who said what to whom.
pub async fn tell(
    builder: &DemoBuilder,
    by: &Colleagues,
    anna: &Actor,
    ben: &Actor,
    id: CustomerId,
    matters: &Matters,
) -> Told<()> {
    parking(builder, by, anna, id, matters.network).await?;
    call_out(builder, by, anna, id, matters.october).await?;
    builder.go(6, 3);
    let asked = ["Anna Aho", "Access to the roof of hall 3", "Mikko sends the names of the crew by Friday"];
    builder.contact(&by.mikko, id, ContactKind::Call, asked).await?;
    weekend(builder, by, id, matters.weekend).await?;
    builder.go(0, 3);
    builder.ask(ben, id, project(matters.service_desk), &SHIFTS).await.map(drop)
}

fn project(id: ProjectId) -> About {
    About { kind: AboutKind::Project, id: id.0 }
}

async fn parking(builder: &DemoBuilder, by: &Colleagues, anna: &Actor, id: CustomerId, network: ProjectId) -> Told<()> {
    builder.go(40, 2);
    let thread = builder.ask(anna, id, project(network), &PARKING).await?;
    builder.go(39, 22);
    let answer = "Sorry for that. From now on they use places 14 to 16 behind the canteen. Is that all right on weekdays too?";
    builder.answer_with(&by.mikko, id, thread, answer, ("parking-gate-2.png", SKETCH)).await?;
    builder.go(39, 20);
    builder.answer(anna, id, thread, "On weekends only, please; on weekdays the night shift needs them.").await?;
    builder.agree(&by.mikko, id, thread).await?;
    builder.go(39, 19);
    builder.resolve(&by.mikko, id, thread, "Places 14 to 16 are kept for the crew on weekends.").await
}

/// Asked about a line of October's invoice, before it was paid.
async fn call_out(builder: &DemoBuilder, by: &Colleagues, anna: &Actor, id: CustomerId, invoice: InvoiceId) -> Told<()> {
    builder.go(20, 1);
    let about = builder.line_of(anna, id, invoice, 2).await?;
    let thread = builder.question(anna, id, about, (QuestionReason::NotOrdered, &CALL_OUT)).await?;
    builder.go(19, 20);
    let answer = "The fault began at 02.10 and stopped the dye line. Your shift leader called us, and two people drove out:\n\n\
                  - Petra, 3 h: found the broken fibre between halls 2 and 3\n\
                  - Jari, 3 h: moved the dye line to the spare pair\n\n\
                  Two more hours of tidying up on Sunday were not charged.";
    builder.explain(&by.mikko, id, thread, answer).await?;
    builder.go(19, 18);
    let thanks = "Thank you, that explains it. Could the shift leader's name stand on the line next time? Then I need not ask.";
    builder.answer(anna, id, thread, thanks).await?;
    builder.go(18, 23);
    builder.approve(anna, id, invoice, "PO 7713").await?;
    builder.resolve(&by.mikko, id, thread, "The shift leader's name stands on every call-out line from December on.").await
}

async fn weekend(builder: &DemoBuilder, by: &Colleagues, id: CustomerId, task: TaskId) -> Told<()> {
    builder.go(2, 4);
    let about = About { kind: AboutKind::Task, id: task.0 };
    let thread = builder.ask(&by.mikko, id, about, &WEEKEND).await?;
    builder.go(1, 20);
    let note = "Our own name for this is Palokarki. The factory has promised half of the switches for the first weekend, and \
                the express freight is on us; do not offer it before they have chosen.";
    builder.note(&by.saara, id, thread, note).await
}
