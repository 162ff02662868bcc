//! What the claims about discussions stand on: a project that is shared, one that is not, and an invoice.

use coplan_domain::{
    event::EventKind,
    id::{CustomerId, InvoiceId, LineId, MessageId, MilestoneId, NoteId, ProjectId, ThreadId},
    system::{Rng, new_ulid},
    thread::{About, AboutKind, Ball},
};
use coplan_store::{
    Turn,
    access::{self, Access, Actor},
    access::{PlanWrite, ProjectWrite},
    event, milestone, project,
    testing::{TestDb, plant_invoice},
};
use coplan_usecases::{
    Error,
    testing::{self, World},
    thread::{self, NoteForm, OpenForm, ReplyForm, ThreadView},
};
use jiff::{SignedDuration, Timestamp, civil::date};

/// Lakeside Mills with something to talk about.
pub struct Fixtures {
    pub world: World,
    /// A project that the customer sees.
    pub shared: ProjectId,
    /// A milestone of it.
    pub milestone: MilestoneId,
    /// A project that is being prepared.
    pub prepared: ProjectId,
    pub invoice: InvoiceId,
    pub line: LineId,
}

pub async fn ground(db: TestDb) -> Fixtures {
    let world = testing::world(db).await;
    let mut change = world.portal.change().await.unwrap();
    let plan = PlanWrite::prove(&mut change, &world.mikko, world.lakeside).await.unwrap();
    let (shared, prepared, milestone_id) = (change.id(), change.id(), change.id());
    project::insert(&mut change, &plan, shared, "New network", "", true).await.unwrap();
    project::insert(&mut change, &plan, prepared, "Takeover of Riverside", "", false).await.unwrap();
    let (write, _) = ProjectWrite::prove(&mut change, &world.mikko, world.lakeside, shared).await.unwrap();
    milestone::insert(&mut change, &write, milestone_id, "Hall 3 is online", date(2026, 12, 12)).await.unwrap();
    let (invoice, line) = plant_invoice(&mut change, world.lakeside, "1042", "Six hours on a Saturday").await;
    world.portal.commit(change).await.unwrap();
    Fixtures { world, shared, milestone: milestone_id, prepared, invoice, line }
}

impl Fixtures {
    pub fn id<T: From<ulid::Ulid>>(&self) -> T {
        new_ulid(self.world.portal.clock.now(), &*self.world.portal.rng as &dyn Rng).into()
    }

    pub fn plan(&self) -> About {
        About { kind: AboutKind::Plan, id: self.world.lakeside.0 }
    }

    pub fn project(&self) -> About {
        About { kind: AboutKind::Project, id: self.shared.0 }
    }

    pub fn prepared(&self) -> About {
        About { kind: AboutKind::Project, id: self.prepared.0 }
    }

    pub fn line(&self) -> About {
        About { kind: AboutKind::InvoiceLine, id: self.line.0 }
    }

    /// Every kind of object at Lakeside Mills that a member with every scope may talk about.
    pub fn objects(&self) -> [About; 5] {
        let milestone = About { kind: AboutKind::Milestone, id: self.milestone.0 };
        let invoice = About { kind: AboutKind::Invoice, id: self.invoice.0 };
        [self.plan(), self.project(), milestone, invoice, self.line()]
    }

    pub fn form(&self, about: About, title: &str) -> OpenForm {
        OpenForm { thread: self.id(), message: self.id(), about, title: title.to_owned(), text: format!("{title} Tell us.") }
    }

    /// Opens a thread at Lakeside Mills.
    pub async fn open(&self, actor: &Actor, about: About, title: &str) -> ThreadId {
        let form = self.form(about, title);
        let id = form.thread;
        thread::open(&self.world.portal, actor, self.world.lakeside, &form).await.unwrap();
        id
    }

    pub async fn try_reply(&self, actor: &Actor, customer: CustomerId, thread: ThreadId, text: &str) -> Result<(), Error> {
        let form = ReplyForm { message: self.id(), text: text.to_owned() };
        thread::reply(&self.world.portal, actor, customer, thread, &form).await.map(drop)
    }

    pub async fn reply(&self, actor: &Actor, thread: ThreadId, text: &str) -> MessageId {
        self.try_reply(actor, self.world.lakeside, thread, text).await.unwrap();
        self.show(actor, thread).await.messages.last().unwrap().id
    }

    pub async fn try_note(&self, actor: &Actor, customer: CustomerId, thread: ThreadId, text: &str) -> Result<(), Error> {
        let form = NoteForm { id: self.id::<NoteId>(), note: text.to_owned() };
        thread::write_note(&self.world.portal, actor, customer, thread, &form).await.map(drop)
    }

    pub async fn try_show(&self, actor: &Actor, customer: CustomerId, thread: ThreadId) -> Result<ThreadView, Error> {
        thread::show(&self.world.portal, actor, customer, thread, None).await
    }

    pub async fn show(&self, actor: &Actor, thread: ThreadId) -> ThreadView {
        self.try_show(actor, self.world.lakeside, thread).await.unwrap()
    }

    pub async fn ball(&self, thread: ThreadId) -> (Ball, Timestamp) {
        let state = self.show(&self.world.mikko, thread).await.state;
        (state.ball, state.ball_since)
    }

    /// The titles of the first page of threads at Lakeside Mills.
    pub async fn titles(&self, actor: &Actor) -> Vec<String> {
        let list = thread::list(&self.world.portal, actor, self.world.lakeside, &Turn::First).await.unwrap();
        list.threads.into_iter().map(|thread| thread.title).collect()
    }

    pub async fn access(&self, actor: &Actor) -> Access {
        let mut conn = self.world.portal.db.read().await.unwrap();
        access::find(&mut conn, actor, self.world.lakeside).await.unwrap().unwrap()
    }

    /// What the actor is told of others' deeds at Lakeside Mills, newest first.
    pub async fn news(&self, actor: &Actor) -> Vec<(EventKind, String)> {
        let access = self.access(actor).await;
        let mut conn = self.world.portal.db.read().await.unwrap();
        let news = event::list_by_others(&mut conn, &access, Timestamp::UNIX_EPOCH, 100).await.unwrap();
        news.into_iter().map(|news| (news.event.kind, news.event.label)).collect()
    }

    /// Shows the second project to the customer, or takes it from view again.
    pub async fn share_prepared(&self, shared: bool) {
        let mut change = self.world.portal.change().await.unwrap();
        let (mikko, lakeside) = (&self.world.mikko, self.world.lakeside);
        let (write, _) = ProjectWrite::prove(&mut change, mikko, lakeside, self.prepared).await.unwrap();
        let since = shared.then_some(change.now());
        project::update_shared(&mut change, &write, since).await.unwrap();
        self.world.portal.commit(change).await.unwrap();
    }

    pub fn pass_minutes(&self, minutes: i64) {
        self.world.clock.pass(SignedDuration::from_mins(minutes));
    }

    pub fn now(&self) -> Timestamp {
        self.world.portal.clock.now()
    }
}
