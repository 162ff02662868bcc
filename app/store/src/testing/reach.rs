//! For tests of what one of the supplier's people may read: narrowing it, and all that it must not find then.

use crate::Db;

/// Narrows the person with this address to one customer.
///
/// # Panics
/// Where the database cannot be written.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn narrow(db: &Db, email: &str, customer: &str) {
    let mut conn = db.read().await.expect("a connection");
    let sql = "insert into staff_reach (person_id, word) select p.id, c.number from person p, customer c where p.email = $1 and c.name = $2";
    let done = sqlx::query(sql).bind(email).bind(customer).execute(&mut *conn).await.expect("it is written");
    assert_eq!(done.rows_affected(), 1, "{email} and {customer} are there");
}

/// Hides sums from the person with this address.
///
/// # Panics
/// Where the database cannot be written.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn hide_sums(db: &Db, email: &str) {
    let mut conn = db.read().await.expect("a connection");
    let sql = "update staff set sums_hidden_at = 1 where person_id = (select id from person where email = $1)";
    let done = sqlx::query(sql).bind(email).execute(&mut *conn).await.expect("it is written");
    assert_eq!(done.rows_affected(), 1, "{email} is there");
}

/// Names, titles, addresses and numbers, each with the name of the customer that it belongs to.
///
/// # Panics
/// Where the database cannot be read.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn list_names(db: &Db) -> Vec<(String, String)> {
    let mut conn = db.read().await.expect("a connection");
    let sql = "select y.name, x.said from (
           select c.id as customer_id, c.name as said from customer c
           union all select p.customer_id, p.name from project p
           union all select p.customer_id, k.name from task k join project p on p.id = k.project_id
           union all select t.customer_id, t.title from thread t
           union all select i.customer_id, i.number from invoice i
           union all select m.customer_id, h.name from membership m join person h on h.id = m.person_id
           union all select m.customer_id, h.email from membership m join person h on h.id = m.person_id) x
         join customer y on y.id = x.customer_id";
    sqlx::query_as(sql).fetch_all(&mut *conn).await.expect("the names are read")
}
