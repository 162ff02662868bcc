//! Looking at an email that came: it is posted in the name of its person, or held with the reason.

use super::{
    calendar, classify,
    enter::{enter, leave},
    said::Said,
    sender,
};
use crate::{
    Error, InternalError, Portal,
    attachment::{self, MAX_BYTES, ReceivedFile},
    form::Problem,
    thread::{NoteForm, ReplyForm, reply_with, write_note_with},
};
use bytes::Bytes;
use coplan_domain::{
    id::{IncomingMailId, MessageId, NoteId, PersonId},
    incoming_mail::HeldReason,
    text::PROSE_LIMIT,
};
use coplan_store::{
    access::{Actor, System},
    files::FileRecord,
    incoming_mail::{self, Found, IncomingMail},
    person, undelivered,
};
use futures_util::stream;
use tokio::task::{JoinError, spawn_blocking};

/// Looks at an email that came, and posts or holds it; looked at before, nothing changes. For the worker.
///
/// # Errors
/// [`InternalError`]; then it is looked at again.
pub async fn process(portal: &Portal, system: &System, id: IncomingMailId) -> Result<(), InternalError> {
    let found = incoming_mail::find_open(&mut *portal.db.read().await?, id).await?;
    let Some(mail) = found else { return calendar::process(portal, system, id).await };
    let Some(said) = read(portal, &mail.file).await? else {
        return done(portal, system, id, Some((HeldReason::Unreadable, Found::default())), false).await;
    };
    let found = said.found();
    let held = |reason| Some((reason, found.clone()));
    let reason = why_held(portal, &mail, &said).await?;
    if let Some(reason) = reason.filter(|_| !mail.released) {
        if let (HeldReason::Bounce, Some(why)) = (reason, &said.bounce) {
            let mut change = portal.change_touched().await?;
            undelivered::insert_bounce(&mut change, system, id, (mail.to.person, why)).await?;
            portal.commit(change).await?;
        }
        return done(portal, system, id, held(reason), false).await;
    }
    let actor = enter(portal, system, mail.to.person).await?;
    let Some(actor) = actor else { return done(portal, system, id, held(HeldReason::NoAccess), false).await };
    let posted = post(portal, &actor, &mail, said).await;
    leave(portal, system, &actor).await?;
    if posted.is_ok() && !mail.released {
        // Whoever answers an email has got it.
        let mut change = portal.change_touched().await?;
        let entry = system.entry_of(&change, mail.to.person);
        undelivered::settle(&mut change, &entry).await?;
        portal.commit(change).await?;
    }
    match posted {
        Ok(left) => done(portal, system, id, if left { held(HeldReason::FilesLeft) } else { None }, true).await,
        Err(Error::Internal(error)) => Err(error),
        Err(Error::Invalid(problems)) => {
            let written = problems.iter().any(|problem| matches!(problem.problem, Problem::TooMuchWritten { .. }));
            let long = problems.iter().any(|problem| matches!(problem.problem, Problem::TooLong { .. }));
            let reason = match (written, long) {
                (true, _) => HeldReason::TooMany,
                (_, true) => HeldReason::TooLong,
                _ => HeldReason::Empty,
            };
            done(portal, system, id, held(reason), false).await
        }
        Err(_) => done(portal, system, id, held(HeldReason::NoAccess), false).await,
    }
}

/// Reads an email; none where it is none.
pub(super) async fn read(portal: &Portal, file: &FileRecord) -> Result<Option<Said>, InternalError> {
    let raw = portal.files.read(file, u64::MAX).await?;
    match spawn_blocking(move || Said::read(&raw)).await {
        Ok(said) => Ok(said),
        // What breaks its reader would break it again.
        Err(broken) if JoinError::is_panic(&broken) => Ok(None),
        Err(_) => Err(InternalError::Reading),
    }
}

async fn done(
    portal: &Portal,
    system: &System,
    id: IncomingMailId,
    held: Option<(HeldReason, Found)>,
    posted: bool,
) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    incoming_mail::update_done(&mut change, system, id, held, posted).await?;
    portal.commit(change).await
}

/// Why an email is not posted by itself; none where it is.
async fn why_held(portal: &Portal, mail: &IncomingMail, said: &Said) -> Result<Option<HeldReason>, InternalError> {
    if let Some(reason) = classify::held(&said.fields, &said.from, &said.subject) {
        return Ok(Some(reason));
    }
    Ok(match why_doubted(portal, mail.to.person, said).await? {
        Some(reason) => Some(reason),
        None if said.is_tangled => Some(HeldReason::Unreadable),
        None if said.text.is_empty() && said.files.is_empty() => Some(HeldReason::Empty),
        None if said.is_cut || said.text.chars().count() > PROSE_LIMIT => Some(HeldReason::TooLong),
        None => None,
    })
}

/// Why it is not believed that an email comes from this person; none where it is.
pub(super) async fn why_doubted(portal: &Portal, person: PersonId, said: &Said) -> Result<Option<HeldReason>, InternalError> {
    let person = person::find(&mut *portal.db.read().await?, person).await?;
    if person.is_none_or(|person| person.email.to_lowercase() != said.from) {
        return Ok(Some(HeldReason::OtherSender));
    }
    let authserv = portal.settings.mail_authserv.as_deref();
    let domain = said.from.rsplit('@').next().unwrap_or_default();
    Ok(match sender::verdict(&said.fields, authserv, domain) {
        sender::Verdict::Failed => Some(HeldReason::Unverified),
        // A server that is named says something of every email; what it says nothing of did not come through it.
        sender::Verdict::Unsaid if authserv.is_some() => Some(HeldReason::Unverified),
        sender::Verdict::Unsaid | sender::Verdict::Verified => None,
    })
}

/// Posts it as its person's reply or note; whether a file was left out.
async fn post(portal: &Portal, actor: &Actor, mail: &IncomingMail, said: Said) -> Result<bool, Error> {
    let (customer, thread) = (mail.to.customer, mail.to.thread);
    let mut receiver = attachment::begin(portal, actor, customer).await?;
    let mut files: Vec<ReceivedFile> = Vec::new();
    let mut left = said.has_more_files;
    for (name, bytes) in said.files {
        if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
            left = true;
            continue;
        }
        let coming = stream::iter([Ok(Bytes::from(bytes))]);
        match receiver.take(portal, &name, coming).await? {
            Ok(file) => files.push(file),
            Err(_) => left = true,
        }
    }
    // What somebody lets through all the same may have nothing but what is quoted.
    let text = if said.text.is_empty() && files.is_empty() { said.whole } else { said.text };
    let ulid = mail.id.0;
    if mail.to.internal {
        write_note_with(portal, actor, customer, thread, &NoteForm { id: NoteId(ulid), note: text }, &files).await?;
    } else {
        reply_with(portal, actor, customer, thread, &ReplyForm { message: MessageId(ulid), text }, &files).await?;
    }
    Ok(left)
}
