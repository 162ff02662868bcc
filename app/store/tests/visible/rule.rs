//! The rule of who may know of what, written once more and plainly, about plain values.

use coplan_domain::{
    event::Audience,
    person::{Scope, Side},
};
use proptest::prelude::*;

/// What stands under a customer. Places in the lists are taken round, so that every number names something.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Whether each project is shared.
    pub projects: Vec<bool>,
    /// Of which project each milestone is, and whether it was taken away.
    pub milestones: Vec<(usize, bool)>,
    pub tasks: Vec<TaskOf>,
    /// How many invoices there are, with a line each.
    pub invoices: usize,
    pub threads: Vec<ThreadOf>,
    pub events: Vec<EventOf>,
    /// What each member may see besides the plan: sums, discussions, people.
    pub members: Vec<[bool; 3]>,
}

#[derive(Debug, Clone)]
pub struct TaskOf {
    pub project: usize,
    pub side: Side,
    pub onstage: bool,
    pub shared: bool,
    pub removed: bool,
}

#[derive(Debug, Clone)]
pub struct ThreadOf {
    pub about: usize,
    pub inside: bool,
    pub ball: usize,
}

#[derive(Debug, Clone)]
pub struct EventOf {
    /// An object, a thread, or what is not there any more.
    pub object: usize,
    pub audience: usize,
    pub taken_back: Option<bool>,
}

/// An object by its place among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    Plan,
    Person,
    Project(usize),
    Milestone(usize),
    Task(usize),
    Invoice(usize),
    Line(usize),
    Thread(usize),
    GoneThread,
    GoneInvoice,
}

pub fn ground() -> impl Strategy<Value = Ground> {
    let task = (0..9_usize, any::<bool>(), any::<bool>(), any::<bool>(), prop::bool::weighted(0.2)).prop_map(
        |(project, ours, onstage, shared, removed)| {
            let side = if ours { Side::Supplier } else { Side::Customer };
            TaskOf { project, side, onstage, shared: shared && !onstage, removed }
        },
    );
    let thread =
        (0..99_usize, prop::bool::weighted(0.3), 0..3_usize).prop_map(|(about, inside, ball)| ThreadOf { about, inside, ball });
    let event = (0..99_usize, 0..Audience::ALL.len(), prop::option::weighted(0.2, any::<bool>()))
        .prop_map(|(object, audience, taken_back)| EventOf { object, audience, taken_back });
    let list = |most: usize| 0..=most;
    (
        prop::collection::vec(any::<bool>(), 1..4),
        prop::collection::vec((0..9_usize, prop::bool::weighted(0.2)), list(3)),
        prop::collection::vec(task, list(5)),
        0..3_usize,
        prop::collection::vec(thread, list(7)),
        prop::collection::vec(event, list(12)),
        prop::collection::vec(any::<[bool; 3]>(), 1..4),
    )
        .prop_map(|(projects, milestones, tasks, invoices, threads, events, members)| Ground {
            projects,
            milestones,
            tasks,
            invoices,
            threads,
            events,
            members,
        })
}

/// Who reads, in plain values.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    pub side: Side,
    pub money: bool,
    pub discussion: bool,
    pub people: bool,
}

impl Reader {
    pub fn is_staff(self) -> bool {
        self.side == Side::Supplier
    }
}

impl Ground {
    pub fn project_of(&self, place: usize) -> usize {
        place % self.projects.len()
    }

    /// What threads can be about.
    pub fn abouts(&self) -> Vec<Object> {
        let mut all = vec![Object::Plan];
        all.extend((0..self.projects.len()).map(Object::Project));
        all.extend((0..self.milestones.len()).map(Object::Milestone));
        all.extend((0..self.tasks.len()).map(Object::Task));
        all.extend((0..self.invoices).flat_map(|place| [Object::Invoice(place), Object::Line(place)]));
        all
    }

    pub fn about(&self, thread: usize) -> Object {
        let abouts = self.abouts();
        abouts[self.threads[thread].about % abouts.len()]
    }

    pub fn object(&self, event: &EventOf) -> Object {
        if event.taken_back.is_some() {
            return Object::GoneInvoice;
        }
        let mut all = vec![Object::Plan, Object::Person, Object::GoneThread, Object::GoneInvoice];
        all.extend(self.abouts().into_iter().filter(|about| !matches!(about, Object::Line(_))));
        all.extend((0..self.threads.len()).map(Object::Thread));
        all[event.object % all.len()]
    }

    /// The rule.
    pub fn sees(&self, reader: Reader, object: Object) -> bool {
        match object {
            Object::Plan => true,
            Object::Person => reader.people,
            Object::Project(place) => reader.is_staff() || self.projects[place],
            Object::Milestone(place) => self.sees(reader, Object::Project(self.project_of(self.milestones[place].0))),
            Object::Task(place) => {
                let task = &self.tasks[place];
                let shown = reader.is_staff() || task.onstage || task.shared;
                shown && self.sees(reader, Object::Project(self.project_of(task.project)))
            }
            Object::Invoice(_) | Object::Line(_) => reader.money,
            Object::Thread(place) => {
                let outside = reader.is_staff() || !self.threads[place].inside;
                reader.discussion && outside && self.sees(reader, self.about(place))
            }
            Object::GoneThread | Object::GoneInvoice => false,
        }
    }

    pub fn is_told(&self, reader: Reader, event: &EventOf) -> bool {
        let is_among = match Audience::ALL[event.audience] {
            Audience::Scope(Scope::Plan) => true,
            Audience::Scope(Scope::Money) => reader.money,
            Audience::Scope(Scope::Discussion) => reader.discussion,
            Audience::Scope(Scope::People) => reader.people,
            Audience::Scope(Scope::Meetings | Scope::Goals) | Audience::Internal => reader.is_staff(),
            Audience::MoneyDiscussion => reader.money && reader.discussion,
        };
        let in_own_words = event.taken_back.is_some_and(|for_staff| for_staff == reader.is_staff());
        is_among && (in_own_words || self.sees(reader, self.object(event)))
    }
}
