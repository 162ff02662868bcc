//! The tables, columns, indexes and references of a database, and those that the migrations make.

use super::{Db, Engine, OpenError};
use crate::{Conn, Result, row::Columns};
use std::collections::{BTreeMap, BTreeSet};

/// A column: its type, and whether it may be empty.
type Kind = (String, bool);

/// Columns of one table that name a row of another by these columns there.
#[derive(Debug)]
pub(crate) struct Reference {
    /// Whose rows name others.
    pub table: String,
    /// Whose rows are named.
    pub named: String,
    /// Each column with the one that it is the same as there.
    pub columns: Vec<(String, String)>,
}

/// What a database consists of. More than the program needs does no harm.
#[derive(Debug)]
pub(crate) struct Schema {
    columns: BTreeMap<String, BTreeMap<String, Kind>>,
    indexes: BTreeSet<String>,
    /// Which rows name which; read from SQLite only, which tells it of every database: the migrations are the same.
    pub(crate) references: Vec<Reference>,
}

impl Schema {
    /// The one that the migrations make. They are the same for both databases, so one in memory tells it for both.
    pub(crate) async fn expected() -> Result<Self, OpenError> {
        let db = Db::open("sqlite::memory:", 1).await?;
        db.migrate().await?;
        let read = async {
            let mut conn = db.read().await?;
            Self::read(Engine::Sqlite, &mut conn).await
        };
        let schema = read.await.map_err(OpenError::Derived);
        db.close().await;
        schema
    }

    /// The one of an open database.
    pub(crate) async fn read(engine: Engine, conn: &mut Conn) -> Result<Self> {
        let columns = match engine {
            Engine::Sqlite => {
                "select m.name as table_name, c.name as column_name, lower(c.type) as kind,
                   case when c.\"notnull\" = 0 and c.pk = 0 then 1 else 0 end as may_be_empty
                 from sqlite_master m join pragma_table_info(m.name) c
                 where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like '\\_sqlx%' escape '\\'"
            }
            Engine::Postgres => {
                "select cast(table_name as text) as table_name, cast(column_name as text) as column_name,
                   cast(data_type as text) as kind, cast(case when is_nullable = 'YES' then 1 else 0 end as bigint) as may_be_empty
                 from information_schema.columns where table_schema = current_schema()"
            }
        };
        let mut schema = Self { columns: BTreeMap::new(), indexes: BTreeSet::new(), references: Vec::new() };
        for row in sqlx::query(columns).fetch_all(&mut *conn).await? {
            let kind = (row.text("kind")?, row.int("may_be_empty")? == 1);
            schema.columns.entry(row.text("table_name")?).or_default().insert(row.text("column_name")?, kind);
        }
        let indexes = match engine {
            // Those of keys have names of each database's own.
            Engine::Sqlite => "select name from sqlite_master where type = 'index' and sql is not null",
            Engine::Postgres => {
                "select cast(c.relname as text) as name from pg_index i join pg_class c on c.oid = i.indexrelid
                 join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and i.indisvalid"
            }
        };
        for row in sqlx::query(indexes).fetch_all(&mut *conn).await? {
            schema.indexes.insert(row.text("name")?);
        }
        if engine == Engine::Sqlite {
            for table in schema.columns.keys() {
                schema.references.extend(list_references(conn, table).await?);
            }
        }
        Ok(schema)
    }

    /// The names of its tables.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// What the other one lacks of this one, or has otherwise.
    pub(crate) fn list_missing(&self, found: &Self) -> Vec<String> {
        let mut missing = Vec::new();
        for (table, columns) in &self.columns {
            let Some(there) = found.columns.get(table) else {
                missing.push(format!("the table {table} is missing"));
                continue;
            };
            for (column, kind) in columns {
                match there.get(column) {
                    None => missing.push(format!("the column {table}.{column} is missing")),
                    Some(found) if found != kind => {
                        let told = |(kind, may_be_empty): &Kind| {
                            if *may_be_empty { format!("{kind}, may be empty") } else { kind.clone() }
                        };
                        missing.push(format!("the column {table}.{column} is \"{}\" instead of \"{}\"", told(found), told(kind)));
                    }
                    Some(_) => {}
                }
            }
        }
        let indexes = self.indexes.difference(&found.indexes);
        missing.extend(indexes.map(|index| format!("the index {index} is missing or not valid")));
        missing
    }
}

/// The references of a table, as SQLite tells them.
async fn list_references(conn: &mut Conn, table: &str) -> Result<Vec<Reference>> {
    let sql = "select cast(id as text) as id, \"table\" as named, \"from\" as here, \"to\" as there
               from pragma_foreign_key_list($1) order by id, seq";
    let mut all: Vec<(String, Reference)> = Vec::new();
    for row in sqlx::query(sql).bind(table.to_owned()).fetch_all(conn).await? {
        let (id, column) = (row.text("id")?, (row.text("here")?, row.text("there")?));
        match all.last_mut() {
            Some((last, reference)) if *last == id => reference.columns.push(column),
            _ => all.push((id, Reference { table: table.to_owned(), named: row.text("named")?, columns: vec![column] })),
        }
    }
    Ok(all.into_iter().map(|(_, reference)| reference).collect())
}
