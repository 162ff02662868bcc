//! How the things of Coplan are kept: the only SQL, written once for SQLite and PostgreSQL.
