//! `coplan demo`: a supplier with three customers to look around in.

use super::{Done, open, open_files, open_to_serve, secret_key, serve, upgrade};
use crate::config::Config;
use coplan_app::links;
use coplan_demo::{Demo, Keys};
use coplan_usecases::System;

/// Fills the database where it is empty, prints fresh ways in, and serves.
pub async fn run(config: &Config, system: System, fill_only: bool) -> Done {
    let mut config = config.clone();
    if config.supplier == Config::UNNAMED {
        "Northline".clone_into(&mut config.supplier);
    }
    config.verify()?;
    step(fill_only, "Opening the database");
    let db = if fill_only { open(&config).await? } else { open_to_serve(&config).await? };
    let files = open_files(&config)?;
    upgrade(&db, &files).await?;
    step(fill_only, "Adding the demo company Northline and its customers, where missing");
    let (portal, keys) =
        Demo::open(db, files, config.settings(true, secret_key::find(&config)?), system.clone()).await?.keys().await?;
    if fill_only {
        println!("{}", serde_json::to_string(&keys).map_err(|error| error.to_string())?);
        portal.db.close().await;
        return Ok(());
    }
    show(&config, &keys);
    serve::serve(&config, portal, system).await
}

fn step(quiet: bool, words: &str) {
    if !quiet {
        println!("{words} ...");
    }
}

fn show(config: &Config, keys: &Keys) {
    println!("\nStaff sign in at {}{}", config.public_url(), links::sign_in::password());
    println!("  email     {}\n  password  {}", keys.staff.email, keys.staff.password);
    println!("The same password lets the others in:");
    for (email, title) in &keys.colleagues {
        println!("  {email}, {title}");
    }
    println!();
    println!("Customers sign in with their personal links. A new browser needs a code; the demo shows its");
    println!("emails at {}{}\n", config.public_url(), links::site::demo_mails());
    for link in &keys.links {
        println!("  {}, {}\n    {}", link.person, link.customer, link.url);
    }
    println!();
}
