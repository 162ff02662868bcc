//! Who has a thread open, by name: as far as the reader may know of them, and they let others know.

use crate::{
    Conn, Result,
    access::{DiscussionScope, MoneyScope, PeopleScope},
    bulk_insert::Value,
    name_order,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{PersonId, ThreadId},
    person::Side,
};
use std::collections::BTreeSet;

/// The most that are named.
const MOST: usize = 20;

/// Those of these people of whom the reader may know. The customer's people are told of whoever said something in it, has the
/// matter, or is a colleague whom they may know.
pub async fn list(
    conn: &mut Conn,
    (scope, money, people): (DiscussionScope, Option<MoneyScope>, Option<PeopleScope>),
    thread: ThreadId,
    has_it: PersonId,
    here: &BTreeSet<PersonId>,
) -> Result<Vec<String>> {
    let member =
        "exists (select 1 from membership n where n.person_id = h.id and n.customer_id = t.customer_id and n.ended_at is null)";
    let known = match (scope.side(), people) {
        (Side::Supplier, _) => format!("({member} or exists (select 1 from staff s where s.person_id = h.id))"),
        (Side::Customer, people) => {
            let colleague = if people.is_some() { member } else { "1 = 0" };
            format!(
                "(h.id = $3 or {colleague} or exists (select 1 from message x where x.thread_id = t.id and x.author_id = h.id))"
            )
        }
    };
    let ids = here.iter().take(MOST).map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select h.name from person h join thread t on t.id = $2 {}
         where {} and h.id in ({ids}) and h.is_seen = 1 and h.ended_at is null and {known} order by h.id",
        thread_place(),
        sight.thread()
    ));
    let rows = statement.bind(Value::text(thread)).bind(Value::text(has_it)).fetch(conn).await?;
    let mut names = rows.iter().map(|row| row.text("name")).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut names, |name| name);
    Ok(names)
}
