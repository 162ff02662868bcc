//! Internal notes: written and read by the supplier's people only; a mail tells colleagues that there is one, never its words.

use super::{NoteForm, mention, record_of};
use crate::{
    Error, Portal,
    attachment::{ReceivedFile, are_kept, marks, to_keep, words_with},
    form::Parse,
    idempotency,
};
use coplan_domain::{
    event::{Audience, EventKind},
    id::{CustomerId, NoteId, ThreadId},
};
use coplan_store::{
    access::{Actor, ThreadWrite},
    attachment, note,
};

/// Writes an internal note on a thread; whose turn it is does not change. Sent twice, it is kept once; sent again with
/// other words, those are kept as well. Gives the note that holds the words.
///
/// # Errors
/// [`Error`]; `NotFound` for members.
pub async fn write_note(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &NoteForm,
) -> Result<NoteId, Error> {
    write_note_with(portal, actor, customer, id, form, &[]).await
}

/// The same with files, which are as internal as the note.
pub async fn write_note_with(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &NoteForm,
    files: &[ReceivedFile],
) -> Result<NoteId, Error> {
    let text = NoteForm { note: words_with(&form.note, files), ..form.clone() }.parse()?.note;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    let write = write.note().ok_or(Error::NotFound)?;
    for noted in idempotency::ids(form.id.0, &marks(&[text.as_str()], files)) {
        if note::insert(&mut change, &write, noted, text.as_str()).await? {
            attachment::insert_noted(&mut change, &write, noted, &to_keep(files, &thread.subject)).await?;
            record_of(&mut change, &write, EventKind::NoteWritten, id, &thread.title, Audience::Internal).await?;
            mention::tell_noted(&mut change, &write, noted, text.as_str()).await?;
            portal.commit(change).await?;
            return Ok(noted);
        }
        let kept = note::find(&mut change, write.internal(), noted).await?;
        let (_, kept) = kept.filter(|(home, kept)| *home == id && kept.author == actor.person()).ok_or(Error::NotFound)?;
        let beside = attachment::list_beside_note(&mut change, write.internal(), id, noted).await?;
        if kept.text == text.as_str() && are_kept(&beside, files) {
            return Ok(noted);
        }
    }
    Err(Error::NotFound)
}
