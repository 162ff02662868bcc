//! Who may see what a customer needs in a year, and how its people found the contacts that they had.

use super::{NOTHING, Sight, thread_place};
use coplan_domain::person::Scope;

impl Sight {
    /// Of a need `nd`: everybody who reads the plan.
    pub(crate) fn need(&self) -> String {
        format!("nd.customer_id = {}", self.customer())
    }

    /// Of a moment `mo`: whoever sees the contact that it is about.
    pub(crate) fn moment(&self) -> String {
        let (customer, thread, meeting, report) = (self.customer(), self.thread(), self.meeting(), self.report());
        let contact = if self.reads(Scope::Discussion) { "mo.about_kind = 'contact'" } else { NOTHING };
        let place = thread_place();
        format!(
            "(mo.customer_id = {customer} and ({contact}
               or (mo.about_kind = 'message' and exists (
                 select 1 from message x join thread t on t.id = x.thread_id {place}
                 where x.id = mo.about_id and x.withdrawn_at is null and {thread}))
               or (mo.about_kind = 'meeting' and exists (
                 select 1 from meeting g where g.id = mo.about_id and g.cancelled_at is null and {meeting}))
               or (mo.about_kind = 'report' and exists (
                 select 1 from report rp where rp.id = mo.about_id and rp.published_at is not null and {report}))))"
        )
    }
}
