//! The kinds of requests, as those who keep plans set them: what each is called, to whom it goes, what is promised.

mod form;

pub use form::{AddRequestKindForm, ChangeRequestKindForm, HOURS_LIMIT};

use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
};
use coplan_domain::{id::RequestKindId, person::StaffPerson, service_request::RequestKind};
use coplan_store::{
    Conn,
    access::{Actor, TemplateWrite},
    person::{self, InCharge},
    request_kind::{self as store, NewKind},
};
use form::ReadRequestKind;

/// The kinds, and the colleagues to whom they can go.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<(Vec<RequestKind>, Vec<StaffPerson>), Error> {
    let staff = actor.staff().filter(|staff| staff.keeps_plans()).ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    Ok((store::list(&mut conn, staff).await?, person::list_in_charge(&mut conn, staff, InCharge::Anything).await?))
}

/// Adds a kind; added before with the same form, it is there already.
pub async fn add(portal: &Portal, actor: &Actor, form: &AddRequestKindForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    let kind = verified(&mut change, read?, false).await?;
    store::insert(&mut change, &write, form.id, &kind).await?;
    Ok(portal.commit(change).await?)
}

/// Changes a kind; what was promised before stays promised.
///
/// # Errors
/// [`Error`]; `Stale` where a colleague was first.
pub async fn change(portal: &Portal, actor: &Actor, id: RequestKindId, form: &ChangeRequestKindForm) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    let known = store::list(&mut change, write.staff()).await?.into_iter().find(|kind| kind.id == id).ok_or(Error::NotFound)?;
    let kind = verified(&mut change, read?, known.called.standard.is_some()).await?;
    let staff = known.staff.as_ref().map(|(staff, _)| *staff);
    if (&known.called.name, staff, known.reply_hours) == (&kind.name, kind.staff, kind.reply_hours) {
        return Ok(());
    }
    if !store::update(&mut change, &write, id, form.version, &kind).await? {
        return Err(Error::stale(()));
    }
    Ok(portal.commit(change).await?)
}

/// Offers a kind no more.
pub async fn remove(portal: &Portal, actor: &Actor, id: RequestKindId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    store::remove(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// A kind that can be kept: with a name, unless its standard name holds, and with a colleague who is here.
async fn verified<T>(conn: &mut Conn, read: ReadRequestKind, has_standard: bool) -> Result<NewKind, Error<T>> {
    let invalid = |field, problem| Error::Invalid(vec![FieldProblem { field, problem }]);
    let name = read.name.map(String::from).unwrap_or_default();
    if name.is_empty() && !has_standard {
        return Err(invalid("name", Problem::Empty));
    }
    if let Some(to) = read.staff
        && person::find_in_charge(conn, to, InCharge::Anything).await?.is_none()
    {
        return Err(invalid("staff", Problem::NotOneOf));
    }
    Ok(NewKind { name, staff: read.staff, reply_hours: read.hours.0 })
}
