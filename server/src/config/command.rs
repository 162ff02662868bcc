//! What the program can be told to do.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Serve the portal until stopped.
    Serve,
    /// Look around: serve a supplier with three customers, and print new sign-in links.
    Demo {
        /// Fill the database, print the sign-in links as JSON, and stop.
        #[arg(long)]
        fill_only: bool,
    },
    /// Bring the tables to this version and stop.
    Migrate,
    /// Verify the database and its files: version, integrity, the hash of every file.
    Check {
        /// Verify this backup instead.
        file: Option<PathBuf>,
    },
    /// Write database and files as one consistent archive to a new file, also while serving.
    ///
    /// It is a tar. On PostgreSQL its copy of the database is made by `pg_dump`, which has to be installed.
    Backup {
        /// The file, which must not be there yet. Until it is whole it is called FILE.part.
        file: PathBuf,
    },
    /// Restore a backup while nothing serves. It is verified first.
    ///
    /// What it replaces is renamed, never deleted: the new name ends with the date and time. On PostgreSQL the
    /// database has to be a new, empty one, and `pg_restore` has to be installed.
    #[command(after_help = "Example:\n  coplan restore coplan-2026-11-16.backup && coplan check")]
    Restore {
        /// The backup.
        file: PathBuf,
    },
    /// Import files of other programs.
    #[command(subcommand)]
    Import(ImportCommand),
    /// The supplier's people.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Personal links, with which customers' people sign in.
    #[command(subcommand)]
    Link(LinkCommand),
    /// Emails that come.
    #[command(subcommand)]
    Mail(MailCommand),
}

/// What can be done with emails that come.
#[derive(Debug, Clone, Subcommand)]
pub enum MailCommand {
    /// Take one email from standard input, as a mail server gives it to a program: a reply to a discussion.
    ///
    /// Exits with 67 where no discussion has its address, with 65 where it is no email, and with 75 where it could not be
    /// taken now, so that the server tells its sender or tries again.
    #[command(
        after_help = "Example, for Postfix's master.cf:\n  coplan unix - n n - - pipe user=coplan argv=coplan mail receive --to ${original_recipient}"
    )]
    Receive {
        /// The address that it came to, where the server says it; else its headers are read.
        #[arg(long)]
        to: Option<String>,
    },
}

/// What can be brought in.
#[derive(Debug, Clone, Subcommand)]
pub enum ImportCommand {
    /// Read a UBL invoice or credit note, check its sums, and save it.
    ///
    /// The customer is found by the business ID or VAT number of the buyer. Sums that differ are reported and saved as they are.
    #[command(after_help = "Example:\n  coplan import invoice 1057.xml --dry-run")]
    Invoice(ImportInvoice),
    /// Read invoices and credit notes from files, folders and ZIP archives, check their sums, and save them.
    ///
    /// UBL, Finvoice, Cross Industry Invoice, PDF with an embedded invoice, and tables (CSV) with one row a line. Each is saved
    /// or refused alone, and what became of it is said; running it again changes nothing. With --watch it goes on: each file
    /// that comes into the folder is imported once it is complete, and lies in its subfolder taken or refused then, with a
    /// report beside it.
    #[command(
        after_help = "Examples:\n  coplan import invoices 2026-10/ november.zip\n  coplan import invoices --watch /srv/invoices"
    )]
    Invoices(ImportInvoices),
    /// Import customers from a table (CSV), row by row.
    ///
    /// Rows that are here already change nothing; of each row that cannot be imported it says why. The page /import tells
    /// which columns are known, matches others, and undoes an import.
    #[command(after_help = "Example:\n  coplan import customers customers.csv --as mikko@example.com --dry-run")]
    Customers(ImportTable),
    /// Import customers' people from a table.
    People(ImportTable),
    /// Import projects and their promised dates from a table.
    Projects(ImportTable),
    /// Import tasks from a table.
    Tasks(ImportTable),
    /// Import work from a table of a tool for tracking time, such as Toggl, Harvest, Kimai or Clockify.
    Work(ImportTable),
    /// Import how much customers used of services, month by month.
    Usage(ImportTable),
    /// Import status reports of the time before, with their own dates.
    Reports(ImportTable),
    /// Import messages of the time before, with their own dates: discussions that are over.
    Messages(ImportTable),
    /// Import what the bank tells of payments: CAMT.053, CAMT.054 or CSV.
    ///
    /// Payments whose reference and amount agree are recorded; the others wait on the page /invoices/payments. The same file
    /// twice changes nothing.
    #[command(after_help = "Example:\n  coplan import payments statement.xml --as mikko@example.com")]
    Payments(ImportPayments),
}

/// A file of payments to be imported.
#[derive(Debug, Clone, Args)]
pub struct ImportPayments {
    /// The file.
    pub file: PathBuf,
    /// The address of the supplier's person who imports it and records the payments.
    #[arg(long = "as", value_name = "EMAIL")]
    pub person: String,
}

/// Invoices to be brought in.
#[derive(Debug, Clone, Args)]
pub struct ImportInvoices {
    /// Files, folders and ZIP archives.
    #[arg(required_unless_present = "watch")]
    pub paths: Vec<PathBuf>,
    /// Watch this folder, and import what comes into it.
    #[arg(long, value_name = "FOLDER", conflicts_with = "paths")]
    pub watch: Option<PathBuf>,
    /// How long to wait between two looks into a watched folder.
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub every: u64,
    /// The number or the name of the customer, where the files do not say.
    #[arg(long)]
    pub customer: Option<String>,
}

/// A table to be imported.
#[derive(Debug, Clone, Args)]
pub struct ImportTable {
    /// The file.
    pub file: PathBuf,
    /// The address of the supplier's person who imports it, and is responsible where the table names nobody.
    #[arg(long = "as", value_name = "EMAIL")]
    pub person: String,
    /// Import rows too that look mistyped.
    #[arg(long)]
    pub confirmed: bool,
    /// Only say what each row would bring.
    #[arg(long)]
    pub dry_run: bool,
}

/// An invoice to be brought in.
#[derive(Debug, Clone, Args)]
pub struct ImportInvoice {
    /// The file.
    pub file: PathBuf,
    /// The number or the name of the customer, where the file does not say.
    #[arg(long)]
    pub customer: Option<String>,
    /// Only say what the file is.
    #[arg(long)]
    pub dry_run: bool,
}

/// What can be done with the supplier's people from here; the rest an admin does on the page /staff.
#[derive(Debug, Clone, Subcommand)]
pub enum StaffCommand {
    /// Add one of the supplier's people, who then signs in on the page /sign-in.
    ///
    /// Prints a first password, once. It is good for one sign-in within three days, at which the new colleague chooses
    /// another. The first to be added should be an admin: admins invite the others by email on the page /staff.
    #[command(
        after_help = "Example:\n  coplan staff add --name 'Olli Oja' --title 'Service director' --email olli.oja@example.com --role admin"
    )]
    Add(StaffAdd),
    /// Set a new password for one of them, where no admin can sign in any more.
    ///
    /// Prints the password, once, and signs out the person's devices. It is good for one sign-in within three days, at
    /// which another is chosen. Two-step sign-in stays as it is.
    #[command(after_help = "Example:\n  coplan staff password --email olli.oja@example.com")]
    Password(StaffPassword),
}

/// A colleague who gets a new password.
#[derive(Debug, Clone, Args)]
pub struct StaffPassword {
    /// The email address to sign in with.
    #[arg(long)]
    pub email: String,
    /// Read a password that the person has chosen from the first line of standard input instead of making one.
    #[arg(long)]
    pub password_stdin: bool,
}

/// A colleague to be added.
#[derive(Debug, Clone, Args)]
pub struct StaffAdd {
    /// First and last name, as customers read it.
    #[arg(long)]
    pub name: String,
    /// The email address to sign in with.
    #[arg(long)]
    pub email: String,
    /// `admin` manages staff and everything else, `manager` manages customers and plans, `specialist` edits where
    /// responsible, `director` reads everything.
    #[arg(long)]
    pub role: String,
    /// The job title, as customers read it.
    #[arg(long)]
    pub title: String,
    /// The phone number, as customers dial it.
    #[arg(long, default_value = "")]
    pub phone: String,
    /// The language of this person's pages: `en`, `fi` or `sv`.
    #[arg(long, default_value = "en")]
    pub language: String,
    /// The languages spoken with customers, as in `fi,sv,en`.
    #[arg(long, value_delimiter = ',', default_value = "en")]
    pub speaks: Vec<String>,
    /// Read a password that the person has chosen from standard input (one line) instead of making one.
    #[arg(long)]
    pub password_stdin: bool,
}

/// What can be done with personal links from here; the rest is done on the customer's page.
#[derive(Debug, Clone, Subcommand)]
pub enum LinkCommand {
    /// Make a personal link for a member of a customer and print it, once.
    ///
    /// Anybody with the link can sign in as that person (on a new device with a code by email, where the customer's
    /// policy asks for one), so hand it over as you would a key. Earlier links stay valid.
    #[command(after_help = "Example:\n  coplan link create --email anna.aho@lakeside.example")]
    Create {
        /// The member's email address.
        #[arg(long)]
        email: String,
    },
}
