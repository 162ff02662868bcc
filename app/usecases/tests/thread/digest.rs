//! Claims about digests: what is told together and when, without what was read; quiet hours; ending them.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{event::EventKind, id::PersonId};
use coplan_store::{access::Actor, access::System, on_both_databases, outbox};
use coplan_usecases::{
    digest::{Digest, STOP_PATH, digest_of, promise_due, stop},
    job::Job,
    mail_choice::{self, MailChoiceForm},
    thread::{enqueue_mails, keep_readings, list_to_tell, note_reading},
};
use jiff::{SignedDuration, tz::TimeZone};

async fn choose(g: &Fixtures, actor: &Actor, pace: &str, quiet: bool) {
    let form = MailChoiceForm { messages: true, news: true, pace: pace.to_owned(), hour: "8".to_owned(), quiet };
    mail_choice::choose(&g.world.portal, actor, &form).await.unwrap();
}

/// The digests that are due by now, as they would go out.
async fn digests(g: &Fixtures) -> Vec<(PersonId, Digest)> {
    let (portal, system) = (&g.world.portal, System::for_tests());
    promise_due(portal, &system).await.unwrap();
    let mut change = portal.change().await.unwrap();
    let mut jobs = Vec::new();
    while let Some(job) = outbox::claim(&mut change, &system, SignedDuration::from_mins(5)).await.unwrap() {
        jobs.push(Job::parse(&job.kind, &job.payload).unwrap());
        outbox::update_done(&mut change, &system, &job).await.unwrap();
    }
    portal.commit(change).await.unwrap();
    let mut found = Vec::new();
    for job in jobs {
        if let Job::DigestMail { to, since } = job {
            found.extend(digest_of(portal, &system, to, since).await.unwrap().map(|digest| (to, digest)));
        }
    }
    found
}

fn titles(digest: &Digest) -> Vec<&str> {
    digest.messages.iter().map(|said| said.title.as_str()).collect()
}

on_both_databases! {
    async fn what_was_not_read_is_told_together_once(db: TestDb) {
        let g = ground(db).await;
        choose(&g, &g.world.ben, "daily", false).await;
        let first = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let second = g.open(&g.world.anna, g.plan(), "Which hall?").await;
        g.open(&g.world.anna, g.line(), "Six hours?").await;
        let message = g.show(&g.world.anna, first).await.messages[0].id;
        assert!(!list_to_tell(&g.world.portal, message).await.unwrap().contains(&g.world.ben.person()), "not right away");
        assert_eq!(digests(&g).await, [], "before its hour");
        note_reading(&g.world.portal, &g.world.ben, &g.show(&g.world.ben, second).await);
        keep_readings(&g.world.portal, &System::for_tests()).await.unwrap();
        g.pass_minutes(24 * 60);
        let [(to, digest)] = &digests(&g).await[..] else { panic!("one digest") };
        assert_eq!((*to, titles(digest)), (g.world.ben.person(), vec!["Which weekend?"]));
        assert!(digest.news.iter().all(|item| item.item.kind != EventKind::Replied));
        g.pass_minutes(24 * 60);
        assert_eq!(digests(&g).await, [], "nothing new");
    }

    async fn whoever_has_the_matter_gets_its_own_only(db: TestDb) {
        let g = ground(db).await;
        for staff in [&g.world.mikko, &g.world.saara] {
            choose(&g, staff, "daily", false).await;
        }
        g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(24 * 60);
        let found = digests(&g).await;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0, titles(&found[0].1)), (g.world.mikko.person(), vec!["Which weekend?"]));
    }

    async fn a_weekly_digest_waits_for_monday(db: TestDb) {
        let g = ground(db).await;
        choose(&g, &g.world.ben, "weekly", false).await;
        g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(3 * 24 * 60);
        assert_eq!(digests(&g).await, []);
        g.pass_minutes(5 * 24 * 60);
        assert_eq!(digests(&g).await.len(), 1);
    }

    async fn what_a_clock_that_was_ahead_has_put_off_is_told_and_nothing_that_came_meanwhile_is_left_out(db: TestDb) {
        let g = ground(db).await;
        let month = SignedDuration::from_hours(30 * 24);
        g.world.clock.pass(month);
        choose(&g, &g.world.ben, "daily", false).await;
        g.world.clock.pass(-month);
        g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let [(_, digest)] = &digests(&g).await[..] else { panic!("one digest") };
        assert_eq!(titles(digest), ["Which weekend?"]);
        assert_eq!(digests(&g).await, [], "once");
        g.open(&g.world.anna, g.plan(), "Which hall?").await;
        g.pass_minutes(24 * 60);
        let [(_, digest)] = &digests(&g).await[..] else { panic!("one digest") };
        assert!(titles(digest).contains(&"Which hall?"), "at its hour again");
    }

    async fn one_press_in_a_mail_program_ends_them(db: TestDb) {
        let g = ground(db).await;
        choose(&g, &g.world.ben, "daily", false).await;
        g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.pass_minutes(24 * 60);
        let address = digests(&g).await.remove(0).1.stop;
        let secret = address.strip_prefix(STOP_PATH).unwrap();
        assert!(!stop(&g.world.portal, &secret.replace(|c: char| c.is_ascii_digit(), "0")).await.unwrap());
        for _ in 0..2 {
            assert!(stop(&g.world.portal, secret).await.unwrap());
        }
        g.open(&g.world.anna, g.plan(), "Which hall?").await;
        g.pass_minutes(24 * 60);
        assert_eq!(digests(&g).await, []);
        assert!(!mail_choice::show(&g.world.portal, &g.world.ben).await.unwrap().messages);
    }

    async fn nothing_comes_at_night_where_somebody_chose_that(db: TestDb) {
        let g = ground(db).await;
        choose(&g, &g.world.ben, "at_once", true).await;
        let zone = TimeZone::get("Europe/Helsinki").unwrap();
        let now = g.now().to_zoned(zone.clone());
        let night = now.date().at(22, 0, 0, 0).to_zoned(zone).unwrap().timestamp();
        g.world.clock.pass(night.duration_since(g.now()));
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = g.show(&g.world.anna, thread).await.messages[0].id;
        let mut change = g.world.portal.change().await.unwrap();
        enqueue_mails(&mut change, &System::for_tests(), message, &[g.world.ben.person()]).await.unwrap();
        g.world.portal.commit(change).await.unwrap();
        let comes = async || {
            let mut change = g.world.portal.change().await.unwrap();
            let mut found = 0;
            while let Some(job) = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap() {
                found += usize::from(job.kind == "message_mail_to");
                outbox::update_done(&mut change, &System::for_tests(), &job).await.unwrap();
            }
            g.world.portal.commit(change).await.unwrap();
            found
        };
        g.pass_minutes(5 * 60);
        assert_eq!(comes().await, 0);
        g.pass_minutes(5 * 60);
        assert_eq!(comes().await, 1);
    }
}
