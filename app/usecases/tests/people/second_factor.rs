//! Claims about the second factor.

use crate::fixtures::{PASSWORD, browser_with, is_kept, jobs, new_browser, staff_with_password, who};
use coplan_store::{
    access::{Actor, System},
    credentials, on_both_databases,
    testing::TestDb,
};
use coplan_usecases::{
    Error, Portal, Settings, entry,
    job::Job,
    seal::SecretKey,
    second_factor::{
        ChangeSecondFactorError, Sealed, begin, confirm, renew_recovery_codes, seal_all, show, show_set_up, switch_off,
    },
    security_notice::{SecurityEvent, way_in_mail},
    sign_in::{SecondFactorError, SignInError, SignedIn, enter_second_factor, sign_in},
    system::SystemRng,
    testing::{World, world},
};
use jiff::SignedDuration;
use std::sync::Arc;
use totp_rs::TOTP;

struct Stage {
    world: World,
    email: String,
    me: Actor,
    totp: TOTP,
    recovery: Vec<String>,
}

impl Stage {
    fn code(&self) -> String {
        self.totp.generate(u64::try_from(self.world.portal.clock.now().as_second()).unwrap())
    }

    async fn password(&self) -> String {
        match sign_in(&self.world.portal, &self.email, PASSWORD, &new_browser()).await.unwrap() {
            SignedIn::SecondFactorNeeded { pending_secret } => pending_secret.expose().to_owned(),
            SignedIn::In { .. } | SignedIn::MustChoose { .. } => panic!("in with the password alone"),
        }
    }

    async fn type_code(&self, pending: &str, code: &str) -> Result<String, SecondFactorError> {
        let entered = enter_second_factor(&self.world.portal, pending, code, &new_browser()).await;
        entered.map(|secret| secret.expose().to_owned())
    }
}

async fn signed_in(portal: &Portal, email: &str) -> Actor {
    let Ok(SignedIn::In { device_secret }) = sign_in(portal, email, PASSWORD, &new_browser()).await else { panic!("in") };
    who(portal, device_secret.expose()).await.unwrap()
}

async fn stage(db: TestDb) -> Stage {
    let world = world(db).await;
    let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
    let me = signed_in(&world.portal, &email).await;
    let made = begin(&world.portal, &me, PASSWORD).await.unwrap();
    let totp = TOTP::from_url(made.address.expose()).unwrap();
    let code = totp.generate(u64::try_from(world.portal.clock.now().as_second()).unwrap());
    let recovery = confirm(&world.portal, &me, &code).await.unwrap();
    let recovery = recovery.iter().map(|code| code.expose().to_owned()).collect();
    world.clock.pass(SignedDuration::from_mins(2));
    Stage { world, email, me, totp, recovery }
}

on_both_databases! {
    async fn its_seed_is_kept_sealed_and_opens_with_the_installations_key_alone(db: TestDb) {
        let stage = stage(db).await;
        assert!(!is_kept(&stage.world.portal, &stage.totp.get_secret_base32()).await);
        let mut moved = stage.world.portal.clone();
        let secret_key = SecretKey::new(&SystemRng);
        moved.settings = Arc::new(Settings { secret_key, ..(*moved.settings).clone() });
        assert_eq!(seal_all(&moved, &System::for_tests()).await.unwrap(), Sealed { sealed: 0, foreign: 1 });
        let enter = async |portal: &Portal, typed: &str| {
            let pending = stage.password().await;
            enter_second_factor(portal, &pending, typed, &new_browser()).await.is_ok()
        };
        assert!(!enter(&moved, &stage.code()).await);
        assert!(enter(&moved, &stage.recovery[0]).await, "a recovery code is the way back");
        assert!(enter(&stage.world.portal, &stage.code()).await);
    }

    async fn a_seed_that_lay_open_is_sealed_and_goes_on(db: TestDb) {
        let stage = stage(db).await;
        let (portal, system) = (&stage.world.portal, System::for_tests());
        let mut change = portal.change().await.unwrap();
        let (me, kept) = credentials::list_totp(&mut change, &system).await.unwrap().remove(0);
        let entry = system.entry_of(&change, me);
        credentials::replace_totp(&mut change, &entry, &kept, &stage.totp.get_secret_base32()).await.unwrap();
        portal.commit(change).await.unwrap();
        assert!(is_kept(portal, &stage.totp.get_secret_base32()).await);
        assert_eq!(seal_all(portal, &system).await.unwrap(), Sealed { sealed: 1, foreign: 0 });
        assert_eq!(seal_all(portal, &system).await.unwrap(), Sealed { sealed: 0, foreign: 0 });
        assert!(!is_kept(portal, &stage.totp.get_secret_base32()).await);
        let pending = stage.password().await;
        assert!(stage.type_code(&pending, &stage.code()).await.is_ok());
    }

    async fn a_recovery_code_has_80_bits(db: TestDb) {
        let stage = stage(db).await;
        assert!(stage.recovery.iter().all(|code| code.len() == 19 && code.split('-').count() == 4));
    }

    async fn the_password_alone_does_not_let_in(db: TestDb) {
        let stage = stage(db).await;
        let pending = stage.password().await;
        assert!(who(&stage.world.portal, &pending).await.is_none());
        let secret = stage.type_code(&pending, &stage.code()).await.unwrap();
        assert!(who(&stage.world.portal, &secret).await.unwrap().staff().unwrap().has_second_factor());
    }

    async fn a_code_of_the_authenticator_is_good_once(db: TestDb) {
        let stage = stage(db).await;
        let (one, two) = (stage.password().await, stage.password().await);
        let code = stage.code();
        stage.type_code(&one, &code).await.unwrap();
        let replay = stage.type_code(&two, &code).await;
        assert!(matches!(replay, Err(SecondFactorError::Wrong { .. })), "{replay:?}");
        stage.world.clock.pass(SignedDuration::from_secs(30));
        stage.type_code(&two, &stage.code()).await.unwrap();
    }

    async fn a_clock_that_was_ahead_locks_nobody_out_until_then(db: TestDb) {
        let stage = stage(db).await;
        let month = SignedDuration::from_hours(30 * 24);
        stage.world.clock.pass(month);
        let pending = stage.password().await;
        stage.type_code(&pending, &stage.code()).await.unwrap();
        stage.world.clock.pass(-month);
        let (one, two) = (stage.password().await, stage.password().await);
        stage.type_code(&one, &stage.code()).await.unwrap();
        let replay = stage.type_code(&two, &stage.code()).await;
        assert!(matches!(replay, Err(SecondFactorError::Wrong { .. })), "{replay:?}");
    }

    async fn a_code_may_be_one_step_off_and_no_more(db: TestDb) {
        let stage = stage(db).await;
        let pending = stage.password().await;
        let now = u64::try_from(stage.world.portal.clock.now().as_second()).unwrap();
        for far in [now - 60, now + 60] {
            assert!(matches!(stage.type_code(&pending, &stage.totp.generate(far)).await, Err(SecondFactorError::Wrong { .. })));
        }
        stage.type_code(&pending, &stage.totp.generate(now + 30)).await.unwrap();
    }

    async fn a_recovery_code_lets_in_once(db: TestDb) {
        let stage = stage(db).await;
        let code = stage.recovery[0].to_lowercase().replace('-', " ");
        let (one, two) = (stage.password().await, stage.password().await);
        stage.type_code(&one, &code).await.unwrap();
        let again = stage.type_code(&two, &code).await;
        assert!(matches!(again, Err(SecondFactorError::Wrong { left: 4 })), "{again:?}");
        assert_eq!(show(&stage.world.portal, &stage.me).await.unwrap().recovery_codes, 9);
        assert_eq!(stage.recovery.iter().collect::<std::collections::BTreeSet<_>>().len(), 10);
    }

    async fn five_wrong_codes_ask_for_the_password_again(db: TestDb) {
        let stage = stage(db).await;
        let pending = stage.password().await;
        for left in (0..5).rev() {
            let answer = stage.type_code(&pending, "not a code").await;
            assert!(matches!(answer, Err(SecondFactorError::Wrong { left: l }) if l == left), "{answer:?}");
        }
        assert!(matches!(stage.type_code(&pending, &stage.code()).await, Err(SecondFactorError::Expired)));
    }

    async fn knowing_the_password_gives_no_endless_tries_at_the_code(db: TestDb) {
        let stage = stage(db).await;
        for _ in 0..2 {
            let pending = stage.password().await;
            for _ in 0..5 {
                assert!(stage.type_code(&pending, "000000").await.is_err());
            }
        }
        let pending = stage.password().await;
        assert!(matches!(stage.type_code(&pending, &stage.code()).await, Err(SecondFactorError::TooMany { .. })));
    }

    async fn who_has_learnt_the_password_does_not_lock_its_owner_out(db: TestDb) {
        let stage = stage(db).await;
        let pending = stage.password().await;
        let own = stage.type_code(&pending, &stage.code()).await.unwrap();
        stage.world.clock.pass(SignedDuration::from_hours(24));
        for _ in 0..2 {
            let pending = stage.password().await;
            for _ in 0..5 {
                assert!(stage.type_code(&pending, "000000").await.is_err());
            }
        }
        let pending = stage.password().await;
        assert!(matches!(stage.type_code(&pending, &stage.code()).await, Err(SecondFactorError::TooMany { .. })));
        let portal = &stage.world.portal;
        let recovered = stage.type_code(&pending, &stage.recovery[0]).await;
        assert!(recovered.is_ok(), "a recovery code counts for itself: {recovered:?}");
        let pending = stage.password().await;
        let entered = enter_second_factor(portal, &pending, &stage.code(), &browser_with(&own)).await;
        assert!(entered.is_ok(), "so does a browser where the owner has been in: {entered:?}");
    }

    async fn recovery_codes_cannot_be_tried_at_leisure_either(db: TestDb) {
        let stage = stage(db).await;
        for _ in 0..2 {
            let pending = stage.password().await;
            for _ in 0..5 {
                assert!(matches!(stage.type_code(&pending, "AAAA-AAAA-AAAA").await, Err(SecondFactorError::Wrong { .. })));
            }
        }
        let pending = stage.password().await;
        assert!(matches!(stage.type_code(&pending, &stage.recovery[0]).await, Err(SecondFactorError::TooMany { .. })));
    }

    async fn patience_gives_no_more_than_thirty_tries_a_day(db: TestDb) {
        let stage = stage(db).await;
        let mut looked_at = 0;
        for _ in 0..20 {
            let pending = stage.password().await;
            for _ in 0..5 {
                looked_at += i32::from(matches!(stage.type_code(&pending, "000000").await, Err(SecondFactorError::Wrong { .. })));
            }
            stage.world.clock.pass(SignedDuration::from_mins(15));
        }
        assert_eq!(looked_at, 30);
        let pending = stage.password().await;
        assert!(matches!(stage.type_code(&pending, &stage.code()).await, Err(SecondFactorError::TooMany { .. })));
        stage.world.clock.pass(SignedDuration::from_hours(24));
        let pending = stage.password().await;
        stage.type_code(&pending, &stage.code()).await.unwrap();
    }

    async fn the_owner_hears_of_a_right_password_with_wrong_codes_once_they_are_used_up(db: TestDb) {
        let stage = stage(db).await;
        jobs(&stage.world.portal).await;
        let pending = stage.password().await;
        for _ in 0..4 {
            assert!(stage.type_code(&pending, "000000").await.is_err());
        }
        assert_eq!(jobs(&stage.world.portal).await, [], "anybody mistypes");
        for _ in 0..2 {
            assert!(stage.type_code(&pending, "000000").await.is_err());
        }
        let promised = jobs(&stage.world.portal).await;
        let [Job::WayInMail { told }] = &promised[..] else { panic!("{promised:?}") };
        let mail = way_in_mail(&stage.world.portal, told).await.unwrap().unwrap();
        assert_eq!((mail.to.email, mail.what), (stage.email, SecurityEvent::SecondFactorTried));
    }

    async fn a_waiting_sign_in_ends_after_five_minutes_and_in_another_browser(db: TestDb) {
        let stage = stage(db).await;
        let pending = stage.password().await;
        for anonymous in ["", &"A".repeat(43)] {
            assert!(matches!(stage.type_code(anonymous, &stage.code()).await, Err(SecondFactorError::Expired)));
        }
        stage.world.clock.pass(SignedDuration::from_mins(5));
        assert!(matches!(stage.type_code(&pending, &stage.code()).await, Err(SecondFactorError::Expired)));
    }

    async fn a_second_factor_is_asked_for_only_once_a_code_has_confirmed_it(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let me = signed_in(&world.portal, &email).await;
        assert!(matches!(show_set_up(&world.portal, &me).await, Err(ChangeSecondFactorError::NotSetUp)));
        assert!(matches!(confirm(&world.portal, &me, "000000").await, Err(ChangeSecondFactorError::NotSetUp)));
        let made = begin(&world.portal, &me, PASSWORD).await.unwrap();
        assert!(matches!(confirm(&world.portal, &me, "000000").await, Err(ChangeSecondFactorError::WrongCode)));
        let shown = show_set_up(&world.portal, &me).await.unwrap();
        assert_eq!(shown.address.expose(), made.address.expose());
        let other = signed_in(&world.portal, &email).await;
        let peeked = show_set_up(&world.portal, &other).await;
        assert!(matches!(peeked, Err(ChangeSecondFactorError::NotSetUp)), "only the device that began it sees the secret");
        assert!(matches!(confirm(&world.portal, &other, "000000").await, Err(ChangeSecondFactorError::NotSetUp)));
        let totp = TOTP::from_url(made.address.expose()).unwrap();
        let code = totp.generate(u64::try_from(world.portal.clock.now().as_second()).unwrap());
        confirm(&world.portal, &me, &code).await.unwrap();
        let left = coplan_usecases::device::list_own(&world.portal, &other).await.unwrap();
        assert_eq!(left.len(), 1, "devices that came in without it are out");
        assert!(matches!(show_set_up(&world.portal, &me).await, Err(ChangeSecondFactorError::OnAlready)));
    }

    async fn a_second_factor_that_is_on_cannot_be_replaced(db: TestDb) {
        let stage = stage(db).await;
        let portal = &stage.world.portal;
        let again = begin(portal, &stage.me, PASSWORD).await;
        assert!(matches!(again, Err(ChangeSecondFactorError::OnAlready)));
        let again = confirm(portal, &stage.me, &stage.code()).await;
        assert!(matches!(again, Err(ChangeSecondFactorError::OnAlready)));
    }

    async fn switching_off_and_renewing_need_the_password_and_a_code(db: TestDb) {
        let stage = stage(db).await;
        let portal = &stage.world.portal;
        let wrong = switch_off(portal, &stage.me, "not the password", &stage.code()).await;
        assert!(matches!(wrong, Err(ChangeSecondFactorError::WrongPassword)));
        let wrong = renew_recovery_codes(portal, &stage.me, "not the password", &stage.code()).await;
        assert!(matches!(wrong, Err(ChangeSecondFactorError::WrongPassword)));
        for code in ["", "000000"] {
            let wrong = switch_off(portal, &stage.me, PASSWORD, code).await;
            assert!(matches!(wrong, Err(ChangeSecondFactorError::WrongCode)));
            let wrong = renew_recovery_codes(portal, &stage.me, PASSWORD, code).await;
            assert!(matches!(wrong, Err(ChangeSecondFactorError::WrongCode)));
        }
        assert!(show(portal, &stage.me).await.unwrap().on);
        let renewed = renew_recovery_codes(portal, &stage.me, PASSWORD, &stage.code()).await.unwrap();
        let again = switch_off(portal, &stage.me, PASSWORD, &stage.code()).await;
        assert!(matches!(again, Err(ChangeSecondFactorError::WrongCode)), "a code is good once");
        let pending = stage.password().await;
        // The chance of tests makes some codes twice.
        let is_new = |code: &&String| renewed.iter().any(|new| new.expose() == code.as_str());
        let old = stage.recovery.iter().find(|code| !is_new(code)).unwrap();
        assert!(stage.type_code(&pending, old).await.is_err(), "the old ones are gone");
        stage.type_code(&pending, renewed[1].expose()).await.unwrap();
        switch_off(portal, &stage.me, PASSWORD, renewed[2].expose()).await.unwrap();
        signed_in(portal, &stage.email).await;
    }

    async fn the_code_of_somebody_who_is_in_cannot_be_guessed_at_leisure_either(db: TestDb) {
        let stage = stage(db).await;
        for _ in 0..10 {
            let wrong = switch_off(&stage.world.portal, &stage.me, PASSWORD, "000000").await;
            assert!(matches!(wrong, Err(ChangeSecondFactorError::WrongCode)));
        }
        let refused = switch_off(&stage.world.portal, &stage.me, PASSWORD, &stage.code()).await;
        assert!(matches!(refused, Err(ChangeSecondFactorError::TooMany { .. })));
    }

    async fn where_it_is_required_it_must_be_set_up_and_stays(db: TestDb) {
        let stage = stage(db).await;
        let mut strict = stage.world.portal.clone();
        strict.settings = Arc::new(Settings { second_factor_required: true, ..(*strict.settings).clone() });
        assert!(entry::must_set_up_second_factor(&strict, &stage.world.mikko));
        assert!(!entry::must_set_up_second_factor(&strict, &stage.world.anna), "members have none");
        assert!(!entry::must_set_up_second_factor(&stage.world.portal, &stage.world.mikko));
        let off = switch_off(&strict, &stage.me, PASSWORD, &stage.code()).await;
        assert!(matches!(off, Err(ChangeSecondFactorError::Required)));
    }

    async fn members_have_no_second_factor(db: TestDb) {
        let world = world(db).await;
        assert!(matches!(begin(&world.portal, &world.anna, PASSWORD).await, Err(ChangeSecondFactorError::Other(Error::NotFound))));
        assert!(matches!(confirm(&world.portal, &world.anna, "000000").await, Err(ChangeSecondFactorError::Other(Error::NotFound))));
        assert!(matches!(show(&world.portal, &world.anna).await, Err(Error::NotFound)));
    }

    async fn recovery_codes_and_passwords_stand_nowhere_in_the_database(db: TestDb) {
        let stage = stage(db).await;
        for code in &stage.recovery {
            assert!(!is_kept(&stage.world.portal, code).await);
        }
        assert!(!is_kept(&stage.world.portal, PASSWORD).await);
    }

    async fn a_wrong_password_is_wrong_with_a_second_factor_too(db: TestDb) {
        let stage = stage(db).await;
        let answer = sign_in(&stage.world.portal, &stage.email, "not the password", &new_browser()).await;
        assert!(matches!(answer, Err(SignInError::Wrong)));
    }
}
