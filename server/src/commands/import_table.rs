//! `coplan import customers FILE --as EMAIL`, and the same for people, projects and tasks: what the page for importing
//! tables does, at the console and in its words.

use super::{Done, open_portal};
use crate::config::{Config, ImportTable};
use coplan_app::{links, words::Words};
use coplan_domain::table_import::TableKind;
use coplan_pages_import::import::table::said;
use coplan_usecases::{
    Actor, Portal, System,
    import::{
        IncomingFile,
        table::{self, RowFate, RowProblem, TableContent},
    },
    staff::{enter_at_console, leave_console},
};

/// Says what each row would bring, and imports them unless it is a dry run.
pub async fn run(config: &Config, system: &System, kind: TableKind, asked: &ImportTable) -> Done {
    let bytes = std::fs::read(&asked.file).map_err(|error| format!("{}: {error}", asked.file.display()))?;
    let portal = open_portal(config).await?;
    let actor = enter_at_console(&portal, system, &asked.person).await.map_err(|fault| fault.to_string())?;
    let actor = actor.ok_or_else(|| format!("--as: none of the supplier's people has the address {}", asked.person))?;
    let done = import(config, &portal, &actor, kind, (asked, bytes)).await;
    leave_console(&portal, system, &actor).await.map_err(|fault| fault.to_string())?;
    portal.db.close().await;
    done
}

async fn import(
    config: &Config,
    portal: &Portal,
    actor: &Actor,
    kind: TableKind,
    (asked, bytes): (&ImportTable, Vec<u8>),
) -> Done {
    let words = Words::new(actor.entered().language(), actor.entered().time_zone());
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = IncomingFile { name, size: bytes.len(), bytes };
    let inserted = table::insert(portal, actor, kind, file).await.map_err(|error| error.to_string())?;
    let id = inserted.map_err(|why| format!("{}: not taken in: {why:?}", asked.file.display()))?;
    let looked = look(portal, actor, &words, kind, id).await;
    if asked.dry_run || looked.is_err() {
        table::discard(portal, actor, id).await.map_err(|error| error.to_string())?;
        looked.map_err(|why| format!("{}: {why}", asked.file.display()))?;
        println!("Nothing was saved: this was a dry run.");
        return Ok(());
    }
    let mut left = usize::MAX;
    // A page is answered in between; here there is nobody to wait.
    loop {
        table::run(portal, actor, id, asked.confirmed).await.map_err(|error| error.to_string())?;
        let preview = table::preview(portal, actor, id).await.map_err(|error| error.to_string())?;
        let import = preview.imported.ok_or("nothing was imported")?;
        let is_done = preview.content.is_none() || import.refused >= left;
        if is_done {
            println!("{}", said::outcome(&words, &import));
            println!("{}{}", config.public_url(), links::table_import::show(id));
            return Ok(());
        }
        left = import.refused;
    }
}

/// Says of each row that is not simply imported what there is to say.
async fn look(
    portal: &Portal,
    actor: &Actor,
    words: &Words,
    kind: TableKind,
    id: coplan_domain::id::UploadId,
) -> Result<(), String> {
    let preview = table::preview(portal, actor, id).await.map_err(|error| error.to_string())?;
    let content = match preview.content {
        Some(Ok(content)) => content,
        Some(Err(why)) => return Err(said::unreadable(words, &why)),
        None => return Ok(()),
    };
    if !content.missing.is_empty() {
        return Err(said::missing(words, kind, &content.missing));
    }
    for row in &content.rows {
        match &row.fate {
            RowFate::New | RowFate::Here => {}
            RowFate::Doubtful(problems) | RowFate::Wrong(problems) => tell(words, kind, &content, row.number, problems),
        }
    }
    println!("{}", said::counts(words, &content));
    Ok(())
}

fn tell(words: &Words, kind: TableKind, content: &TableContent, row: usize, problems: &[RowProblem]) {
    for problem in problems {
        let (place, sentence) = said::row_problem(words, kind, &content.columns, problem);
        println!("{} {row}: {place}: {sentence}", coplan_app::say!(words, "table-row"));
    }
}
