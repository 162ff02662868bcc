//! People: the supplier's staff and the customers' members, and what a membership opens.

use crate::id::{AbsenceId, DeviceId, LinkId, MembershipId, PersonId};
use jiff::{Timestamp, civil::Date};

words! {
    /// A language that Coplan speaks.
    Language {
        /// English.
        En = "en",
        /// Finnish.
        Fi = "fi",
        /// Swedish.
        Sv = "sv",
    }
}

words! {
    /// The side of the table.
    Side {
        /// The company that runs this installation.
        Supplier = "supplier",
        /// The customer company.
        Customer = "customer",
    }
}

words! {
    /// What a staff person may do.
    StaffRole {
        /// Everything, and the staff itself.
        Admin = "admin",
        /// Key account manager: keeps the plans.
        Manager = "manager",
        /// Writes where it is responsible.
        Specialist = "specialist",
    }
}

words! {
    /// What a membership opens in one customer.
    Scope {
        /// The plan, its projects and what changed.
        Plan = "plan",
        /// Invoices and every sum.
        Money = "money",
        /// Threads.
        Discussion = "discussion",
        /// Steering-group meetings.
        Meetings = "meetings",
        /// Who the customer's members are.
        People = "people",
    }
}

words! {
    /// When a code by mail is asked for, besides the personal link.
    CodePolicy {
        /// At every entry.
        Always = "always",
        /// On a browser that has not been let in for this person before.
        NewDevice = "new_device",
        /// Never: whoever has the link is in.
        Never = "never",
    }
}

words! {
    /// Why a device was ended.
    DeviceEnd {
        /// Its person signed out on it.
        SignedOut = "signed_out",
        /// Ended from a list of devices.
        Ended = "ended",
        /// Its person said that it is not theirs.
        NotMe = "not_me",
        /// The personal link it came by was revoked.
        LinkRevoked = "link_revoked",
        /// The password was changed.
        PasswordChanged = "password_changed",
    }
}

/// An e-mail address, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

/// A text that cannot be an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnEmail;

impl Email {
    /// Takes what was typed. Whether mail arrives there is known only by sending.
    ///
    /// # Errors
    /// [`NotAnEmail`] where there is no name, no `@`, no domain with a dot, or white space.
    pub fn parse(typed: &str) -> Result<Self, NotAnEmail> {
        let address = typed.trim().to_lowercase();
        let (name, domain) = address.rsplit_once('@').ok_or(NotAnEmail)?;
        let inside = |part: &str| {
            !part.is_empty() && part.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"@<>(),;:\"\\[]".contains(c))
        };
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
        if inside(name) && inside(domain) && dotted && address.len() <= 254 { Ok(Self(address)) } else { Err(NotAnEmail) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What both sides may know of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The side it is on.
    pub side: Side,
    /// First and last name.
    pub name: String,
    /// Where mail reaches it.
    pub email: String,
    /// Where a call reaches it, as dialled.
    pub phone: Option<String>,
    /// The language it reads.
    pub language: Language,
    /// The IANA name of the time zone it lives in.
    pub time_zone: String,
}

/// The initials of a name, at most two letters, for a face without a picture.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|part| part.chars().find(|c| c.is_alphabetic()));
    let first = letters.next();
    let last = letters.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// A supplier's person as both sides see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffPerson {
    /// The person.
    pub person: Person,
    /// What it may do.
    pub role: StaffRole,
    /// What it is called at work.
    pub title: String,
    /// The languages it speaks.
    pub speaks: Vec<Language>,
}

/// A customer's person in one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Which membership.
    pub id: MembershipId,
    /// The person.
    pub person: Person,
    /// What it is called at work.
    pub title: String,
    /// What it may see.
    pub scopes: Vec<Scope>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// A personal link as its person and staff see it; the secret is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalLink {
    /// Which link.
    pub id: LinkId,
    /// Whom it brings in.
    pub person: PersonId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stops by itself.
    pub expires_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// When it last let somebody in.
    pub last_used_at: Option<Timestamp>,
}

impl PersonalLink {
    /// Whether it lets people in at this moment.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// A browser that has been let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Which device.
    pub id: DeviceId,
    /// What the browser calls itself, in short.
    pub label: String,
    /// When it was let in.
    pub created_at: Timestamp,
    /// When it was last here.
    pub seen_at: Timestamp,
}

/// Days that a staff person is away, and who stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Which absence.
    pub id: AbsenceId,
    /// Who is away.
    pub staff: PersonId,
    /// The first day away.
    pub first_day: Date,
    /// The last day away.
    pub last_day: Date,
    /// Who has the matters meanwhile.
    pub stand_in: PersonId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case() {
        assert_eq!(Email::parse(" Anna.Aho@Lakeside.example ").map(|e| e.0), Ok("anna.aho@lakeside.example".to_owned()));
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        for typed in ["", "anna", "anna@", "@x.fi", "a b@x.fi", "a@x", "a@x..fi", "a@b@x.fi", "a\r\nBcc: x@y.fi"] {
            assert_eq!(Email::parse(typed), Err(NotAnEmail), "{typed:?}");
        }
    }

    #[test]
    fn initials_are_the_first_and_the_last() {
        assert_eq!(initials("Anna Maria Aho"), "AA");
        assert_eq!(initials("Ödegård"), "Ö");
        assert_eq!(initials(""), "");
    }
}
