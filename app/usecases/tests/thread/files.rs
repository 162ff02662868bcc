//! Claims about files in discussions: who may read the words has the files, and nobody else.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::id::{AttachmentId, CustomerId, ThreadId};
use coplan_store::{
    access::{Actor, System},
    files::GRACE,
    on_both_databases,
};
use coplan_usecases::{
    Error,
    attachment::{self, MOST_FILES, ReceivedFile, Refusal, Size},
    files,
    thread::{self, NoteForm, ReplyForm},
};
use futures_util::{TryStreamExt, stream};
use jiff::SignedDuration;

impl Fixtures {
    /// What comes of these files, each with its name.
    async fn receive(&self, actor: &Actor, sent: &[(&str, &[u8])]) -> Result<Vec<Result<ReceivedFile, Refusal>>, Error> {
        let mut receiver = attachment::begin(&self.world.portal, actor, self.world.lakeside).await?;
        let mut kept = Vec::new();
        for (name, bytes) in sent {
            let bytes = stream::iter([Ok(bytes.to_vec().into())]);
            let one = receiver.take(&self.world.portal, name, bytes).await?;
            kept.push(one.map_err(|refused| refused.why));
        }
        Ok(kept)
    }

    async fn files(&self, actor: &Actor, sent: &[(&str, &[u8])]) -> Vec<ReceivedFile> {
        self.receive(actor, sent).await.unwrap().into_iter().map(Result::unwrap).collect()
    }

    async fn open_file(
        &self,
        actor: &Actor,
        (customer, thread): (CustomerId, ThreadId),
        id: AttachmentId,
    ) -> Result<Vec<u8>, Error> {
        let opened = attachment::open(&self.world.portal, actor, customer, thread, (id, Size::Whole)).await?;
        let pieces: Vec<_> = opened.bytes.try_collect().await?;
        Ok(pieces.concat())
    }
}

on_both_databases! {
    async fn a_file_is_there_for_whoever_may_read_the_words(db: TestDb) {
        let g = ground(db).await;
        let (anna, ben, mikko, lakeside) = (&g.world.anna, &g.world.ben, &g.world.mikko, g.world.lakeside);
        for (about, is_bens) in [(g.plan(), true), (g.line(), false)] {
            let thread = g.open(mikko, about, "Which weekend?").await;
            let files = g.files(anna, &[("plan.pdf", b"%PDF-1.7 of hall 3")]).await;
            let form = ReplyForm { message: g.id(), text: "Here it is.".to_owned() };
            for _ in 0..2 {
                thread::reply_with(&g.world.portal, anna, lakeside, thread, &form, &files).await.unwrap();
            }
            let view = g.show(mikko, thread).await;
            assert_eq!(view.messages.len(), 2, "sent twice it is said once");
            let [file] = &view.messages[1].files[..] else { panic!("{view:?}") };
            assert_eq!((file.name.as_str(), file.size, file.picture), ("plan.pdf", 18, None));
            let of = |actor| g.open_file(actor, (lakeside, thread), file.id);
            assert_eq!(of(mikko).await.unwrap(), b"%PDF-1.7 of hall 3");
            assert_eq!(of(ben).await.is_ok(), is_bens);
            assert!(matches!(of(&g.world.carla).await, Err(Error::NotFound)));
            let other = g.open(mikko, g.plan(), "Another").await;
            let elsewhere = [(lakeside, other), (g.world.harbour, thread)];
            for place in elsewhere {
                assert!(matches!(g.open_file(mikko, place, file.id).await, Err(Error::NotFound)));
            }
            let mail = thread::mail_of(&g.world.portal, view.messages[1].id, mikko.person()).await.unwrap().unwrap();
            assert_eq!(mail.files, ["plan.pdf"]);
        }
    }

    async fn a_file_beside_a_note_is_as_internal_as_the_note(db: TestDb) {
        let g = ground(db).await;
        let (anna, mikko, lakeside) = (&g.world.anna, &g.world.mikko, g.world.lakeside);
        let thread = g.open(anna, g.plan(), "Which weekend?").await;
        let files = g.files(mikko, &[("margin.txt", b"Plantedfile")]).await;
        let form = NoteForm { id: g.id(), note: String::new() };
        let note = thread::write_note_with(&g.world.portal, mikko, lakeside, thread, &form, &files).await.unwrap();
        let internal = g.show(&g.world.olli, thread).await.internal.unwrap();
        assert_eq!(internal.notes[0].text, "margin.txt", "nothing need be written beside a file");
        let file = internal.files[&note][0].clone();
        assert_eq!(g.open_file(&g.world.olli, (lakeside, thread), file.id).await.unwrap(), b"Plantedfile");
        assert!(matches!(g.open_file(anna, (lakeside, thread), file.id).await, Err(Error::NotFound)));
        assert!(!format!("{:?}", g.show(anna, thread).await).contains("margin"));
        let refused = thread::write_note_with(&g.world.portal, anna, lakeside, thread, &form, &files).await;
        assert!(matches!(refused, Err(Error::NotFound)));
    }

    async fn the_same_words_with_another_file_are_another_message(db: TestDb) {
        let g = ground(db).await;
        let (anna, lakeside) = (&g.world.anna, g.world.lakeside);
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let form = ReplyForm { message: g.id(), text: "Here it is.".to_owned() };
        for bytes in [b"one", b"two", b"two", b"one"] {
            g.pass_minutes(1);
            let files = g.files(anna, &[("plan.txt", bytes)]).await;
            thread::reply_with(&g.world.portal, anna, lakeside, thread, &form, &files).await.unwrap();
        }
        thread::reply(&g.world.portal, anna, lakeside, thread, &form).await.unwrap();
        let counts: Vec<_> = g.show(anna, thread).await.messages.iter().map(|message| message.files.len()).collect();
        assert_eq!(counts, [0, 1, 1, 0]);
    }

    async fn what_is_too_much_or_runs_or_cannot_be_read_is_refused(db: TestDb) {
        let g = ground(db).await;
        let anna = &g.world.anna;
        let program = [b"MZ".as_slice(), &[0; 200]].concat();
        let large = vec![b'x'; usize::try_from(attachment::MAX_BYTES).unwrap() + 1];
        let sent: [(&str, &[u8]); 4] =
            [("holiday.jpg", &program), ("gate.jpg", b"\xFF\xD8\xFF no picture"), ("large.txt", &large), ("small.txt", b"x")];
        let received = g.receive(anna, &sent).await.unwrap();
        let why: Vec<_> = received.iter().map(|one| one.as_ref().err().cloned()).collect();
        assert_eq!(why, [Some(Refusal::Program), Some(Refusal::Unreadable), Some(Refusal::TooLarge), None]);
        let many = vec![("a.txt", b"x".as_slice()); MOST_FILES + 1];
        let received = g.receive(anna, &many).await.unwrap();
        assert!(received[..MOST_FILES].iter().all(Result::is_ok));
        assert!(matches!(received[MOST_FILES], Err(Refusal::TooMany)));
        let carla = attachment::begin(&g.world.portal, &g.world.carla, g.world.lakeside).await;
        assert!(matches!(carla, Err(Error::NotFound)), "nothing is written for whoever may not write here");
    }

    async fn files_that_were_kept_stay_and_what_was_only_sent_is_swept(db: TestDb) {
        let g = ground(db).await;
        let (mikko, lakeside, portal) = (&g.world.mikko, g.world.lakeside, &g.world.portal);
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        let files = g.files(mikko, &[("kept.txt", b"kept"), ("noted.txt", b"noted"), ("sent.txt", b"sent")]).await;
        let form = ReplyForm { message: g.id(), text: "One".to_owned() };
        thread::reply_with(portal, mikko, lakeside, thread, &form, &files[..1]).await.unwrap();
        let form = NoteForm { id: g.id(), note: "Two".to_owned() };
        thread::write_note_with(portal, mikko, lakeside, thread, &form, &files[1..2]).await.unwrap();
        // Files are as old as the folder's own clock says, which no test moves.
        g.world.clock.pass(SignedDuration::from_hours(24 * 365 * 20) + GRACE);
        let removed = files::sweep(portal, &System::for_tests()).await.unwrap();
        assert_eq!(removed, 1);
        let view = g.show(mikko, thread).await;
        assert_eq!(g.open_file(mikko, (lakeside, thread), view.messages[1].files[0].id).await.unwrap(), b"kept");
        let noted = view.internal.unwrap().files.into_values().next().unwrap();
        assert_eq!(g.open_file(mikko, (lakeside, thread), noted[0].id).await.unwrap(), b"noted");
    }
}
