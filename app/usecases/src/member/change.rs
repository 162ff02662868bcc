//! Changing who a member is, what it is called at work and what it may see.

use super::{parse_scopes, record_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem, Problems},
    merge::{self, Edit},
    security_notice,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{DeviceEnd, Email, Language, Membership, Person, Scope},
    text::Line,
};
use coplan_store::{
    access::{Actor, MemberAdmin},
    device, membership, personal_link, undelivered,
};

/// What is typed of a member.
#[derive(Debug, Clone, Default)]
pub struct ChangeMemberForm {
    /// First and last name.
    pub name: String,
    /// Where links and codes are mailed.
    pub email: String,
    /// What it is called at work.
    pub title: String,
    /// The language of its pages and mails, which it may change itself.
    pub language: String,
    /// What it may see.
    pub scopes: Vec<String>,
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    pub was: String,
}

merge::edit!(ChangeMemberForm: name, email, title, language, scopes);

impl ChangeMemberForm {
    /// A member as its form is drawn.
    #[must_use]
    pub fn of(membership: &Membership) -> Self {
        Self {
            name: membership.person.name.clone(),
            email: membership.person.email.clone(),
            title: membership.title.clone(),
            language: membership.person.language.to_string(),
            scopes: membership.scopes.iter().filter(|it| Scope::OFFERED.contains(it)).map(ToString::to_string).collect(),
            version: membership.version,
            was: String::new(),
        }
        .seen()
    }

    fn read(&self) -> Result<Read, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let (name, email) = (problems.line("name", &self.name), problems.email("email", &self.email));
        let language = problems.choice("language", &self.language);
        let title = problems.line("title", &self.title);
        let scopes = problems.note("scopes", parse_scopes(&self.scopes));
        let read = name.zip(email).zip(language).zip(title.zip(scopes));
        let read = read.map(|(((name, email), language), (title, scopes))| Read { name, email, language, title, scopes });
        problems.finish(read)
    }
}

/// What was typed of a member, as it can be kept.
struct Read {
    name: Line,
    email: Email,
    language: Language,
    title: Line,
    scopes: Vec<Scope>,
}

/// Changes a member's title and scopes in one customer, and its name, address and language everywhere. It holds at the
/// member's next request, together with what others have changed since.
///
/// With another address the links and devices end: whoever reads the earlier mailbox may be somebody else.
pub async fn change_member(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MembershipId,
    form: &ChangeMemberForm,
) -> Result<(), Error<Membership>> {
    let mut change = portal.change().await?;
    let (write, present) = MemberAdmin::prove(&mut change, actor, customer, id).await?;
    form.read()?;
    let merged = merge::merged(form, &ChangeMemberForm::of(&present)).and_then(|form| form.read().ok());
    let Read { name, email, language, title, scopes } = merged.ok_or_else(|| Error::stale(present.clone()))?;
    // What the form does not offer it does not take away either.
    let unseen = present.scopes.iter().copied().filter(|scope| !Scope::OFFERED.contains(scope));
    let scopes: Vec<Scope> = scopes.into_iter().chain(unseen).collect();
    if !membership::update(&mut change, &write, title.as_str(), &scopes, present.version).await? {
        return Err(Error::stale(present));
    }
    let before = &present.person;
    let person = Person { name: name.as_str().to_owned(), email: email.as_str().to_owned(), language, ..before.clone() };
    if person != *before {
        membership::update_person(&mut change, &write, &person).await.map_err(|error| {
            let taken = FieldProblem { field: "email", problem: Problem::Taken };
            if error.is_taken() { Error::Invalid(vec![taken]) } else { error.into() }
        })?;
    }
    if person.email != before.email {
        let entry = write.entry();
        personal_link::revoke_all(&mut change, &entry).await?;
        device::remove_all(&mut change, &entry, None, DeviceEnd::Ended).await?;
        undelivered::settle(&mut change, &entry).await?;
        security_notice::tell_of_new_address(&mut change, before).await?;
    }
    record_of(&mut change, &write.admin(), &person, EventKind::MemberChanged).await?;
    portal.commit(change).await?;
    Ok(())
}
