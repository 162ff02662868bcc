//! The invitation to a meeting by mail, with the file by which a calendar takes it over, changes it or takes it out.

use super::letter::{Letter, Mail, words_of};
use crate::{
    calendar::{Party, Source, invitation},
    links, say,
};
use coplan_domain::id::{CustomerId, MeetingId, PersonId};
use coplan_usecases::{
    InternalError, Portal, System,
    incoming_mail::make_answer_address,
    meeting::{self, InvitationMail},
};

/// To one who is invited; none where the meeting was changed since, for which there is another mail.
///
/// Where replies by email are set up, its calendar answers to an address of its own.
pub(super) async fn mail(
    portal: &Portal,
    system: &System,
    (customer, id): (CustomerId, MeetingId),
    (to, sequence): (PersonId, i64),
) -> Result<Option<Mail>, InternalError> {
    let person = to;
    let Some(mail) = meeting::invitation_of(portal, customer, id, to, sequence).await? else { return Ok(None) };
    let InvitationMail { to, meeting, organizer: (name, email), customer_name } = mail;
    let words = words_of(&to);
    let (supplier, now) = (portal.settings.supplier.clone(), portal.clock.now());
    let title = meeting.title.clone();
    let subject = if meeting.cancelled_at.is_some() {
        say!(words, "mail-meeting-cancelled", title = title)
    } else if meeting.sequence > 0 {
        say!(words, "mail-meeting-changed", title = title)
    } else {
        say!(words, "mail-meeting-invited", title = title)
    };
    let day = words.day(words.day_of(meeting.starts_at), words.day_of(now));
    let (from, until) = (words.clock(meeting.starts_at), words.clock(meeting.ends_at()));
    let when = say!(words, "mail-meeting-when", day = day, from = from, until = until);
    let place = (!meeting.place.is_empty()).then(|| say!(words, "mail-meeting-place", place = meeting.place.clone()));
    let path = links::meeting::show(customer, id);
    let letter = Letter {
        paragraphs: [Some(subject.clone()), Some(when), place].into_iter().flatten().collect(),
        subject,
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-meeting-open"), format!("{}{path}", portal.settings.public_url))),
        foot: Some(say!(words, "mail-meeting-foot", customer = customer_name)),
    };
    let source = Source { public_url: &portal.settings.public_url, now };
    let reply_to = make_answer_address(portal, system, (person, id)).await?;
    let organizer = Party { name, email: reply_to.clone().unwrap_or(email) };
    let attendee = Party { name: to.name.clone(), email: to.email.clone() };
    let attached = invitation(&meeting, source, &path, &organizer, &attendee);
    Ok(Some(Mail { calendar: Some(attached), reply_to, ..letter.to(&to, &supplier) }))
}
