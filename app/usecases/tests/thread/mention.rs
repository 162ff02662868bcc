//! Claims about whom a text calls by name: who is told, where it waits, and that notes call colleagues only.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    id::{MessageId, PersonId, ThreadId},
    person::StaffRole,
    thread::Ball,
};
use coplan_store::{access::Actor, access::System, on_both_databases, outbox};
use coplan_usecases::{
    job::Job,
    staff::{self, ChangeStaffForm, list_for_admin},
    testing::{proof, staff},
    thread::{keep_readings, list_to_tell, list_waiting, list_waiting_for_staff, mention_mail, note_mention_mail, note_reading},
};
use jiff::SignedDuration;

async fn reads(g: &Fixtures, actor: &Actor, thread: ThreadId) {
    note_reading(&g.world.portal, actor, &g.show(actor, thread).await);
    keep_readings(&g.world.portal, &System::for_tests()).await.unwrap();
}

/// Whom the promised mails about mentions are for.
async fn promised(g: &Fixtures) -> Vec<(Job, PersonId)> {
    g.pass_minutes(3);
    let mut change = g.world.portal.change().await.unwrap();
    let mut found = Vec::new();
    while let Some(job) = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap() {
        let job = Job::parse(&job.kind, &job.payload).unwrap();
        if let Job::MentionMail { to, .. } | Job::NoteMentionMail { to, .. } = job {
            found.push((job, to));
        }
    }
    found
}

async fn first(g: &Fixtures, thread: ThreadId) -> MessageId {
    g.show(&g.world.mikko, thread).await.messages[0].id
}

on_both_databases! {
    async fn whoever_is_called_by_name_is_told_by_a_mail_of_its_own(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "@Petra and @Ben Berg, @Carla and @anna:").await;
        let message = first(&g, thread).await;
        let (petra, ben) = (g.world.petra.person(), g.world.ben.person());
        assert_eq!(g.show(&g.world.ben, thread).await.messages[0].called.len(), 2);
        assert_eq!(list_to_tell(&g.world.portal, message).await.unwrap(), [g.world.mikko.person()], "the others have theirs");
        let mut people = promised(&g).await.into_iter().map(|(_, to)| to).collect::<Vec<_>>();
        people.sort_unstable();
        let mut expected = vec![petra, ben];
        expected.sort_unstable();
        assert_eq!(people, expected);
        let mail = mention_mail(&g.world.portal, message, petra).await.unwrap().unwrap();
        assert_eq!((mail.author.as_str(), mail.thread), ("Anna Aho", thread));
        reads(&g, &g.world.petra, thread).await;
        assert_eq!(mention_mail(&g.world.portal, message, petra).await.unwrap(), None);
        assert!(mention_mail(&g.world.portal, message, ben).await.unwrap().is_some());
        assert_eq!(mention_mail(&g.world.portal, message, g.world.carla.person()).await.unwrap(), None);
    }

    async fn it_waits_for_whoever_is_called_until_that_one_looks(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "@Petra, @Ben, which weekend?").await;
        let waits = async |actor: &Actor| {
            let waiting = list_waiting_for_staff(&g.world.portal, actor).await.unwrap();
            waiting.into_iter().map(|it| (it.thread.id, it.thread.called)).collect::<Vec<_>>()
        };
        assert_eq!(waits(&g.world.petra).await, [(thread, true)]);
        assert_eq!(waits(&g.world.mikko).await, [(thread, false)]);
        assert_eq!(waits(&g.world.saara).await, []);
        let at = async |actor: &Actor| list_waiting(&g.world.portal, actor, g.world.lakeside).await.unwrap().len();
        assert_eq!((at(&g.world.ben).await, at(&g.world.anna).await), (1, 0), "whose ball it is stays");
        assert_eq!(g.ball(thread).await.0, Ball::Supplier);
        for actor in [&g.world.petra, &g.world.ben] {
            reads(&g, actor, thread).await;
        }
        assert_eq!((waits(&g.world.petra).await.len(), at(&g.world.ben).await), (0, 0));
    }

    async fn of_the_suppliers_people_those_are_called_who_may_know_of_it(db: TestDb) {
        let g = ground(db).await;
        let nora = staff(&g.world.portal, "Nora Niemi", StaffRole::Manager).await.person();
        let change = async |with: &dyn Fn(&mut ChangeStaffForm)| {
            let all = list_for_admin(&g.world.portal, &g.world.olli).await.unwrap().unwrap();
            let mut form = ChangeStaffForm::of(all.iter().find(|entry| entry.staff.person.id == nora).unwrap());
            with(&mut form);
            staff::change(&g.world.portal, &g.world.olli, nora, &form, &proof()).await.unwrap();
        };
        let called = async |about| {
            let thread = g.open(&g.world.anna, about, "@Nora, look").await;
            g.show(&g.world.ben, thread).await.messages[0].called.len()
        };
        assert_eq!(called(g.plan()).await, 1);
        let at_money = async |g: &Fixtures| {
            let thread = g.open(&g.world.anna, g.line(), "@Nora, the sum").await;
            g.show(&g.world.anna, thread).await.messages[0].called.len()
        };
        assert_eq!(at_money(&g).await, 1);
        change(&|form| form.sums = false).await;
        assert_eq!((called(g.plan()).await, at_money(&g).await), (1, 0), "without sums");
        change(&|form| "1002".clone_into(&mut form.reach)).await;
        assert_eq!(called(g.plan()).await, 0, "narrowed to another customer");
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.try_note(&g.world.mikko, g.world.lakeside, thread, "@Nora, do you know?").await.unwrap();
        assert!(!promised(&g).await.iter().any(|(job, _)| matches!(job, Job::NoteMentionMail { .. })), "nor in a note");
    }

    async fn who_cannot_see_the_discussion_is_not_called(db: TestDb) {
        let g = ground(db).await;
        let about_money = g.open(&g.world.anna, g.line(), "@Ben, what is this?").await;
        let inside = g.open(&g.world.mikko, g.prepared(), "@Anna, do not see this").await;
        for thread in [about_money, inside] {
            assert_eq!(g.show(&g.world.mikko, thread).await.messages[0].called, Vec::<String>::new());
        }
        assert_eq!(promised(&g).await, []);
    }

    async fn a_note_calls_colleagues_only_and_its_mail_tells_no_word_of_it(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        reads(&g, &g.world.petra, thread).await;
        g.try_note(&g.world.mikko, g.world.lakeside, thread, "@Petra, @Anna must not know of Palokarki.").await.unwrap();
        let [(Job::NoteMentionMail { note, to }, _)] = promised(&g).await[..] else { panic!("one mail") };
        assert_eq!(to, g.world.petra.person());
        let mail = note_mention_mail(&g.world.portal, note, to).await.unwrap().unwrap();
        assert!(mail.text.is_none() && !format!("{mail:?}").contains("Palokarki"));
        assert_eq!(note_mention_mail(&g.world.portal, note, g.world.anna.person()).await.unwrap(), None);
        assert_eq!(list_waiting(&g.world.portal, &g.world.ben, g.world.lakeside).await.unwrap().len(), 1, "the ball");
        assert!(list_waiting_for_staff(&g.world.portal, &g.world.petra).await.unwrap()[0].thread.called);
        reads(&g, &g.world.petra, thread).await;
        assert_eq!(note_mention_mail(&g.world.portal, note, to).await.unwrap(), None, "it was read");
        assert_eq!(list_waiting_for_staff(&g.world.portal, &g.world.petra).await.unwrap(), []);
    }
}
