//! Work: recorded by whoever did it, approved by whoever keeps the plan, shown behind the line that charges it.

mod approve;
mod assign;
mod change;
mod form;
mod record;
mod show;

pub use approve::{approve, send_back, set_shown};
pub(crate) use assign::of_invoice;
pub use assign::{LineWork, LineWorkView, adjust, assign, of_line};
pub(crate) use change::write_of;
pub use change::{EntryView, change, editing, remove};
pub use coplan_store::work::{NamedMatter, WorkAdjustment, WorkRow};
pub use form::{AdjustForm, AdjustedMinutes, ChangeWorkForm, RecordForm};
pub(crate) use record::record_of;
pub use record::{OwnWork, Suggestion, own, record, repeat};
pub(crate) use show::uninvoiced_minutes;
pub use show::{CustomerWork, of_customer};

use coplan_domain::{
    event::Audience,
    person::Scope,
    work::{Charge, WorkShown},
};

/// Who may know what happens to the work: the customer's readers of sums, where they are shown it.
fn audience(shown: WorkShown, seen: bool) -> Audience {
    if seen && shown != WorkShown::Nothing { Audience::Scope(Scope::Money) } else { Audience::Internal }
}

/// The minutes of those entries that are charged.
#[must_use]
pub fn charged_minutes(rows: &[WorkRow]) -> i64 {
    let charged = rows.iter().filter(|row| row.entry.charge == Charge::Charged);
    charged.map(|row| row.entry.time.minutes()).sum()
}
