//! Short surveys: up to nine questions to the people of a customer, asked of nobody more often than every two months.

mod delivery;
mod form;
mod mail;
mod respond;
mod send;
mod yearly;

pub use coplan_store::survey::Askable;
pub use delivery::{ask_use, next_of_use};
pub use form::{RespondForm, SendSurveyForm, answer_field};
pub use mail::{SurveyMail, mail_of};
pub use respond::{SurveyView, decline, respond, show};
pub use send::{SendContext, begin, send};
pub use yearly::{YearlyForm, ask_yearly, change_yearly, show_yearly};

use crate::{
    InternalError,
    feedback::label,
    job::{self, Job},
};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    id::{CustomerId, PersonId, SurveyId},
};
use coplan_store::Change;
use jiff::{SignedDuration, Timestamp};

/// For how long nobody is asked again.
const COOLDOWN: SignedDuration = SignedDuration::from_hours(24 * 60);

/// From when on somebody can be asked again; none where that is already so.
#[must_use]
pub fn rests_until(asked: &Askable, now: Timestamp) -> Option<Timestamp> {
    asked.asked_at.map(|at| at + COOLDOWN).filter(|until| *until > now)
}

/// Tells the supplier's people that the worker asked this, and promises an email to each who is asked.
async fn tell_sent(
    change: &mut Change,
    (survey, customer): (SurveyId, CustomerId),
    words: &str,
    to: &[PersonId],
) -> Result<(), InternalError> {
    let event = Event {
        id: change.id(),
        customer,
        actor: None,
        kind: EventKind::SurveySent,
        object_kind: ObjectKind::Feedback,
        object: customer.0,
        label: label(words),
        audience: Audience::Internal,
        at: change.now(),
    };
    change.record(event).await?;
    for to in to.iter().copied() {
        job::enqueue(change, &Job::SurveyMail { survey, to }, Some(to), SignedDuration::ZERO).await?;
    }
    Ok(())
}
