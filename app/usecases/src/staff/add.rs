//! Adding one of the supplier's people.

use super::{
    admin,
    change::known_reach,
    form::{AddStaffForm, ReadStaff, words},
};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem, Problems},
    job::{self, Job},
    password::Password,
    password_link::{INVITATION_LASTS, PasswordLink, PasswordReason},
    secret::{self, Hidden},
    security_log::{self, CONSOLE, SecurityKind},
    sign_in::{OwnProof, prove_again},
};
use coplan_domain::{
    id::PersonId,
    person::{Language, Person, Side},
};
use coplan_store::{
    Change,
    access::{Actor, AddsStaff, Admin, System},
    credentials, person, staff,
};
use jiff::{SignedDuration, Timestamp};
use std::convert::Infallible;

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

/// A password that is made for somebody, for showing once.
pub(super) fn first_password(portal: &Portal) -> Hidden {
    Hidden::new(secret::readable(&*portal.rng, FIRST_PASSWORD_GROUPS))
}

/// An admin, who proves again who it is, adds a colleague, who is mailed a one-time link to choose a password by.
pub async fn add(portal: &Portal, actor: &Actor, form: &AddStaffForm, proof: &OwnProof) -> Result<PersonId, Error> {
    // Before the work of hashing; it is proved again with what is kept.
    let reader = admin(actor).ok_or(Error::NotFound)?;
    let (new, language) = parse(form)?;
    known_reach::<Infallible>(&mut *portal.db.read().await?, reader, &words(new.reach.as_ref())).await?;
    let proved = prove_again(portal, actor, proof).await?;
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, []).await?;
    proved.holds(&mut change, actor).await?;
    let id = insert(&mut change, &admin, new, language, "").await?;
    security_log::by(&mut change, actor, SecurityKind::StaffAdded, Some(id)).await?;
    let asked = PasswordLink { link: change.id(), person: Some(id), reason: PasswordReason::Invitation };
    job::enqueue(&mut change, &Job::PasswordMail { asked }, Some(id), SignedDuration::ZERO).await?;
    portal.commit(change).await?;
    Ok(id)
}

/// Adds one of the supplier's people from the console of the machine, where whoever is there may do everything. Never
/// to be reached from the network. The password is one that the person has chosen.
///
/// # Errors
/// [`Error::Invalid`].
pub async fn add_from_console(portal: &Portal, system: &System, form: &AddStaffForm, password: &str) -> Result<PersonId, Error> {
    add_at_console(portal, system, form, password, None).await
}

/// The same with a first password, for showing once: it is good once, for three days, for choosing another.
///
/// # Errors
/// [`Error::Invalid`].
pub async fn invite_from_console(portal: &Portal, system: &System, form: &AddStaffForm) -> Result<Hidden, Error> {
    let password = first_password(portal);
    let until = portal.clock.now() + INVITATION_LASTS;
    add_at_console(portal, system, form, password.expose(), Some(until)).await?;
    Ok(password)
}

async fn add_at_console(
    portal: &Portal,
    system: &System,
    form: &AddStaffForm,
    password: &str,
    until: Option<Timestamp>,
) -> Result<PersonId, Error> {
    let (new, language) = parse(form)?;
    let password = accept(portal, password, until, (new.email.as_str(), new.name.as_str()))?;
    let hash = password.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    let id = insert(&mut change, system, new, language, &hash).await?;
    let entry = system.entry_of(&change, id);
    credentials::update_password(&mut change, &entry, &hash, until).await?;
    security_log::from(&mut change, CONSOLE, SecurityKind::StaffAdded, id).await?;
    portal.commit(change).await?;
    Ok(id)
}

/// A password at the console, for who has this address and name: one that is good until a moment was made here, another
/// was chosen.
pub(super) fn accept(
    portal: &Portal,
    password: &str,
    until: Option<Timestamp>,
    (email, name): (&str, &str),
) -> Result<Password, Vec<FieldProblem>> {
    let accepted = match until {
        Some(_) => Ok(Password::made(password)),
        None => Password::parse(password, email, name, &portal.settings.supplier),
    };
    accepted.map_err(|problem| vec![FieldProblem { field: "password", problem }])
}

async fn insert(
    change: &mut Change,
    write: &impl AddsStaff,
    new: ReadStaff,
    language: Language,
    hash: &str,
) -> Result<PersonId, Error> {
    let person = Person {
        id: change.id(),
        side: Side::Supplier,
        name: new.name.as_str().to_owned(),
        email: new.email.as_str().to_owned(),
        phone: new.phone.map(String::from),
        language,
        time_zone: FIRST_TIME_ZONE.to_owned(),
    };
    person::insert(change, write, &person).await.map_err(|error| {
        let taken = FieldProblem { field: "email", problem: Problem::Taken };
        if error.is_taken() { Error::Invalid(vec![taken]) } else { error.into() }
    })?;
    person::insert_staff(change, write, person.id, new.role, new.title.as_str(), &new.speaks.0, hash).await?;
    staff::update_rights(change, write, person.id, new.sums, &words(new.reach.as_ref())).await?;
    Ok(person.id)
}
