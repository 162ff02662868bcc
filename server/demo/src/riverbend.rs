//! Riverbend Printing: all is said to be well, and nobody has looked for a long time.

use super::{
    Told,
    builder::{ALL, Company, DemoBuilder, Someone, Todo, told},
    find_customer,
    invoice::{Bill, Row},
    staff::{Colleagues, MIKKO},
};
use coplan_domain::table_import::TableKind;
use coplan_usecases::{
    hand_over::{self, PlanHandOverForm},
    status_rhythm::{self, StatusRhythmForm},
};

const COMPANY: Company = Company { number: "1004", name: "Riverbend Printing", business_id: "4567891-5", vat_id: "FI45678915" };
const RISTO: Someone = Someone {
    name: "Risto Laine",
    email: "risto.laine@riverbend.example",
    title: "Production manager",
    language: "en",
    scopes: ALL,
};

const AUTUMN: &[Row] = &[("Print servers, monthly", 100, "MON", 64_000), ("Colour calibration, one press", 750, "HUR", 9400)];

/// What was said by email before there was a portal.
fn earlier(builder: &DemoBuilder) -> String {
    let (asked, answered, spring) = (builder.day(-61), builder.day(-60), builder.day(-33));
    let (risto, mikko) = (RISTO.email, MIKKO);
    format!(
        "Customer,Discussion,Date,Writer,Message\n\
         1004,Paper jams on press 2,{asked} 09:10,{risto},Press 2 stops twice a night. Is it the queue or the paper?\n\
         1004,Paper jams on press 2,{asked} 11:35,{mikko},The queue sends jobs in the wrong order. We change it tonight.\n\
         1004,Paper jams on press 2,{answered} 08:05,{risto},Not one stop last night. Thank you!\n\
         1004,Who may order new drivers,{spring} 14:20,{mikko},Who at Riverbend says yes to new printer drivers?\n\
         1004,Who may order new drivers,{spring} 15:45,{risto},I do. Liisa while I am away.\n"
    )
}

/// Tells its story, where it has not been told yet.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues) -> Told<()> {
    let mut conn = told(builder.portal.db.read().await)?;
    let is_there = find_customer(&mut conn, RISTO.email).await?.is_some();
    drop(conn);
    if is_there {
        return Ok(());
    }
    let mikko = &by.mikko;
    builder.go(120, 0);
    let id = builder.company(mikko, &COMPANY).await?;
    let membership = builder.member(mikko, id, &RISTO).await?;
    builder.import_table(mikko, TableKind::Messages, "emails-of-the-spring.csv", earlier(builder)).await?;
    builder.go(80, 0);
    let risto = builder.enter(mikko, id, membership).await?;
    let seen = told(coplan_usecases::plan::show(&builder.portal, &risto, id).await)?;
    coplan_usecases::plan::note_visit(&builder.portal, &risto, &seen);
    told(coplan_usecases::plan::keep_visits(&builder.portal, &builder.system).await)?;
    builder.go(70, 0);
    let about = "A press that waits for a file costs 400 euros an hour.";
    let project = builder.project(mikko, id, "Print queue without stops", about, true).await?;
    builder.milestone(mikko, id, project, "Second queue server running", builder.day(61)).await?;
    builder.milestone(mikko, id, project, "Night queue watched from our desk", builder.day(75)).await?;
    builder.report(mikko, id, project, "on_track", "The server is ordered, and its place in the rack is free.").await?;
    builder.go(44, 0);
    builder.bill(&COMPANY, &Bill { number: "1048", issued_on: builder.day(0), rows: AUTUMN }).await?;
    builder.go(8, 0);
    let disk = Todo {
        name: "Replace the disk of the first queue server",
        why: "It has reported errors twice",
        side: "supplier",
        stage: "onstage",
        shared: false,
    };
    builder.task_on(mikko, (id, project), &disk, Some(builder.day(7)), Some(by.petra.person())).await?;
    let offer = Todo {
        name: "Send the offer for calibrating the second press",
        why: "Risto asked for it by phone",
        side: "supplier",
        stage: "backstage",
        shared: false,
    };
    builder.task_on(mikko, (id, project), &offer, Some(builder.day(8)), Some(mikko.person())).await?;
    builder.go(1, 0);
    told(status_rhythm::set(&builder.portal, mikko, &StatusRhythmForm { every: "30".to_owned() }).await)?;
    let over = PlanHandOverForm {
        customers: vec![id.to_string()],
        to: by.saara.person().to_string(),
        on_day: builder.day(21).to_string(),
        note: "Risto answers by phone, best before the shift begins at six. The calibration offer is promised by then."
            .to_owned(),
        word: "Saara Lind knows printing: she has set up two press halls before yours.".to_owned(),
        ..PlanHandOverForm::blank(builder.id())
    };
    told(hand_over::plan(&builder.portal, mikko, &over).await)?;
    builder.lock(mikko, id, &COMPANY).await?;
    builder.settle().await
}
