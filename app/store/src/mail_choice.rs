//! What people want to be told by mail right away.

use crate::{
    Change, Conn, Result,
    access::{OwnAccount, WriteProof},
    row::Columns,
};
use coplan_domain::id::{CustomerId, PersonId};

/// What a person wants to be told right away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailChoice {
    /// Messages in discussions.
    pub messages: bool,
    /// What is new on the plan.
    pub news: bool,
}

/// What holds where nobody has chosen.
const UNSAID: MailChoice = MailChoice { messages: true, news: false };

/// What a person has chosen.
pub async fn find(conn: &mut Conn, person: PersonId) -> Result<MailChoice> {
    let row = sqlx::query("select messages, news from mail_choice where person_id = $1")
        .bind(person.to_string())
        .fetch_optional(conn)
        .await?;
    let chosen = row.map(|row| Ok(MailChoice { messages: row.int("messages")? == 1, news: row.int("news")? == 1 }));
    chosen.unwrap_or(Ok(UNSAID))
}

/// Keeps what a person has chosen.
pub async fn update(change: &mut Change, write: &OwnAccount, choice: MailChoice) -> Result<()> {
    sqlx::query(
        "insert into mail_choice (person_id, messages, news) values ($1, $2, $3)
         on conflict (person_id) do update set messages = excluded.messages, news = excluded.news",
    )
    .bind(write.person().to_string())
    .bind(i64::from(choice.messages))
    .bind(i64::from(choice.news))
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Whether any of a customer's people wants its news.
pub async fn is_wanted(conn: &mut Conn, customer: CustomerId) -> Result<bool> {
    let found = sqlx::query(
        "select m.id from membership m join mail_choice c on c.person_id = m.person_id
         where m.customer_id = $1 and m.ended_at is null and c.news = 1 limit 1",
    )
    .bind(customer.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}
