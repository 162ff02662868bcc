//! `coplan-bulk`: makes the demo company with many customers more, and prints its ways in as `coplan demo --fill-only` does.

mod fill;
mod life;
mod seeded_rng;
mod story;
mod talk;
mod who;
mod words;

use clap::Parser;
use coplan_demo::Demo;
use coplan_store::{
    Db,
    files::{self, FileLocation, Files, Ownership},
};
use coplan_usecases::{Settings, System, seal::SecretKey, system::SystemRng};
use fill::Size;
use life::Life;
use std::{process::ExitCode, sync::Arc};

/// Fills a database with many customers, for measuring how Coplan does with them.
///
/// As many customers as the messages allow, at most 12000, get a full plan with 40 messages; the others share the rest.
/// Each is added once, however often this is run.
#[derive(Debug, Parser)]
struct Arguments {
    /// The database, which is made where it is not there.
    #[arg(long, env = "COPLAN_DATABASE_URL", hide_env_values = true)]
    database_url: String,
    /// Where files are kept; unset, beside the database.
    #[arg(long, env = "COPLAN_FILES")]
    files: Option<FileLocation>,
    /// Where people reach the portal: what personal links begin with.
    #[arg(long, env = "COPLAN_PUBLIC_URL")]
    public_url: String,
    /// The supplier's name.
    #[arg(long, env = "COPLAN_SUPPLIER", default_value = "Northline")]
    supplier: String,
    /// So many customers with a year of history.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    customers: u32,
    /// So many messages of theirs altogether.
    #[arg(long, value_parser = clap::value_parser!(u32).range(0..=100_000_000))]
    messages: u32,
    /// One customer more, which had so many meetings in a year, with ten outcomes each.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=1_000))]
    meetings: u16,
    /// And has so many goals.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=1_000))]
    goals: u16,
    /// With so many readings each.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=500))]
    readings: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(system) = System::take() else { return ExitCode::FAILURE };
    match run(arguments, system).await {
        Ok(keys) => {
            println!("{keys}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("coplan-bulk: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Fills the database and gives the ways in as JSON.
async fn run(asked: Arguments, system: System) -> Result<String, String> {
    let db = Db::open(&asked.database_url, 4).await.map_err(|error| error.to_string())?;
    db.migrate().await.map_err(|error| error.to_string())?;
    let location = asked.files.unwrap_or_else(|| FileLocation::beside(&asked.database_url));
    let files = Files::open(&location, Arc::new(SystemRng)).map_err(|error| error.to_string())?;
    if files::claim(&db, &files).await.map_err(|error| error.to_string())? == Ownership::Foreign {
        return Err("the files there belong to another database".to_owned());
    }
    let size = Size::of(asked.customers, asked.messages);
    let settings = Settings {
        supplier: asked.supplier,
        public_url: asked.public_url,
        second_factor_required: false,
        admin_second_factor_required: false,
        secret_key: SecretKey::new(&SystemRng),
        reply_domain: None,
        mail_authserv: None,
        scanner: None,
        working_time: coplan_domain::working_time::WorkingTime::default(),
        demo: true,
    };
    let mut demo = Demo::open(db, files, settings, system).await?;
    fill::add_to(&mut demo, size).await?;
    let life = Life { meetings: asked.meetings, goals: asked.goals, readings: asked.readings };
    if life.meetings > 0 || life.goals > 0 {
        life::add_to(&mut demo, life).await?;
    }
    let (portal, keys) = demo.keys().await?;
    portal.db.close().await;
    serde_json::to_string(&keys).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_come_with_their_messages_and_there_is_at_least_one() {
        let asked = |words: &str| {
            let settings = ["coplan-bulk", "--database-url", "sqlite:x.db", "--public-url", "http://127.0.0.1:3000"];
            let parsed = Arguments::try_parse_from(settings.into_iter().chain(words.split(' '))).ok();
            parsed.map(|asked| (asked.customers, asked.messages))
        };
        assert_eq!(asked("--customers 100 --messages 4000"), Some((100, 4000)));
        for wrong in ["--customers 100", "--messages 4000", "--customers 0 --messages 4000"] {
            assert_eq!(asked(wrong), None, "{wrong}");
        }
    }
}
