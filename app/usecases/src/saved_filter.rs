//! Selections of the portfolio that one of the supplier's people keeps by name.

use crate::{
    Error, Portal,
    form::{Parse, form, line},
    idempotency,
    merge::filled,
};
use coplan_domain::{id::SavedFilterId, text::Line};
use coplan_store::{
    access::{Actor, OwnAccount},
    saved_filter,
};

pub use coplan_store::saved_filter::SavedFilter;

form! {
    /// What a selection is called.
    ReadSaveFilter {
        /// Its name.
        name: Line = line("saved-filter-name").hint("saved-filter-name-hint"),
    }

    /// A name as it was typed.
    new SaveFilterForm { id: SavedFilterId }
}

/// What the actor keeps, by name.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<Vec<SavedFilter>, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    Ok(saved_filter::list(&mut *portal.db.read().await?, staff).await?)
}

/// Keeps what is asked of the portfolio, as an address asks it; kept before with the same form, it is there already.
pub async fn save(portal: &Portal, actor: &Actor, asked: &str, form: &SaveFilterForm) -> Result<(), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let name = form.parse()?.name;
    let mut change = portal.change_touched().await?;
    let write = OwnAccount::prove(&mut change, actor).await?;
    for id in idempotency::ids::<SavedFilterId>(form.id.0, &filled(form)) {
        let filter = SavedFilter { id, name: name.as_str().to_owned(), asked: asked.to_owned() };
        if saved_filter::insert(&mut change, &write, &filter).await? {
            portal.commit(change).await?;
            return Ok(());
        }
        if saved_filter::list(&mut change, staff).await?.contains(&filter) {
            return Ok(());
        }
    }
    Ok(())
}

/// Keeps one of the actor's own no longer.
pub async fn remove(portal: &Portal, actor: &Actor, id: SavedFilterId) -> Result<(), Error> {
    actor.staff().ok_or(Error::NotFound)?;
    let mut change = portal.change_touched().await?;
    let write = OwnAccount::prove(&mut change, actor).await?;
    saved_filter::remove(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}
