//! How much one member writes: each message and each feedback is mailed or shown to others, so a script with somebody's session must not flood them.

use crate::{
    Error,
    form::{FieldProblem, Problem},
    rate_limit::{self, Limit, TooMany},
};
use coplan_domain::person::Side;
use coplan_store::{Change, access::Actor};
use jiff::SignedDuration;

/// Messages and feedback of one member within an hour: more than anybody writes by hand.
const MOST: i64 = 60;

/// Counts what a member wrote in this field, unless there was very much within the hour; then it is told there, and the text
/// stays.
/// The supplier's people have no limit: they answer many customers.
pub(crate) async fn check(change: &mut Change, actor: &Actor, field: &'static str) -> Result<(), Error> {
    if actor.side() == Side::Supplier {
        return Ok(());
    }
    let limit = Limit::new("write", &actor.person().to_string(), MOST, SignedDuration::from_hours(1));
    rate_limit::count_within(change, &limit).await?.map_err(|TooMany(wait)| {
        let minutes = (wait.as_secs() + 59) / 60;
        Error::Invalid(vec![FieldProblem { field, problem: Problem::TooMuchWritten { minutes } }])
    })
}
