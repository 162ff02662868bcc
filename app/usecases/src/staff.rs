//! The supplier's people, kept by their admins.

mod add;
mod change;
mod console;
mod end;
mod form;
mod hand_over;
mod reset;

pub use add::{add, add_from_console, invite_from_console};
pub use change::{ChangeStaffError, change};
pub use console::{enter_at_console, leave_console, make_password_from_console, set_password_from_console};
pub use end::{EndStaffError, Needed, end, find_needed};
pub(crate) use form::LANGUAGES;
pub use form::{AddStaffForm, ChangeStaffForm, HandOverAllForm, ResetForm};
pub use hand_over::hand_over_all;
pub use reset::reset_password;

use crate::{InternalError, Portal};
use coplan_domain::person::{StaffPerson, StaffRole};
pub use coplan_store::person::InCharge;
use coplan_store::{
    access::{Actor, Staff},
    person, staff,
};

pub use coplan_store::{absence::StandIn, responsibility::Matter, staff::StaffEntry};

/// The actor as an admin.
pub(crate) fn admin(actor: &Actor) -> Option<&Staff> {
    actor.staff().filter(|staff| staff.role() == StaffRole::Admin)
}

/// All the supplier's people with how they sign in, for admins; none for everybody else.
pub async fn list_for_admin(portal: &Portal, actor: &Actor) -> Result<Option<Vec<StaffEntry>>, InternalError> {
    let Some(admin) = admin(actor) else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    Ok(Some(staff::list(&mut conn, admin).await?))
}

/// Those of the supplier's people who can act there, by name, for their colleagues to choose from; none for members.
pub async fn list_in_charge(portal: &Portal, actor: &Actor, of: InCharge) -> Result<Option<Vec<StaffPerson>>, InternalError> {
    let Some(reader) = actor.staff() else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    Ok(Some(person::list_in_charge(&mut conn, reader, of).await?))
}
