//! Lakeside Mills: a paper mill that gets a new network while the old one runs.

mod agreement;
mod assessments;
mod feedback;
mod goals;
mod ideas;
mod journey;
mod knowledge;
mod meetings;
mod packages;
mod process;
mod reports;
mod requests;
mod talk;
mod work;

use super::{
    Guest, Told,
    bank::Received,
    builder::{ALL, Company, DemoBuilder, Someone, Todo, told},
    invoice::{Bill, Row},
    staff::Colleagues,
};
use coplan_domain::id::{CustomerId, InvoiceId, MilestoneId, ProjectId, TaskId};
use coplan_store::access::Actor;
use coplan_usecases::{
    absence::{self, AbsenceForm},
    customer::{self, InternalForm},
    plan,
    project::{SavePlanTemplateForm, SaveTemplateForm, save_plan_template, save_template},
    request::RequestForm,
    saved_filter::{self, SaveFilterForm},
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

const COMPANY: Company = Company { number: "1001", name: "Lakeside Mills", business_id: "1234567-1", vat_id: "FI12345671" };
const ANNA: Someone =
    Someone { name: "Anna Aho", email: "anna.aho@lakeside.example", title: "Plant manager", language: "en", scopes: ALL };
const BEN: Someone = Someone {
    name: "Ben Berg",
    email: "ben.berg@lakeside.example",
    title: "Shift leader",
    language: "en",
    scopes: &["plan", "discussion"],
};

/// Tells its story, where it has not been told yet.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues) -> Told<Guest> {
    if let Some(guest) = super::find_guest(builder, &by.mikko, &COMPANY, &ANNA).await? {
        return Ok(guest);
    }
    builder.go(90, 0);
    let id = builder.company(&by.mikko, &COMPANY).await?;
    let membership = builder.member(&by.mikko, id, &ANNA).await?;
    let bens = builder.member(&by.mikko, id, &BEN).await?;
    let internal = InternalForm {
        segment: "Key account, process industry".to_owned(),
        about: "Anna decides on dates, the mill's purchasing on sums over 20 000. They value being told early more than being told well."
            .to_owned(),
        version: 0,
        was: String::new(),
    };
    told(customer::change_internal(&builder.portal, &by.mikko, id, &internal).await)?;
    let (network, weekend) = network(builder, by, id).await?;
    let service_desk = service_desk(builder, &by.mikko, id).await?;
    backup(builder, &by.mikko, id).await?;
    let (october, november) = bills(builder, &by.mikko).await?;
    work::tell(builder, by, id, &work::Matters { network, service_desk, october, november }).await?;
    // A member's device is signed out after 30 days of rest, so each comes in when it has something to do.
    builder.go(41, 0);
    let anna = builder.enter(&by.mikko, id, membership).await?;
    dye_line(builder, &by.mikko, &anna, id, network).await?;
    builder.go(10, 0);
    let ben = builder.enter(&by.mikko, id, bens).await?;
    builder.go(9, 0);
    let seen = told(plan::show(&builder.portal, &anna, id).await)?;
    plan::note_visit(&builder.portal, &anna, &seen);
    told(plan::keep_visits(&builder.portal, &builder.system).await)?;
    meetings::tell(builder, by, &anna, id).await?;
    goals::tell(builder, by, &anna, id).await?;
    knowledge::tell(builder, by, &anna, id).await?;
    ideas::tell(builder, by, (&anna, &ben), id).await?;
    assessments::tell(builder, by, &anna, id).await?;
    packages::tell(builder, &by.mikko, id).await?;
    feedback::hand_over(builder, &by.mikko, &anna, id, service_desk).await?;
    feedback::levels(builder, &by.mikko, (&anna, &ben), id).await?;
    feedback::tell(builder, by, (&anna, &ben), id, (network, service_desk)).await?;
    process::tell(builder, by, (&anna, &ben), id).await?;
    requests::tell(builder, by, (&anna, &ben), id).await?;
    agreement::tell(builder, &by.mikko, &anna, id).await?;
    reports::tell(builder, &by.mikko, &anna, id).await?;
    news(builder, by, id).await?;
    talk::tell(builder, by, &anna, &ben, id, &talk::Matters { network, weekend, service_desk, october }).await?;
    journey::tell(builder, &by.mikko, (&anna, &ben), id).await?;
    let name = "A mill with a service desk".to_owned();
    let template = SavePlanTemplateForm { name, ..SavePlanTemplateForm::blank(builder.id()) };
    told(save_plan_template(&builder.portal, &by.mikko, id, &template).await)?;
    builder.lock(&by.mikko, id, &COMPANY).await?;
    builder.settle().await?;
    Ok(Guest::new(id, &COMPANY, membership, &ANNA))
}

async fn network(builder: &DemoBuilder, colleagues: &Colleagues, id: CustomerId) -> Told<(ProjectId, TaskId)> {
    let by = &colleagues.mikko;
    builder.go(84, 0);
    let about = "Every hall gets its own ring, so that a cut cable stops one machine and not the mill.";
    let project = builder.project(by, id, "New network for the mill", about, true).await?;
    let survey = builder.milestone(by, id, project, "Cables and halls surveyed", builder.day(14)).await?;
    let hall1 = builder.milestone(by, id, project, "Hall 1 on the new network", builder.day(35)).await?;
    let hall2 = builder.milestone(by, id, project, "Hall 2 on the new network", builder.day(56)).await?;
    let hall3 = builder.milestone(by, id, project, "Hall 3 on the new network", builder.day(89)).await?;
    builder.milestone(by, id, project, "Old network switched off", builder.day(112)).await?;
    builder.milestone(by, id, project, "Recovery rehearsed with the night shift", builder.day(126)).await?;
    builder.report(by, id, project, "on_track", "The survey has begun; two of four halls are drawn.").await?;
    builder.go(70, 0);
    builder.reached(by, id, survey, 1, builder.day(0)).await?;
    builder.go(47, 0);
    builder.reached(by, id, hall1, 1, builder.day(-1)).await?;
    builder
        .report(by, id, project, "on_track", "Hall 1 runs on the new network. The dye line stood for 20 minutes, as planned.")
        .await?;
    builder.go(26, 0);
    builder.reached(by, id, hall2, 1, builder.day(0)).await?;
    builder.go(4, 3);
    builder.moved(by, id, hall3, 1, builder.day(16), "The switches come a week late from the factory.").await?;
    let reason = "The switches for hall 3 come a week late from the factory. Halls 1 and 2 go on as planned.";
    builder.report(by, id, project, "at_risk", reason).await?;
    let weekend = tasks(builder, colleagues, id, project, hall3).await?;
    let name = "Network of a mill, four months".to_owned();
    let template = SaveTemplateForm { name, ..SaveTemplateForm::blank(builder.id()) };
    told(save_template(&builder.portal, by, (id, project), &template).await)?;
    let name = "Not going well".to_owned();
    let filter = SaveFilterForm { name, ..SaveFilterForm::blank(builder.id()) };
    told(saved_filter::save(&builder.portal, by, "show=alarming&sort=light", &filter).await)?;
    Ok((project, weekend))
}

async fn tasks(
    builder: &DemoBuilder,
    colleagues: &Colleagues,
    id: CustomerId,
    project: ProjectId,
    hall3: MilestoneId,
) -> Told<TaskId> {
    let by = &colleagues.mikko;
    let choose = Todo {
        name: "Choose the weekend for hall 3",
        why: "So that the crew can be booked in time",
        side: "customer",
        stage: "onstage",
        shared: false,
    };
    let lend = Todo {
        name: "Lend our own switches until the new ones come",
        why: "",
        side: "supplier",
        stage: "backstage",
        shared: true,
    };
    let press = Todo {
        name: "Press the factory for a partial delivery",
        why: "Escalated to their sales director; do not promise anything yet",
        side: "supplier",
        stage: "backstage",
        shared: false,
    };
    let draw =
        Todo { name: "Draw the recovery plan for the night shift", why: "", side: "supplier", stage: "onstage", shared: false };
    builder.go(2, 4);
    let task = builder.task(by, id, project, &choose, Some(builder.day(6))).await?;
    // The promised day as of four days ago, seen from two days ago.
    builder.offer(by, id, task, &weekends(hall3, builder.day(14), builder.day(6))).await?;
    builder.task_on(by, (id, project), &lend, Some(builder.day(5)), Some(colleagues.petra.person())).await?;
    builder.task(by, id, project, &press, None).await?;
    builder.task(by, id, project, &draw, Some(builder.day(30))).await?;
    Ok(task)
}

/// A choice that Anna has made before: it moves nothing and costs nothing.
async fn dye_line(builder: &DemoBuilder, by: &Actor, anna: &Actor, id: CustomerId, project: ProjectId) -> Told<()> {
    builder.go(40, 6);
    let choose = Todo {
        name: "Choose when the dye line may stop for hall 2",
        why: "It stops for 20 minutes",
        side: "customer",
        stage: "onstage",
        shared: false,
    };
    let task = builder.task(by, id, project, &choose, Some(builder.day(5))).await?;
    let (choice1, choice2) = ("At the shift change, 06.00".to_owned(), "In the lunch break".to_owned());
    builder.offer(by, id, task, &RequestForm { choice1, choice2, takes_note: true, ..RequestForm::default() }).await?;
    builder.go(39, 21);
    builder.choose(anna, id, (project, task), "1", "Please tell the night shift a day before.").await
}

/// The weekends before the promised day and a week later, and what it costs to need none.
fn weekends(hall3: MilestoneId, promised_on: Date, open_until: Date) -> RequestForm {
    let saturday = |day: Date| day.saturating_sub(i64::from(day.weekday().since(Weekday::Saturday)).days());
    let weekend = |day: Date| {
        let (first, last) = (saturday(day), saturday(day).saturating_add(1.days()));
        let begin = if first.month() == last.month() { "%-d" } else { "%-d %B" };
        format!("{}–{}", first.strftime(begin), last.strftime("%-d %B"))
    };
    let later = promised_on.saturating_add(7.days());
    RequestForm {
        choice1: weekend(promised_on),
        milestone1: hall3.to_string(),
        day1: promised_on.to_string(),
        choice2: weekend(later),
        milestone2: hall3.to_string(),
        day2: later.to_string(),
        choice3: "Two nights".to_owned(),
        cost3: "1200".to_owned(),
        takes_note: true,
        open_until: open_until.to_string(),
        ..RequestForm::default()
    }
}

async fn service_desk(builder: &DemoBuilder, by: &Actor, id: CustomerId) -> Told<ProjectId> {
    builder.go(60, 0);
    let about = "Shift leaders reach a person who knows the mill, day and night, in their own language.";
    let project = builder.project(by, id, "Service desk for shift leaders", about, true).await?;
    let day = builder.milestone(by, id, project, "Day shift trained", builder.day(30)).await?;
    builder.milestone(by, id, project, "Night shift trained", builder.day(70)).await?;
    builder.milestone(by, id, project, "Old phone number closed", builder.day(98)).await?;
    builder.go(29, 0);
    builder.reached(by, id, day, 1, builder.day(0)).await?;
    builder.go(11, 0);
    builder
        .report(by, id, project, "on_track", "Eleven of fourteen shift leaders have tried it; the night shift is next.")
        .await?;
    Ok(project)
}

async fn backup(builder: &DemoBuilder, by: &Actor, id: CustomerId) -> Told<()> {
    builder.go(80, 0);
    let project =
        builder.project(by, id, "Backup to the second site", "What the mill cannot lose stands in two places.", true).await?;
    let copied = builder.milestone(by, id, project, "First full copy", builder.day(20)).await?;
    let tested = builder.milestone(by, id, project, "Recovery tested", builder.day(60)).await?;
    builder.go(61, 0);
    builder.reached(by, id, copied, 1, builder.day(0)).await?;
    builder.go(13, 0);
    builder.reached(by, id, tested, 1, builder.day(0)).await?;
    builder.report(by, id, project, "done", "The recovery test took 41 minutes; the agreement allows 60.").await
}

const SEPTEMBER: &[Row] =
    &[("New network, survey of four halls", 3850, "HUR", 9400), ("Service desk, monthly", 100, "MON", 181_000)];
const OCTOBER: &[Row] = &[
    ("New network, hall 1", 5225, "HUR", 9400),
    ("Service desk, monthly", 100, "MON", 181_000),
    ("Six hours on a Saturday night", 600, "HUR", 14_100),
];
const NOVEMBER: &[Row] = &[
    ("New network, hall 2", 4135, "HUR", 9400),
    ("Service desk, monthly", 100, "MON", 181_000),
    ("Backup to the second site, 1.2 TB", 120, "E35", 73_455),
    ("Training lunch for shift leaders", 1200, "H87", 1150),
];

/// The bills of three months; gives October's and November's.
async fn bills(builder: &DemoBuilder, by: &Actor) -> Told<(InvoiceId, InvoiceId)> {
    let mut last = None;
    for (number, rows, days_ago, paid_after) in [("1031", SEPTEMBER, 52, 12), ("1042", OCTOBER, 22, 13)] {
        builder.go(days_ago, 2);
        let bill = Bill { number, issued_on: builder.day(0), rows };
        let invoice = builder.bill(&COMPANY, &bill).await?;
        builder.go(days_ago - paid_after, 2);
        let bank = [Received::of_bill("LAKESIDE MILLS OY", &bill)];
        builder.statement(by, &bank).await?;
        last = Some(invoice);
    }
    builder.go(2, 2);
    let november = builder.bill(&COMPANY, &Bill { number: "1057", issued_on: builder.day(0), rows: NOVEMBER }).await?;
    // Paid ahead by somebody who had no reference at hand.
    builder.go(0, 3);
    let message = "Hall 2, first part".to_owned();
    builder.statement(by, &[Received { payer: "LAKESIDE MILLS OY", cents: 300_000, reference: String::new(), message }]).await?;
    Ok((last.ok_or_else(|| "no invoice was brought in".to_owned())?, november))
}

/// What happened since Anna was here last.
async fn news(builder: &DemoBuilder, by: &Colleagues, id: CustomerId) -> Told<()> {
    builder.go(1, 2);
    let project =
        builder.project(&by.mikko, id, "Energy metering for the drying line", "Prepared for the yearly planning.", false).await?;
    builder
        .report(&by.mikko, id, project, "on_track", "The offer is being counted; margin to be agreed with Olli first.")
        .await?;
    let form = AbsenceForm {
        id: builder.id(),
        first_day: builder.day(30).to_string(),
        last_day: builder.day(36).to_string(),
        stand_in: by.saara.person().to_string(),
    };
    told(absence::plan(&builder.portal, &by.mikko, by.mikko.person(), &form).await)
}
