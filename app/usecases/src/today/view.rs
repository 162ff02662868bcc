//! What a day shows.

use super::{Asked, DuePromise, Overview, Silent, StandIn};
use crate::{
    goal::WaitingGoal, hand_over::PlannedHandOver, incoming_mail::HeldMailLine, plan::NewsItem, thread::WaitingForStaff,
    undelivered::UnreachedView,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, PersonId, ProjectId, TaskId, ThreadId},
    money::Money,
    person::Language,
    plan::TaskState,
    thread::Ball,
};
use coplan_store::{
    access::Actor, event::News, room_waiting::RoomItem, service_request::WaitingRequest, status_rhythm::OldReport, today::DueTask,
};
use jiff::{Timestamp, civil::Date};

/// The day of a staff person.
#[derive(Debug, Clone)]
pub struct TodayView {
    /// Whose day it is.
    pub reader: PersonId,
    /// Whom mail does not reach, the latest first.
    pub unreached: Vec<UnreachedView>,
    /// Whether the reader may keep members, and so help those.
    pub keeps_members: bool,
    /// Threads with the ball at the supplier, the longest wait first.
    pub threads: Vec<WaitingForStaff>,
    /// What customers' people say of the work and what was promised about it, the longest wait first.
    pub rooms: Vec<RoomItem>,
    /// Goals on which the supplier has something to do, the longest wait first.
    pub goals: Vec<WaitingGoal>,
    /// Emails that were not posted by themselves.
    pub mails: Vec<HeldMailLine>,
    /// Requests that the supplier has to answer or to do, the longest wait first.
    pub requests: Vec<WaitingRequest>,
    /// Tasks on the reader, and those of its matters that are due within a week; by their day.
    pub tasks: Vec<TaskLine>,
    /// Promises whose day has passed, the oldest first.
    pub danger: Vec<DuePromise>,
    /// Promises for today and the seven days ahead.
    pub week: Vec<DuePromise>,
    /// Invoices that are overdue or that somebody asks about.
    pub invoices: Vec<InvoiceLine>,
    /// Customers of whom nobody was here for 60 days.
    pub silent: Vec<Silent>,
    /// Days on which the reader stands in, those that go on and those of the next two weeks.
    pub stand_ins: Vec<StandIn>,
    /// Projects whose status is to be said anew, the oldest first.
    pub reports: Vec<OldReport>,
    /// Days for which the reader is named as the stand-in and has not answered.
    pub asked: Vec<Asked>,
    /// Days for which the stand-in has declined: the reader's own, and for admins everybody's.
    pub declined: Vec<Asked>,
    /// Customers that go over to the reader, or away from what it planned.
    pub hand_overs: Vec<PlannedHandOver>,
    /// What others have done since the start of yesterday, newest first.
    pub news: Vec<TodayNews>,
    /// Whether there was more than these.
    pub more_news: bool,
    /// How all customers are, for whoever answers for them all.
    pub overview: Option<Overview>,
    /// Whether there is more of any kind than is told.
    pub has_more: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment, for telling how long something waits.
    pub now: Timestamp,
}

impl TodayView {
    /// Whether there is nothing at all to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
            && self.silent.is_empty()
            && self.stand_ins.is_empty()
            && self.hand_overs.is_empty()
            && self.news.is_empty()
            && self.overview.as_ref().is_none_or(Overview::is_empty)
    }

    /// How many things want something of the reader.
    #[must_use]
    pub fn count(&self) -> usize {
        let asked = self.unreached.len() + self.threads.len() + self.rooms.len() + self.requests.len();
        let asked = asked + self.goals.len() + self.mails.len() + self.asked.len() + self.declined.len() + self.reports.len();
        asked + self.tasks.len() + self.danger.len() + self.week.len() + self.invoices.len()
    }
}

/// A task of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLine {
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// In which project.
    pub project: ProjectId,
    /// The project's name.
    pub project_name: String,
    /// Which.
    pub task: TaskId,
    /// What is to be done.
    pub name: String,
    /// By when.
    pub due_on: Option<Date>,
    /// How far it is.
    pub state: TaskState,
    /// Since when.
    pub since: Timestamp,
    /// Whether it is on the reader.
    pub mine: bool,
    /// Who else it is on.
    pub owner: Option<String>,
    /// Whom the reader stands in for, where the matter is not its own.
    pub instead_of: Option<String>,
}

impl TaskLine {
    pub(super) fn new(actor: &Actor, found: DueTask) -> Self {
        let me = actor.person();
        let mine = found.owner.as_ref().is_some_and(|(owner, _)| *owner == me);
        Self {
            customer: found.place.customer,
            customer_name: found.place.customer_name,
            project: found.place.project,
            project_name: found.place.project_name,
            task: found.task,
            name: found.name,
            due_on: found.due_on,
            state: found.state.0,
            since: found.state.1,
            mine,
            owner: found.owner.filter(|_| !mine).map(|(_, name)| name),
            instead_of: found.place.responsible.filter(|(who, _)| *who != me).map(|(_, name)| name),
        }
    }
}

/// An invoice of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Which.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// The day by which it was to be paid, and what is open, where that is overdue.
    pub late: Option<(Date, Money)>,
    /// What somebody asks about it.
    pub question: Option<Question>,
}

/// A discussion about an invoice that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which.
    pub thread: ThreadId,
    /// In one line.
    pub title: String,
    /// The language of who opened it.
    pub language: Language,
    /// Who moves next.
    pub ball: Ball,
}

/// Something that happened at one of the reader's customers.
#[derive(Debug, Clone)]
pub struct TodayNews {
    /// At which.
    pub customer: CustomerId,
    /// Its name.
    pub customer_name: String,
    /// What.
    pub item: NewsItem,
}

impl From<(String, News)> for TodayNews {
    fn from((customer_name, news): (String, News)) -> Self {
        Self { customer: news.event.customer, customer_name, item: news.into() }
    }
}
