//! Adding one of the supplier's people.

use super::{
    admin,
    form::{AddStaffForm, ReadStaff},
};
use crate::{
    InternalError, Portal,
    form::{FieldProblem, Parse, Problem, Problems},
    password::Password,
    secret::{self, Hidden},
};
use coplan_domain::{
    id::PersonId,
    person::{Language, Person, Side},
};
use coplan_store::{access::Actor, person};

/// A colleague that was just added.
#[derive(Debug)]
pub struct Added {
    /// Who.
    pub id: PersonId,
    /// Its first password, for showing once.
    pub password: Hidden,
}

/// Why a colleague is not added.
#[derive(Debug, thiserror::Error)]
pub enum AddStaffError {
    /// Only for admins.
    #[error("not found")]
    NotFound,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// The supplier's people live where the supplier is until they say otherwise.
const FIRST_TIME_ZONE: &str = "Europe/Helsinki";
/// 100 bits: nobody guesses it before it is changed.
const FIRST_PASSWORD_GROUPS: usize = 5;

fn parse(form: &AddStaffForm) -> Result<(ReadStaff, Language), Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let read = form.read(&mut problems);
    let language = problems.read("language", &form.language);
    problems.finish(read.zip(language))
}

/// A first password for [`add_from_console`], for showing once.
#[must_use]
pub fn first_password(portal: &Portal) -> Hidden {
    Hidden::new(secret::readable(&*portal.rng, FIRST_PASSWORD_GROUPS))
}

/// An admin adds a colleague, whose first password is shown to the admin once.
///
/// # Errors
/// [`AddStaffError`].
pub async fn add_staff(portal: &Portal, actor: &Actor, form: &AddStaffForm) -> Result<Added, AddStaffError> {
    admin(actor).ok_or(AddStaffError::NotFound)?;
    let new = parse(form).map_err(AddStaffError::Invalid)?;
    let password = first_password(portal);
    let id = insert(portal, new, password.expose()).await?;
    Ok(Added { id, password })
}

/// Adds one of the supplier's people from the console of the machine, where whoever is there may do everything. Never
/// to be reached from the network.
///
/// # Errors
/// [`AddStaffError::Invalid`] and [`AddStaffError::InternalError`].
pub async fn add_from_console(portal: &Portal, form: &AddStaffForm, password: &str) -> Result<PersonId, AddStaffError> {
    let new = parse(form).map_err(AddStaffError::Invalid)?;
    insert(portal, new, password).await
}

async fn insert(portal: &Portal, (new, language): (ReadStaff, Language), password: &str) -> Result<PersonId, AddStaffError> {
    let invalid = |field, problem| AddStaffError::Invalid(vec![FieldProblem { field, problem }]);
    let password =
        Password::parse(password, new.email.as_str(), new.name.as_str()).map_err(|problem| invalid("password", problem))?;
    let hash = password.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    let person = Person {
        id: change.id(),
        side: Side::Supplier,
        name: new.name.as_str().to_owned(),
        email: new.email.as_str().to_owned(),
        phone: new.phone.map(String::from),
        language,
        time_zone: FIRST_TIME_ZONE.to_owned(),
    };
    person::insert(&mut change, &person).await.map_err(|error| {
        if error.is_taken() { invalid("email", Problem::Taken) } else { AddStaffError::Internal(error.into()) }
    })?;
    person::insert_staff(&mut change, person.id, new.role, new.title.as_str(), &new.speaks.0, &hash)
        .await
        .map_err(InternalError::from)?;
    portal.commit(change).await?;
    Ok(person.id)
}
