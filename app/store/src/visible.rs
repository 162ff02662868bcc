//! Who may see an object of each kind: one predicate for pages, history, waiting lists, discussions and mails.
//!
//! A condition is SQL about fixed aliases: project `p`, milestone `m`, task `k`, invoice `i`, invoice line `l`, thread
//! `t`, event `e`. It is built from a proof of access, and needs one value: `$1` is the customer. What no condition
//! names is seen by nobody, so that a kind of object that is added later is hidden until it is told here who may see it.

use crate::{
    access::{Access, DiscussionScope, MoneyScope, PlanScope, Staff},
    bulk_insert::Value,
    engine::Statement,
};
use coplan_domain::{
    event::{Audience, EventKind},
    id::CustomerId,
    person::{Scope, Side},
};

/// What a reader may see.
#[derive(Debug, Clone)]
pub(crate) struct Sight {
    /// The one customer; none where a statement goes through the customers `c` that one of the supplier's people sees.
    customer: Option<CustomerId>,
    side: Side,
    money: bool,
    discussion: bool,
    people: bool,
    /// The words of the audiences that the reader is among, in the quotes of SQL.
    audiences: String,
}

impl From<PlanScope> for Sight {
    fn from(scope: PlanScope) -> Self {
        Self::new(Some(scope.customer()), scope.side())
    }
}

impl From<(DiscussionScope, Option<MoneyScope>)> for Sight {
    fn from((scope, money): (DiscussionScope, Option<MoneyScope>)) -> Self {
        // A proof for another customer or of another person proves nothing here.
        let money = money.is_some_and(|money| money.customer() == scope.customer() && money.person() == scope.person());
        Self { money, discussion: true, ..Self::new(Some(scope.customer()), scope.side()) }
    }
}

impl From<(PlanScope, Option<MoneyScope>)> for Sight {
    fn from((scope, money): (PlanScope, Option<MoneyScope>)) -> Self {
        let money = money.is_some_and(|money| money.customer() == scope.customer() && money.person() == scope.person());
        Self { money, ..Self::from(scope) }
    }
}

impl From<&Access> for Sight {
    fn from(access: &Access) -> Self {
        let known = Audience::ALL.into_iter().filter(|audience| access.may_know(*audience));
        Self {
            money: access.has(Scope::Money),
            discussion: access.has(Scope::Discussion),
            people: access.has(Scope::People),
            audiences: known.map(|audience| format!("'{}'", audience.as_str())).collect::<Vec<_>>().join(", "),
            ..Self::new(Some(access.customer()), access.plan.side())
        }
    }
}

/// Of every customer: the supplier's people see them all.
impl From<&Staff> for Sight {
    fn from(_: &Staff) -> Self {
        Self { money: true, discussion: true, people: true, ..Self::new(None, Side::Supplier) }
    }
}

impl Sight {
    /// What everybody sees whose side it is.
    fn new(customer: Option<CustomerId>, side: Side) -> Self {
        Self { customer, side, money: false, discussion: false, people: false, audiences: "''".to_owned() }
    }

    /// A statement with the customer in its place `$1`.
    pub(crate) fn ask(&self, sql: String) -> Statement {
        self.customer.into_iter().map(Value::text).fold(Statement::new(sql), Statement::bind)
    }

    /// What stands for the customer.
    fn customer(&self) -> &'static str {
        if self.customer.is_some() { "$1" } else { "c.id" }
    }

    /// A condition that holds for the supplier's people of everything.
    fn for_members(&self, condition: &'static str) -> &'static str {
        match self.side {
            Side::Supplier => "",
            Side::Customer => condition,
        }
    }

    /// Of a project `p`: members see those that are shared.
    pub(crate) fn project(&self) -> String {
        format!("(p.customer_id = {}{})", self.customer(), self.for_members(" and p.shared_at is not null"))
    }

    /// Of a task `k` of a project `p`: members see those onstage, and of the others that and how far they are, where they
    /// are shared.
    pub(crate) fn task(&self) -> String {
        let staged = self.for_members(" and (k.stage = 'onstage' or k.shared_at is not null)");
        format!("({}{staged})", self.project())
    }

    /// What a task `k` is needed for, by when, and who `y` takes care of it, is told to members only of those onstage.
    pub(crate) fn task_details(&self) -> &'static str {
        match self.side {
            Side::Supplier => "k.why, k.due_on, k.taken_by, y.name as taken_name, k.taken_at",
            Side::Customer => {
                "case when k.stage = 'onstage' then k.why else '' end as why,
                 case when k.stage = 'onstage' then k.due_on end as due_on,
                 case when k.stage = 'onstage' then k.taken_by end as taken_by,
                 case when k.stage = 'onstage' then y.name end as taken_name,
                 case when k.stage = 'onstage' then k.taken_at end as taken_at"
            }
        }
    }

    /// Of what a task `k` asks, and of what was answered: members see those onstage.
    pub(crate) fn request(&self) -> String {
        format!("({}{})", self.task(), self.for_members(" and k.stage = 'onstage'"))
    }

    /// What a row that has a price costs: a sum for those who read sums, that it costs something for the others.
    pub(crate) fn price(&self, row: &str) -> String {
        let sum = if self.money {
            format!("{row}.cost, {row}.currency")
        } else {
            "cast(null as bigint) as cost, cast(null as text) as currency".to_owned()
        };
        format!("cast(case when {row}.cost is null then 0 else 1 end as bigint) as has_price, {sum}")
    }

    /// Of an invoice `i`: its readers hold the money scope.
    pub(crate) fn invoice(&self) -> String {
        if self.money { format!("i.customer_id = {}", self.customer()) } else { NOTHING.to_owned() }
    }

    /// Of the object that a row names by kind and id; [`place`] goes with it.
    pub(crate) fn object(&self, kind: &str, id: &str) -> String {
        let (project, task, invoice, customer) = (self.project(), self.task(), self.invoice(), self.customer());
        let person = if self.people { format!("{kind} = 'person'") } else { NOTHING.to_owned() };
        format!(
            "(({kind} in ('plan', 'customer') and {id} = {customer}) or ({kind} in ('project', 'milestone') and {project})
               or ({kind} = 'task' and {task}) or ({kind} in ('invoice', 'invoice_line') and {invoice}) or {person})"
        )
    }

    /// Of a thread `t`: its readers hold the discussion scope and see its object, members only of what began in their
    /// sight. [`thread_place`] goes with it.
    pub(crate) fn thread(&self) -> String {
        if !self.discussion {
            return NOTHING.to_owned();
        }
        let (customer, inside) = (self.customer(), self.for_members(" and t.inside_since is null"));
        format!("(t.customer_id = {customer}{inside} and {})", self.object("t.about_kind", "t.about_id"))
    }

    /// Of an event `e`: its audience may know, and sees the object today, so that what was shown once and then taken from
    /// view is not told again. Nobody is told of what an invoice went through that was taken back, but that it was; each
    /// side in its own words. [`event_place`] goes with it.
    pub(crate) fn event(&self) -> String {
        let taken_back = match self.side {
            Side::Supplier => EventKind::InvoiceTakenBack,
            Side::Customer => EventKind::InvoiceNotYours,
        };
        let (customer, audiences) = (self.customer(), &self.audiences);
        let (thread, object) = (self.thread(), self.object("e.object_kind", "e.object_id"));
        format!(
            "(e.customer_id = {customer} and e.audience in ({audiences})
               and (e.kind = '{taken_back}' or {object} or (e.object_kind = 'thread' and {thread})))"
        )
    }
}

/// Holds of no row.
const NOTHING: &str = "1 = 0";

/// Leads from an object that is named by kind and id to what it is a part of: its project `p`, its invoice `i`.
pub(crate) fn place(kind: &str, id: &str) -> String {
    format!(
        "left join milestone m on {kind} = 'milestone' and m.id = {id}
         left join task k on {kind} = 'task' and k.id = {id}
         left join project p on p.id =
           case {kind} when 'project' then {id} when 'milestone' then m.project_id when 'task' then k.project_id end
         left join invoice_line l on {kind} = 'invoice_line' and l.id = {id}
         left join invoice i on i.id = case {kind} when 'invoice' then {id} when 'invoice_line' then l.invoice_id end"
    )
}

/// From a thread `t` to the place of its object.
pub(crate) fn thread_place() -> String {
    place("t.about_kind", "t.about_id")
}

/// From an event `e` to the thread `t` that it is about, and to the place of its object or of the thread's.
pub(crate) fn event_place() -> String {
    let place = place("coalesce(t.about_kind, e.object_kind)", "coalesce(t.about_id, e.object_id)");
    format!("left join thread t on e.object_kind = 'thread' and t.id = e.object_id {place}")
}
