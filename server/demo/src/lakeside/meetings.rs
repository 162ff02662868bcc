//! The steering group of Lakeside Mills: what was decided last time, and what is to be talked about next.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::id::{CustomerId, MeetingId, OutcomeId};
use coplan_store::access::Actor;
use coplan_usecases::meeting::{self, AgendaForm, ApproveForm, CallForm, OutcomeForm};

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, anna: &Actor, id: CustomerId) -> Told<()> {
    builder.go(40, 2);
    let last = call(builder, &by.mikko, id, 10, "Hall 1, the meeting room above the control room").await?;
    propose(builder, &by.mikko, id, last, "Hall 1: what went well, what did not").await?;
    propose(builder, anna, id, last, "Who may ask for work on a Saturday?").await?;
    builder.go(29, 3);
    write(
        builder,
        &by.mikko,
        id,
        last,
        ("decision", "Work outside office hours is asked for by the shift leader, in writing"),
        "",
    )
    .await?;
    write(builder, &by.mikko, id, last, ("information", "The dye line may stand for 20 minutes, never on a Friday"), "").await?;
    let asked = ("task", "Send the list of the shift leaders and their numbers");
    let asked = write(builder, &by.mikko, id, last, asked, "customer").await?;
    write(builder, &by.mikko, id, last, ("task", "Draw the recovery plan for the night shift"), "supplier").await?;
    told(meeting::close(&builder.portal, &by.mikko, id, last).await)?;
    let revision = told(meeting::show(&builder.portal, &by.mikko, id, last).await)?.meeting.revision;
    for (days_ago, who) in [(29, &by.mikko), (27, anna)] {
        builder.go(days_ago, 2);
        let form = ApproveForm { revision, remark: String::new() };
        told(meeting::approve(&builder.portal, who, id, last, &form).await)?;
    }
    builder.go(20, 2);
    told(meeting::set_done(&builder.portal, anna, id, asked, true).await)?;
    builder.go(14, 2);
    let next = call(builder, &by.mikko, id, 20, "https://meet.northline.example/lakeside").await?;
    propose(builder, &by.mikko, id, next, "Which weekend for hall 3").await?;
    builder.go(12, 2);
    propose(builder, anna, id, next, "Waiting times by shift in the monthly report").await
}

async fn call(builder: &DemoBuilder, by: &Actor, id: CustomerId, ahead: i32, place: &str) -> Told<MeetingId> {
    let form = CallForm {
        title: "Steering group".to_owned(),
        day: builder.day(ahead).to_string(),
        place: place.to_owned(),
        ..CallForm::suggested(builder.id())
    };
    told(meeting::call(&builder.portal, by, id, &form).await)
}

async fn propose(builder: &DemoBuilder, by: &Actor, id: CustomerId, meeting: MeetingId, words: &str) -> Told<()> {
    let form = AgendaForm { words: words.to_owned(), ..AgendaForm::blank(builder.id()) };
    told(meeting::propose(&builder.portal, by, id, meeting, &form).await)
}

async fn write(
    builder: &DemoBuilder,
    by: &Actor,
    id: CustomerId,
    meeting: MeetingId,
    (kind, words): (&str, &str),
    side: &str,
) -> Told<OutcomeId> {
    let blank = OutcomeForm::blank(builder.id());
    let form = OutcomeForm { outcome: words.to_owned(), kind: kind.to_owned(), side: side.to_owned(), ..blank };
    told(meeting::record(&builder.portal, by, id, meeting, &form).await)?;
    Ok(form.id)
}
