//! `coplan import invoice FILE`: what the page for bringing invoices in does, at the console.

use super::{Done, open_portal};
use crate::config::{Config, ImportInvoice};
use coplan_domain::invoice::check::{Finding, Place, Verdict};
use coplan_usecases::{
    Portal,
    invoice::{
        Belongs, CustomerBrief, FileRead, InvoiceThere, KeepError, ReadInvoice, bring_in_from_console, look_at_from_console,
    },
};

/// Says what the file is, and keeps it unless it is a dry run.
pub async fn invoice(config: &Config, asked: &ImportInvoice) -> Done {
    let bytes = std::fs::read(&asked.file).map_err(|error| format!("{}: {error}", asked.file.display()))?;
    let portal = open_portal(config).await?;
    match look_at_from_console(&portal, bytes.clone()).await.map_err(|fault| fault.to_string())? {
        FileRead::Unreadable(why) => return Err(format!("{}: {why}", asked.file.display())),
        FileRead::Duplicate { there, .. } => return Err(here_already(config, &there)),
        FileRead::Ready(read) => tell(&read),
    }
    if asked.dry_run {
        println!("Nothing was kept: this was a dry run.");
    } else {
        keep(config, &portal, asked, bytes).await?;
    }
    portal.db.close().await;
    Ok(())
}

async fn keep(config: &Config, portal: &Portal, asked: &ImportInvoice, bytes: Vec<u8>) -> Done {
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let customer = asked.customer.as_deref().unwrap_or_default();
    let kept = bring_in_from_console(portal, &name, bytes, customer).await.map_err(|error| match error {
        KeepError::WhichCustomer(choices) => which(&choices),
        KeepError::Duplicate(there) => here_already(config, &there),
        other => other.to_string(),
    })?;
    println!("Kept: {}/c/{}/invoices/{}", config.public_url(), kept.customer, kept.invoice);
    Ok(())
}

fn tell(read: &ReadInvoice) {
    let invoice = &read.invoice;
    println!("{} from {}, issued {}: {}", invoice.number, invoice.seller.name, invoice.issued_on, invoice.totals.payable);
    println!("  lines: {}, rows of VAT: {}", invoice.lines.len(), invoice.vat_breakdown.len());
    match &read.belongs {
        Belongs::To { customer, by } => println!("  for {} ({}), found by {by}", customer.name, customer.number),
        Belongs::Perhaps { customer, by } => println!(
            "  perhaps for {} ({}), known by {by}: say so with --customer {}",
            customer.name, customer.number, customer.number
        ),
        Belongs::Several(_) => println!("  for {}: several customers have its identifier", invoice.buyer.name),
        Belongs::Unknown => println!("  for {}: no customer has its identifiers", invoice.buyer.name),
    }
    if read.overall == Verdict::Agrees {
        println!("  every sum agrees to the cent ({} rules)", read.findings.len());
    }
    for finding in read.findings.iter().filter(|finding| finding.verdict != Verdict::Agrees) {
        println!("  {}", differing(finding));
    }
}

fn differing(finding: &Finding) -> String {
    let (code, stated) = (finding.code(), finding.stated);
    let place = match &finding.place {
        Place::Line { id, .. } | Place::Adjustment { line: Some((_, id)), .. } => format!(" on line {id}"),
        Place::VatGroup(vat) => format!(" for VAT {}", vat.category),
        Place::Document | Place::Adjustment { line: None, .. } => String::new(),
    };
    match finding.computed {
        Some(computed) => format!("{code}{place}: the invoice says {stated}, it comes to {computed}"),
        None => format!("{code}{place}: the invoice says {stated}, which cannot be reckoned again"),
    }
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
