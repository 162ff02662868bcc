//! What Anna and Ben asked for: one request that was answered late, one that waits for an answer.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::{
    id::{CustomerId, ServiceRequestId},
    service_request::{ServiceRequestState, StandardKind},
};
use coplan_store::access::Actor;
use coplan_usecases::{
    request_kind,
    service_request::{self, AnswerServiceRequestForm, ServiceRequestForm},
};

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, (anna, ben): (&Actor, &Actor), id: CustomerId) -> Told<()> {
    // Anna's device is in until the eleventh day before today.
    builder.go(23, 2);
    let what = "The Wi-Fi in hall 2 drops at every shift change";
    let why = "For ten minutes nobody can print labels, and the trucks wait.";
    let fault = send(builder, &by.mikko, anna, id, (StandardKind::Fault, what, why)).await?;
    // Eight days are longer than four working hours, however the holidays fall.
    builder.go(15, 5);
    let late =
        "Sorry for the late answer, it lay with a colleague who was away. The access points restart all at once; we change that.";
    answer(builder, &by.mikko, (id, fault), ServiceRequestState::InProgress, late).await?;
    builder.go(13, 4);
    let done = "They now restart one by one, at 3 in the morning. I watched two shift changes: nothing dropped.";
    answer(builder, &by.mikko, (id, fault), ServiceRequestState::Done, done).await?;
    builder.go(12, 6);
    let version = told(service_request::show(&builder.portal, anna, id, fault).await)?.request.version;
    told(service_request::confirm(&builder.portal, anna, id, fault, version).await)?;
    builder.go(0, 1);
    let what = "A login to the service desk for our new shift leader";
    let why = "Tuomas Laine starts on the night shift.";
    send(builder, &by.mikko, ben, id, (StandardKind::Change, what, why)).await.map(drop)
}

async fn send(
    builder: &DemoBuilder,
    mikko: &Actor,
    by: &Actor,
    id: CustomerId,
    (standard, what, why): (StandardKind, &str, &str),
) -> Told<ServiceRequestId> {
    let (kinds, _) = told(request_kind::list(&builder.portal, mikko).await)?;
    let kind = kinds.iter().find(|kind| kind.called.standard == Some(standard)).ok_or_else(|| "a kind is gone".to_owned())?;
    let form = ServiceRequestForm {
        kind: kind.id.to_string(),
        what: what.to_owned(),
        why: why.to_owned(),
        wanted_on: builder.day(14).to_string(),
        ..ServiceRequestForm::blank(builder.id())
    };
    told(service_request::send(&builder.portal, by, id, &form).await)
}

async fn answer(
    builder: &DemoBuilder,
    by: &Actor,
    (id, of): (CustomerId, ServiceRequestId),
    state: ServiceRequestState,
    words: &str,
) -> Told<()> {
    let version = told(service_request::show(&builder.portal, by, id, of).await)?.request.version;
    let (state, words) = (state.to_string(), words.to_owned());
    let form = AnswerServiceRequestForm { id: builder.id(), version, state, words, owner: String::new() };
    told(service_request::answer(&builder.portal, by, id, of, &form).await)
}
