//! To whom a mail goes and in whose way it speaks.

use coplan_domain::person::{Language, Person};

/// To whom a mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language the person reads.
    pub language: Language,
    /// The IANA name of the person's time zone.
    pub time_zone: String,
}

impl From<Person> for Recipient {
    fn from(person: Person) -> Self {
        Self { name: person.name, email: person.email, language: person.language, time_zone: person.time_zone }
    }
}
