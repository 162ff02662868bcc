//! What happened to one bulk customer in the last year.

use super::{dice::Dice, who::Who, words, words::Work};
use crate::demo::{
    Told,
    invoice::{self, Bill, Row},
    teller::told,
};
use coplan_domain::{
    customer::Customer,
    event::{Audience, Event, EventKind, ObjectKind},
    format::ubl,
    id::{CustomerId, InvoiceId, MilestoneId, PersonId, ProjectId},
    person::{CodePolicy, Language, Person, Scope, Side},
    plan::{Light, Milestone, Project, Promise},
};
use coplan_store::{
    Change,
    bulk_load::{Past, PastInvoice, PastMember, PastPayment, PastReport},
};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};
use ulid::Ulid;

/// How many invoices a full plan has.
const BILLS: i64 = 12;
/// How many of them are paid.
const PAID: i64 = 10;

/// Tells it. Days are counted back from today; negative ones are to come.
pub struct Story<'a> {
    pub(super) past: &'a mut Past,
    pub(super) change: &'a Change,
    pub(super) dice: Dice,
    pub(super) customer: CustomerId,
    pub(super) member: PersonId,
    pub(super) keeper: PersonId,
    /// For how many days it has been a customer.
    pub(super) since: i64,
    today: Date,
    who: &'a Who,
}

impl<'a> Story<'a> {
    /// A company that has been a customer for so many days, in the hands of `keeper`.
    pub fn new(past: &'a mut Past, change: &'a Change, mut dice: Dice, who: &'a Who, keeper: PersonId, days: usize) -> Self {
        let since = 360 - dice.some(days);
        let today = coplan_usecases::day_in(change.now(), "Europe/Helsinki");
        Self { past, change, dice, customer: change.id(), member: change.id(), keeper, since, today, who }
    }

    /// The company, with a member that may see so much.
    pub fn begin(&mut self, scopes: &'static [Scope]) {
        let (who, at) = (self.who, self.at(self.since));
        let company = Customer {
            id: self.customer,
            number: who.number.clone(),
            name: who.company.clone(),
            business_id: Some(who.business_id.clone()),
            vat_id: Some(who.vat_id.clone()),
            code_policy: CodePolicy::NewDevice,
            created_at: at,
            ended_at: None,
            version: 1,
        };
        self.past.customers.push((company, self.keeper));
        self.tell(at, EventKind::CustomerCreated, (ObjectKind::Customer, self.customer.0), &who.company, Scope::Plan);
        let person = Person {
            id: self.member,
            side: Side::Customer,
            name: who.member.clone(),
            email: who.email.clone(),
            phone: Some(format!("+358 50 {:03} {:04}", self.dice.below(1000), self.dice.below(10_000))),
            language: Language::En,
            time_zone: "Europe/Helsinki".to_owned(),
        };
        let (id, since, title) = (self.change.id(), self.at(self.since - 1), self.dice.one(&words::TITLES));
        self.past.members.push(PastMember { id, customer: self.customer, person, title, scopes, since });
        self.tell(since, EventKind::MemberAdded, (ObjectKind::Person, self.member.0), &who.member, Scope::People);
    }

    /// So many projects, of which each begins later than the one before, with so many milestones and reports each.
    pub fn projects(&mut self, count: usize, milestones: usize, reports: usize) -> Vec<(ProjectId, Vec<MilestoneId>)> {
        let first = self.dice.below(words::WORKS.len());
        let mut begun = self.since - 3;
        let mut told = Vec::new();
        for place in 0..count {
            let work = &words::WORKS[(first + 2 * place) % words::WORKS.len()];
            let project = self.project(work, begun, reports);
            let names = work.2.iter().take(milestones);
            let milestones = names.zip(1..).map(|(name, step)| self.milestone(project, name, begun, step)).collect();
            told.push((project, milestones));
            begun -= begun / 4 + self.dice.some(10);
        }
        told
    }

    fn project(&mut self, (name, about, _): &Work, begun: i64, reports: usize) -> ProjectId {
        let (id, at): (ProjectId, _) = (self.change.id(), self.at(begun));
        let (name, about) = ((*name).to_owned(), (*about).to_owned());
        self.tell(at, EventKind::ProjectShared, (ObjectKind::Project, id.0), &name, Scope::Plan);
        let lately = 4 + self.dice.some(10);
        let light = self.dice.one(&[Light::OnTrack, Light::OnTrack, Light::OnTrack, Light::AtRisk, Light::Late]);
        let went = [
            (begun - 3, Light::OnTrack),
            (begun * 2 / 3, self.dice.one(&[Light::OnTrack, Light::AtRisk])),
            (begun / 3, Light::OnTrack),
            (lately.min(begun / 4), light),
        ];
        for (days, light) in went.into_iter().rev().take(reports).rev() {
            let reason = match light {
                Light::OnTrack | Light::Done => self.dice.one(&words::ON_TRACK),
                Light::AtRisk => self.dice.one(&words::AT_RISK),
                Light::Late => self.dice.one(&words::LATE),
            };
            let (report, at, reason) = (self.change.id(), self.at(days), reason.to_owned());
            self.past.reports.push(PastReport { id: report, project: id, light, reason, by: self.keeper, at });
            self.tell(at, EventKind::StatusReported, (ObjectKind::Project, id.0), &name, Scope::Plan);
        }
        let project = Project { id, customer: self.customer, name, about, shared_at: Some(at), ended_at: None, version: 1 };
        self.past.projects.push((project, at));
        id
    }

    /// The steps of a project are spread from its beginning to three months ahead; the third one is always moved.
    fn milestone(&mut self, project: ProjectId, name: &str, begun: i64, step: i64) -> MilestoneId {
        let id: MilestoneId = self.change.id();
        let object = (ObjectKind::Milestone, id.0);
        let mut due = begun - step * (begun + 90) / 4 + self.dice.some(7);
        let mut promises = vec![self.promise(due, "", begun)];
        self.tell(promises[0].promised_at, EventKind::MilestoneAdded, object, name, Scope::Plan);
        if step == 3 || self.dice.below(5) == 0 {
            let moved = (due + 8).clamp(2 + self.dice.some(6), begun - 1);
            due -= 7 + self.dice.some(14);
            let reason = self.dice.one(&words::MOVED);
            let promise = self.promise(due, reason, moved);
            self.tell(promise.promised_at, EventKind::PromiseMoved, object, name, Scope::Plan);
            promises.push(promise);
        }
        let reached = (due > 3).then(|| due - self.dice.some(3));
        if let Some(days) = reached {
            let at = self.at(days);
            self.tell(at, EventKind::MilestoneReached, object, name, Scope::Plan);
        }
        let version = i64::try_from(promises.len()).unwrap_or(1) + i64::from(reached.is_some());
        let reached_on = reached.map(|days| self.day(days));
        let milestone = Milestone { id, project, name: name.to_owned(), promises, reached_on, version };
        self.past.milestones.push((milestone, self.keeper));
        id
    }

    fn promise(&mut self, due: i64, reason: &str, days: i64) -> Promise {
        Promise { day: self.day(due), reason: reason.to_owned(), language: Language::En, promised_at: self.at(days) }
    }

    /// A bill a month; all but the last ones are paid. Gives the last one.
    pub fn bills(&mut self) -> Told<InvoiceId> {
        let mut last = self.change.id();
        for month in 0..BILLS {
            let days = 335 - 30 * month - self.dice.some(3);
            let rows = self.rows();
            let bill = Bill { number: &format!("{}{:02}", self.who.number, month + 1), issued_on: self.day(days), rows: &rows };
            let buyer = [self.who.company.as_str(), &self.who.business_id, &self.who.vat_id];
            let bytes = invoice::written(buyer, &bill).into_bytes();
            let (id, read, at): (InvoiceId, _, _) = (self.change.id(), told(ubl::read(&bytes))?, self.at(days));
            self.tell_of_bill(at, EventKind::InvoiceIssued, id, bill.number, None);
            if month < PAID {
                let (payment, amount) = (self.change.id(), read.totals.payable.minor());
                let (paid_on, at) = (self.day(days - 13), self.at(days - 13));
                self.past.payments.push(PastPayment { id: payment, invoice: id, amount, paid_on, by: self.keeper, at });
                self.tell_of_bill(at, EventKind::InvoicePaid, id, bill.number, Some(self.keeper));
            }
            let file_name = format!("invoice-{}.xml", bill.number);
            self.past.invoices.push(PastInvoice { id, customer: self.customer, invoice: read, file_name, bytes, at });
            last = id;
        }
        Ok(last)
    }

    /// Two to four things, of the ones that are counted a little more or less than usual.
    fn rows(&mut self) -> Vec<Row> {
        let (first, count) = (self.dice.below(words::BILLED.len()), 2 + self.dice.below(3));
        let billed = words::BILLED.iter().cycle().skip(first).take(count);
        billed
            .map(|(name, quantity, unit, price)| {
                let share = if *unit == "MON" { 100 } else { 70 + self.dice.some(60) };
                (*name, quantity * share / 100, *unit, *price)
            })
            .collect()
    }

    fn tell_of_bill(&mut self, at: Timestamp, kind: EventKind, id: InvoiceId, number: &str, by: Option<PersonId>) {
        self.record(at, by, kind, (ObjectKind::Invoice, id.0), number, Audience::Scope(Scope::Money));
    }

    /// The member was at its plan a while ago, so that something is new at its next visit.
    pub fn visit(&mut self) {
        let at = self.at(9);
        self.past.visits.push((self.member, self.customer, at));
    }

    /// A moment of working time on a day.
    pub(super) fn at(&mut self, days: i64) -> Timestamp {
        let minutes = 5 * 60 + self.dice.some(9 * 60);
        let midnight = self.day(days).to_zoned(TimeZone::UTC).map(|day| day.timestamp()).unwrap_or_default();
        midnight + SignedDuration::from_mins(minutes) + SignedDuration::from_millis(self.dice.some(60_000))
    }

    fn day(&self, days: i64) -> Date {
        self.today.saturating_sub(days.days())
    }

    fn tell(&mut self, at: Timestamp, kind: EventKind, object: (ObjectKind, Ulid), label: &str, scope: Scope) {
        self.record(at, Some(self.keeper), kind, object, label, Audience::Scope(scope));
    }

    pub(super) fn record(
        &mut self,
        at: Timestamp,
        actor: Option<PersonId>,
        kind: EventKind,
        (object_kind, object): (ObjectKind, Ulid),
        label: &str,
        audience: Audience,
    ) {
        let (id, customer, label) = (self.change.id(), self.customer, label.to_owned());
        self.past.events.push(Event { id, customer, actor, kind, object_kind, object, label, audience, at });
    }
}
