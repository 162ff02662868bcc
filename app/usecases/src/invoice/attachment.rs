//! What comes with an invoice, taken out of the invoice's file when it is asked for.

use super::show::reader;
use crate::{Error, InternalError, Portal, import::embedded_invoice, security_log};
use base64::{Engine, engine::general_purpose::STANDARD};
use coplan_domain::{
    format::{MAX_BYTES, attachment_contents},
    id::{CustomerId, InvoiceId},
    invoice::Attachment,
};
use coplan_store::{access::Actor, invoice};
use tokio::task::spawn_blocking;

/// An attachment with its bytes.
#[derive(Debug)]
pub struct AttachedFile {
    /// What its sender says of it.
    pub attachment: Attachment,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Gives the attachment at this place in the invoice's list, from 0.
///
/// # Errors
/// [`Error::NotFound`] also for one that is not inside the invoice's file.
pub async fn attachment(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: InvoiceId,
    place: usize,
) -> Result<AttachedFile, Error> {
    let mut conn = portal.db.read().await?;
    let (_, money) = reader(&mut conn, actor, customer).await?;
    let kept = invoice::find(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
    let attachment = kept.invoice.attachments.into_iter().nth(place).ok_or(Error::NotFound)?;
    let original = invoice::find_original(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
    // A slow file must not occupy a connection.
    drop(conn);
    let file = portal.files.read(&original.file, MAX_BYTES as u64).await?;
    let number = kept.invoice.number;
    let content = spawn_blocking(move || {
        let embedded = embedded_invoice(&file);
        let contents = attachment_contents(embedded.as_deref().unwrap_or(&file), &number);
        let written = contents.into_iter().nth(place).flatten()?;
        STANDARD.decode(written.split_ascii_whitespace().collect::<String>()).ok()
    });
    let bytes = content.await.map_err(|_| InternalError::Reading)?.ok_or(Error::NotFound)?;
    security_log::try_note_export(portal, actor).await;
    Ok(AttachedFile { attachment, bytes })
}
