//! Giving a thread another subject: other words by either side, another object by the supplier's people.

use super::{ChangeThreadForm, SubjectView, audience, form::ReadChange, reader, record_of, writes};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{FieldProblem, Parse, Problem},
};
use coplan_domain::{
    event::{Audience, EventKind},
    id::{CustomerId, ThreadId},
    person::Scope,
    thread::{About, Subject},
};
use coplan_store::{
    access::{Actor, ThreadWrite},
    message, thread,
};
use std::sync::Arc;

/// What a thread is about, and what it could be about.
#[derive(Debug, Clone)]
pub struct ChangeThreadView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The question in one line.
    pub title: String,
    /// What it is about.
    pub about: About,
    /// What it can be moved to, each with its name and what it is a part of; none where it stays where it is.
    pub subjects: Vec<SubjectView>,
}

/// Looks up what a thread is about, for who may change that.
///
/// # Errors
/// [`Error`], as changing it would be.
pub async fn begin_change(portal: &Portal, actor: &Actor, customer: CustomerId, id: ThreadId) -> Result<ChangeThreadView, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let thread = reader.find(&mut conn, id).await?;
    if !writes(portal, &mut conn, actor, &reader, thread.subject.project).await? {
        return Err(Error::NotResponsible);
    }
    let mut subjects = Vec::new();
    // What is questioned on an invoice stays there.
    if actor.staff().is_some() && thread.question.is_none() {
        for (about, name, part_of) in thread::list_subjects(&mut conn, reader.scope, reader.access.money).await? {
            subjects.push(SubjectView { kind: about.kind, id: about.id, name, part_of, project: None, invoice: None });
        }
        // A line of an invoice, and what is old, are among these only where it is about them already.
        if !subjects.iter().any(|it| it.id == thread.subject.about.id) {
            subjects.insert(0, (&thread.subject).into());
        }
    }
    Ok(ChangeThreadView {
        layout: customer_layout::find(portal, &mut conn, actor, &reader.access).await?,
        title: thread.title,
        about: thread.subject.about,
        subjects,
    })
}

/// Whether people of the customer's who may not know of a thread now may then.
fn opens(now: Audience, then: Audience) -> bool {
    match (now, then) {
        (Audience::Internal, _) => then != Audience::Internal,
        (Audience::MoneyDiscussion, _) => then == Audience::Scope(Scope::Discussion),
        (Audience::Scope(_), _) => false,
    }
}

/// Gives a thread another title, and another object where one is chosen: who may know of that knows of the thread from then
/// on. Given twice, it has them once.
///
/// # Errors
/// [`Error`]; `Invalid` where more people would read what was said, and nobody has confirmed that; `Stale` where somebody else gave it another title since the form was drawn; `NotFound` where a member chooses
/// another object, for an object that the actor may not know of, and for a question about an invoice.
pub async fn change_subject(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &ChangeThreadForm,
) -> Result<(), Error<String>> {
    let ReadChange { title, about } = form.parse()?;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    let about = about.filter(|about| *about != thread.subject.about);
    let renamed = thread.title != title.as_str();
    if renamed && thread.title != form.was {
        return Err(Error::stale(thread.title));
    }
    let subject = match about {
        Some(_) if actor.staff().is_none() || thread.question.is_some() => return Err(Error::NotFound),
        Some(about) => {
            let found = thread::find_subject(&mut change, write.scope(), write.money(), about).await?;
            Subject { inside: thread.subject.inside, money: thread.subject.money, ..found.ok_or(Error::NotFound)? }
        }
        None if !renamed => return Ok(()),
        None => thread.subject.clone(),
    };
    let was = thread.subject;
    if opens(audience(&was), audience(&subject)) && !form.confirmed {
        let count = message::count(&mut change, write.scope(), id).await?;
        return Err(Error::Invalid(vec![FieldProblem { field: "about", problem: Problem::OthersWillRead { count } }]));
    }
    thread::update_subject(&mut change, &write, title.as_str(), &subject).await?;
    let audience = audience(&subject);
    if renamed {
        record_of(&mut change, &write, EventKind::ThreadRenamed, id, title.as_str(), audience).await?;
    }
    if about.is_some() {
        record_of(&mut change, &write, EventKind::ThreadMoved, id, title.as_str(), audience).await?;
    }
    Ok(portal.commit(change).await?)
}
