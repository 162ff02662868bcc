//! How the things of Coplan are kept: the only SQL, written once for SQLite and PostgreSQL.
//!
//! Reading takes a [`Conn`]; writing takes a [`Change`], which keeps the events, the promised work and the
//! customer's summary in the same transaction. What belongs to a customer is read only with a proof of access from
//! [`access`], and nothing is written without a right that was proved there within the same change.
//!
//! Every function fails with [`StoreError`] where the database cannot be read or written; its own page says only what
//! else can happen.
//!
//! A bound limit is written `limit $3 + 0`: SQLite looks at the value of a bare one for its plan, and so plans the
//! statement anew each time it is run.

#![expect(clippy::missing_errors_doc, reason = "what all of them fail with is said once, above")]

pub mod absence;
pub mod acceptance;
pub mod access;
pub mod access_log;
pub mod agreement;
pub mod assessment;
pub mod attachment;
pub mod attempt;
pub mod backup;
pub mod bank;
pub mod blueprint;
pub mod budget;
mod bulk_insert;
pub mod bulk_load;
pub mod calendar_feed;
mod change;
pub mod check;
pub mod concern;
pub mod contact;
pub mod credentials;
pub mod customer;
pub mod device;
mod engine;
pub mod entry_code;
pub mod event;
pub mod feedback;
pub mod files;
mod generation;
pub mod goal;
pub mod hand_over;
pub mod idea;
pub mod import;
pub mod incoming_mail;
pub mod invoice;
pub mod knowledge;
pub mod launch;
pub mod mail_choice;
pub mod meeting;
pub mod membership;
pub mod mention;
pub mod message;
pub mod milestone;
pub mod moment;
mod name_order;
pub mod need;
pub mod network;
pub mod note;
mod on_duty;
pub mod outbox;
pub mod overdue;
pub mod package;
mod page;
pub mod password_link;
pub mod pending_sign_in;
pub mod person;
pub mod personal_link;
pub mod phase;
pub mod plan;
pub mod plan_head;
pub mod portfolio;
pub mod presence;
pub mod preview;
pub mod project;
pub mod project_template;
pub mod read_receipt;
pub mod removed;
pub mod report;
pub mod request;
pub mod request_kind;
pub mod responsibility;
pub mod room_waiting;
mod row;
pub mod saved_filter;
pub mod search;
pub mod security_event;
pub mod service_request;
pub mod staff;
pub mod status_report;
pub mod status_rhythm;
pub mod summary;
pub mod survey;
pub mod table_import;
pub mod task;
pub mod thread;
pub mod today;
pub mod today_mail;
pub mod undelivered;
mod visible;
pub mod visit;
pub mod work;

pub use change::{Affected, Change, Committed, Invalidation, Stale};
pub use engine::{Db, Engine, Listener, OpenError, Outage, ProgramError, Reading, key_file_beside};
pub use page::{NotAKey, Page, Turn};

#[cfg(feature = "testing")]
pub mod testing;

/// A connection: one that only reads, or the one of a [`Change`].
pub type Conn = sqlx::AnyConnection;

/// Under which name the log has statements that were slow.
pub const SLOW_STATEMENTS: &str = "sqlx::query";

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database said no, or could not be reached.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// Others write, and have done so for too long to wait for.
    #[error("others write for too long")]
    Busy,
    /// The process is stopping and finishes nothing new.
    #[error("the process is stopping")]
    Stopping,
    /// A right to write was proved in another change than the one it was used in.
    #[error("a right that was proved in another change")]
    ForeignProof,
    /// The files beside the database cannot be read or written.
    #[error("files: {0}")]
    Files(#[from] files::FileError),
    /// A value is kept that its type does not know: the file was changed by other means.
    #[error("column {column} holds what it cannot mean")]
    Corrupt {
        /// The column.
        column: &'static str,
    },
}

impl StoreError {
    /// Whether something with the same unique value is there already.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }

    /// Whether something cannot go because something else refers to it.
    #[must_use]
    pub fn is_referenced(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_foreign_key_violation())
    }
}

/// What a store function gives.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
