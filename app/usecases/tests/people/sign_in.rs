//! Claims about staff signing in.

use crate::fixtures::{PASSWORD, browser_with, jobs, new_browser, staff_with_password, who};
use coplan_domain::person::StaffRole;
use coplan_store::{access::System, on_both_databases};
use coplan_usecases::{
    Portal, device, entry,
    entry::Browser,
    job::Job,
    sign_in::{SignInError, SignedIn, sign_in},
    staff,
    testing::{proof, world},
};
use jiff::SignedDuration;

async fn enter(portal: &Portal, email: &str) -> String {
    match sign_in(portal, email, PASSWORD, &new_browser()).await.unwrap() {
        SignedIn::In { device_secret } => device_secret.expose().to_owned(),
        SignedIn::SecondFactorNeeded { .. } | SignedIn::MustChoose { .. } => panic!("a second factor was asked for"),
    }
}

on_both_databases! {
    async fn staff_signs_in_and_out(db: TestDb) {
        let world = world(db).await;
        let (id, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let secret = enter(&world.portal, &format!(" {} ", email.to_uppercase())).await;
        let me = who(&world.portal, &secret).await.unwrap();
        assert_eq!((me.person(), me.staff().unwrap().role()), (id, StaffRole::Manager));
        device::sign_out(&world.portal, &me).await.unwrap();
        assert!(who(&world.portal, &secret).await.is_none());
    }

    async fn an_unknown_account_gets_the_same_answers_as_a_known_one(db: TestDb) {
        let world = world(db).await;
        let (_, known) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let accounts = [known.as_str(), "nobody@northline.example", "anna.aho@customer.example", "no address", "nul\0@x.example"];
        for email in accounts {
            for _ in 0..10 {
                let answer = sign_in(&world.portal, email, "not the password", &new_browser()).await;
                assert!(matches!(answer, Err(SignInError::Wrong)), "{email}: {answer:?}");
            }
            let elsewhere = Browser { address: "192.0.2.99", ..new_browser() };
            let answer = sign_in(&world.portal, email, PASSWORD, &elsewhere).await;
            let fifteen = SignedDuration::from_mins(15);
            assert!(matches!(answer, Err(SignInError::TooMany { retry_after }) if retry_after == fifteen), "{email}: {answer:?}");
        }
        let other = sign_in(&world.portal, "one.more@northline.example", "not the password", &new_browser()).await;
        assert!(matches!(other, Err(SignInError::TooMany { .. })), "fifty tries from one place");
        world.clock.pass(SignedDuration::from_mins(15));
        enter(&world.portal, &known).await;
    }

    async fn nobody_is_locked_out_of_a_browser_of_their_own_by_tries_elsewhere(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let own = enter(&world.portal, &email).await;
        world.clock.pass(SignedDuration::from_hours(24));
        assert!(who(&world.portal, &own).await.is_none(), "it has been away for too long");
        let anonymous = Browser { address: "192.0.2.99", ..new_browser() };
        for _ in 0..10 {
            let _ = sign_in(&world.portal, &email, "not the password", &anonymous).await;
        }
        let elsewhere = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await;
        assert!(matches!(elsewhere, Err(SignInError::TooMany { .. })));
        for _ in 0..9 {
            let answer = sign_in(&world.portal, &email, "not the password", &browser_with(&own)).await;
            assert!(matches!(answer, Err(SignInError::Wrong)));
        }
        assert!(matches!(sign_in(&world.portal, &email, PASSWORD, &browser_with(&own)).await, Ok(SignedIn::In { .. })));
    }

    async fn a_refused_try_does_not_hold_the_door_shut(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        for n in 0..30 {
            let _ = sign_in(&world.portal, &email, "not the password", &new_browser()).await;
            if n > 9 {
                world.clock.pass(SignedDuration::from_secs(30));
            }
        }
        world.clock.pass(SignedDuration::from_mins(5));
        enter(&world.portal, &email).await;
    }

    async fn tries_that_a_clock_counted_while_it_was_ahead_lock_nobody_out(db: TestDb) {
        let w = world(db).await;
        let (_, email) = staff_with_password(&w.portal, "Tiina Tamm", "manager").await;
        let month = SignedDuration::from_hours(30 * 24);
        w.clock.pass(month);
        for _ in 0..12 {
            let _ = sign_in(&w.portal, &email, "not the password", &new_browser()).await;
        }
        assert!(matches!(sign_in(&w.portal, &email, PASSWORD, &new_browser()).await, Err(SignInError::TooMany { .. })));
        w.clock.pass(-month);
        sign_in(&w.portal, &email, PASSWORD, &new_browser()).await.unwrap();
        // The worker forgets what is yet to come, so that it locks nobody out when it comes either.
        w.clock.pass(SignedDuration::from_hours(1));
        entry::forget_old(&w.portal, &System::for_tests()).await.unwrap();
        w.clock.pass(month - SignedDuration::from_hours(1));
        sign_in(&w.portal, &email, PASSWORD, &new_browser()).await.unwrap();
    }

    async fn a_whole_office_signs_in_from_one_address(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        for _ in 0..60 {
            enter(&world.portal, &email).await;
        }
        for n in 0..50 {
            let answer = sign_in(&world.portal, &format!("n{n}@northline.example"), "not the password", &new_browser()).await;
            assert!(matches!(answer, Err(SignInError::Wrong)), "{n}: {answer:?}");
        }
        assert!(matches!(sign_in(&world.portal, &email, PASSWORD, &new_browser()).await, Err(SignInError::TooMany { .. })));
    }

    async fn signing_in_forgives_the_tries_before(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        for _ in 0..2 {
            for _ in 0..9 {
                assert!(sign_in(&world.portal, &email, "not the password", &new_browser()).await.is_err());
            }
            enter(&world.portal, &email).await;
        }
    }

    async fn whoever_has_left_cannot_sign_in(db: TestDb) {
        let world = world(db).await;
        let (id, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let secret = enter(&world.portal, &email).await;
        staff::end(&world.portal, &world.olli, id, &proof()).await.unwrap();
        assert!(who(&world.portal, &secret).await.is_none());
        let answer = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await;
        assert!(matches!(answer, Err(SignInError::Wrong)));
    }

    async fn staff_is_told_of_a_new_browser_and_not_of_a_known_one(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let secret = enter(&world.portal, &email).await;
        let promised = jobs(&world.portal).await;
        let [Job::NewDeviceMail { device }] = promised[..] else { panic!("{promised:?}") };
        assert!(!device::new_device_mail(&world.portal, device).await.unwrap().unwrap().by_link);
        sign_in(&world.portal, &email, PASSWORD, &browser_with(&secret)).await.unwrap();
        assert_eq!(jobs(&world.portal).await, []);
        assert!(who(&world.portal, &secret).await.is_none(), "the browser has another secret now");
    }

    async fn staff_stays_in_for_twelve_hours_away_and_seven_days_in_all(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let secret = enter(&world.portal, &email).await;
        for _ in 0..15 {
            world.clock.pass(SignedDuration::from_hours(11));
            entry::note_seen(&world.portal, &who(&world.portal, &secret).await.unwrap()).await.unwrap();
        }
        world.clock.pass(SignedDuration::from_hours(3));
        assert!(who(&world.portal, &secret).await.is_none(), "seven days");
        let secret = enter(&world.portal, &email).await;
        world.clock.pass(SignedDuration::from_hours(12));
        assert!(who(&world.portal, &secret).await.is_none(), "twelve hours");
    }
}
