//! `coplan link create`: a personal link, for when nobody can make one on a page.

use super::{Done, open_portal};
use crate::config::Config;
use coplan_usecases::{Error, System, personal_link::create_from_console};

/// Makes a link and prints it, once.
pub async fn create(config: &Config, system: &System, email: &str) -> Done {
    let portal = open_portal(config).await?;
    let created = create_from_console(&portal, system, email).await;
    portal.db.close().await;
    let created = created.map_err(|error| match error {
        Error::NotFound => {
            format!("no customer's person has the email {email}; add people on the customer's page")
        }
        error => error.to_string(),
    })?;
    println!("{}", created.address.expose());
    eprintln!("Shown only now; valid until {}.", created.expires_at.strftime("%-d %B %Y"));
    Ok(())
}
