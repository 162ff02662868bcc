//! Fresh databases of both kinds for tests, each with its tables and nothing in them; and time and chance that tests
//! hold in their hands.

use crate::{
    Affected, Change, Db, Engine,
    files::{FileLocation, Files},
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId},
    system::{Clock, Rng},
};
use jiff::{SignedDuration, Timestamp};
use sqlx::{Row, any::AnyRow};
use std::{
    io::{Write, stderr},
    path::Path,
    sync::{
        Arc, Once,
        atomic::{AtomicI64, AtomicU32, AtomicU64, Ordering},
    },
};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A database that is there for one test.
pub struct TestDb {
    /// The open database.
    pub db: Db,
    /// How it is reached.
    pub url: String,
    /// Its files.
    pub files: Files,
    folder: TempDir,
}

impl TestDb {
    /// A folder that is there as long as the database.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The variable that names a PostgreSQL cluster where tests may make databases.
pub const POSTGRES: &str = "COPLAN_TEST_POSTGRES";

/// Makes a database of this kind, with its tables. None, with the reason printed, where no PostgreSQL is given; an
/// error in CI.
///
/// # Panics
/// Where the database cannot be made, or PostgreSQL is missing in CI.
#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
pub async fn fresh(engine: Engine) -> Option<TestDb> {
    // The tables are made once in a process and copied from then on: that is most of what a small test would wait for.
    match engine {
        Engine::Sqlite => {
            let tables = SQLITE_TABLES.get_or_init(sqlite_tables).await;
            let folder = tempfile::tempdir().expect("a temporary folder");
            std::fs::write(folder.path().join(SQLITE_FILE), tables).expect("a copy of the tables");
            let url = sqlite_url(&folder);
            Some(open(folder, url).await)
        }
        Engine::Postgres => {
            let template = POSTGRES_TABLES.get_or_init(postgres_tables).await.as_ref()?;
            let url = postgres(Some(template)).await?;
            Some(open(tempfile::tempdir().expect("a temporary folder"), url).await)
        }
    }
}

/// The bytes of a SQLite database with its tables.
static SQLITE_TABLES: OnceCell<Vec<u8>> = OnceCell::const_new();
/// The name of a PostgreSQL database with its tables; none where there is no PostgreSQL.
static POSTGRES_TABLES: OnceCell<Option<String>> = OnceCell::const_new();
const SQLITE_FILE: &str = "coplan.db";

fn sqlite_url(folder: &TempDir) -> String {
    format!("sqlite:{}", folder.path().join(SQLITE_FILE).display())
}

#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
async fn sqlite_tables() -> Vec<u8> {
    let made = empty(Engine::Sqlite).await.expect("a database");
    made.db.migrate().await.expect("the tables are made");
    let copy = made.folder().join("copy.db");
    let mut conn = made.db.read().await.expect("a connection");
    let statement = format!("vacuum into '{}'", copy.display());
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut *conn).await.expect("a whole copy");
    std::fs::read(copy).expect("its bytes")
}

#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
async fn postgres_tables() -> Option<String> {
    let made = empty(Engine::Postgres).await?;
    made.db.migrate().await.expect("the tables are made");
    // Nobody may be in it while it is copied.
    made.db.close().await;
    let place = made.url.split_once('?').map_or(made.url.as_str(), |(place, _)| place);
    place.rsplit_once('/').map(|(_, name)| name.to_owned())
}

/// The same, without tables.
///
/// # Panics
/// The same.
#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
pub async fn empty(engine: Engine) -> Option<TestDb> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = match engine {
        Engine::Sqlite => sqlite_url(&folder),
        Engine::Postgres => postgres(None).await?,
    };
    Some(open(folder, url).await)
}

#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
async fn open(folder: TempDir, url: String) -> TestDb {
    let db = Db::open(&url, 8).await.expect("the test database opens").cache_alone();
    let location = FileLocation::Folder(folder.path().join("coplan-files"));
    let files = Files::open(&location, Arc::new(TestChance::default())).and_then(|files| files.without_sync());
    TestDb { db, url, files: files.expect("a folder for files"), folder }
}

/// The address of a new database, empty or a copy of another; none where no cluster is given.
#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
async fn postgres(template: Option<&String>) -> Option<String> {
    static TOLD: Once = Once::new();
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Ok(cluster) = std::env::var(POSTGRES) else {
        assert!(std::env::var("CI").is_err(), "{POSTGRES} is not set: in CI the PostgreSQL half must run");
        // Past the test runner, which keeps to itself what a passing test prints.
        let told = format!("skipped: all tests on PostgreSQL: {POSTGRES} is not set\n");
        TOLD.call_once(|| stderr().write_all(told.as_bytes()).expect("it is told"));
        return None;
    };
    let name = format!("coplan_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let admin = Db::open(&cluster, 1).await.expect("the cluster answers");
    let mut conn = admin.read().await.expect("the cluster answers");
    let like = template.map(|template| format!(" template {template}")).unwrap_or_default();
    let statement = format!("create database {name}{like}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut *conn).await.expect("a database is made");
    let (front, query) = cluster.split_once('?').map_or((cluster.as_str(), String::new()), |(f, q)| (f, format!("?{q}")));
    let server = front.rsplit_once('/').map_or(front, |(server, _)| server);
    Some(format!("{server}/{name}{query}"))
}

/// A clock that stands until a test moves it. It begins on Monday 16 November 2026 at 09.00 in Helsinki.
pub struct TestClock(AtomicI64);

impl Default for TestClock {
    fn default() -> Self {
        Self(AtomicI64::new(1_794_812_400_000))
    }
}

impl TestClock {
    /// One that begins at this moment, in milliseconds.
    #[must_use]
    pub fn at(millisecond: i64) -> Self {
        Self(AtomicI64::new(millisecond))
    }

    /// Lets time pass.
    pub fn pass(&self, time: SignedDuration) {
        self.0.fetch_add(i64::try_from(time.as_millis()).unwrap_or(0), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Chance that falls the same way in every run, and never twice the same within one.
#[derive(Default)]
pub struct TestChance(AtomicU64);

impl Rng for TestChance {
    fn fill(&self, bytes: &mut [u8]) {
        let n = self.0.fetch_add(1, Ordering::SeqCst);
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = n.to_le_bytes()[i % 8];
        }
    }
}

/// Every row of every table as text, one a line, in a fixed order: for showing that nothing changed, or that
/// something is kept nowhere.
///
/// # Panics
/// Where the database cannot be read.
#[expect(clippy::expect_used, reason = "only tests call this, and a test without a database must stop")]
pub async fn dump(db: &Db) -> Vec<String> {
    let mut conn = db.read().await.expect("a connection");
    let tables = match db.engine() {
        Engine::Sqlite => "select name from sqlite_master where type = 'table' order by name",
        Engine::Postgres => {
            "select cast(table_name as text) as name from information_schema.tables where table_schema = 'public' order by 1"
        }
    };
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut *conn).await.expect("the tables are listed");
    let mut lines = Vec::new();
    for table in tables.iter().filter(|name| !name.starts_with("_sqlx") && !name.starts_with("sqlite")) {
        // Not remembered: a statement prepared before a migration has fewer columns than its rows after it.
        let sql = sqlx::AssertSqlSafe(format!("select * from {table}"));
        let rows = sqlx::query(sql).persistent(false).fetch_all(&mut *conn).await.expect("the table is read");
        lines.extend(rows.iter().map(|row| format!("{table}: {}", line(row))));
    }
    lines.sort_unstable();
    lines
}

fn line(row: &AnyRow) -> String {
    let value = |at: usize| {
        row.try_get::<Option<String>, _>(at)
            .map(Option::unwrap_or_default)
            .or_else(|_| row.try_get::<i64, _>(at).map(|n| n.to_string()))
            .unwrap_or_else(|error| format!("{error}"))
    };
    (0..row.len()).map(value).collect::<Vec<_>>().join(" | ")
}

/// Keeps an invoice of one line of 100 euros with this number.
///
/// # Panics
/// Where the database cannot be written.
#[expect(clippy::expect_used, reason = "only tests call this, and a test without its ground must stop")]
pub async fn plant_invoice(change: &mut Change, customer: CustomerId, number: &str, line: &str) -> (InvoiceId, LineId) {
    let (invoice, id) = (change.id::<InvoiceId>(), change.id::<LineId>());
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into invoice (id, customer_id, document_key, seller_id, seller_name, buyer_name, number, kind, sign, issued_on, currency,
           lines_sum, allowances_sum, charges_sum, net_sum, tax_sum, gross_sum, prepaid_sum, rounding_sum, payable_sum,
           brought_in_at)
         values ($1, $2, 'FI11111111/invoice/2026', 'FI11111111', 'Northline', 'Buyer', $3, '380', 1, '2026-11-01', 'EUR',
           10000, 0, 0, 10000, 0, 10000, 0, 0, 10000, $4)",
    )
    .bind(invoice.to_string())
    .bind(customer.to_string())
    .bind(number)
    .bind(now)
    .execute(&mut **change)
    .await
    .expect("the invoice is kept");
    sqlx::query(
        "insert into invoice_line (id, invoice_id, position, line_number, name, quantity, unit, price, base_quantity, net,
           vat_category)
         values ($1, $2, 1, '1', $3, '1', 'HUR', '100', '1', 10000, 'Z')",
    )
    .bind(id.to_string())
    .bind(invoice.to_string())
    .bind(line)
    .execute(&mut **change)
    .await
    .expect("the line is kept");
    change.invalidate(Affected::Customer(customer));
    (invoice, id)
}

/// Narrows the person with this address to one customer.
///
/// # Panics
/// Where the database cannot be written.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub async fn narrow(db: &Db, email: &str, customer: &str) {
    let mut conn = db.read().await.expect("a connection");
    let sql = "insert into staff_reach (person_id, word)
         select p.id, c.number from person p, customer c where p.email = $1 and c.name = $2";
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

/// Makes two tests of one async function that takes a [`TestDb`]: one per kind of database.
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[expect(unused_imports, reason = "not every claim uses all that stands around it")]
            use super::*;
            async fn claim($db: $crate::testing::TestDb) $body

            #[tokio::test]
            async fn sqlite() {
                if let Some(db) = $crate::testing::fresh($crate::Engine::Sqlite).await { claim(db).await }
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(db) = $crate::testing::fresh($crate::Engine::Postgres).await { claim(db).await }
            }
        }
    )+};
}
