//! To whom a mail goes and in whose way it speaks.

use crate::{InternalError, Portal, day_in};
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Language, Person},
    stand_in::on_duty,
};
use coplan_store::{Conn, absence, access, person};

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

/// Whoever has the matter of a responsible person today: that one or, while it is away, the stand-in.
pub(crate) async fn on_duty_for(
    portal: &Portal,
    conn: &mut Conn,
    (customer, responsible): (CustomerId, PersonId),
) -> Result<Option<access::Recipient>, InternalError> {
    let zone = person::find(conn, responsible).await?.map_or_else(|| "UTC".to_owned(), |person| person.time_zone);
    let today = day_in(portal.clock.now(), &zone);
    let absences = absence::list_chain(conn, responsible, today).await?;
    match access::find_staff_recipient(conn, customer, on_duty(responsible, today, &absences)).await? {
        // A stand-in who has left cannot be told; then better the one who is away than nobody.
        None => Ok(access::find_staff_recipient(conn, customer, responsible).await?),
        found => Ok(found),
    }
}
