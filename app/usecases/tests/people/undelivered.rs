//! Claims about who is told of mail that did not arrive, and until when.

use crate::fixtures::{add_member, annas_link, jobs, new_browser, new_id, open_for_code};
use coplan_domain::{
    id::{CustomerId, MembershipId, PersonId},
    mail::WhyUndelivered,
    person::Absence,
};
use coplan_store::{absence, access::AbsenceWrite, access::System, on_both_databases, outbox, testing::dump};
use coplan_usecases::{
    Actor, entry,
    member::{self, ChangeMemberForm, show_for_staff},
    personal_link::{self, MailLinkForm},
    testing::{World, world},
    thread::enqueue_mails,
    undelivered::{MailAbout, UndeliveredView, UnreachedView},
    waiting,
};
use jiff::{SignedDuration, civil::date};

const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// The worker tries what is due and gives all of it up.
async fn give_up(w: &World, why: WhyUndelivered) {
    loop {
        let mut change = w.portal.change().await.unwrap();
        let Some(job) = outbox::claim(&mut change, &System::for_tests(), LEASE).await.unwrap() else { return };
        assert!(outbox::update_failed(&mut change, &System::for_tests(), &job, (why, None), None).await.unwrap());
        w.portal.commit(change).await.unwrap();
    }
}

/// The worker sends what is due.
async fn send(w: &World) {
    loop {
        let mut change = w.portal.change().await.unwrap();
        let Some(job) = outbox::claim(&mut change, &System::for_tests(), LEASE).await.unwrap() else { return };
        assert!(outbox::update_sent(&mut change, &System::for_tests(), &job).await.unwrap());
        w.portal.commit(change).await.unwrap();
    }
}

/// Mails a personal link to Anna.
async fn mail_annas_link(w: &World) {
    personal_link::mail(&w.portal, &w.mikko, w.lakeside, w.anna_membership, &MailLinkForm::blank(new_id(&w.portal).await))
        .await
        .unwrap();
}

/// Mails a message to somebody.
async fn mail_message(w: &World, to: PersonId) {
    let mut change = w.portal.change().await.unwrap();
    let message = change.id();
    enqueue_mails(&mut change, &System::for_tests(), message, &[to]).await.unwrap();
    w.portal.commit(change).await.unwrap();
}

async fn unreached(w: &World, actor: &Actor) -> Vec<UnreachedView> {
    waiting::show(&w.portal, actor).await.unwrap().unwrap().unreached
}

/// The names of whom mail does not reach, with whom the reader stands in for.
async fn names(w: &World, actor: &Actor) -> Vec<(String, Option<String>)> {
    let name = |view: UnreachedView| (view.name, view.member.and_then(|of| of.instead_of));
    unreached(w, actor).await.into_iter().map(name).collect()
}

fn own(name: &str) -> (String, Option<String>) {
    (name.to_owned(), None)
}

async fn on_the_page_of(w: &World, customer: CustomerId, membership: MembershipId) -> Vec<UndeliveredView> {
    show_for_staff(&w.portal, &w.mikko, customer, membership).await.unwrap().unwrap().undelivered
}

async fn change_address(w: &World, email: &str) {
    let view = show_for_staff(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap().unwrap();
    let form = ChangeMemberForm { email: email.to_owned(), ..ChangeMemberForm::of(&view.membership) };
    member::change(&w.portal, &w.mikko, w.lakeside, w.anna_membership, &form).await.unwrap();
}

async fn away(w: &World, staff: PersonId, stand_in: PersonId) {
    let id = new_id(&w.portal).await;
    let absence = Absence { id, staff, first_day: date(2026, 11, 16), last_day: date(2026, 11, 20), stand_in };
    let mut change = w.portal.change().await.unwrap();
    let write = AbsenceWrite::prove(&mut change, &w.olli, staff, Some(stand_in)).await.unwrap();
    assert!(absence::insert(&mut change, &write, &absence).await.unwrap());
    w.portal.commit(change).await.unwrap();
}

on_both_databases! {
    async fn whoever_has_the_customer_is_told_and_the_members_page_tells_it_too(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        assert_eq!(names(&w, &w.mikko).await, [], "it may still arrive");
        let at = w.portal.clock.now();
        give_up(&w, WhyUndelivered::Refused).await;
        let expected = [UndeliveredView { about: MailAbout::Link, why: WhyUndelivered::Refused, at, server_said: None }];
        let told = unreached(&w, &w.mikko).await;
        assert_eq!((told.len(), told[0].email.as_str(), &told[0].mails[..]), (1, "anna.aho@customer.example", &expected[..]));
        let of = told[0].member.as_ref().unwrap();
        assert_eq!((of.customer, of.membership, of.customer_name.as_str()), (w.lakeside, w.anna_membership, "Lakeside Mills"));
        assert_eq!(on_the_page_of(&w, w.lakeside, w.anna_membership).await, expected);
        assert_eq!(on_the_page_of(&w, w.lakeside, w.ben_membership).await, []);
    }

    async fn whoever_has_another_customer_is_not_told(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        for reader in [&w.saara, &w.petra, &w.olli] {
            assert_eq!(names(&w, reader).await, []);
        }
        assert!(waiting::show(&w.portal, &w.anna).await.unwrap().is_none(), "nor is a member");
    }

    async fn the_stand_in_is_told_too(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        away(&w, w.mikko.person(), w.saara.person()).await;
        assert_eq!(names(&w, &w.saara).await, [("Anna Aho".to_owned(), Some("Mikko Kallio".to_owned()))]);
    }

    async fn one_row_tells_everything_that_did_not_arrive_the_link_first(db: TestDb) {
        let w = world(db).await;
        let (_, secret) = annas_link(&w).await;
        for _ in 0..2 {
            open_for_code(&w.portal, &secret, &new_browser()).await;
        }
        give_up(&w, WhyUndelivered::NotTaken).await;
        w.clock.pass(SignedDuration::from_mins(1));
        mail_message(&w, w.ben.person()).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        let mut told: Vec<_> = unreached(&w, &w.mikko).await.into_iter().map(|view| (view.name, view.mails)).collect();
        told.sort_by(|one, other| one.0.cmp(&other.0));
        let about = |at: usize| told[at].1.iter().map(|mail| (mail.about, mail.why)).collect::<Vec<_>>();
        assert_eq!((told.len(), told[0].0.as_str(), told[1].0.as_str()), (2, "Anna Aho", "Ben Berg"));
        assert_eq!(about(0), [(MailAbout::Link, WhyUndelivered::Refused), (MailAbout::Code, WhyUndelivered::NotTaken)]);
        assert_eq!(about(1), [(MailAbout::Message, WhyUndelivered::Refused)]);
    }

    async fn a_later_mail_that_arrives_settles_it_and_nobody_elses(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        mail_message(&w, w.ben.person()).await;
        give_up(&w, WhyUndelivered::Refused).await;
        assert_eq!(names(&w, &w.mikko).await.len(), 2);
        mail_annas_link(&w).await;
        send(&w).await;
        assert_eq!(names(&w, &w.mikko).await, [own("Ben Berg")]);
        assert_eq!(on_the_page_of(&w, w.lakeside, w.anna_membership).await, []);
    }

    async fn another_address_settles_it_even_where_the_old_one_cannot_be_told(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        change_address(&w, "anna.aho@customer.example").await;
        assert_eq!(names(&w, &w.mikko).await, [own("Anna Aho")], "the same address is no other");
        change_address(&w, "anna@customer.example").await;
        assert_eq!(names(&w, &w.mikko).await, []);
        give_up(&w, WhyUndelivered::Refused).await;
        assert_eq!(names(&w, &w.mikko).await, [], "nobody is missed at the old address");
    }

    async fn nobody_need_help_whoever_has_left(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        member::remove(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap();
        assert_eq!(names(&w, &w.mikko).await, []);
    }

    async fn a_member_of_two_customers_is_told_at_both(db: TestDb) {
        let w = world(db).await;
        let there = add_member(&w, w.harbour, "Anna Aho", "anna.aho@customer.example").await;
        jobs(&w.portal).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        let saaras = unreached(&w, &w.saara).await;
        assert_eq!(saaras.iter().map(|view| view.member.as_ref().unwrap().membership).collect::<Vec<_>>(), [there]);
        assert_eq!(names(&w, &w.mikko).await, [own("Anna Aho")]);
    }

    async fn admins_are_told_what_does_not_reach_a_colleague(db: TestDb) {
        let w = world(db).await;
        mail_message(&w, w.mikko.person()).await;
        give_up(&w, WhyUndelivered::NotTaken).await;
        assert_eq!(names(&w, &w.olli).await, [own("Mikko Kallio")]);
        assert_eq!(names(&w, &w.mikko).await, []);
    }

    async fn what_did_not_arrive_is_kept_until_it_is_settled_and_then_forgotten(db: TestDb) {
        let w = world(db).await;
        mail_annas_link(&w).await;
        give_up(&w, WhyUndelivered::Refused).await;
        w.clock.pass(SignedDuration::from_hours(24 * 60));
        entry::forget_old(&w.portal, &System::for_tests()).await.unwrap();
        assert_eq!(unreached(&w, &w.mikko).await.len(), 1, "somebody still has to see to it");
        mail_annas_link(&w).await;
        send(&w).await;
        w.clock.pass(SignedDuration::from_hours(24 * 7) + SignedDuration::from_millis(1));
        let left = async || dump(&w.portal.db).await.iter().filter(|line| line.starts_with("outbox")).count();
        assert_eq!(left().await, 2);
        entry::forget_old(&w.portal, &System::for_tests()).await.unwrap();
        assert_eq!(left().await, 0);
    }
}
