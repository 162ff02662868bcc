//! Claims about who is told of a message by mail, and when.

use crate::{
    ground::{Ground, ground},
    waiting::{away, hand_over},
};
use coplan_domain::id::{MessageId, ThreadId};
use coplan_store::{access::Actor, on_both_databases, outbox, visit};
use coplan_usecases::discussion::mail_of;
use jiff::SignedDuration;

/// The names of who is told of a message.
async fn told(g: &Ground, message: MessageId) -> Vec<String> {
    let mail = mail_of(&g.world.portal, message).await.unwrap();
    mail.map_or_else(Vec::new, |mail| mail.recipients.into_iter().map(|recipient| recipient.name).collect())
}

async fn first_message(g: &Ground, thread: ThreadId) -> MessageId {
    g.show(&g.world.mikko, thread).await.messages[0].id
}

async fn visits(g: &Ground, actor: &Actor) {
    let plan = g.access(actor).await.plan;
    let mut change = g.world.portal.change().await.unwrap();
    let at = change.now();
    visit::update(&mut change, &[(plan, at)]).await.unwrap();
    g.world.portal.keep(change).await.unwrap();
}

on_both_databases! {
    async fn everybody_who_may_know_is_told_but_not_the_author(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Ben Berg", "Mikko Kallio"]);
        g.pass_minutes(1);
        let answer = g.reply(&g.world.mikko, thread, "The *12th*.").await;
        let mail = mail_of(&g.world.portal, answer).await.unwrap().unwrap();
        assert_eq!((mail.customer, mail.thread, mail.title.as_str()), (g.world.lakeside, thread, "Which weekend?"));
        assert_eq!((mail.author.as_str(), mail.text.as_str()), ("Mikko Kallio", "The *12th*."));
        assert_eq!(mail.recipients.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["Anna Aho", "Ben Berg"]);
        assert_eq!(mail.recipients[0].email, "anna.aho@customer.example");
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
        assert!(outbox::claim(&mut change, SignedDuration::from_mins(5)).await.unwrap().is_none());
        drop(change);
        g.pass_minutes(1);
        let mut change = g.world.portal.change().await.unwrap();
        let job = outbox::claim(&mut change, SignedDuration::from_mins(5)).await.unwrap().unwrap();
        assert_eq!((job.kind.as_str(), job.payload), ("message_mail", format!(r#"{{"message":"{message}"}}"#)));
    }

    async fn whoever_has_seen_the_plan_since_is_not_told(db: TestDb) {
        let g = ground(db).await;
        visits(&g, &g.world.ben).await;
        g.pass_minutes(1);
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = first_message(&g, thread).await;
        assert_eq!(told(&g, message).await, ["Ben Berg", "Mikko Kallio"]);
        g.pass_minutes(1);
        visits(&g, &g.world.ben).await;
        assert_eq!(told(&g, message).await, ["Mikko Kallio"]);
        visits(&g, &g.world.mikko).await;
        assert_eq!(mail_of(&g.world.portal, message).await.unwrap(), None);
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
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Anna Aho", "Ben Berg", "Mikko Kallio"]);
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
        let staff = g.access(&g.world.mikko).await.internal.unwrap();
        let mut change = g.world.portal.change().await.unwrap();
        assert!(coplan_store::membership::remove(&mut change, staff, g.world.ben_membership).await.unwrap());
        g.world.portal.keep(change).await.unwrap();
        assert_eq!(told(&g, first_message(&g, thread).await).await, ["Mikko Kallio"]);
    }

    async fn nobody_is_told_of_a_message_that_is_not_there(db: TestDb) {
        let g = ground(db).await;
        assert_eq!(mail_of(&g.world.portal, g.id()).await.unwrap(), None);
    }
}
