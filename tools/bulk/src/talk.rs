//! What was discussed with one bulk customer.

use super::{story::Story, words};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{InvoiceId, MilestoneId, ProjectId, ThreadId},
    person::{Scope, Side},
    thread::{About, AboutKind},
};
use coplan_store::bulk_load::{PastMessage, PastThread};
use jiff::SignedDuration;

/// What a thread is about.
#[derive(Clone, Copy)]
pub enum Matter {
    /// The plan as a whole.
    Plan,
    /// A project.
    Project(ProjectId),
    /// A milestone of a project.
    Milestone(ProjectId, MilestoneId),
    /// An invoice.
    Invoice(InvoiceId),
}

/// A thread of a full plan: how many days ago it began, its part of a hundred messages, and whether it is over.
const THREADS: [(i64, usize, bool); 6] =
    [(300, 30, true), (210, 22, true), (140, 18, true), (70, 13, false), (24, 10, false), (6, 7, false)];

impl Story<'_> {
    /// So many messages about these matters, the first ones the longest ago.
    pub fn threads(&mut self, matters: &[Matter; 6], messages: usize) {
        let parts = THREADS.map(|(_, part, _)| messages * part / 100);
        let (rest, first) = (messages - parts.iter().sum::<usize>(), self.rng.below(words::THREADS.len()));
        for (place, (matter, (days, _, over))) in matters.iter().zip(THREADS).enumerate() {
            let messages = parts[place] + if place == 0 { rest } else { 0 };
            self.thread(*matter, words::THREADS[(first + place) % words::THREADS.len()], days, messages, over);
        }
    }

    /// One thread that began so many days ago, both sides speaking in turn.
    pub fn thread(&mut self, matter: Matter, title: &str, days: i64, messages: usize, over: bool) {
        let id: ThreadId = self.change.id();
        let audience = match matter {
            Matter::Invoice(_) => Audience::MoneyDiscussion,
            _ => Audience::Scope(Scope::Discussion),
        };
        let opener = self.rng.below(2);
        let opened_at = self.at(days);
        // All of it is said before today begins, however many messages there are.
        let most = SignedDuration::from_hours(24 * days - 24).as_mins() / i64::try_from(messages).unwrap_or(i64::MAX).max(1);
        let (mut at, mut last_side) = (opened_at, Side::Customer);
        for place in 0..messages {
            let (side, author, texts) = match (opener + place) % 2 {
                0 => (Side::Customer, self.member, &words::ASKED),
                _ => (Side::Supplier, self.keeper, &words::ANSWERED),
            };
            if place > 0 {
                let wait = 20 + self.rng.some(26 * 60);
                at += SignedDuration::from_mins(wait.min(most));
            }
            let kind = if place == 0 { EventKind::ThreadOpened } else { EventKind::Replied };
            self.record(at, Some(author), kind, (ObjectKind::Thread, id.0), title, audience);
            let text = self.rng.one(texts).to_owned();
            self.past.messages.push(PastMessage { id: self.change.id(), thread: id, author, text, at });
            last_side = side;
        }
        let resolution =
            over.then(|| (at + SignedDuration::from_mins(40), self.keeper, self.rng.one(&words::OUTCOMES).to_owned()));
        if let Some((at, by, _)) = resolution {
            self.record(at, Some(by), EventKind::ThreadResolved, (ObjectKind::Thread, id.0), title, audience);
        }
        let (about, project) = self.place_of(matter);
        self.past.threads.push(PastThread {
            id,
            customer: self.customer,
            about,
            project,
            title: title.to_owned(),
            by: if opener == 0 { self.member } else { self.keeper },
            at: opened_at,
            last_message_at: at,
            last_side,
            version: i64::try_from(messages).unwrap_or(1) + i64::from(resolution.is_some()),
            resolution,
        });
    }

    fn place_of(&self, matter: Matter) -> (About, Option<ProjectId>) {
        let about = |kind, id| About { kind, id };
        match matter {
            Matter::Plan => (about(AboutKind::Plan, self.customer.0), None),
            Matter::Project(id) => (about(AboutKind::Project, id.0), Some(id)),
            Matter::Milestone(project, id) => (about(AboutKind::Milestone, id.0), Some(project)),
            Matter::Invoice(id) => (about(AboutKind::Invoice, id.0), None),
        }
    }
}
