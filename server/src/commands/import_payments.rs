//! `coplan import payments FILE --as EMAIL`: what the page for importing payments does, at the console and in its words.

use super::{Done, open_portal};
use crate::config::{Config, ImportPayments};
use coplan_app::{links, words::Words};
use coplan_pages_import::bank::said;
use coplan_usecases::{
    Actor, Portal, System,
    bank::{self, Imported},
    import::IncomingFile,
    staff::{enter_at_console, leave_console},
};

/// Imports the file and says what became of it.
pub async fn run(config: &Config, system: &System, asked: &ImportPayments) -> Done {
    let bytes = std::fs::read(&asked.file).map_err(|error| format!("{}: {error}", asked.file.display()))?;
    let portal = open_portal(config).await?;
    let actor = enter_at_console(&portal, system, &asked.person).await.map_err(|fault| fault.to_string())?;
    let actor = actor.ok_or_else(|| format!("--as: none of the supplier's people has the address {}", asked.person))?;
    let done = import(config, &portal, &actor, asked, bytes).await;
    leave_console(&portal, system, &actor).await.map_err(|fault| fault.to_string())?;
    portal.db.close().await;
    done
}

async fn import(config: &Config, portal: &Portal, actor: &Actor, asked: &ImportPayments, bytes: Vec<u8>) -> Done {
    if !bank::may_import(actor) {
        return Err(format!("--as: {} may not record the payments of all customers", asked.person));
    }
    let words = Words::new(actor.entered().language(), actor.entered().time_zone());
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = IncomingFile { name, size: bytes.len(), bytes };
    let imported = bank::import(portal, actor, file).await.map_err(|error| error.to_string())?;
    match imported.map_err(|why| format!("{}: {}", asked.file.display(), said::unreadable(&words, &why)))? {
        Imported::Nothing { present, left_out } => println!("{}", said::nothing_new(&words, present, left_out)),
        Imported::Statement(id) => {
            let view = bank::statement(portal, actor, id).await.map_err(|error| error.to_string())?;
            println!("{}", said::outcome(&words, &view.brief));
            println!("{}{}", config.public_url(), links::bank::statement(id));
        }
    }
    Ok(())
}
