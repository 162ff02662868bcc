//! Claims about the versions of files and their approval: of one exact version, by the other side, and in its sight only.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    acceptance::Verdict,
    attachment::FileState,
    event::EventKind,
    id::{AttachmentId, ThreadId},
    thread::Ball,
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error, attachment,
    attachment::ReceivedFile,
    feedback::RoomKind,
    form::Problem,
    plan::{self, WaitingItem},
    thread::{self, DecideFileForm, FilePage, NewVersionForm, ReplyForm, SplitForm},
    waiting,
};

impl Fixtures {
    async fn file(&self, by: &Actor, bytes: &[u8]) -> ReceivedFile {
        let mut receiver = attachment::begin(&self.world.portal, by, self.world.lakeside).await.unwrap();
        let coming = futures_util::stream::iter([Ok(bytes.to_vec().into())]);
        receiver.take(&self.world.portal, "plan.txt", coming).await.unwrap().unwrap()
    }

    /// Brings a file of which the other side is asked.
    async fn bring(&self, by: &Actor, thread: ThreadId, bytes: &[u8]) -> AttachmentId {
        let file = self.file(by, bytes).await.asking_approval();
        let form = ReplyForm { message: self.id(), text: "Here it is.".to_owned() };
        thread::reply_with(&self.world.portal, by, self.world.lakeside, thread, &form, &[file]).await.unwrap();
        self.show(by, thread).await.messages.last().unwrap().files[0].id
    }

    async fn bring_next(&self, by: &Actor, of: AttachmentId, bytes: &[u8], asks_approval: bool) -> Result<AttachmentId, Error> {
        self.pass_minutes(1);
        let form = NewVersionForm { message: self.id(), text: String::new(), asks_approval };
        for _ in 0..2 {
            let file = self.file(by, bytes).await;
            thread::add_version(&self.world.portal, by, self.world.lakeside, of, (&form, file)).await?;
        }
        Ok(self.page(by, of).await?.versions[0].id)
    }

    async fn page(&self, by: &Actor, of: AttachmentId) -> Result<FilePage, Error> {
        thread::show_file(&self.world.portal, by, self.world.lakeside, of).await
    }

    async fn judge(&self, by: &Actor, of: AttachmentId, verdict: Verdict, reason: &str) -> Result<(), Error<()>> {
        let form = DecideFileForm { verdict: verdict.to_string(), reason: reason.to_owned() };
        thread::decide_file(&self.world.portal, by, self.world.lakeside, of, &form).await
    }

    /// Whether a file waits for this reader, on the plan and, of the supplier's people, on their list.
    async fn waits(&self, reader: &Actor) -> bool {
        let view = plan::show(&self.world.portal, reader, self.world.lakeside).await.unwrap();
        let on_plan = view.waiting.iter().any(|it| matches!(it, WaitingItem::Room(item) if item.kind == RoomKind::File));
        if let Some(list) = waiting::show(&self.world.portal, reader).await.unwrap() {
            assert_eq!(list.rooms.iter().any(|item| item.kind == RoomKind::File), on_plan);
        }
        on_plan
    }
}

on_both_databases! {
    async fn the_other_side_approves_one_exact_version_once(db: TestDb) {
        let g = ground(db).await;
        let (anna, ben, mikko) = (&g.world.anna, &g.world.ben, &g.world.mikko);
        let thread = g.open(anna, g.plan(), "Which weekend?").await;
        let first = g.bring(mikko, thread, b"one").await;
        assert_eq!((g.waits(anna).await, g.waits(ben).await, g.waits(mikko).await), (true, true, false));
        assert!(matches!(g.judge(mikko, first, Verdict::Approved, "").await, Err(Error::NotFound)), "nobody approves its own");
        for stranger in [&g.world.carla, &g.world.petra] {
            assert!(g.judge(stranger, first, Verdict::Approved, "").await.is_err());
        }
        let without_reason = g.judge(anna, first, Verdict::Refused, " ").await;
        assert!(matches!(without_reason, Err(Error::Invalid(it)) if it[0].field == "reason" && it[0].problem == Problem::Empty));

        for _ in 0..2 {
            g.judge(anna, first, Verdict::Refused, "Gate 2 is missing").await.unwrap();
        }
        assert!(matches!(g.judge(ben, first, Verdict::Approved, "").await, Err(Error::Stale(_))), "it is decided");
        assert!(!g.waits(anna).await && !g.waits(mikko).await);
        assert_eq!(g.ball(thread).await.0, Ball::Supplier, "whoever brought it has to move");
        let page = g.page(mikko, first).await.unwrap();
        let decided = page.versions[0].decided.as_ref().unwrap();
        assert_eq!((decided.verdict, decided.reason.as_str(), decided.by.as_str()), (Verdict::Refused, "Gate 2 is missing", "Anna Aho"));
        assert_eq!(decided.hash, page.versions[0].hash, "of these very bytes");

        let second = g.bring_next(mikko, first, b"two", true).await.unwrap();
        let page = g.page(anna, first).await.unwrap();
        let versions: Vec<_> = page.versions.iter().map(|it| (it.id, it.version, it.state)).collect();
        assert_eq!(versions, [(second, 2, FileState::Waits), (first, 1, FileState::Refused)], "sent twice, it is one");
        assert!(g.waits(anna).await, "a new version needs a new approval");
        assert!(matches!(g.judge(ben, first, Verdict::Approved, "").await, Err(Error::Stale(_))), "there is a later one");
        g.judge(ben, second, Verdict::Approved, "").await.unwrap();
        let files: Vec<_> = g.show(mikko, thread).await.messages.iter().flat_map(|it| it.files.clone()).collect();
        let told: Vec<_> = files.iter().map(|it| (it.version, it.is_newest, it.state)).collect();
        assert_eq!(told, [(1, false, FileState::Refused), (2, true, FileState::Approved)]);
        let kinds: Vec<_> = g.news(mikko).await.into_iter().map(|(kind, _)| kind).collect();
        assert!(kinds.contains(&EventKind::FileRefused) && kinds.contains(&EventKind::FileApproved), "{kinds:?}");
    }

    async fn a_version_of_the_customer_waits_for_whoever_is_responsible(db: TestDb) {
        let g = ground(db).await;
        let (anna, mikko) = (&g.world.anna, &g.world.mikko);
        let thread = g.open(mikko, g.project(), "Which weekend?").await;
        let first = g.bring(mikko, thread, b"one").await;
        let second = g.bring_next(anna, first, b"two", false).await.unwrap();
        assert!(!g.waits(mikko).await && !g.waits(anna).await, "what was asked is replaced, and of this one nobody was");
        let ask = |by, of| thread::ask_approval(&g.world.portal, by, g.world.lakeside, of);
        assert!(matches!(ask(mikko, second).await, Err(Error::NotFound)), "it is the customer's to ask");
        assert!(matches!(ask(anna, first).await, Err(Error::Stale(_))), "there is a later one");
        for _ in 0..2 {
            ask(anna, second).await.unwrap();
        }
        assert_eq!((g.waits(mikko).await, g.waits(anna).await), (true, false));
        let saaras = waiting::show(&g.world.portal, &g.world.saara).await.unwrap().unwrap();
        assert!(saaras.rooms.is_empty(), "she has another customer");
        assert!(matches!(g.judge(&g.world.petra, second, Verdict::Approved, "").await, Err(Error::NotResponsible)));
        g.judge(mikko, second, Verdict::Approved, "Fine").await.unwrap();
        assert!(!g.waits(mikko).await);
    }

    async fn what_a_reader_may_not_see_has_no_versions_for_it(db: TestDb) {
        let g = ground(db).await;
        let (anna, ben, mikko) = (&g.world.anna, &g.world.ben, &g.world.mikko);
        let thread = g.open(anna, g.line(), "Why 6?").await;
        let of = g.bring(mikko, thread, b"one").await;
        assert!(g.waits(anna).await && !g.waits(ben).await, "it speaks of sums");
        for stranger in [ben, &g.world.carla] {
            assert!(matches!(g.page(stranger, of).await, Err(Error::NotFound)));
            assert!(matches!(g.judge(stranger, of, Verdict::Approved, "").await, Err(Error::NotFound)));
        }
        assert!(g.bring_next(ben, of, b"two", false).await.is_err());
        let unknown: AttachmentId = g.id();
        assert!(matches!(g.page(anna, unknown).await, Err(Error::NotFound)));
        let inside = g.open(mikko, g.prepared(), "Price?").await;
        let hidden = g.bring(mikko, inside, b"three").await;
        assert!(matches!(g.page(anna, hidden).await, Err(Error::NotFound)));
        let page = g.page(mikko, hidden).await.unwrap();
        assert_eq!((page.versions[0].state, page.to_ask()), (FileState::Free, None), "nobody is asked who does not see it");
    }

    async fn a_withdrawn_version_is_gone_and_the_one_before_it_holds(db: TestDb) {
        let g = ground(db).await;
        let (anna, mikko) = (&g.world.anna, &g.world.mikko);
        let thread = g.open(anna, g.plan(), "Which weekend?").await;
        let first = g.bring(mikko, thread, b"one").await;
        let second = g.bring_next(mikko, first, b"two", true).await.unwrap();
        let message = g.show(mikko, thread).await.messages.last().unwrap().id;
        g.pass_minutes(1);
        thread::withdraw_message(&g.world.portal, mikko, (g.world.lakeside, thread), message).await.unwrap();
        assert!(matches!(g.page(anna, second).await, Err(Error::NotFound)));
        let page = g.page(anna, first).await.unwrap();
        assert_eq!(page.versions.iter().map(|it| it.version).collect::<Vec<_>>(), [1]);
        assert!(g.waits(anna).await, "of the first one it was asked too");
        g.judge(anna, first, Verdict::Approved, "").await.unwrap();
        let third = g.bring_next(mikko, first, b"three", false).await.unwrap();
        assert_eq!(g.page(anna, third).await.unwrap().versions[0].version, 3, "no number is given twice");
    }

    async fn what_was_decided_stays_whoever_brought_it(db: TestDb) {
        let g = ground(db).await;
        let (anna, mikko) = (&g.world.anna, &g.world.mikko);
        let thread = g.open(anna, g.plan(), "Which weekend?").await;
        let file = g.bring(mikko, thread, b"one").await;
        let message = g.show(mikko, thread).await.messages.last().unwrap().id;
        g.judge(anna, file, Verdict::Refused, "The price is wrong.").await.unwrap();
        let withdrawn = thread::withdraw_message(&g.world.portal, mikko, (g.world.lakeside, thread), message).await;
        assert!(matches!(withdrawn, Err(Error::Stale(_))), "{withdrawn:?}");
        assert_eq!(g.page(anna, file).await.unwrap().versions[0].state, FileState::Refused);
    }

    async fn a_file_and_its_newer_versions_stay_in_one_discussion(db: TestDb) {
        let g = ground(db).await;
        let (mikko, anna, lakeside) = (&g.world.mikko, &g.world.anna, g.world.lakeside);
        let thread = g.open(anna, g.project(), "Gate").await;
        g.pass_minutes(1);
        let file = g.bring(anna, thread, b"one").await;
        g.pass_minutes(1);
        let between = g.reply(mikko, thread, "Which gate?").await;
        g.bring_next(anna, file, b"two", false).await.unwrap();
        let form = SplitForm { title: "Which gate?".to_owned(), ..SplitForm::blank(g.id()) };
        let parted = thread::split(&g.world.portal, mikko, (lakeside, thread), between, &form).await;
        assert!(matches!(parted, Err(Error::Invalid(problems)) if problems[0].problem == Problem::FileGoesOn));
        let message = g.show(anna, thread).await.messages[1].id;
        thread::split(&g.world.portal, mikko, (lakeside, thread), message, &form).await.unwrap();
        assert_eq!(g.page(anna, file).await.unwrap().versions.len(), 2, "both went along");
    }
}
