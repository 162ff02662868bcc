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
        /// Reads everything and changes nothing.
        Director = "director",
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
        /// Goals, and what was measured on them.
        Goals = "goals",
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

impl CodePolicy {
    /// The one that holds for a person whose customers have these.
    #[must_use]
    pub fn strictest(of: &[Self]) -> Self {
        // They are declared from the strictest on.
        of.iter().copied().min().unwrap_or(Self::Never)
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

/// The most characters of an email address (RFC 5321, as corrected by erratum 1690).
pub const EMAIL_LIMIT: usize = 254;

/// An email address, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

/// A text that cannot be an email address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an email address")]
pub struct NotAnEmail;

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl Email {
    /// Takes what was typed, where mail can be sent there; whether it arrives is known only by sending.
    ///
    /// Letters beyond ASCII are refused, since they need SMTPUTF8 (RFC 6531) of every server on the way. A domain with
    /// such letters can be written in its `xn--` form.
    ///
    /// # Errors
    /// [`NotAnEmail`] where it is no name of RFC 5322's `dot-atom` with up to 64 characters, an `@` and a domain of two
    /// or more labels, or longer than 254 characters.
    pub fn parse(typed: &str) -> Result<Self, NotAnEmail> {
        let address = typed.trim();
        let (name, domain) = address.rsplit_once('@').ok_or(NotAnEmail)?;
        let fits = address.len() <= EMAIL_LIMIT && is_mailbox(name) && is_domain(domain);
        if fits { Ok(Self(address.to_ascii_lowercase())) } else { Err(NotAnEmail) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// RFC 5322 3.2.3 `dot-atom-text`; the length is RFC 5321 4.5.3.1.1's.
fn is_mailbox(name: &str) -> bool {
    let fits = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&c);
    name.len() <= 64 && name.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(fits))
}

/// RFC 1123 2.1: labels of letters, digits and inner hyphens; the last one is no number.
fn is_domain(domain: &str) -> bool {
    let fits = |label: &str| {
        let inner = label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    let (_, last) = domain.rsplit_once('.').unwrap_or_default();
    domain.split('.').all(fits) && last.bytes().any(|c| c.is_ascii_alphabetic())
}

/// An address of which its own person knows which one it is, and others do not learn it.
#[must_use]
pub fn masked(email: &str) -> String {
    let (name, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", name.chars().take(1).collect::<String>())
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

/// Titles that some write without the dot.
const TITLES: [&str; 7] = ["dr", "prof", "mr", "mrs", "ms", "ing", "dipl"];

/// The first word of a name, as people greet each other; a name that begins with a title or an initial, or has no words,
/// as it is.
#[must_use]
pub fn first_name(name: &str) -> &str {
    let first = name.split_whitespace().next().unwrap_or(name);
    let is_title = first.ends_with('.') || TITLES.contains(&first.to_ascii_lowercase().as_str());
    if is_title { name.trim() } else { first }
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
    fn what_no_mail_can_be_sent_to_is_refused() {
        let long = format!("{}@x.example", "a".repeat(65));
        let label = format!("anna@{}.example", "x".repeat(64));
        let whole = format!("anna@{}example", "xxxxxxx.".repeat(31));
        let typed = [
            &long,
            &label,
            &whole,
            "anna.@x.example",
            ".anna@x.example",
            "a..b@x.example",
            "anna@x_y.example",
            "anna@-x.example",
            "anna@x.example-",
            "anna@x-.example",
            "anna@x.example.",
            "anna@192.0.2.1",
            "anna@[192.0.2.1]",
            "\"anna\"@x.example",
            "anna\u{200b}@x.example",
            "anna@x.example\u{200b}",
            "\u{202e}anna@x.example",
            "änna@x.example",
            "anna@päivä.example",
            "\u{212a}arl@x.example",
        ];
        for typed in typed {
            assert_eq!(Email::parse(typed), Err(NotAnEmail), "{typed:?}");
        }
    }

    #[test]
    fn what_is_unusual_but_can_be_mailed_is_taken() {
        let name = format!("{}@x.example", "a".repeat(64));
        let label = format!("a@{}.example", "x".repeat(63));
        for typed in [&name, &label, "o'brien+plan_1/2@x-y.example", "1@2.x3", "a@xn--piv-qlaa.example"] {
            assert_eq!(Email::parse(typed).map(|email| email.0).as_deref(), Ok(typed), "{typed:?}");
        }
    }

    #[test]
    fn a_masked_address_shows_its_first_letter_and_where_it_is() {
        assert_eq!(masked("anna.aho@lakeside.example"), "a…@lakeside.example");
    }

    #[test]
    fn of_several_policies_the_strictest_holds() {
        use CodePolicy::{Always, Never, NewDevice};
        assert_eq!(CodePolicy::strictest(&[Never, Always, NewDevice]), Always);
        assert_eq!(CodePolicy::strictest(&[Never, NewDevice]), NewDevice);
        assert_eq!(CodePolicy::strictest(&[Never]), Never);
    }

    #[test]
    fn a_first_name_is_the_first_word() {
        assert_eq!(["Anna Aho", " Pelle", "Cher", ""].map(first_name), ["Anna", "Pelle", "Cher", ""]);
    }

    #[test]
    fn nobody_is_greeted_by_a_title_alone() {
        for name in ["Dr. Anna Aho", "dr Anna Aho", "J. R. Smith", "Prof. Dipl. Ing. Müller"] {
            assert_eq!(first_name(name), name);
        }
    }

    #[test]
    fn initials_are_the_first_and_the_last() {
        assert_eq!(initials("Anna Maria Aho"), "AA");
        assert_eq!(initials("Ödegård"), "Ö");
        assert_eq!(initials(""), "");
    }
}
