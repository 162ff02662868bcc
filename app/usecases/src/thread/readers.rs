//! Who reads what is said in a thread, told before it is said.

use super::{Reader, mention};
use crate::{Error, responsible::ResponsibleView};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    person::Side,
    thread::Message,
};
use coplan_store::{Conn, access::list_recipients, thread};
use std::collections::BTreeMap;

/// The names of the customer's people besides the reader who may know of the thread, each by its own proofs; none where
/// the reader may not know who they are.
pub(super) async fn list(
    conn: &mut Conn,
    reader: &Reader,
    customer: CustomerId,
    id: ThreadId,
) -> Result<Option<Vec<String>>, Error> {
    if reader.access.people.is_none() {
        return Ok(None);
    }
    let (mut names, mut known) = (Vec::new(), BTreeMap::new());
    for recipient in list_recipients(conn, customer).await? {
        let Some(scope) = recipient.access.discussion.filter(|_| recipient.person.id != reader.scope.person()) else { continue };
        let money = recipient.access.money;
        // Members with the same scopes know of the same threads.
        let may = if let Some(may) = known.get(&money.is_some()) {
            *may
        } else {
            let may = thread::find(conn, scope, money, id).await?.is_some();
            known.insert(money.is_some(), may);
            may
        };
        if may {
            names.push(recipient.person.name);
        }
    }
    Ok(Some(names))
}

/// Those of the supplier's people whom the reader may call by name in the thread. Members are told of those who said something
/// in it and of whoever has the matter.
pub(super) async fn list_staff(
    conn: &mut Conn,
    reader: &Reader,
    (customer, id): (CustomerId, ThreadId),
    messages: &[Message],
    responsible: &ResponsibleView,
) -> Result<Vec<String>, Error> {
    if reader.access.internal.is_some() {
        let colleagues = mention::colleagues(conn, customer, id).await?.into_iter();
        return Ok(colleagues.filter(|(person, _)| *person != reader.scope.person()).map(|(_, name)| name).collect());
    }
    let mut names = vec![responsible.name.clone()];
    for message in messages.iter().filter(|message| message.side == Side::Supplier) {
        if !names.contains(&message.author_name) {
            names.push(message.author_name.clone());
        }
    }
    Ok(names)
}
