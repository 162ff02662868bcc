//! Who may see an object of each kind: one predicate for pages, history, waiting lists, discussions and mails.
//!
//! A condition is SQL about fixed aliases: customer `c`, project `p`, milestone `m`, task `k`, work `w`, invoice `i`,
//! invoice line `l`, meeting `g`, goal `b`, idea `ia`, assessment `az`, feedback `f`, survey `s`, phase `ph`, concern `cn`, report `rp`,
//! version of the agreement `av`, request `sr`, moment `mo`, need `nd`, thread `t`, event `e`. It is built from a proof of access, and needs one value: `$1` is the customer. What no condition
//! names is seen by nobody, so that a kind of object that is added later is hidden until it is told here who may see it.

mod journey;

use crate::{
    access::{Access, DiscussionScope, GoalsScope, MeetingsScope, MoneyScope, PlanScope, Staff},
    bulk_insert::Value,
    engine::Statement,
};
use coplan_domain::{
    event::{Audience, EventKind},
    id::{CustomerId, PersonId},
    person::{Scope, Side},
};

/// What a reader may see.
#[derive(Debug, Clone)]
pub(crate) struct Sight {
    /// The one customer; none where a statement goes through the customers `c` that one of the supplier's people sees.
    customer: Option<CustomerId>,
    side: Side,
    /// Who reads, where it matters.
    reader: Option<PersonId>,
    /// What the reader may read beside the plan.
    scopes: Vec<Scope>,
    /// The words of the audiences that the reader is among, in the quotes of SQL.
    audiences: String,
    /// What stands for the customer.
    place: String,
}

impl From<PlanScope> for Sight {
    fn from(scope: PlanScope) -> Self {
        Self { reader: Some(scope.person()), ..Self::new(Some(scope.customer()), scope.side()) }
    }
}

impl From<(DiscussionScope, Option<MoneyScope>)> for Sight {
    fn from((scope, money): (DiscussionScope, Option<MoneyScope>)) -> Self {
        // A proof for another customer or of another person proves nothing here.
        let money = money.is_some_and(|money| money.customer() == scope.customer() && money.person() == scope.person());
        let scopes = [Scope::Discussion].into_iter().chain(money.then_some(Scope::Money)).collect();
        Self { scopes, ..Self::new(Some(scope.customer()), scope.side()) }
    }
}

impl From<MeetingsScope> for Sight {
    fn from(scope: MeetingsScope) -> Self {
        Self { scopes: vec![Scope::Meetings], ..Self::new(Some(scope.customer()), scope.side()) }
    }
}

impl From<GoalsScope> for Sight {
    fn from(scope: GoalsScope) -> Self {
        Self { scopes: vec![Scope::Goals], ..Self::new(Some(scope.customer()), scope.side()) }
    }
}

impl From<MoneyScope> for Sight {
    fn from(scope: MoneyScope) -> Self {
        Self { scopes: vec![Scope::Money], ..Self::new(Some(scope.customer()), scope.side()) }
    }
}

impl From<(PlanScope, Option<MoneyScope>)> for Sight {
    fn from((scope, money): (PlanScope, Option<MoneyScope>)) -> Self {
        let money = money.is_some_and(|money| money.customer() == scope.customer() && money.person() == scope.person());
        Self { scopes: money.then_some(Scope::Money).into_iter().collect(), ..Self::from(scope) }
    }
}

impl From<&Access> for Sight {
    fn from(access: &Access) -> Self {
        let known = Audience::ALL.into_iter().filter(|audience| access.may_know(*audience));
        Self {
            scopes: Scope::ALL.iter().copied().filter(|scope| access.has(*scope)).collect(),
            audiences: known.map(|audience| format!("'{}'", audience.as_str())).collect::<Vec<_>>().join(", "),
            ..Self::new(Some(access.customer()), access.plan.side())
        }
    }
}

/// Of every customer that one of the supplier's people sees; of sums where it sees those.
impl From<&Staff> for Sight {
    fn from(staff: &Staff) -> Self {
        let is_seen = |scope: Scope| scope != Scope::Money || staff.sees_sums();
        let may_know = |audience: &Audience| match audience {
            Audience::Scope(scope) => is_seen(*scope),
            Audience::MoneyDiscussion => staff.sees_sums(),
            Audience::Internal => true,
        };
        let audiences = Audience::ALL.into_iter().filter(may_know).map(|audience| format!("'{}'", audience.as_str()));
        let place =
            if staff.is_narrowed() { format!("(case when {} then c.id end)", within(staff, "c.id")) } else { "c.id".to_owned() };
        Self {
            scopes: Scope::ALL.iter().copied().filter(|scope| is_seen(*scope)).collect(),
            audiences: audiences.collect::<Vec<_>>().join(", "),
            place,
            ..Self::new(None, Side::Supplier)
        }
    }
}

/// The condition that a customer's id, which stands in `customer`, is of one that this staff person sees.
pub(crate) fn within(staff: &Staff, customer: &str) -> String {
    within_reach(staff.is_narrowed().then(|| staff.entered().person()), customer)
}

/// The same for a person who is narrowed; for none, of every customer.
pub(crate) fn within_reach(narrowed: Option<PersonId>, customer: &str) -> String {
    narrowed.map_or_else(|| "1 = 1".to_owned(), |person| is_in_reach(&format!("'{person}'"), customer))
}

fn is_in_reach(person: &str, customer: &str) -> String {
    format!(
        "exists (select 1 from staff_reach y join customer z on z.id = {customer}
           left join customer_internal x on x.customer_id = z.id
           where y.person_id = {person} and y.word in (z.number, x.segment))"
    )
}

/// The condition that one of the supplier's people, whose id stands there, sees the customer whose id stands there.
pub(crate) fn reaches(person: &str, customer: &str) -> String {
    let narrowed = format!("exists (select 1 from staff_reach r where r.person_id = {person})");
    format!("(not {narrowed} or {})", is_in_reach(person, customer))
}

impl Sight {
    /// What everybody sees whose side it is.
    fn new(customer: Option<CustomerId>, side: Side) -> Self {
        let place = if customer.is_some() { "$1" } else { "c.id" };
        Self { customer, side, reader: None, scopes: Vec::new(), audiences: "''".to_owned(), place: place.to_owned() }
    }

    /// The same in the eyes of the customer: what its people see who may read as much.
    pub(crate) fn of_customer(self) -> Self {
        Self { side: Side::Customer, reader: None, ..self }
    }

    fn reads(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// A statement with the customer in its place `$1`.
    pub(crate) fn ask(&self, sql: String) -> Statement {
        self.customer.into_iter().map(Value::text).fold(Statement::new(sql), Statement::bind)
    }

    /// What stands for the customer.
    fn customer(&self) -> &str {
        &self.place
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
        let sum = if self.reads(Scope::Money) {
            format!("{row}.cost, {row}.currency")
        } else {
            "cast(null as bigint) as cost, cast(null as text) as currency".to_owned()
        };
        format!("cast(case when {row}.cost is null then 0 else 1 end as bigint) as has_price, {sum}")
    }

    /// Of an invoice `i`: its readers hold the money scope.
    pub(crate) fn invoice(&self) -> String {
        if self.reads(Scope::Money) { format!("i.customer_id = {}", self.customer()) } else { NOTHING.to_owned() }
    }

    /// Of work `w` in a project `p` of a customer `c`: its readers hold the money scope. Members see what was approved,
    /// where the customer is shown its work: all that is on an invoice, else that of shared projects.
    pub(crate) fn work(&self) -> String {
        // What the supplier's people did themselves they see without sums, too; a page of one customer asks for the scope.
        if self.customer.is_some() && !self.reads(Scope::Money) {
            return NOTHING.to_owned();
        }
        let seen = self.for_members(" and w.approved_at is not null and (w.line_id is not null or p.shared_at is not null)");
        format!("(p.customer_id = {}{seen}{})", self.customer(), self.shown_work())
    }

    /// Behind another condition: whether the customer `c` is shown its work.
    pub(crate) fn shown_work(&self) -> &'static str {
        self.for_members(" and c.work_shown <> 'nothing'")
    }

    /// The columns that say what work `w` was for and who, `h`, did it: members are told of a project and a task what
    /// they see of them anyway, and names where the customer is shown those.
    pub(crate) fn work_details(&self) -> String {
        match self.side {
            Side::Supplier => "p.name as project_name, k.name as task_name, h.name as who".to_owned(),
            Side::Customer => format!(
                "case when p.shared_at is not null then p.name end as project_name,
                 case when {} then k.name end as task_name, case when c.work_shown = 'names' then h.name end as who",
                self.task()
            ),
        }
    }

    /// Of a meeting `g`: its readers hold the scope for meetings, members see those that are shared with them.
    pub(crate) fn meeting(&self) -> String {
        if !self.reads(Scope::Meetings) {
            return NOTHING.to_owned();
        }
        format!("(g.customer_id = {}{})", self.customer(), self.for_members(" and g.shared_at is not null"))
    }

    /// Of a membership `n`: its readers hold the scope for people.
    pub(crate) fn member(&self) -> String {
        if self.reads(Scope::People) { format!("n.customer_id = {}", self.customer()) } else { NOTHING.to_owned() }
    }

    /// Where the first value stands that a statement has besides the customer.
    pub(crate) fn places(&self) -> usize {
        if self.customer.is_some() { 2 } else { 1 }
    }

    /// Of a goal `b`: its readers hold the scope for goals.
    pub(crate) fn goal(&self) -> String {
        if self.reads(Scope::Goals) { format!("b.customer_id = {}", self.customer()) } else { NOTHING.to_owned() }
    }

    /// Of an idea `ia`: everybody who reads the plan.
    pub(crate) fn idea(&self) -> String {
        format!("ia.customer_id = {}", self.customer())
    }

    /// Of an assessment `az`: a side sees its own, and those of the other side for the years for which it has given its own.
    pub(crate) fn assessment(&self) -> String {
        let (customer, side) = (self.customer(), self.side);
        format!(
            "(az.customer_id = {customer} and (az.side = '{side}' or exists (
               select 1 from assessment own where own.customer_id = {customer} and own.year = az.year and own.side = '{side}')))"
        )
    }

    /// Of feedback `f`: the supplier's people see all of a customer's, members what they gave themselves.
    pub(crate) fn feedback(&self) -> String {
        let customer = self.customer();
        match (self.side, self.reader) {
            (Side::Supplier, _) => format!("f.customer_id = {customer}"),
            (Side::Customer, Some(reader)) => format!("(f.customer_id = {customer} and f.given_by = '{reader}')"),
            (Side::Customer, None) => NOTHING.to_owned(),
        }
    }

    /// Of a survey `s`: the supplier's people see all of a customer's, members those that they were sent.
    pub(crate) fn survey(&self) -> String {
        let customer = self.customer();
        match (self.side, self.reader) {
            (Side::Supplier, _) => format!("s.customer_id = {customer}"),
            (Side::Customer, Some(reader)) => format!(
                "(s.customer_id = {customer} and exists (
                   select 1 from survey_recipient r where r.survey_id = s.id and r.person_id = '{reader}'))"
            ),
            (Side::Customer, None) => NOTHING.to_owned(),
        }
    }

    /// Of a phase `ph` of the customer's process: both sides see those that were not removed.
    pub(crate) fn phase(&self) -> String {
        format!("(ph.customer_id = {} and ph.removed_at is null)", self.customer())
    }

    /// Of a concern `cn` in one: both sides see it, also once its phase was removed.
    pub(crate) fn concern(&self) -> String {
        format!("cn.customer_id = {}", self.customer())
    }

    /// Of a report `rp`: members see what was published.
    pub(crate) fn report(&self) -> String {
        format!("(rp.customer_id = {}{})", self.customer(), self.for_members(" and rp.published_at is not null"))
    }

    /// Of a version `av` of the agreement: whoever reads the plan.
    pub(crate) fn agreement(&self) -> String {
        format!("av.customer_id = {}", self.customer())
    }

    /// Of a request `sr`: whoever reads the plan.
    pub(crate) fn service_request(&self) -> String {
        format!("sr.customer_id = {}", self.customer())
    }

    /// Of the object that a row names by kind and id; [`place`] goes with it.
    pub(crate) fn object(&self, kind: &str, id: &str) -> String {
        let (project, task, invoice, customer) = (self.project(), self.task(), self.invoice(), self.customer());
        let (meeting, goal, report) = (self.meeting(), self.goal(), self.report());
        let (idea, request) = (self.idea(), self.service_request());
        let person = if self.reads(Scope::People) { format!("{kind} = 'person'") } else { NOTHING.to_owned() };
        format!(
            "(({kind} in ('plan', 'customer', 'knowledge', 'process', 'feedback', 'agreement', 'assessment', 'journey', 'year_plan') and {id} = {customer}) or ({kind} in ('project', 'milestone') and {project})
               or ({kind} = 'task' and {task}) or ({kind} in ('invoice', 'invoice_line') and {invoice}) or ({kind} = 'meeting' and {meeting}) or ({kind} = 'goal' and {goal})
               or ({kind} = 'report' and {report} and rp.published_at is not null) or ({kind} = 'service_request' and {request})
               or ({kind} = 'idea' and {idea}) or {person})"
        )
    }

    /// Of a thread `t`: its readers hold the discussion scope and see its object, members only of what began in their
    /// sight; of one that speaks of prices, the money scope too. [`thread_place`] goes with it.
    pub(crate) fn thread(&self) -> String {
        if !self.reads(Scope::Discussion) {
            return NOTHING.to_owned();
        }
        let (customer, inside) = (self.customer(), self.for_members(" and t.inside_since is null"));
        let money = if self.reads(Scope::Money) { "" } else { " and t.money_since is null" };
        format!("(t.customer_id = {customer}{inside}{money} and {})", self.object("t.about_kind", "t.about_id"))
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
         left join meeting g on {kind} = 'meeting' and g.id = {id}
         left join goal b on {kind} = 'goal' and b.id = {id}
         left join idea ia on {kind} = 'idea' and ia.id = {id}
         left join report rp on {kind} = 'report' and rp.id = {id}
         left join service_request sr on {kind} = 'service_request' and sr.id = {id}
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
