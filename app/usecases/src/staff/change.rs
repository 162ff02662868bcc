//! Changing what a colleague may do and how it is reached.

use super::{add::parse_languages, admin};
use crate::{
    Error, Portal,
    error::says_more,
    form::{FieldProblem, Problem, Problems},
    merge::{self, Edit},
    security_notice,
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, StaffRole},
};
use coplan_store::{
    access::{Actor, Admin},
    device, pending_sign_in,
    staff::{self, StaffChange, StaffEntry},
    undelivered,
};

/// What is typed of a colleague.
#[derive(Debug, Clone, Default)]
pub struct ChangeStaffForm {
    /// First and last name.
    pub name: String,
    /// What it signs in with.
    pub email: String,
    /// What it may do.
    pub role: String,
    /// What it is called at work.
    pub title: String,
    /// The languages it speaks.
    pub speaks: Vec<String>,
    /// Where a call reaches it; empty for nowhere.
    pub phone: String,
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    pub was: String,
}

merge::edit!(ChangeStaffForm: name, email, title, role, speaks, phone);

impl ChangeStaffForm {
    /// A colleague as its form is drawn.
    #[must_use]
    pub fn of(entry: &StaffEntry) -> Self {
        let staff = &entry.staff;
        Self {
            name: staff.person.name.clone(),
            email: staff.person.email.clone(),
            role: staff.role.to_string(),
            title: staff.title.clone(),
            speaks: staff.speaks.iter().map(ToString::to_string).collect(),
            phone: staff.person.phone.clone().unwrap_or_default(),
            version: entry.version,
            was: String::new(),
        }
        .seen()
    }
}

/// Why a colleague is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeStaffError {
    /// Nobody could keep the staff any more.
    #[error("the last admin")]
    LastAdmin,
    /// What can happen to every deed; `NotFound` for whoever is no admin.
    #[error(transparent)]
    Other(#[from] Error<StaffEntry>),
}

says_more!(ChangeStaffError);

/// An admin changes a colleague, or itself, together with what others have changed since.
///
/// With another address the devices end, but the one on which an admin changes its own: whoever had the earlier one may
/// be somebody else.
///
/// # Errors
/// [`ChangeStaffError`].
pub async fn change_staff(portal: &Portal, actor: &Actor, id: PersonId, form: &ChangeStaffForm) -> Result<(), ChangeStaffError> {
    // Whoever is no admin learns nothing of what is wrong with the form.
    admin(actor).ok_or(Error::NotFound)?;
    parse(form).map_err(Error::Invalid)?;
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, [id]).await?;
    let now = staff::find(&mut change, admin.staff(), id).await?.ok_or(Error::NotFound)?;
    let entry = admin.entry_of(id).ok_or(Error::NotFound)?;
    let merged = merge::merged(form, &ChangeStaffForm::of(&now)).and_then(|form| parse(&form).ok());
    let to = merged.ok_or_else(|| Error::stale(now.clone()))?;
    if to.role != StaffRole::Admin && admin.is_last(id) {
        return Err(ChangeStaffError::LastAdmin);
    }
    let updated = staff::update(&mut change, &admin, id, &to, now.version).await.map_err(|error| {
        let taken = FieldProblem { field: "email", problem: Problem::Taken };
        if error.is_taken() { Error::Invalid(vec![taken]) } else { error.into() }
    })?;
    if !updated {
        return Err(Error::stale(now).into());
    }
    let before = &now.staff.person;
    if to.email != before.email {
        let own = (id == admin.person()).then(|| admin.device());
        device::remove_all(&mut change, &entry, own, DeviceEnd::Ended).await?;
        pending_sign_in::remove(&mut change, &entry).await?;
        undelivered::settle(&mut change, &entry).await?;
        security_notice::tell_of_new_address(&mut change, before).await?;
    }
    portal.commit(change).await?;
    Ok(())
}

fn parse(form: &ChangeStaffForm) -> Result<StaffChange, Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let (name, email) = (problems.line("name", &form.name), problems.email("email", &form.email));
    let role = problems.choice("role", &form.role);
    let title = problems.line("title", &form.title);
    let speaks = problems.note("speaks", parse_languages(&form.speaks));
    let phone = problems.optional_line("phone", &form.phone);
    let ((name, email), (role, (title, speaks))) = problems.finish(name.zip(email).zip(role.zip(title.zip(speaks))))?;
    let [name, title] = [name, title].map(|line| line.as_str().to_owned());
    let phone = phone.map(|phone| phone.as_str().to_owned());
    Ok(StaffChange { name, email: email.as_str().to_owned(), role, title, speaks, phone })
}
