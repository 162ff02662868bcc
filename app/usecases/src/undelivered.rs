//! Mail that did not arrive, for those of the supplier's people who can help.

use crate::{InternalError, Portal, account_admin::AdminScopes, job::Job};
use coplan_domain::{
    id::{CustomerId, MembershipId, PersonId},
    mail::WhyUndelivered,
    person::StaffRole,
};
use coplan_store::{
    Conn,
    access::{Actor, InternalScope, Staff},
    undelivered::{self, Undelivered, Unreached, UnreachedMember},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The most mails that are looked at; a mailbox that takes nothing gets many.
const LIMIT: i64 = 500;

/// What a mail was to tell, in the order in which it is missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailAbout {
    /// The personal link, without which nobody comes in.
    Link,
    /// The code for a new device.
    Code,
    /// A message in a discussion.
    Message,
    /// A new device, or one that somebody does not know.
    Device,
    /// A change to how one comes in.
    SecurityEvent,
    /// Something that this program does not know.
    Other,
}

impl From<&Undelivered> for MailAbout {
    fn from(mail: &Undelivered) -> Self {
        // Only emails about discussions have an address of their own to come back to.
        if mail.why == WhyUndelivered::Bounced {
            return Self::Message;
        }
        match Job::parse(&mail.kind, &mail.payload) {
            Ok(Job::LinkMail { .. } | Job::NewLinkMail { .. } | Job::PasswordMail { .. }) => Self::Link,
            Ok(Job::CodeMail { .. }) => Self::Code,
            Ok(
                Job::MessageMail { .. }
                | Job::MessageMailTo { .. }
                | Job::NewsMail { .. }
                | Job::NewsMailTo { .. }
                | Job::MentionMail { .. }
                | Job::NoteMentionMail { .. }
                | Job::DigestMail { .. }
                | Job::SurveyMail { .. }
                | Job::InvitationMail { .. }
                | Job::StandInMail { .. }
                | Job::TodayMail { .. },
            ) => Self::Message,
            Ok(Job::NewDeviceMail { .. } | Job::NotMeMail { .. }) => Self::Device,
            Ok(Job::WayInMail { .. }) => Self::SecurityEvent,
            Ok(Job::IncomingMail { .. } | Job::HandOver { .. }) | Err(_) => Self::Other,
        }
    }
}

/// Mail about one thing that did not arrive; the latest, where there are several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndeliveredView {
    /// What it was to tell.
    pub about: MailAbout,
    /// Why it was given up.
    pub why: WhyUndelivered,
    /// When.
    pub at: Timestamp,
    /// What the email server said, in its own words.
    pub server_said: Option<String>,
}

/// Somebody whom mail does not reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreachedView {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Where the person is a member; none for a colleague.
    pub member: Option<MemberOf>,
    /// What did not arrive, by [`MailAbout`]; never empty.
    pub mails: Vec<UndeliveredView>,
}

impl UnreachedView {
    /// When something last did not arrive.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.mails.iter().map(|mail| mail.at).max().unwrap_or_default()
    }
}

/// Where somebody is a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberOf {
    /// The membership.
    pub membership: MembershipId,
    /// The customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Whom the reader stands in for, where the customer is not its own.
    pub instead_of: Option<String>,
}

/// Of mails, the latest first, the latest about each thing.
fn in_short(mails: impl IntoIterator<Item = Undelivered>) -> Vec<UndeliveredView> {
    let mut views: Vec<UndeliveredView> = Vec::new();
    for mail in mails {
        let about = MailAbout::from(&mail);
        if !views.iter().any(|view| view.about == about) {
            views.push(UndeliveredView { about, why: mail.why, at: mail.at, server_said: mail.server_said });
        }
    }
    views.sort_by_key(|view| view.about);
    views
}

/// What did not arrive at one of the customer's members.
pub(crate) async fn list_of(
    conn: &mut Conn,
    admin: AdminScopes,
    person: PersonId,
) -> Result<Vec<UndeliveredView>, InternalError> {
    Ok(in_short(undelivered::list(conn, admin.internal, person, LIMIT).await?))
}

/// What did not arrive at each of the customer's members.
pub(crate) async fn list_of_customer(
    conn: &mut Conn,
    internal: InternalScope,
) -> Result<BTreeMap<PersonId, Vec<UndeliveredView>>, InternalError> {
    let mut by_person: BTreeMap<PersonId, Vec<Undelivered>> = BTreeMap::new();
    for (person, mail) in undelivered::list_of_customer(conn, internal, LIMIT).await? {
        by_person.entry(person).or_default().push(mail);
    }
    Ok(by_person.into_iter().map(|(person, mails)| (person, in_short(mails))).collect())
}

/// Whom mail does not reach of those that a staff person has to help: the members of its own customers and of those that
/// it stands in for today; for an admin, colleagues too.
pub(crate) async fn list_for_staff(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    staff: &Staff,
) -> Result<Vec<UnreachedView>, InternalError> {
    let today = portal.today(actor);
    let mut found: Vec<(Unreached, Option<MemberOf>)> = Vec::new();
    for member in undelivered::list_members(conn, staff, today, LIMIT).await? {
        let of = member_of(actor, &member);
        found.push((member.who, Some(of)));
    }
    if staff.role() == StaffRole::Admin {
        found.extend(undelivered::list_colleagues(conn, staff, LIMIT).await?.into_iter().map(|who| (who, None)));
    }
    Ok(by_person(found))
}

fn member_of(actor: &Actor, member: &UnreachedMember) -> MemberOf {
    MemberOf {
        membership: member.membership,
        customer: member.customer,
        customer_name: member.customer_name.clone(),
        instead_of: (member.responsible != actor.person()).then(|| member.responsible_name.clone()),
    }
}

/// One view for each person in each customer, in the order in which they came.
fn by_person(found: Vec<(Unreached, Option<MemberOf>)>) -> Vec<UnreachedView> {
    let mut people: Vec<(UnreachedView, Vec<Undelivered>)> = Vec::new();
    for (who, member) in found {
        let known = people.iter_mut().find(|(view, _)| view.person == who.person && view.member == member);
        if let Some((_, mails)) = known {
            mails.push(who.mail);
        } else {
            let view = UnreachedView { person: who.person, name: who.name, email: who.email, member, mails: Vec::new() };
            people.push((view, vec![who.mail]));
        }
    }
    people.into_iter().map(|(view, mails)| UnreachedView { mails: in_short(mails), ..view }).collect()
}
