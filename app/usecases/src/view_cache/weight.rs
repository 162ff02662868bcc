//! How many bytes a view takes besides itself, so that what is remembered has a bound.
//!
//! Near enough is enough: what can be long or many is counted, a test holds the sum against the whole text of a view.

use crate::{
    customer_layout::{CustomerLayoutView, Room},
    invoice::{MoneyInShort, Share, ShareOf},
    plan::{EndedProject, NewsDetail, NewsItem, PlanThreads, PlanView, ProjectCard, WaitingItem},
    responsible::{AwayView, ResponsibleView},
    thread::{SubjectView, ThreadLineView, ThreadState, WaitingThread},
};
use coplan_domain::{
    person::Scope,
    plan::{Milestone, Promise, StatusReport},
    request::{AnswerRequest, DaySet, RequestChoice},
    thread::Resolution,
};
use coplan_store::membership::Fellow;

/// Something whose bytes on the heap are counted.
pub(crate) trait Weighed {
    /// How many there are.
    fn heap(&self) -> usize;
}

impl Weighed for String {
    fn heap(&self) -> usize {
        self.capacity()
    }
}

impl<T: Weighed> Weighed for Option<T> {
    fn heap(&self) -> usize {
        self.as_ref().map_or(0, Weighed::heap)
    }
}

impl<T: Weighed> Weighed for Vec<T> {
    fn heap(&self) -> usize {
        self.capacity() * size_of::<T>() + self.iter().map(Weighed::heap).sum::<usize>()
    }
}

impl<T> Weighed for (T, String) {
    fn heap(&self) -> usize {
        self.1.heap()
    }
}

impl Weighed for Room {
    fn heap(&self) -> usize {
        0
    }
}

impl Weighed for Scope {
    fn heap(&self) -> usize {
        0
    }
}

/// Counts the named fields.
macro_rules! weighed {
    ($($name:ident { $($field:ident),* })+) => {$(
        impl Weighed for $name {
            fn heap(&self) -> usize {
                0 $(+ self.$field.heap())*
            }
        }
    )+};
}

weighed! {
    PlanView { frame, projects, ended, waiting, discussion, people, money, news }
    CustomerLayoutView { name, responsible, rooms, filled }
    ResponsibleView { name, title, phone, email, away }
    AwayView { stand_in }
    ProjectCard { name, status, milestones }
    EndedProject { name }
    StatusReport { reason, reported_by }
    Milestone { name, promises }
    Promise { reason }
    PlanThreads { threads }
    ThreadState { resolution }
    ThreadLineView { subject, title, state, last_author, last_text }
    SubjectView { name, part_of }
    Resolution { by, outcome }
    WaitingThread { subject, title }
    Fellow { name, title }
    MoneyInShort { split }
    NewsItem { label, project, who, detail }
    AnswerRequest { choices }
    RequestChoice { name, sets }
    DaySet { name }
}

impl Weighed for Share {
    fn heap(&self) -> usize {
        match &self.of {
            ShareOf::Line(name) => name.heap(),
            ShareOf::Rest | ShareOf::Vat | ShareOf::Prepaid | ShareOf::Rounding => 0,
        }
    }
}

impl Weighed for NewsDetail {
    fn heap(&self) -> usize {
        let (Self::Moved { reason, .. }
        | Self::Reported { reason, .. }
        | Self::Decided { reason, .. }
        | Self::Outcome(reason)
        | Self::Word(reason)) = self;
        reason.heap()
    }
}

impl Weighed for WaitingItem {
    fn heap(&self) -> usize {
        match self {
            Self::Task(task) => {
                let taken = task.taken.as_ref().map_or(0, |taken| taken.name.heap());
                task.project_name.heap() + task.name.heap() + task.why.heap() + taken + task.request.heap()
            }
            Self::Thread(thread) => thread.heap(),
            Self::Question(question) => {
                let said = &question.said;
                let earlier = question.earlier.as_ref().map_or(0, |answer| answer.words.heap() + answer.by.heap());
                said.words.heap()
                    + said.why.heap()
                    + said.for_whom.heap()
                    + said.blocks.heap()
                    + question.asked_by.heap()
                    + earlier
            }
            Self::Room(item) => item.title.heap() + item.customer_name.heap(),
            Self::Goals(goals) => goals.first.title.heap() + goals.first.customer_name.heap(),
        }
    }
}

impl PlanView {
    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of::<Self>() + self.heap()
    }
}
