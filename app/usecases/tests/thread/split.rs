//! Claims about discussions of which a part becomes one of its own.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    event::EventKind,
    id::{MessageId, ThreadId},
    thread::Ball,
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error, System,
    form::{FieldProblem, Problem},
    thread::{ResolveForm, SplitForm, begin_split, keep_readings, note_reading, resolve, show_message, split},
};

impl Fixtures {
    fn split_form(&self, title: &str) -> SplitForm {
        SplitForm { title: title.to_owned(), ..SplitForm::blank(self.id()) }
    }

    async fn split(&self, actor: &Actor, thread: ThreadId, from: MessageId, form: &SplitForm) -> Result<ThreadId, Error> {
        split(&self.world.portal, actor, (self.world.lakeside, thread), from, form).await
    }

    /// What is said in a thread, as a reader has it.
    async fn said(&self, actor: &Actor, thread: ThreadId) -> Vec<String> {
        self.show(actor, thread).await.messages.into_iter().map(|message| message.text).collect()
    }
}

on_both_databases! {
    async fn a_message_and_what_followed_become_a_discussion_with_the_same_readers(db: TestDb) {
        let g = ground(db).await;
        let (mikko, anna, ben) = (&g.world.mikko, &g.world.anna, &g.world.ben);
        let thread = g.open(mikko, g.line(), "Hours").await;
        g.pass_minutes(1);
        g.try_note(mikko, g.world.lakeside, thread, "They pay late").await.unwrap();
        g.pass_minutes(1);
        let gate = g.reply(anna, thread, "And who opens the gate?").await;
        g.pass_minutes(1);
        g.try_note(mikko, g.world.lakeside, thread, "Petra does").await.unwrap();
        g.reply(mikko, thread, "Petra").await;
        let title = "The gate";
        let form = g.split_form(title);
        assert_eq!(begin_split(&g.world.portal, anna, (g.world.lakeside, thread), gate).await.unwrap().messages, 2);
        for _ in 0..2 {
            assert_eq!(g.split(anna, thread, gate, &form).await.unwrap(), form.id, "sent twice it is there once");
        }
        assert_eq!(g.said(anna, thread).await, ["Hours Tell us."]);
        assert_eq!(g.said(anna, form.id).await, ["And who opens the gate?", "Petra"]);
        assert!(matches!(g.try_show(ben, g.world.lakeside, form.id).await, Err(Error::NotFound)), "it is about a line still");
        let (whole, part) = (g.show(mikko, thread).await, g.show(mikko, form.id).await);
        let notes = |view: &coplan_usecases::thread::ThreadView| {
            view.internal.as_ref().unwrap().notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!((notes(&whole), notes(&part)), (vec!["They pay late".to_owned()], vec!["Petra does".to_owned()]));
        assert_eq!((whole.state.ball, part.state.ball), (Ball::Customer, Ball::Customer), "each waits for its own answer");
        assert_eq!((whole.parts[0].id, part.whole.unwrap().id, part.opened_by.as_str()), (form.id, thread, "Anna Aho"));
        let news = g.news(anna).await;
        assert!(!news.iter().any(|(kind, _)| *kind == EventKind::MessagesMoved), "her own deed");
        let news = g.news(mikko).await;
        assert!(news.contains(&(EventKind::MessagesMoved, "Hours".to_owned())), "{news:?}");
        assert!(news.contains(&(EventKind::ThreadOpened, "The gate".to_owned())), "{news:?}");
        let moved = show_message(&g.world.portal, anna, g.world.lakeside, form.id, gate, None).await.unwrap();
        assert!(!moved.may_split, "it is the first one now");
        g.reply(anna, thread, "Thank you").await;
        g.reply(mikko, form.id, "At six").await;
        assert_eq!((g.said(mikko, thread).await.len(), g.said(mikko, form.id).await.len()), (2, 3), "both go on");
    }

    async fn only_what_can_be_cut_is_cut_and_only_by_those_who_write_there(db: TestDb) {
        let g = ground(db).await;
        let (mikko, anna) = (&g.world.mikko, &g.world.anna);
        let thread = g.open(anna, g.project(), "Gate").await;
        let first = g.show(anna, thread).await.messages[0].id;
        g.pass_minutes(1);
        let second = g.reply(mikko, thread, "Which one?").await;
        let other = g.open(anna, g.plan(), "Keys").await;
        let form = g.split_form("Which gate?");
        for (actor, of, from) in [(anna, thread, first), (&g.world.carla, thread, second), (anna, other, second)] {
            assert!(matches!(g.split(actor, of, from, &form).await, Err(Error::NotFound)));
        }
        let stranger = g.split(&g.world.petra, thread, second, &form).await;
        assert!(matches!(stranger, Err(Error::NotResponsible | Error::NotFound)), "{stranger:?}");
        let untitled = g.split(anna, thread, second, &g.split_form(" ")).await;
        let problem = FieldProblem { field: "title", problem: Problem::Empty };
        assert!(matches!(untitled, Err(Error::Invalid(problems)) if problems == [problem]));
        let end = ResolveForm { outcome: "Gate 2".to_owned(), version: g.show(anna, thread).await.state.version };
        resolve(&g.world.portal, anna, g.world.lakeside, thread, &end).await.unwrap();
        assert!(matches!(g.split(anna, thread, second, &form).await, Err(Error::NotFound)), "what is over is opened again first");
    }

    async fn who_had_read_to_the_end_has_read_both(db: TestDb) {
        let g = ground(db).await;
        let (mikko, anna) = (&g.world.mikko, &g.world.anna);
        let thread = g.open(mikko, g.plan(), "Gate").await;
        g.pass_minutes(1);
        let second = g.reply(mikko, thread, "And the keys?").await;
        note_reading(&g.world.portal, anna, &g.show(anna, thread).await);
        keep_readings(&g.world.portal, &System::for_tests()).await.unwrap();
        let form = g.split_form("Keys");
        g.split(mikko, thread, second, &form).await.unwrap();
        for id in [thread, form.id] {
            let view = g.show(mikko, id).await;
            assert!(format!("{:?}", view.delivery).contains("ReadBy"), "{:?}", view.delivery);
        }
    }
}
