//! The process: commands, settings, the way in, the router, the worker and its mail.

mod commands;
mod config;
mod demo;
mod entry;
mod guard;
mod listen;
mod mailer;
mod patience;
mod router;
mod sent;
mod site;
mod worker;

use clap::Parser;
use config::{Command, Coplan, ImportCommand, LinkCommand, StaffCommand};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A page is made of thousands of small strings that live for a millisecond.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("COPLAN_LOG").unwrap_or_else(|_| "info,sqlx=warn,leptos=warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let Coplan { config, command } = Coplan::parse();
    let done = match command {
        Command::Serve => commands::serve::run(&config).await,
        Command::Demo { fill_only, bulk } => commands::demo::run(&config, fill_only, bulk).await,
        Command::Migrate => commands::migrate::run(&config).await,
        Command::Check => commands::check::run(&config).await,
        Command::Backup { file } => commands::backup::run(&config, &file).await,
        Command::Import(ImportCommand::Invoice(asked)) => commands::import::invoice(&config, &asked).await,
        Command::Staff(StaffCommand::Add(new)) => commands::staff::add(&config, &new).await,
        Command::Staff(StaffCommand::Password(asked)) => commands::staff::password(&config, &asked).await,
        Command::Link(LinkCommand::Create { email }) => commands::link::create(&config, &email).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("coplan: {sentence}");
            ExitCode::FAILURE
        }
    }
}
