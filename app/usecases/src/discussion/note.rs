//! Internal notes: written and read by the supplier's people only, and never mailed.

use super::writer;
use crate::{Portal, edit::AddError, form::Problems};
use coplan_domain::{
    event::{Audience, EventKind},
    id::{CustomerId, NoteId, ThreadId},
};
use coplan_store::{access::Actor, note};

/// A note as it was typed. The id was made when the form was drawn, so that sending it twice keeps it once.
#[derive(Debug, Clone)]
pub struct NoteForm {
    /// The note's id.
    pub note: NoteId,
    /// What is noted, in small Markdown; the field is `text`.
    pub text: String,
}

/// Writes an internal note on a thread; whose turn it is does not change. Sent twice, it is kept once.
///
/// # Errors
/// [`AddError`]; `NotFound` for members.
pub async fn write_note(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: NoteForm,
) -> Result<(), AddError> {
    let mut problems = Problems::default();
    let text = problems.prose("text", &form.text);
    let text = problems.finish(text)?;
    let mut change = portal.change_within().await?;
    let (reader, thread) = writer(portal, &mut change, actor, customer, id).await?;
    let scope = reader.access.internal.ok_or(AddError::NotFound)?;
    if !note::insert(&mut change, scope, id, form.note, text.as_str()).await? {
        let kept = note::find(&mut change, scope, form.note).await?;
        let same = kept.is_some_and(|(thread, note)| thread == id && note.author == actor.person());
        return if same { Ok(()) } else { Err(AddError::NotFound) };
    }
    reader.record(&mut change, EventKind::NoteWritten, id, &thread.title, Audience::Internal).await?;
    Ok(portal.keep(change).await?)
}
