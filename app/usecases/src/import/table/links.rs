//! Mailing a personal link to everybody whom an import of people has brought.

use super::undo;
use crate::{
    Error, Portal, account_admin, idempotency,
    personal_link::{self, LinkError, MailLinkForm},
};
use coplan_domain::{
    id::{LinkId, UploadId},
    table_import::ItemKind,
};
use coplan_store::{access::Actor, membership};

/// Mails a personal link to everybody of the import who has none yet; says to how many. Asked for twice, nobody gets two.
///
/// # Errors
/// [`Error::NotFound`] where the import is not this person's.
pub async fn mail_links(portal: &Portal, actor: &Actor, id: UploadId) -> Result<usize, Error> {
    let brought = undo::show(portal, actor, id).await?.items;
    let mut mailed = 0;
    for item in brought.iter().filter(|item| item.kind == ItemKind::Member) {
        let mut conn = portal.db.read().await?;
        let Some(admin) = account_admin::find(&mut conn, actor, item.customer).await? else { continue };
        let members = membership::list(&mut conn, admin.people).await?;
        let Some(member) = members.into_iter().find(|member| member.person.email == item.object) else { continue };
        if !coplan_store::personal_link::list(&mut conn, member.person.id).await?.is_empty() {
            continue;
        }
        drop(conn);
        let [_, link] = idempotency::ids::<LinkId>(id.0, &[&item.object]);
        match personal_link::mail(portal, actor, item.customer, member.id, &MailLinkForm::blank(link)).await {
            Ok(()) => mailed += 1,
            Err(LinkError::MadeAlready | LinkError::Other(Error::NotFound | Error::NotResponsible | Error::SeesMore)) => {}
            Err(LinkError::Other(error)) => return Err(error),
        }
    }
    Ok(mailed)
}
