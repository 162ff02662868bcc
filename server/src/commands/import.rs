//! `coplan import invoice FILE`: what the page for bringing invoices in does, at the console and in its words.

use super::{Done, open_portal};
use crate::config::{Config, ImportInvoice};
use coplan_app::{pages::invoice::in_words, words::Words};
use coplan_domain::person::Language;
use coplan_usecases::{
    Portal, System, day_in,
    invoice::{Belongs, CustomerBrief, FileRead, InvoiceThere, KeepError, bring_in_from_console, look_at_from_console},
};

/// Where days are counted at the console, which is nobody's.
const ZONE: &str = "UTC";

/// Says what the file is, and keeps it unless it is a dry run.
pub async fn invoice(config: &Config, system: &System, asked: &ImportInvoice) -> Done {
    let bytes = std::fs::read(&asked.file).map_err(|error| format!("{}: {error}", asked.file.display()))?;
    let portal = open_portal(config).await?;
    let (words, today) = (Words::new(Language::En, ZONE), day_in(portal.clock.now(), ZONE));
    match look_at_from_console(&portal, system, bytes.clone()).await.map_err(|fault| fault.to_string())? {
        FileRead::Unreadable(why) => return Err(format!("{}: {}", asked.file.display(), in_words::unreadable(&words, &why))),
        FileRead::Duplicate { seller, number, there, .. } => {
            let since = in_words::here(&words, &seller, &number, &there, today);
            return Err(format!("{} {since}", here_already(config, &there)));
        }
        FileRead::Ready(read) => {
            for line in in_words::lines(&words, &read, today) {
                println!("{line}");
            }
            if let (Belongs::Perhaps { customer, .. }, None) = (&read.belongs, &asked.customer) {
                println!("  If it is the one, say so with --customer {}.", customer.number);
            }
        }
    }
    if asked.dry_run {
        println!("Nothing was kept: this was a dry run.");
    } else {
        keep(config, &portal, system, asked, bytes).await?;
    }
    portal.db.close().await;
    Ok(())
}

async fn keep(config: &Config, portal: &Portal, system: &System, asked: &ImportInvoice, bytes: Vec<u8>) -> Done {
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let customer = asked.customer.as_deref().unwrap_or_default();
    let kept = bring_in_from_console(portal, system, &name, bytes, customer).await.map_err(|error| match error {
        KeepError::WhichCustomer(choices) => which(&choices),
        KeepError::Duplicate(there) => here_already(config, &there),
        other => other.to_string(),
    })?;
    println!("Kept: {}/c/{}/invoices/{}", config.public_url(), kept.customer, kept.invoice);
    Ok(())
}

fn which(choices: &[CustomerBrief]) -> String {
    if choices.is_empty() {
        return "say whose it is with --customer NUMBER; nobody is known by what the invoice or you say".to_owned();
    }
    let offered = choices.iter().map(|one| format!("  {}  {}", one.number, one.name)).collect::<Vec<_>>().join("\n");
    format!("say whose it is with --customer NUMBER; it may be\n{offered}")
}

fn here_already(config: &Config, there: &InvoiceThere) -> String {
    format!("it is here already: {}/c/{}/invoices/{}", config.public_url(), there.customer, there.id)
}
