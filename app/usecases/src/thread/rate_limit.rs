//! How much one member writes: each message is mailed to others, so a script with somebody's session must not flood them.

use crate::{
    Error,
    form::{FieldProblem, Problem},
    rate_limit::{self, Limit, TooMany},
};
use coplan_domain::person::Side;
use coplan_store::{Change, access::Actor};
use jiff::SignedDuration;

/// Messages of one member within an hour: more than anybody writes by hand.
const MOST: i64 = 60;

/// Counts a message of a member, unless there were very many within the hour; then it is told at the text, which stays.
/// The supplier's people have no limit: they answer many customers.
pub(super) async fn check(change: &mut Change, actor: &Actor) -> Result<(), Error> {
    if actor.side() == Side::Supplier {
        return Ok(());
    }
    let limit = Limit::new("write", &actor.person().to_string(), MOST, SignedDuration::from_hours(1));
    rate_limit::count_within(change, &limit).await?.map_err(|TooMany(wait)| {
        let minutes = (wait.as_secs() + 59) / 60;
        Error::Invalid(vec![FieldProblem { field: "text", problem: Problem::TooMuchWritten { minutes } }])
    })
}
