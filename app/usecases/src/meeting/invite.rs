//! Inviting to a meeting by mail, and telling of each change and that it does not take place.

use crate::{
    InternalError, Portal,
    job::{self, Job},
    mail::Recipient,
};
use coplan_domain::{
    id::{CustomerId, MeetingId, PersonId},
    meeting::Meeting,
};
use coplan_store::{
    Change, access,
    access::{CustomerWrite, MeetingWrite},
    customer, meeting,
};
use jiff::SignedDuration;

/// How long such a mail waits, so that several changes in a row become one mail.
const AFTER: SignedDuration = SignedDuration::from_mins(2);

/// An invitation to be mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationMail {
    /// To whom.
    pub to: Recipient,
    /// The customer's name.
    pub customer_name: String,
    /// To which meeting.
    pub meeting: Meeting,
    /// Name and address of who called it.
    pub organizer: (String, String),
}

/// Promises a mail about a meeting as it is now to each of the customer's people who may see it, and to whoever changed it.
pub(super) async fn invite(
    change: &mut Change,
    write: &MeetingWrite,
    meeting: MeetingId,
    sequence: i64,
) -> Result<(), InternalError> {
    let customer = write.customer();
    let people = access::list_recipients(change, customer).await?;
    let members = people.iter().filter(|one| one.access.meetings.is_some()).map(|one| one.person.id);
    let to: Vec<PersonId> = members.chain([write.person()]).collect();
    for to in to {
        job::enqueue(change, &Job::InvitationMail { customer, meeting, to, sequence }, Some(to), AFTER).await?;
    }
    Ok(())
}

/// What the promised mail says to one person; none where the meeting was changed since, is over, or is not the person's to see.
pub async fn invitation_of(
    portal: &Portal,
    customer: CustomerId,
    id: MeetingId,
    to: PersonId,
    sequence: i64,
) -> Result<Option<InvitationMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(recipient) = access::find_recipient(&mut conn, customer, to).await? else { return Ok(None) };
    let Some(scope) = recipient.access.meetings else { return Ok(None) };
    let found = meeting::find(&mut conn, scope, id).await?;
    let now = portal.clock.now();
    let Some(meeting) = found.filter(|it| it.sequence == sequence && it.ends_at() > now && it.closed_at.is_none()) else {
        return Ok(None);
    };
    let Some(organizer) = meeting::find_organizer(&mut conn, scope, id).await? else { return Ok(None) };
    let customer_name = customer::find(&mut conn, recipient.access.plan).await?.name;
    Ok(Some(InvitationMail { to: recipient.person.into(), customer_name, meeting, organizer }))
}
