//! What a person wants to be told by mail right away: messages, and what is new on the plan.

use crate::{
    Error, InternalError, Portal,
    form::{form, tick},
};
use coplan_store::{
    access::{Actor, OwnAccount},
    mail_choice::{self, MailChoice},
};

form! {
    _ {
        /// Messages in discussions.
        messages: bool = tick("mail-choice-messages").hint("mail-choice-messages-hint"),
        /// Moved dates, status reports, tasks, invoices and another contact.
        news: bool = tick("mail-choice-news").hint("mail-choice-news-hint"),
    }

    /// What somebody wants to be told.
    plain MailChoiceForm {}
}

/// What the actor has chosen, as its form is drawn.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<MailChoiceForm, InternalError> {
    let mut conn = portal.db.read().await?;
    let MailChoice { messages, news } = mail_choice::find(&mut conn, actor.person()).await?;
    Ok(MailChoiceForm { messages, news })
}

/// Keeps the actor's choice. Only what its side is asked changes: news go to the customers' people.
pub async fn choose(portal: &Portal, actor: &Actor, form: &MailChoiceForm) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    let news = form.news && actor.staff().is_none();
    mail_choice::update(&mut change, &own, MailChoice { messages: form.messages, news }).await?;
    portal.commit(change).await?;
    Ok(())
}
