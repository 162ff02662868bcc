//! Claims about who is told of a message by mail, and when.

use crate::{
    fixtures::{Fixtures, ground},
    waiting::{away, hand_over},
};
use coplan_domain::id::{MessageId, PersonId, ThreadId};
use coplan_store::{access::Actor, access::MemberAdmin, access::System, on_both_databases, outbox, testing::dump};
use coplan_usecases::{
    job::Job,
    mail_choice::{self, MailChoiceForm},
    plan,
    thread::{MessageMail, enqueue_mails, keep_readings, list_to_tell, mail_of, note_reading, show},
};
use jiff::SignedDuration;

/// The mails about a message, as they would go out now.
async fn mails(g: &Fixtures, message: MessageId) -> Vec<MessageMail> {
    let mut mails = Vec::new();
    for to in list_to_tell(&g.world.portal, message).await.unwrap() {
        mails.extend(mail_of(&g.world.portal, message, to).await.unwrap());
    }
    mails
}

/// The names of who is told of a message.
async fn told(g: &Fixtures, message: MessageId) -> Vec<String> {
    mails(g, message).await.into_iter().map(|mail| mail.to.name).collect()
}

async fn first_message(g: &Fixtures, thread: ThreadId) -> MessageId {
    g.show(&g.world.mikko, thread).await.messages[0].id
}

/// Opens the thread's page.
async fn reads(g: &Fixtures, actor: &Actor, thread: ThreadId) {
    note_reading(&g.world.portal, actor, &g.show(actor, thread).await);
    keep_readings(&g.world.portal, &System::for_tests()).await.unwrap();
}

on_both_databases! {
    async fn everybody_who_may_know_is_told_but_not_the_author(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Ben Berg", "Mikko Kallio"]);
        g.pass_minutes(1);
        let answer = g.reply(&g.world.mikko, thread, "The *12th*.").await;
        let mails = mails(&g, answer).await;
        assert_eq!(mails.iter().map(|mail| mail.to.name.as_str()).collect::<Vec<_>>(), ["Anna Aho", "Ben Berg"]);
        assert_eq!((mails[0].customer, mails[0].thread, mails[0].title.as_str()), (g.world.lakeside, thread, "Which weekend?"));
        assert_eq!((mails[0].author.as_str(), mails[0].text.as_str()), ("Mikko Kallio", "The *12th*."));
        assert_eq!(mails[0].to.email, "anna.aho@customer.example");
    }

    async fn who_wants_no_such_mails_gets_none(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let first = first_message(&g, thread).await;
        for (messages, expected) in [(false, vec!["Mikko Kallio"]), (true, vec!["Ben Berg", "Mikko Kallio"])] {
            let form = MailChoiceForm { messages, pace: "at_once".to_owned(), hour: "8".to_owned(), ..MailChoiceForm::default() };
            mail_choice::choose(&g.world.portal, &g.world.ben, &form).await.unwrap();
            assert_eq!(told(&g, first).await, expected);
        }
    }

    async fn messages_in_a_row_become_one_mail(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let first = first_message(&g, thread).await;
        g.pass_minutes(1);
        let second = g.reply(&g.world.anna, thread, "And which hall?").await;
        assert!(told(&g, first).await.is_empty());
        assert_eq!(told(&g, second).await, ["Ben Berg", "Mikko Kallio"]);
    }

    async fn the_mail_is_promised_for_two_minutes_later(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = first_message(&g, thread).await;
        g.pass_minutes(1);
        let mut change = g.world.portal.change().await.unwrap();
        assert!(outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap().is_none());
        drop(change);
        g.pass_minutes(1);
        let mut change = g.world.portal.change().await.unwrap();
        let job = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap().unwrap();
        assert_eq!((job.kind.as_str(), job.payload), ("message_mail", format!(r#"{{"message":"{message}"}}"#)));
    }

    async fn each_reader_is_promised_a_mail_of_its_own(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = first_message(&g, thread).await;
        let readers = list_to_tell(&g.world.portal, message).await.unwrap();
        let mut change = g.world.portal.change().await.unwrap();
        enqueue_mails(&mut change, &System::for_tests(), message, &readers).await.unwrap();
        for (person, name) in readers.into_iter().zip(["Ben Berg", "Mikko Kallio"]) {
            let job = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap().unwrap();
            assert_eq!(Job::parse(&job.kind, &job.payload).unwrap(), Job::MessageMailTo { message, to: person });
            assert_eq!(job.recipient, Some(person));
            assert_eq!(mail_of(&g.world.portal, message, person).await.unwrap().unwrap().to.name, name);
        }
        assert!(outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap().is_none());
    }

    async fn whoever_has_read_the_message_meanwhile_gets_no_mail(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = first_message(&g, thread).await;
        let readers = list_to_tell(&g.world.portal, message).await.unwrap();
        assert_eq!(readers, [g.world.ben.person(), g.world.mikko.person()]);
        reads(&g, &g.world.ben, thread).await;
        assert_eq!(mail_of(&g.world.portal, message, g.world.ben.person()).await.unwrap(), None, "it was promised before");
        assert_eq!(told(&g, message).await, ["Mikko Kallio"]);
        reads(&g, &g.world.mikko, thread).await;
        assert!(told(&g, message).await.is_empty());
    }

    async fn whoever_has_read_only_what_came_before_is_told(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let drawn = g.show(&g.world.ben, thread).await;
        g.pass_minutes(1);
        let second = g.reply(&g.world.anna, thread, "And which hall?").await;
        // Drawn before the second message was kept, noted after it.
        note_reading(&g.world.portal, &g.world.ben, &drawn);
        keep_readings(&g.world.portal, &System::for_tests()).await.unwrap();
        assert_eq!(told(&g, second).await, ["Ben Berg", "Mikko Kallio"]);
        reads(&g, &g.world.ben, thread).await;
        assert_eq!(told(&g, second).await, ["Mikko Kallio"], "right after the first was read");
    }

    async fn reading_one_discussion_or_the_plan_is_not_reading_another(db: TestDb) {
        let g = ground(db).await;
        let (one, other) = (g.open(&g.world.anna, g.plan(), "one").await, g.open(&g.world.anna, g.plan(), "other").await);
        reads(&g, &g.world.ben, one).await;
        g.pass_minutes(1);
        let seen = plan::show(&g.world.portal, &g.world.ben, g.world.lakeside).await.unwrap();
        plan::note_visit(&g.world.portal, &g.world.ben, &seen);
        plan::keep_visits(&g.world.portal, &System::for_tests()).await.unwrap();
        assert_eq!(told(&g, first_message(&g, one).await).await, ["Mikko Kallio"]);
        assert_eq!(told(&g, first_message(&g, other).await).await, ["Ben Berg", "Mikko Kallio"]);
    }

    async fn looking_back_at_an_earlier_stretch_unreads_nothing(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(1);
        let second = g.reply(&g.world.anna, thread, "And which hall?").await;
        let back = show(&g.world.portal, &g.world.ben, g.world.lakeside, thread, Some(second)).await.unwrap();
        reads(&g, &g.world.ben, thread).await;
        // Drawn before the end was read, and noted after it.
        note_reading(&g.world.portal, &g.world.ben, &back);
        keep_readings(&g.world.portal, &System::for_tests()).await.unwrap();
        assert_eq!(told(&g, second).await, ["Mikko Kallio"]);
    }

    async fn reading_again_what_was_read_writes_nothing(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        reads(&g, &g.world.ben, thread).await;
        let kept = dump(&g.world.portal.db).await;
        g.pass_minutes(30);
        reads(&g, &g.world.ben, thread).await;
        assert_eq!(dump(&g.world.portal.db).await, kept);
    }

    async fn only_those_with_the_money_scope_are_told_of_sums(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.line(), "Six hours?").await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Anna Aho"]);
    }

    async fn members_are_not_told_of_a_project_that_is_not_shared(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.olli, g.prepared(), "Who leads it?").await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Mikko Kallio"]);
        g.share_prepared(true).await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Mikko Kallio"], "it was said among colleagues");
        let later = g.reply(&g.world.olli, thread, "And when?").await;
        assert_eq!(told(&g, later).await, ["Mikko Kallio"]);
        let open = g.open(&g.world.olli, g.prepared(), "Who leads it on your side?").await;
        assert_eq!(told(&g, first_message(&g, open).await).await, ["Anna Aho", "Ben Berg", "Mikko Kallio"]);
    }

    async fn whoever_has_the_project_is_told(db: TestDb) {
        let g = ground(db).await;
        hand_over(&g, g.shared.0, g.world.petra.person()).await;
        let thread = g.open(&g.world.anna, g.project(), "Which weekend?").await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Ben Berg", "Petra Niemi"]);
    }

    async fn the_stand_in_is_told_instead_of_whoever_is_away(db: TestDb) {
        let g = ground(db).await;
        away(&g, g.world.mikko.person(), g.world.saara.person()).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Ben Berg", "Saara Lind"]);
    }

    async fn a_member_who_has_left_is_not_told(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let mut change = g.world.portal.change().await.unwrap();
        let (mikko, lakeside) = (&g.world.mikko, g.world.lakeside);
        let (write, _) = MemberAdmin::prove(&mut change, mikko, lakeside, g.world.ben_membership).await.unwrap();
        assert!(coplan_store::membership::remove(&mut change, &write).await.unwrap());
        g.world.portal.commit(change).await.unwrap();
        let message = first_message(&g, thread).await;
        assert_eq!(told(&g, message).await, ["Mikko Kallio"]);
        assert_eq!(mail_of(&g.world.portal, message, g.world.ben.person()).await.unwrap(), None, "also where it was promised");
    }

    async fn nobody_is_told_of_a_message_that_is_not_there(db: TestDb) {
        let g = ground(db).await;
        assert_eq!(list_to_tell(&g.world.portal, g.id()).await.unwrap(), Vec::<PersonId>::new());
        assert_eq!(mail_of(&g.world.portal, g.id(), g.world.ben.person()).await.unwrap(), None);
    }
}
