//! Meetings of both sides: called, prepared by either, written down while they last, agreed to by both.

mod answer;
mod call;
mod feed;
mod form;
mod invite;
mod minutes;
mod show;

pub(crate) use answer::{Answered, answer_with};
pub use answer::{answer, discard_mail};
pub use call::{call, cancel, change, share};
pub use feed::{FEED_PATH, make_feed, read_feed, revoke_feed};
pub use form::{AgendaForm, ApproveForm, CallForm, ChangeMeetingForm, OutcomeForm};
pub use invite::{InvitationMail, invitation_of};
pub use minutes::{approve, close, propose, record, remove_agenda_item, remove_outcome, reopen, set_done};
pub use show::{MeetingKey, MeetingList, MeetingView, Since, list, show};

use crate::Error;
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, MeetingId},
    meeting::Meeting,
    person::Scope,
};
use coplan_store::{
    Change, Result,
    access::{Actor, CustomerWrite, MeetingWrite, hold},
    meeting,
};

/// The right to write in the customer's meetings, with one of them as it is.
async fn write_of<T>(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
) -> std::result::Result<(MeetingWrite, Meeting), Error<T>> {
    let held = hold(change, actor, customer).await?;
    let write = held.meeting_write(change).await?;
    let found = meeting::find(change, write.meetings(), id).await?.ok_or(Error::NotFound)?;
    Ok((write, found))
}

/// Who may know what happens to a meeting.
fn audience(shared: bool) -> Audience {
    if shared { Audience::Scope(Scope::Meetings) } else { Audience::Internal }
}

async fn tell(change: &mut Change, write: &MeetingWrite, kind: EventKind, meeting: &Meeting) -> Result<()> {
    tell_of(change, write, kind, meeting).await
}

async fn tell_of(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, meeting: &Meeting) -> Result<()> {
    let told = audience(meeting.shared_at.is_some());
    crate::record::record(change, write, kind, (ObjectKind::Meeting, meeting.id.0), &meeting.title, told).await
}
