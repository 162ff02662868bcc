//! Claims about internal notes: nothing that a member receives has a word of them.

use crate::fixtures::ground;
use coplan_domain::{event::EventKind, thread::Ball};
use coplan_store::{Turn, access::System, on_both_databases, outbox};
use coplan_usecases::{
    Error, testing,
    thread::{self, NoteForm, mail_of},
};
use jiff::SignedDuration;

on_both_databases! {
    async fn staff_reads_notes_beside_the_messages(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.try_note(&g.world.mikko, g.world.lakeside, thread, "Plantednote").await.unwrap();
        let notes = g.show(&g.world.olli, thread).await.internal.unwrap().notes;
        assert_eq!(notes.iter().map(|n| (n.author_name.as_str(), n.text.as_str())).collect::<Vec<_>>(), [("Mikko Kallio", "Plantednote")]);
        assert_eq!(g.ball(thread).await.0, Ball::Supplier);
    }

    async fn nothing_that_a_member_receives_has_a_word_of_a_note(db: TestDb) {
        let g = ground(db).await;
        for about in g.objects() {
            let thread = g.open(&g.world.anna, about, "Which weekend?").await;
            g.try_note(&g.world.mikko, g.world.lakeside, thread, "Plantednote").await.unwrap();
            let message = g.reply(&g.world.mikko, thread, "The 12th.").await;
            let view = g.show(&g.world.anna, thread).await;
            assert_eq!(view.internal, None);
            let mail = mail_of(&g.world.portal, message, g.world.anna.person()).await.unwrap().unwrap();
            let about = testing::threads_about(&g.world.portal, &g.world.anna, g.world.lakeside, about.id).await.unwrap();
            let received = format!("{view:?} {mail:?} {about:?}");
            assert!(received.contains("The 12th.") && !received.contains("Plantednote"), "{received}");
        }
        let list = thread::list(&g.world.portal, &g.world.anna, g.world.lakeside, &Turn::First).await.unwrap();
        let waiting = thread::list_waiting(&g.world.portal, &g.world.anna, g.world.lakeside).await.unwrap();
        let news = g.news(&g.world.anna).await;
        let received = format!("{list:?} {waiting:?} {news:?}");
        assert!(received.contains("Which weekend?") && !received.contains("Plantednote"), "{received}");
        assert!(!news.iter().any(|(kind, _)| *kind == EventKind::NoteWritten));
        assert!(g.news(&g.world.olli).await.iter().any(|(kind, _)| *kind == EventKind::NoteWritten));
    }

    async fn a_note_promises_no_mail(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.try_note(&g.world.mikko, g.world.lakeside, thread, "Plantednote").await.unwrap();
        g.pass_minutes(10);
        let mut change = g.world.portal.change().await.unwrap();
        let opening = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap();
        assert_eq!(opening.unwrap().kind, "message_mail");
        assert!(outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap().is_none());
    }

    async fn members_cannot_write_notes(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let refused = g.try_note(&g.world.anna, g.world.lakeside, thread, "Hello").await;
        assert!(matches!(refused, Err(Error::NotFound)));
        assert_eq!(g.show(&g.world.mikko, thread).await.internal.unwrap().notes, []);
    }

    async fn a_note_sent_twice_is_kept_once(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let form = NoteForm { id: g.id(), note: "Call them".to_owned() };
        for _ in 0..2 {
            thread::write_note(&g.world.portal, &g.world.mikko, g.world.lakeside, thread, &form).await.unwrap();
        }
        let other = thread::write_note(&g.world.portal, &g.world.olli, g.world.lakeside, thread, &form).await;
        assert!(matches!(other, Err(Error::NotFound)));
        assert_eq!(g.show(&g.world.mikko, thread).await.internal.unwrap().notes.len(), 1);
    }

    async fn the_same_form_with_other_words_is_another_note(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let first = NoteForm { id: g.id(), note: "Call them".to_owned() };
        let other = NoteForm { note: "They called".to_owned(), ..first.clone() };
        for form in [&first, &other, &other, &first] {
            g.pass_minutes(1);
            thread::write_note(&g.world.portal, &g.world.mikko, g.world.lakeside, thread, form).await.unwrap();
        }
        let notes = g.show(&g.world.mikko, thread).await.internal.unwrap().notes;
        assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["Call them", "They called"]);
    }
}
