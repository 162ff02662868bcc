//! One customer's year of meetings and goals, made as people would make it.

#[cfg(test)]
mod tests;

use coplan_demo::{ALL, Company, Demo, DemoBuilder, Someone, Told, find_guest, told};
use coplan_domain::{
    goal::Direction,
    id::{CustomerId, GoalId},
    meeting::OutcomeKind,
    person::Side,
};
use coplan_store::access::Actor;
use coplan_usecases::{
    goal::{self, ImportReadingsForm, ProposeForm},
    meeting::{self, ApproveForm, CallForm, OutcomeForm},
};
use jiff::ToSpan;

/// How many outcomes a meeting has.
const OUTCOMES: usize = 10;
/// Over so many days meetings and readings are spread.
const DAYS: i64 = 350;

const COMPANY: Company = Company { number: "1900", name: "Longlife Foods", business_id: "3000002-8", vat_id: "FI30000028" };
const MEMBER: Someone = Someone {
    name: "Lotta Lind",
    email: "lotta.lind@longlife.example",
    title: "Head of operations",
    language: "en",
    scopes: ALL,
};

/// How much happened in it.
#[derive(Debug, Clone, Copy)]
pub struct Life {
    /// How many meetings, each with ten outcomes.
    pub meetings: u16,
    /// How many goals.
    pub goals: u16,
    /// How many readings each of them has.
    pub readings: u16,
}

/// Adds the customer where it is not there yet; its member gets the first link, and its plan comes first.
pub async fn add_to(demo: &mut Demo, life: Life) -> Told<()> {
    let (builder, by) = (&demo.builder, &demo.colleagues.mikko);
    if find_guest(builder, by, &COMPANY, &MEMBER).await?.is_none() {
        add(builder, by, life).await?;
    }
    let guest = find_guest(builder, by, &COMPANY, &MEMBER).await?.ok_or("the customer is gone")?;
    demo.plans.insert(0, guest.customer);
    demo.guests.insert(0, guest);
    Ok(())
}

async fn add(builder: &DemoBuilder, by: &Actor, life: Life) -> Told<()> {
    builder.go(DAYS + 5, 0);
    let customer = builder.company(by, &COMPANY).await?;
    let membership = builder.member(by, customer, &MEMBER).await?;
    for n in 0..life.meetings {
        builder.go(DAYS - DAYS * i64::from(n) / i64::from(life.meetings), 8);
        // A device that rested for long is no longer in.
        let member = builder.enter(by, customer, membership).await?;
        meet(builder, (by, &member), customer, (n, life.meetings)).await?;
    }
    let mut goals = Vec::new();
    builder.go(DAYS, 4);
    let member = builder.enter(by, customer, membership).await?;
    for n in 0..life.goals {
        goals.push(agree(builder, (by, &member), customer, n).await?);
    }
    builder.go(2, 4);
    let member = builder.enter(by, customer, membership).await?;
    for goal in goals.into_iter().filter(|_| life.readings > 0) {
        measure(builder, (by, &member), (customer, goal), life.readings).await?;
    }
    builder.go(1, 0);
    builder.settle().await?;
    builder.lock(by, customer, &COMPANY).await
}

/// A meeting with its outcomes, which both sides agree to. Its tasks are done, but for those of the last one.
async fn meet(builder: &DemoBuilder, (by, member): (&Actor, &Actor), customer: CustomerId, (n, of): (u16, u16)) -> Told<()> {
    let portal = &builder.portal;
    let form = CallForm {
        title: format!("Steering group {}", n + 1),
        day: builder.day(0).to_string(),
        place: "Canteen of hall 2".to_owned(),
        ..CallForm::suggested(builder.id())
    };
    let id = told(meeting::call(portal, by, customer, &form).await)?;
    for (place, kind) in OutcomeKind::ALL.iter().cycle().take(OUTCOMES).enumerate() {
        let side = if *kind == OutcomeKind::Task { Side::ALL[place % 2].to_string() } else { String::new() };
        let outcome = format!("Outcome {} of meeting {}", place + 1, n + 1);
        let form = OutcomeForm { outcome, kind: kind.to_string(), side, ..OutcomeForm::blank(builder.id()) };
        told(meeting::record(portal, by, customer, id, &form).await)?;
        if *kind == OutcomeKind::Task && n + 1 < of {
            told(meeting::set_done(portal, by, customer, form.id, true).await)?;
        }
    }
    told(meeting::close(portal, by, customer, id).await)?;
    let revision = told(meeting::show(portal, by, customer, id).await)?.meeting.revision;
    for who in [by, member] {
        let form = ApproveForm { revision, remark: String::new() };
        told(meeting::approve(portal, who, customer, id, &form).await)?;
    }
    Ok(())
}

/// A goal that both sides agreed on.
async fn agree(builder: &DemoBuilder, (by, member): (&Actor, &Actor), customer: CustomerId, n: u16) -> Told<GoalId> {
    let form = ProposeForm {
        title: format!("Line {} starts on time", n + 1),
        why: "A line that starts late throws the first batch away.".to_owned(),
        measure: "Minutes late at the first batch of a day".to_owned(),
        unit: "min".to_owned(),
        measured_by: "The line's own log".to_owned(),
        baseline: "40".to_owned(),
        target: "5".to_owned(),
        direction: Direction::Down.to_string(),
        due_on: builder.day(500).to_string(),
        ..ProposeForm::blank(builder.id())
    };
    let id = told(goal::propose(&builder.portal, by, customer, &form).await)?;
    told(goal::approve(&builder.portal, member, customer, id, 1).await)?;
    Ok(id)
}

/// The readings of a goal, the last of which waits for the member.
async fn measure(
    builder: &DemoBuilder,
    (by, member): (&Actor, &Actor),
    (customer, id): (CustomerId, GoalId),
    readings: u16,
) -> Told<()> {
    let portal = &builder.portal;
    let rows = (0..readings).map(|place| {
        let ago = DAYS - DAYS * i64::from(place) / i64::from(readings);
        let day = builder.day(0).saturating_sub(ago.days());
        format!("{day};{};", 40 - i64::from(place) % 30)
    });
    let form = ImportReadingsForm { rows: rows.collect::<Vec<_>>().join("\n") };
    told(goal::import(portal, by, customer, id, &form).await)?;
    let measured = told(goal::show(portal, member, customer, id).await)?.readings;
    for reading in measured.iter().rev().skip(1) {
        told(goal::confirm(portal, member, customer, id, reading.id).await)?;
    }
    Ok(())
}
