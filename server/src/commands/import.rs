//! `coplan import invoice FILE`: what the page for importing does, at the console and in its words.

mod invoices;
mod watch;

pub use invoices::invoices;

use super::{Done, open_portal};
use crate::config::{Config, ImportInvoice};
use coplan_app::{links, words::Words};
use coplan_domain::person::Language;
use coplan_pages_import::import::facts;
use coplan_usecases::{
    Portal, System, day_in,
    import::{
        Belongs, Content, CustomerBrief, ImportError, Imported, InvoicePlace, InvoicePreview, InvoiceThere, import_from_console,
        preview_from_console,
    },
};
use jiff::civil::Date;

/// Where days are counted at the console, which is nobody's.
const ZONE: &str = "UTC";

/// Says what the file is, and keeps it unless it is a dry run.
pub async fn invoice(config: &Config, system: &System, asked: &ImportInvoice) -> Done {
    let bytes = std::fs::read(&asked.file).map_err(|error| format!("{}: {error}", asked.file.display()))?;
    let portal = open_portal(config).await?;
    let today = day_in(portal.clock.now(), ZONE);
    let documents = preview_from_console(&portal, system, bytes.clone()).await.map_err(|fault| fault.to_string())?;
    for Content::Invoice(preview) in documents {
        tell(config, asked, &preview, today)?;
    }
    if asked.dry_run {
        println!("Nothing was saved: this was a dry run.");
    } else {
        import(config, &portal, system, asked, bytes).await?;
    }
    portal.db.close().await;
    Ok(())
}

/// Says what was read; an error where it cannot be imported.
fn tell(config: &Config, asked: &ImportInvoice, preview: &InvoicePreview, today: Date) -> Done {
    let words = Words::new(Language::En, ZONE);
    match preview {
        InvoicePreview::Unreadable(why) => Err(format!("{}: {}", asked.file.display(), facts::unreadable(&words, why))),
        InvoicePreview::Duplicate { read, there } => {
            let since = facts::here(&words, &read.invoice.seller.name, &read.invoice.number, there, today);
            Err(format!("{} {since}", here_already(config, there)))
        }
        InvoicePreview::Ready(read) => {
            for line in facts::lines(&words, read, today) {
                println!("{line}");
            }
            if let (Belongs::Perhaps { customer, .. }, None) = (&read.belongs, &asked.customer) {
                println!("  If this is the right customer, add --customer {}.", customer.number);
            }
            Ok(())
        }
    }
}

async fn import(config: &Config, portal: &Portal, system: &System, asked: &ImportInvoice, bytes: Vec<u8>) -> Done {
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let customer = asked.customer.as_deref().unwrap_or_default();
    let report = import_from_console(portal, system, &name, bytes, customer).await.map_err(|error| said(config, error))?;
    for document in report.documents {
        let Imported::Invoice { id, customer } = document.map_err(|error| said(config, error))?;
        println!("Saved: {}{}", config.public_url(), links::invoice::show(customer, id));
    }
    Ok(())
}

fn said(config: &Config, error: ImportError) -> String {
    match error {
        ImportError::WhichCustomer(choices) => which(&choices),
        ImportError::Duplicate(there) => here_already(config, &there),
        other => other.to_string(),
    }
}

fn which(choices: &[CustomerBrief]) -> String {
    if choices.is_empty() {
        return "no customer matches; name the customer with --customer NUMBER".to_owned();
    }
    let offered = choices.iter().map(|one| format!("  {}  {}", one.number, one.name)).collect::<Vec<_>>().join("\n");
    format!("several customers match; choose one with --customer NUMBER:\n{offered}")
}

/// Where an invoice is that is here already.
fn address(config: &Config, there: &InvoiceThere) -> String {
    let address = |place: &InvoicePlace| format!(": {}{}", config.public_url(), links::invoice::show(place.customer, there.id));
    there.place.as_ref().map(address).unwrap_or_default()
}

fn here_already(config: &Config, there: &InvoiceThere) -> String {
    format!("already imported{}", address(config, there))
}
