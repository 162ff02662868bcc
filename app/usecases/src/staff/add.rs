//! Adding one of the supplier's people.

use super::admin;
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem, Problems},
    password::Password,
    secret::{self, Hidden},
};
use coplan_domain::{
    id::PersonId,
    person::{Email, Language, Person, Side, StaffRole},
    text::Line,
};
use coplan_store::{
    Change,
    access::{Actor, AddsStaff, Admin, System},
    person,
};

/// What is typed of a new colleague.
#[derive(Debug, Clone, Default)]
pub struct AddStaffForm {
    /// First and last name.
    pub name: String,
    /// Where mail reaches it; it signs in with this.
    pub email: String,
    /// Where a call reaches it; empty for nowhere.
    pub phone: String,
    /// What it may do.
    pub role: String,
    /// What it is called at work.
    pub title: String,
    /// The language it reads.
    pub language: String,
    /// The languages it speaks.
    pub speaks: Vec<String>,
}

/// A colleague that was just added.
#[derive(Debug)]
pub struct Added {
    /// Who.
    pub id: PersonId,
    /// Its first password, for showing once.
    pub password: Hidden,
}

struct NewStaff {
    name: Line,
    email: Email,
    phone: Option<Line>,
    role: StaffRole,
    title: Line,
    language: Language,
    speaks: Vec<Language>,
}

/// The supplier's people live where the supplier is until they say otherwise.
const FIRST_TIME_ZONE: &str = "Europe/Helsinki";
/// 100 bits: nobody guesses it before it is changed.
const FIRST_PASSWORD_GROUPS: usize = 5;

fn parse(form: &AddStaffForm) -> Result<NewStaff, Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let name = problems.line("name", &form.name);
    let email = problems.email("email", &form.email);
    let phone = problems.optional_line("phone", &form.phone);
    let role = problems.choice("role", &form.role);
    let title = problems.line("title", &form.title);
    let language = problems.choice("language", &form.language);
    let speaks = problems.note("speaks", parse_languages(&form.speaks));
    problems.finish(match (name, email, role, title, language, speaks) {
        (Some(name), Some(email), Some(role), Some(title), Some(language), Some(speaks)) => {
            Some(NewStaff { name, email, phone, role, title, language, speaks })
        }
        _ => None,
    })
}

pub(super) fn parse_languages(typed: &[String]) -> Result<Vec<Language>, Problem> {
    let languages = typed.iter().map(|word| word.parse()).collect::<Result<Vec<Language>, _>>();
    let mut languages = languages.map_err(|_| Problem::NotOneOf)?;
    languages.sort_unstable();
    languages.dedup();
    Ok(languages)
}

/// A first password for [`add_from_console`], for showing once.
#[must_use]
pub fn first_password(portal: &Portal) -> Hidden {
    Hidden::new(secret::readable(&*portal.rng, FIRST_PASSWORD_GROUPS))
}

/// An admin adds a colleague, whose first password is shown to the admin once.
pub async fn add_staff(portal: &Portal, actor: &Actor, form: &AddStaffForm) -> Result<Added, Error> {
    // Before the work of hashing; it is proved again with what is kept.
    admin(actor).ok_or(Error::NotFound)?;
    let new = parse(form)?;
    let password = first_password(portal);
    let hash = hash(portal, &new, password.expose()).await?;
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, []).await?;
    let id = insert(&mut change, &admin, new, &hash).await?;
    portal.commit(change).await?;
    Ok(Added { id, password })
}

/// Adds one of the supplier's people from the console of the machine, where whoever is there may do everything. Never
/// to be reached from the network.
///
/// # Errors
/// [`Error::Invalid`].
pub async fn add_from_console(portal: &Portal, system: &System, form: &AddStaffForm, password: &str) -> Result<PersonId, Error> {
    let new = parse(form)?;
    let hash = hash(portal, &new, password).await?;
    let mut change = portal.change().await?;
    let id = insert(&mut change, system, new, &hash).await?;
    portal.commit(change).await?;
    Ok(id)
}

async fn hash(portal: &Portal, new: &NewStaff, password: &str) -> Result<String, Error> {
    let password = Password::parse(password, new.email.as_str(), new.name.as_str());
    let password = password.map_err(|problem| vec![FieldProblem { field: "password", problem }])?;
    Ok(password.hash(&*portal.rng).await?)
}

async fn insert(change: &mut Change, write: &impl AddsStaff, new: NewStaff, hash: &str) -> Result<PersonId, Error> {
    let person = Person {
        id: change.id(),
        side: Side::Supplier,
        name: new.name.as_str().to_owned(),
        email: new.email.as_str().to_owned(),
        phone: new.phone.map(|phone| phone.as_str().to_owned()),
        language: new.language,
        time_zone: FIRST_TIME_ZONE.to_owned(),
    };
    person::insert(change, write, &person).await.map_err(|error| {
        let taken = FieldProblem { field: "email", problem: Problem::Taken };
        if error.is_taken() { Error::Invalid(vec![taken]) } else { error.into() }
    })?;
    person::insert_staff(change, write, person.id, new.role, new.title.as_str(), &new.speaks, hash).await?;
    Ok(person.id)
}
