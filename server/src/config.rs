//! What can be set, by flag or by `COPLAN_*` variable, with defaults that are safe.

mod command;
mod unknown;
mod values;

pub use command::{
    Command, ImportCommand, ImportInvoice, ImportInvoices, ImportPayments, ImportTable, LinkCommand, MailCommand, StaffAdd,
    StaffCommand, StaffPassword,
};
pub use unknown::unknown;

use clap::{Args, Parser, ValueEnum, builder::BoolishValueParser};
use coplan_domain::{
    scan::ScannerAddress,
    working_time::{HolidayCountry, WorkingTime},
};
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
    /// The domain that replies to emails come to, as in `reply.example.com`; unset, replies by email are not taken.
    ///
    /// Emails about discussions then name an address of their own, `reply+...@` this domain, to which a mail server
    /// takes every email and gives it to `coplan mail receive` or to `POST /mail/receive`.
    #[arg(long, env = "COPLAN_REPLY_DOMAIN", value_parser = values::domain, global = true)]
    pub reply_domain: Option<String>,
    /// What a mail server shows when it brings emails to `POST /mail/receive`, as in `Authorization: Bearer SECRET`;
    /// at least 20 characters. Unset, nothing is taken there.
    #[arg(long, env = "COPLAN_MAIL_SECRET", hide_env_values = true, value_parser = values::secret, global = true)]
    pub mail_secret: Option<SecretString>,
    /// What the receiving mail server calls itself in `Authentication-Results`, as in `mx.example.com`.
    ///
    /// With it, a reply is posted only if that server vouches for its sender. Without it, the first such header is
    /// read, and an email that has none is taken.
    #[arg(long, env = "COPLAN_MAIL_AUTHSERV", value_parser = values::domain, global = true)]
    pub mail_authserv: Option<String>,
    /// The virus scanner clamd, as in `127.0.0.1:3310` or `/run/clamav/clamd.ctl`; unset, files are not scanned.
    ///
    /// It is asked about every file that people send before that is taken in. While it does not answer, no file is.
    #[arg(long, env = "COPLAN_CLAMD", global = true)]
    pub clamd: Option<ScannerAddress>,
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
    /// The time zone of the supplier's working hours, as in `Europe/Stockholm`: promises of an answer count the hours from 8 to
    /// 16 of working days.
    #[arg(long, env = "COPLAN_TIME_ZONE", default_value = "Europe/Helsinki", value_parser = values::time_zone, global = true)]
    pub time_zone: String,
    /// Whose holidays are no working days: `fi` for Finland, `se` for Sweden.
    #[arg(long, env = "COPLAN_HOLIDAYS", default_value = "fi", value_parser = values::holidays, global = true)]
    pub holidays: HolidayCountry,
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
            reply_domain: self.reply_domain.clone(),
            mail_authserv: self.mail_authserv.clone(),
            scanner: self.clamd.clone(),
            working_time: WorkingTime::new(self.holidays, &self.time_zone),
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
