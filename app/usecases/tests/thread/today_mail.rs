//! Claims about what waits, by email at an hour of one's own.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::id::PersonId;
use coplan_store::{access::Actor, access::System, on_both_databases, outbox};
use coplan_usecases::{
    Error,
    form::Problem,
    job::Job,
    staff,
    testing::proof,
    today_mail::{self, STOP_TODAY_PATH, TodayMail, TodayMailForm, choose, mail_of, promise_due, stop},
};
use jiff::SignedDuration;

const EVERY_DAY: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

fn form(days: &[&str], hour: &str) -> TodayMailForm {
    TodayMailForm { today_days: days.iter().map(ToString::to_string).collect(), today_hour: hour.to_owned() }
}

/// What is promised by now, as it would go out; with the ids of the promises.
async fn due(g: &Fixtures) -> Vec<(PersonId, TodayMail)> {
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
        if let Job::TodayMail { to, at } = job {
            found.extend(mail_of(portal, &system, to, at).await.unwrap().map(|mail| (to, mail)));
        }
    }
    found
}

async fn chosen(g: &Fixtures, by: &Actor) -> Vec<String> {
    today_mail::show(&g.world.portal, by).await.unwrap().unwrap().today_days
}

on_both_databases! {
    async fn what_waits_comes_once_a_day_at_the_chosen_hour_and_nothing_where_nothing_waits(db: TestDb) {
        let g = ground(db).await;
        let (mikko, saara) = (&g.world.mikko, &g.world.saara);
        for by in [mikko, saara] {
            choose(&g.world.portal, by, &form(&EVERY_DAY, "7")).await.unwrap();
        }
        g.open(&g.world.anna, g.plan(), "Which hall?").await;
        assert!(due(&g).await.is_empty(), "before the hour");
        g.pass_minutes(24 * 60);
        let told = due(&g).await;
        let [(to, mail)] = &told[..] else { panic!("one email, for Saara nothing waits") };
        assert_eq!((*to, mail.to.email.as_str()), (mikko.person(), "mikko.kallio@supplier.example"));
        assert_eq!(mail.today.threads[0].thread.title, "Which hall?");
        assert!(due(&g).await.is_empty(), "once a day");
        g.pass_minutes(24 * 60);
        assert_eq!(due(&g).await.len(), 1);
    }

    async fn after_an_outage_of_a_day_it_comes_with_the_next_one(db: TestDb) {
        let g = ground(db).await;
        // At the test's hour but one: noticed eleven hours later, it is not the morning that it was for.
        choose(&g.world.portal, &g.world.mikko, &form(&EVERY_DAY, "7")).await.unwrap();
        g.open(&g.world.anna, g.plan(), "Which hall?").await;
        let now = g.world.portal.clock.now();
        let times = coplan_domain::mail::MailTimes { weekdays: (1..=7).collect(), hour: 7 };
        let at = coplan_domain::mail::next_today_mail(&times, "Europe/Helsinki", now).unwrap();
        let minutes = at.duration_since(now).as_mins();
        g.pass_minutes(minutes + 7 * 60);
        assert!(due(&g).await.is_empty());
        g.pass_minutes(17 * 60 + 1);
        assert_eq!(due(&g).await.len(), 1);
    }

    async fn the_address_in_it_ends_it_and_ends_no_digests(db: TestDb) {
        let g = ground(db).await;
        choose(&g.world.portal, &g.world.mikko, &form(&EVERY_DAY, "7")).await.unwrap();
        g.open(&g.world.anna, g.plan(), "Which hall?").await;
        g.pass_minutes(24 * 60);
        let told = due(&g).await;
        let secret = told[0].1.stop.strip_prefix(STOP_TODAY_PATH).unwrap().to_owned();
        assert!(!stop(&g.world.portal, "nobody").await.unwrap());
        assert!(!coplan_usecases::digest::stop(&g.world.portal, &secret).await.unwrap(), "signed for one purpose");
        for _ in 0..2 {
            assert!(stop(&g.world.portal, &secret).await.unwrap());
        }
        assert!(chosen(&g, &g.world.mikko).await.is_empty());
        g.pass_minutes(24 * 60);
        assert!(due(&g).await.is_empty());
    }

    async fn whoever_has_left_gets_nothing_and_members_have_none(db: TestDb) {
        let g = ground(db).await;
        choose(&g.world.portal, &g.world.petra, &form(&EVERY_DAY, "7")).await.unwrap();
        staff::end(&g.world.portal, &g.world.olli, g.world.petra.person(), &proof()).await.unwrap();
        g.pass_minutes(24 * 60);
        assert!(due(&g).await.is_empty());
        assert!(today_mail::show(&g.world.portal, &g.world.anna).await.unwrap().is_none());
        assert!(matches!(choose(&g.world.portal, &g.world.anna, &form(&EVERY_DAY, "7")).await, Err(Error::NotFound)));
    }

    async fn days_and_hours_that_there_are_not_are_refused(db: TestDb) {
        let g = ground(db).await;
        for (wrong, field) in [(form(&["8"], "7"), "today_days"), (form(&["1"], "24"), "today_hour")] {
            let Err(Error::Invalid(told)) = choose(&g.world.portal, &g.world.mikko, &wrong).await else { panic!("{field}") };
            assert!(told.len() == 1 && (told[0].field, told[0].problem) == (field, Problem::NotOneOf));
        }
        choose(&g.world.portal, &g.world.mikko, &form(&["5", "1", "5"], "6")).await.unwrap();
        assert_eq!(chosen(&g, &g.world.mikko).await, ["1", "5"]);
    }
}
