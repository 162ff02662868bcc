//! Looking at a link without opening it: mail scanners do, so nothing changes.

use super::{LinkStatus, stand};
use crate::{InternalError, Portal};
use coplan_domain::{id::PersonId, person::Language};

/// What the page of a link shows before the button is pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkView {
    /// It lets this person in.
    Open {
        /// The person.
        person: PersonId,
        /// The person's name.
        name: String,
        /// The language the person reads.
        language: Language,
        /// The names of the companies whose plans it opens, by name.
        companies: Vec<String>,
    },
    /// Its time has run out. Names nobody.
    Expired,
    /// The co-operation with the customer whose plan it opened has ended. Names nobody.
    Ended,
    /// It was revoked, or its person has no plan to see any more. Names nobody.
    Revoked,
    /// It is no link of ours.
    Unknown,
}

/// What stands behind a link. Reads only.
pub async fn look(portal: &Portal, secret: &str) -> Result<LinkView, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(match stand(&mut conn, secret, portal.clock.now()).await? {
        LinkStatus::Open(open) => {
            let (_, bearer) = *open;
            LinkView::Open {
                person: bearer.person.id,
                name: bearer.person.name,
                language: bearer.person.language,
                companies: bearer.customers.into_iter().map(|(_, name)| name).collect(),
            }
        }
        LinkStatus::Expired => LinkView::Expired,
        LinkStatus::Ended => LinkView::Ended,
        LinkStatus::Revoked => LinkView::Revoked,
        LinkStatus::Unknown => LinkView::Unknown,
    })
}
