//! A filled database of an earlier version is brought to this one with everything that is in it.

#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use coplan_domain::{
    id::{CustomerId, MessageId, PersonId, ThreadId},
    portfolio::{PortfolioShow, PortfolioSort},
    thread::AboutKind,
};
use coplan_store::{
    Db, Turn,
    access::{self, Actor, Recipient},
    event, message, note, on_both_databases,
    portfolio::{self, Asked},
    read_receipt,
    testing::{dump, empty},
    thread,
};
use jiff::{Timestamp, civil::date};
use ulid::Ulid;

/// The last version whose tables list kinds of objects, audiences and scopes.
const BEFORE: i64 = 18;

fn id(n: u128) -> String {
    Ulid::from_parts(1_794_812_400_000, n).to_string()
}

/// Two customers with a key account manager, a member, a project with a milestone, an invoice with a line, a thread about
/// each kind of object, and an event for each audience. The names of what is kept begin with a letter of its table.
fn rows() -> Vec<String> {
    let mut rows = Vec::new();
    let people = [(1, "staff", "mikko"), (2, "member", "anna")];
    rows.extend(people.map(|(n, kind, name)| {
        format!(
            "insert into person (id, kind, name, email, language, time_zone, created_at, version)
             values ('{}', '{kind}', '{name}', '{name}@example.com', 'fi', 'UTC', 1, 1)",
            id(n)
        )
    }));
    let (mikko, anna) = (id(1), id(2));
    rows.push(format!(
        "insert into staff (person_id, role, title, speaks, password_hash, totp_last_step) values ('{mikko}', 'manager', 'KAM', 'fi', '', 0)"
    ));
    rows.push(format!(
        "insert into device (id, person_id, secret_hash, label, created_at, seen_at, ends_at) values ('{}', '{mikko}', 'mikko', '', 1, 1, 9000000000000)",
        id(3)
    ));
    for (n, number, name) in [(10, "1", "Öhman"), (11, "2", "Åkesson")] {
        let customer = id(n);
        rows.push(format!(
            "insert into customer (id, number, name, code_policy, created_at, responsible_since, version, revision)
             values ('{customer}', '{number}', '{name}', 'never', 1, 1, 1, 7)"
        ));
        rows.push(format!(
            "insert into responsibility (matter_id, since, customer_id, staff_id, set_by) values ('{customer}', 1, '{customer}', '{mikko}', '{mikko}')"
        ));
        rows.push(format!(
            "insert into customer_summary (customer_id, search, name_key, responsible_id, light_rank, lights, waiting, open_sum,
               open_currency, open_currencies) values ('{customer}', '{name} {number}', '{name}', '{mikko}', 0, '', 3, 0, '', 0)"
        ));
    }
    let customer = id(10);
    rows.push(format!("insert into membership (id, customer_id, person_id, title, created_at, version) values ('{}', '{customer}', '{anna}', '', 1, 1)", id(12)));
    for scope in ["plan", "money", "discussion", "meetings", "people"] {
        rows.push(format!("insert into membership_scope (membership_id, scope) values ('{}', '{scope}')", id(12)));
    }
    let (project, milestone, invoice, line) = (id(20), id(21), id(22), id(23));
    rows.push(format!("insert into project (id, customer_id, name, about, created_at, shared_at, version) values ('{project}', '{customer}', 'p', '', 1, 1, 1)"));
    rows.push(format!("insert into milestone (id, project_id, name, version) values ('{milestone}', '{project}', 'm', 1)"));
    rows.push(format!(
        "insert into invoice (id, customer_id, seller_id, seller_name, buyer_name, number, kind, sign, issued_on, currency,
           lines_sum, allowances_sum, charges_sum, net_sum, tax_sum, gross_sum, prepaid_sum, rounding_sum, payable_sum,
           brought_in_at) values ('{invoice}', '{customer}', 's', 'S', 'B', 'i', '380', 1, '2026-11-01', 'EUR', 1, 0, 0, 1, 0, 1, 0, 0, 1, 1)"
    ));
    rows.push(format!(
        "insert into invoice_line (id, invoice_id, position, line_number, name, quantity, price, net, vat_category)
         values ('{line}', '{invoice}', 1, '1', 'l', '1', '1', 1, 'Z')"
    ));
    let abouts =
        [("plan", &customer), ("project", &project), ("milestone", &milestone), ("invoice", &invoice), ("invoice_line", &line)];
    for (n, (kind, about)) in (0..).zip(abouts) {
        let thread = id(30 + n);
        let (of_project, of_invoice) = match kind {
            "project" | "milestone" => (format!("'{project}'"), "null".to_owned()),
            "invoice" | "invoice_line" => ("null".to_owned(), format!("'{invoice}'")),
            _ => ("null".to_owned(), "null".to_owned()),
        };
        rows.push(format!(
            "insert into thread (id, customer_id, about_kind, about_id, project_id, invoice_id, title, opened_by, opened_at, ball,
               ball_since, last_message_at, version, messages, last_message_id)
             values ('{thread}', '{customer}', '{kind}', '{about}', {of_project}, {of_invoice}, '{kind}', '{anna}', 1, 'supplier', {n}, 2, 4, 2, '{}')",
            id(50 + n)
        ));
        for (message, at) in [(40 + n, 1), (50 + n, 2)] {
            rows.push(format!(
                "insert into message (id, thread_id, author_id, text, sent_at) values ('{}', '{thread}', '{anna}', 'x', {at})",
                id(message)
            ));
        }
        rows.push(format!(
            "insert into note (id, thread_id, author_id, text, written_at) values ('{}', '{thread}', '{mikko}', 'n', 1)",
            id(60 + n)
        ));
        rows.push(format!("insert into reading (person_id, thread_id, read_to) values ('{mikko}', '{thread}', 2)"));
    }
    for (n, audience) in (0..).zip(["plan", "money", "discussion", "money_discussion", "meetings", "people", "internal"]) {
        rows.push(format!(
            "insert into event (id, customer_id, actor_id, kind, object_kind, object_id, label, audience, at)
             values ('{}', '{customer}', '{mikko}', 'customer_changed', 'customer', '{customer}', '{audience}', '{audience}', {n})",
            id(70 + n)
        ));
    }
    rows
}

/// Fills the tables of that version, in one transaction: a customer and who has it refer to each other.
async fn fill(db: &Db) {
    let sql = format!("begin; {}; commit", rows().join("; "));
    let mut conn = db.read().await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut *conn).await.unwrap();
}

fn parse<T: std::str::FromStr>(n: u128) -> T {
    id(n).parse().ok().unwrap()
}

/// The rows of a table as text, without what only one version has.
fn of<'a>(dump: &'a [String], table: &str) -> Vec<&'a str> {
    dump.iter().filter_map(|row| row.strip_prefix(&format!("{table}: "))).collect()
}

on_both_databases! {
    async fn everything_is_there_afterwards(db: TestDb) {
        let old = empty(db.db.engine()).await.unwrap();
        old.db.migrate_to(BEFORE).await.unwrap();
        fill(&old.db).await;
        let before = dump(&old.db).await;
        old.db.migrate().await.unwrap();
        let after = dump(&old.db).await;
        // Later versions may say more of each.
        for (row, now) in of(&before, "message").iter().zip(of(&after, "message")) {
            assert!(now.starts_with(row), "{now} begins with {row}");
        }
        for table in ["membership_scope", "event", "note", "reading", "responsibility", "membership"] {
            assert_eq!(of(&before, table), of(&after, table), "{table}");
        }
        for table in ["message", "thread", "customer_summary", "customer"] {
            assert_eq!(of(&before, table).len(), of(&after, table).len(), "{table}");
        }
        assert_eq!(coplan_store::check::run(&old.db).await.unwrap().findings, Vec::<String>::new(), "nothing refers to what is not there");

        let mut conn = old.db.read().await.unwrap();
        let customer: CustomerId = parse(10);
        let Recipient { access, .. } = access::list_recipients(&mut conn, customer).await.unwrap().remove(0);
        let scope = access.discussion.unwrap();
        let threads = thread::list(&mut conn, scope, access.money, &Turn::First, 50).await.unwrap().rows;
        let found: Vec<_> = threads.iter().map(|line| (line.thread.subject.about.kind, line.thread.subject.name.as_str(), line.messages)).collect();
        let expected =
            [(AboutKind::Plan, "Öhman"), (AboutKind::Project, "p"), (AboutKind::Milestone, "m"), (AboutKind::Invoice, "i"), (AboutKind::InvoiceLine, "l")];
        assert_eq!(found, expected.map(|(kind, name)| (kind, name, 2)));
        let said = message::list(&mut conn, scope, access.money, parse::<ThreadId>(32), None, 10).await.unwrap();
        assert_eq!(said.iter().map(|message| message.id).collect::<Vec<_>>(), [parse::<MessageId>(42), parse(52)]);
        let told = event::list(&mut conn, &access, event::EventFilter::default(), &Turn::First, 50).await.unwrap().rows;
        let told: Vec<_> = told.iter().map(|news| news.event.label.as_str()).collect();
        assert_eq!(told, ["people", "meetings", "money_discussion", "discussion", "money", "plan"]);
        let staff = access::find_staff_recipient(&mut conn, customer, parse::<PersonId>(1)).await.unwrap().unwrap().access;
        assert_eq!(note::list(&mut conn, staff.internal.unwrap(), parse(31)).await.unwrap().len(), 1);
        let read = read_receipt::find(&mut conn, staff.discussion.unwrap(), parse(31)).await.unwrap();
        assert_eq!(read, Timestamp::from_millisecond(2).ok());
    }

    async fn what_is_derived_is_derived_anew(db: TestDb) {
        let old = empty(db.db.engine()).await.unwrap();
        old.db.migrate_to(BEFORE).await.unwrap();
        fill(&old.db).await;
        old.db.migrate().await.unwrap();
        let mut conn = old.db.read().await.unwrap();
        let Some(Actor::Staff(mikko)) = access::authenticate(&mut conn, "mikko", Timestamp::UNIX_EPOCH).await.unwrap() else {
            panic!("mikko is in");
        };
        let asked = |words: &[&str]| Asked {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            responsible: None,
            show: PortfolioShow::All,
            today: date(2026, 11, 16),
            sort: PortfolioSort::Name,
            reversed: false,
        };
        let all = portfolio::list(&mut conn, &mikko, &asked(&[]), &Turn::First, 50).await.unwrap().rows;
        let rows: Vec<_> = all.iter().map(|row| (row.name.as_str(), row.waiting)).collect();
        assert_eq!(rows, [("Åkesson", 0), ("Öhman", 5)]);
        assert_eq!(portfolio::count(&mut conn, &mikko, &asked(&["ohman"])).await.unwrap(), 1);
    }

    async fn kinds_audiences_and_scopes_are_not_listed_in_the_tables(db: TestDb) {
        let old = empty(db.db.engine()).await.unwrap();
        old.db.migrate_to(BEFORE).await.unwrap();
        fill(&old.db).await;
        let (customer, membership, person) = (id(10), id(12), id(1));
        let new = [
            format!("insert into membership_scope (membership_id, scope) values ('{membership}', 'goals')"),
            format!("insert into event (id, customer_id, kind, object_kind, object_id, label, audience, at) values ('{}', '{customer}', 'k', 'goal', 'x', '', 'goals', 1)", id(90)),
            format!(
                "insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since,
                   last_message_at, messages, version) values ('{}', '{customer}', 'goal', 'x', '', '{person}', 1, 'nobody', 1, 1, 0, 1)",
                id(91)
            ),
        ];
        let orphans = [
            format!("insert into membership_scope (membership_id, scope) values ('{}', 'plan')", id(99)),
            format!("insert into message (id, thread_id, author_id, text, sent_at) values ('{}', '{}', '{person}', 'x', 1)", id(92), id(99)),
            format!("delete from thread where id = '{}'", id(30)),
        ];
        let refused = async |statement: &String| {
            let mut conn = old.db.read().await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(statement.clone())).execute(&mut *conn).await.is_err()
        };
        old.db.migrate().await.unwrap();
        for statement in &new {
            assert!(!refused(statement).await, "{statement}");
        }
        for statement in &orphans {
            assert!(refused(statement).await, "{statement}");
        }
    }
}
