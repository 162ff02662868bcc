//! The process: commands, settings, the router with its layers, the worker and its mail.

mod answer_budget;
mod browser_label;
mod client_address;
mod commands;
mod config;
mod context_layer;
mod csrf_and_headers;
mod error_layer;
mod form_buffer;
mod http_server;
mod jobs;
mod log;
mod mail_door;
mod mailer;
mod request_log;
mod router;
mod session_layer;
mod site;
#[cfg(test)]
mod testing;
mod timeouts;
mod worker;
mod write_pace;

use clap::Parser;
use commands::import_table;
use config::{Command, Coplan, ImportCommand, LinkCommand, MailCommand, StaffCommand};
use coplan_domain::table_import::TableKind;
use coplan_usecases::System;
use mimalloc::MiMalloc;
use rustix::{fs::Mode, process::umask};
use std::process::ExitCode;

/// A page is made of thousands of small strings that live for a millisecond.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    // The database, its copies and mails in files hold what is nobody else's on this machine.
    umask(Mode::RWXG | Mode::RWXO);
    let Coplan { config, command } = Coplan::parse();
    log::begin(&config, matches!(command, Command::Serve | Command::Demo { .. }));
    let Some(system) = System::take() else { return ExitCode::FAILURE };
    let done = match command {
        Command::Serve => commands::serve::run(&config, system).await,
        Command::Demo { fill_only } => commands::demo::run(&config, system, fill_only).await,
        Command::Migrate => commands::migrate::run(&config).await,
        Command::Check { file } => commands::check::run(&config, file.as_deref()).await,
        Command::Backup { file } => commands::backup::run(&config, &file).await,
        Command::Restore { file } => commands::restore::run(&config, &file).await,
        Command::Import(ImportCommand::Invoice(asked)) => commands::import::invoice(&config, &system, &asked).await,
        Command::Import(ImportCommand::Invoices(asked)) => commands::import::invoices(&config, &system, &asked).await,
        Command::Import(ImportCommand::Customers(asked)) => {
            import_table::run(&config, &system, TableKind::Customers, &asked).await
        }
        Command::Import(ImportCommand::People(asked)) => import_table::run(&config, &system, TableKind::People, &asked).await,
        Command::Import(ImportCommand::Projects(asked)) => import_table::run(&config, &system, TableKind::Projects, &asked).await,
        Command::Import(ImportCommand::Tasks(asked)) => import_table::run(&config, &system, TableKind::Tasks, &asked).await,
        Command::Import(ImportCommand::Work(asked)) => import_table::run(&config, &system, TableKind::Work, &asked).await,
        Command::Import(ImportCommand::Usage(asked)) => import_table::run(&config, &system, TableKind::Usage, &asked).await,
        Command::Import(ImportCommand::Reports(asked)) => import_table::run(&config, &system, TableKind::Reports, &asked).await,
        Command::Import(ImportCommand::Messages(asked)) => import_table::run(&config, &system, TableKind::Messages, &asked).await,
        Command::Import(ImportCommand::Payments(asked)) => commands::import_payments::run(&config, &system, &asked).await,
        Command::Staff(StaffCommand::Add(new)) => commands::staff::add(&config, &system, &new).await,
        Command::Staff(StaffCommand::Password(asked)) => commands::staff::password(&config, &system, &asked).await,
        Command::Mail(MailCommand::Receive { to }) => return commands::mail::receive(&config, to.as_deref()).await,
        Command::Link(LinkCommand::Create { email }) => commands::link::create(&config, &system, &email).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("coplan: {sentence}");
            ExitCode::FAILURE
        }
    }
}
