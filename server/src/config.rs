//! What can be set, by flag or by `COPLAN_*` variable, with defaults that are safe.

mod unknown;
mod values;

pub use unknown::unknown;

use clap::{Args, Parser, Subcommand, ValueEnum, builder::BoolishValueParser};
use coplan_store::files::FileLocation;
use coplan_usecases::{Settings, seal::SecretKey};
use lettre::message::Mailbox;
use secrecy::{ExposeSecret, SecretString};
use std::{net::SocketAddr, path::PathBuf, thread::available_parallelism};

/// Coplan: the co-operation plan that a supplier and its customers share.
///
/// Begin with `coplan serve`; in an empty folder it makes its database there. Then add the first of the
/// supplier's people with `coplan staff add`. To look around first, run `coplan demo`.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub struct Coplan {
    /// What is set for every command.
    #[command(flatten)]
    pub config: Config,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What is set for every command.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// The database: `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME?sslmode=verify-full`.
    #[arg(long, env = "COPLAN_DATABASE_URL", default_value = "sqlite:coplan.db", hide_env_values = true, value_parser = values::secret, global = true)]
    pub database_url: SecretString,
    /// Where files are kept: a folder, or a bucket as in `s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION`.
    ///
    /// Unset, it is a folder beside the SQLite database (for `coplan.db` that is `coplan-files`), and with PostgreSQL
    /// `coplan-files` in the working folder. Credentials for a bucket come from `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY` and the other variables of AWS.
    #[arg(long, env = "COPLAN_FILES", global = true)]
    pub files: Option<FileLocation>,
    /// The most connections to the database at once. Unset, 16 to PostgreSQL; to SQLite two for each core, at least 4.
    #[arg(long, env = "COPLAN_DATABASE_CONNECTIONS", value_parser = clap::value_parser!(u32).range(2..=500), global = true)]
    pub database_connections: Option<u32>,
    /// The address that the server listens on. Put a TLS proxy in front and keep this on 127.0.0.1.
    #[arg(long, env = "COPLAN_LISTEN", default_value = "127.0.0.1:3000", global = true)]
    pub listen: SocketAddr,
    /// Where people reach it, as in `https://plan.example.com`; `http://` only on this machine.
    ///
    /// Where the server listens on 127.0.0.1 it need not be set: then it is what the server listens on.
    #[arg(long, env = "COPLAN_PUBLIC_URL", value_parser = values::public_url, global = true)]
    pub public_url: Option<String>,
    /// The supplier's name, as customers know it.
    #[arg(long, env = "COPLAN_SUPPLIER", default_value = Self::UNNAMED, global = true)]
    pub supplier: String,
    /// How email is sent, as in `smtps://USER:PASSWORD@HOST` or `smtp://HOST:PORT?tls=required`; without
    /// it, emails are written to files.
    #[arg(long, env = "COPLAN_SMTP_URL", hide_env_values = true, value_parser = values::secret, global = true)]
    pub smtp_url: Option<SecretString>,
    /// The sender of emails, as in `Northline <plan@example.com>`; required with an SMTP server.
    #[arg(long, env = "COPLAN_MAIL_FROM", value_parser = values::mail_from, global = true)]
    pub mail_from: Option<Mailbox>,
    /// Where replies to emails go, as in `Northline <desk@example.com>`; unset, to their sender.
    #[arg(long, env = "COPLAN_MAIL_REPLY_TO", value_parser = values::mail_from, global = true)]
    pub mail_reply_to: Option<Mailbox>,
    /// The folder that emails are written to where there is no SMTP server.
    #[arg(long, env = "COPLAN_MAIL_FOLDER", default_value = "mails", global = true)]
    pub mail_folder: PathBuf,
    /// The key that two-step sign-in is sealed with: 32 bytes in base64url, as `openssl rand -base64 32 | tr +/ -_ | tr -d =`
    /// makes them.
    ///
    /// Unset, it is in a file that the first start makes: beside the SQLite database (for `coplan.db` that is
    /// `coplan.key`), and with PostgreSQL `coplan.key` in the working folder. No backup has it in it: keep it elsewhere.
    #[arg(long, env = "COPLAN_SECRET_KEY", hide_env_values = true, value_parser = values::secret, global = true)]
    pub secret_key: Option<SecretString>,
    /// Whether all staff must use two-step sign-in.
    #[arg(long, env = "COPLAN_REQUIRE_SECOND_FACTOR", value_parser = BoolishValueParser::new(), global = true)]
    pub require_second_factor: bool,
    /// Whether admins must use two-step sign-in. Unset, `required`; in the demo `offered`.
    #[arg(long, env = "COPLAN_ADMIN_SECOND_FACTOR", value_enum, global = true)]
    pub admin_second_factor: Option<AdminSecondFactor>,
    /// Whether a proxy in front tells whom a request comes from (`X-Forwarded-For`, its last address).
    #[arg(long, env = "COPLAN_BEHIND_PROXY", value_parser = BoolishValueParser::new(), global = true)]
    pub behind_proxy: bool,
    /// What is logged to standard error, as in `info` or `debug,sqlx=warn`.
    #[arg(long, env = "COPLAN_LOG", default_value = "info,sqlx=warn,leptos=warn", value_parser = values::log, global = true)]
    pub log: String,
}

/// How two-step sign-in is put to admins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AdminSecondFactor {
    /// Nothing else is open to them before it is set up.
    Required,
    /// They are asked once, when they choose their password.
    Offered,
}

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
    /// UBL, Finvoice, Cross Industry Invoice and PDF with an embedded invoice. Each is saved or refused alone, and what
    /// became of it is said; running it again changes nothing.
    #[command(after_help = "Example:\n  coplan import invoices 2026-10/ november.zip")]
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
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
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
    /// responsible.
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

impl Config {
    /// What a supplier is called that has not said its name.
    pub const UNNAMED: &str = "Our company";

    /// The most connections to the database at once. Whoever reads from SQLite keeps a core busy: more connections
    /// than that only take turns, each with a memory of its own.
    pub fn connections(&self) -> u32 {
        let two_per_core =
            || available_parallelism().map_or(4, |cores| u32::try_from(2 * cores.get()).unwrap_or(16).clamp(4, 16));
        let unset = || if self.database_url.expose_secret().starts_with("sqlite:") { two_per_core() } else { 16 };
        self.database_connections.unwrap_or_else(unset)
    }

    /// Where files are kept.
    pub fn file_location(&self) -> FileLocation {
        self.files.clone().unwrap_or_else(|| FileLocation::beside(self.database_url.expose_secret()))
    }

    /// Whether people can be told where the portal is and mail can go out; if not, a sentence that says why.
    ///
    /// What is told here concerns several settings at once, or must not be repeated on the screen.
    pub fn verify(&self) -> Result<(), String> {
        let is_reached_here = self.listen.ip().is_loopback() && self.listen.port() != 0;
        if self.public_url.is_none() && !is_reached_here {
            return Err(format!(
                "COPLAN_LISTEN={} does not say where people reach the portal; set COPLAN_PUBLIC_URL, as in https://plan.example.com",
                self.listen
            ));
        }
        match (&self.smtp_url, &self.mail_from) {
            (Some(_), None) => Err("COPLAN_SMTP_URL is set, so set COPLAN_MAIL_FROM, the sender of emails, too, \
                as in Northline <plan@example.com>"
                .to_owned()),
            (Some(url), Some(_)) => values::verify_smtp_url(url.expose_secret()),
            (None, _) => Ok(()),
        }
    }

    /// What is probably not meant so, though it can be served; a sentence for the log.
    ///
    /// Whoever is reached by TLS and listens to this machine only has a proxy in front. Unless its word is taken for whom
    /// a request comes from, all requests come from one address, and one stranger's wrong tries shut everybody out.
    pub fn doubt(&self) -> Option<&'static str> {
        let is_behind_proxy = self.is_tls() && self.listen.ip().is_loopback();
        (is_behind_proxy && !self.behind_proxy).then_some(
            "COPLAN_BEHIND_PROXY is not set, so all requests seem to come from the proxy's address, and one stranger's wrong \
             tries lock everybody out: set it to true where the proxy appends to X-Forwarded-For",
        )
    }

    /// Where people reach it, without a slash at the end.
    pub fn public_url(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// Whether people reach it by TLS.
    pub fn is_tls(&self) -> bool {
        self.public_url().starts_with("https://")
    }

    /// What the use cases need to know.
    pub fn settings(&self, demo: bool, secret_key: SecretKey) -> Settings {
        Settings {
            supplier: self.supplier.clone(),
            public_url: self.public_url(),
            second_factor_required: self.require_second_factor,
            admin_second_factor_required: self.admin_second_factor.map_or(!demo, |set| set == AdminSecondFactor::Required),
            secret_key,
            demo,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_flag_and_variable_is_well_formed() {
        Coplan::command().debug_assert();
    }

    /// The settings of these words.
    fn read(words: &[&str]) -> Result<Config, String> {
        let parsed = Coplan::try_parse_from([&["coplan", "serve"], words].concat());
        parsed.map(|coplan| coplan.config).map_err(|error| error.to_string())
    }

    #[test]
    fn who_listens_beyond_this_machine_says_where_people_reach_it() {
        for listen in ["0.0.0.0:3000", "[::]:3000", "192.0.2.1:3000", "127.0.0.1:0"] {
            let told = read(&["--listen", listen]).unwrap().verify().unwrap_err();
            assert!(told.contains(listen) && told.contains("COPLAN_PUBLIC_URL"), "{told}");
            assert_eq!(read(&["--listen", listen, "--public-url", "https://x.example"]).unwrap().verify(), Ok(()));
        }
        for (listen, url) in [("127.0.0.1:4000", "http://127.0.0.1:4000"), ("[::1]:4000", "http://[::1]:4000")] {
            let config = read(&["--listen", listen]).unwrap();
            assert_eq!((config.verify(), config.public_url().as_str()), (Ok(()), url));
        }
    }

    #[test]
    fn a_proxy_whose_word_is_not_taken_is_doubted() {
        let doubt = |words: &[&str]| read(words).unwrap().doubt();
        let https = ["--public-url", "https://plan.example.com"];
        assert!(doubt(&https).unwrap().starts_with("COPLAN_BEHIND_PROXY"));
        assert_eq!(doubt(&[&https[..], &["--behind-proxy"]].concat()), None);
        assert_eq!(doubt(&[&https[..], &["--listen", "0.0.0.0:3000"]].concat()), None, "a proxy may be elsewhere, or none");
        assert_eq!(doubt(&[]), None);
    }

    #[test]
    fn mail_by_smtp_says_whom_it_comes_from() {
        let told = read(&["--smtp-url", "smtps://mail.example"]).unwrap().verify().unwrap_err();
        assert!(told.contains("COPLAN_MAIL_FROM"), "{told}");
        let from = ["--mail-from", "Northline <plan@example.com>"];
        assert_eq!(read(&[&from[..], &["--smtp-url", "smtps://mail.example"]].concat()).unwrap().verify(), Ok(()));
        let told = read(&[&from[..], &["--smtp-url", "http://mail.example"]].concat()).unwrap().verify().unwrap_err();
        assert!(told.starts_with("COPLAN_SMTP_URL"), "{told}");
        assert_eq!(read(&[]).unwrap().verify(), Ok(()), "without a server mail goes to files");
        assert!(read(&["--mail-from", "garbage"]).unwrap_err().contains("COPLAN_MAIL_FROM"));
    }
}
