//! Claims about personal links and the codes on new browsers.

use crate::fixtures::{
    annas_link, browser_with, come_in, is_kept, jobs, link, mailed_code, new_browser, new_id, open_at_once, open_for_code,
    set_policy, who,
};
use coplan_domain::person::{CodePolicy, Language};
use coplan_store::{access::Actor, access::System, on_both_databases, testing::dump};
use coplan_usecases::{
    Error, entry,
    job::Job,
    member,
    personal_link::{
        self, LinkError, LinkView, MailLinkForm, OpenError, Session, code_mail, enter_code, link_mail, look, look_at_code, open,
    },
    testing::world,
};
use jiff::SignedDuration;

on_both_databases! {
    async fn looking_at_a_link_twenty_times_changes_no_row(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let before = dump(&world.portal.db).await;
        for _ in 0..20 {
            let view = look(&world.portal, &secret).await.unwrap();
            let open = LinkView::Open {
                person: world.anna.person(),
                name: "Anna Aho".to_owned(),
                language: Language::En,
                companies: vec!["Lakeside Mills".to_owned()],
            };
            assert_eq!(view, open);
        }
        assert_eq!(dump(&world.portal.db).await, before);
    }

    async fn what_stands_behind_a_link_in_a_sentence_is_no_part_of_it(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        for tail in [".", ")", ").", "/", " ", "…"] {
            let view = look(&world.portal, &format!("{secret}{tail}")).await.unwrap();
            assert!(matches!(view, LinkView::Open { .. }), "{tail:?}");
        }
        open_for_code(&world.portal, &format!("{secret})"), &new_browser()).await;
    }

    async fn a_link_that_is_none_names_nobody(db: TestDb) {
        let world = world(db).await;
        let (id, secret) = annas_link(&world).await;
        for unknown in ["", "x", &"A".repeat(43), "' or 1=1 --", &secret[1..], "\0"] {
            assert_eq!(look(&world.portal, unknown).await.unwrap(), LinkView::Unknown, "{unknown:?}");
            assert!(matches!(open(&world.portal, unknown, &new_browser()).await, Err(OpenError::Unknown)));
        }
        personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        assert!(matches!(open(&world.portal, &secret, &new_browser()).await, Err(OpenError::Revoked)));
    }

    async fn a_link_stops_by_itself_after_180_days(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        world.clock.pass(SignedDuration::from_hours(24 * 180) - SignedDuration::from_millis(1));
        assert!(matches!(look(&world.portal, &secret).await.unwrap(), LinkView::Open { .. }));
        world.clock.pass(SignedDuration::from_millis(1));
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Expired);
        assert!(matches!(open(&world.portal, &secret, &new_browser()).await, Err(OpenError::Expired)));
    }

    async fn a_new_browser_needs_the_code_and_a_known_one_does_not(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        assert_eq!(who(&world.portal, &device).await.unwrap().person(), world.anna.person());
        let again = open_at_once(&world.portal, &secret, &browser_with(&device)).await;
        assert_eq!(again, device, "the button pressed twice makes no second device");
        let forwarded = open_for_code(&world.portal, &secret, &new_browser()).await;
        assert!(who(&world.portal, &forwarded).await.is_none(), "who waits for a code is not in");
    }

    async fn another_persons_device_is_no_known_one(db: TestDb) {
        let world = world(db).await;
        let (_, bens) = link(&world, world.lakeside, world.ben_membership).await;
        let bens_device = come_in(&world.portal, &bens).await;
        let (_, annas) = annas_link(&world).await;
        open_for_code(&world.portal, &annas, &browser_with(&bens_device)).await;
    }

    async fn five_wrong_codes_use_the_code_up(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &secret, &new_browser()).await;
        let code = mailed_code(&world.portal).await;
        for left in (1..5).rev() {
            let answer = enter_code(&world.portal, &waiting, "999 999", &new_browser()).await.unwrap();
            assert!(matches!(answer, Session::Wrong { left: l } if l == left), "{answer:?}");
            let typo = enter_code(&world.portal, &waiting, "12", &new_browser()).await.unwrap();
            assert!(matches!(typo, Session::Wrong { left: l } if l == left), "what is no code costs no try");
        }
        assert!(look_at_code(&world.portal, &waiting).await.unwrap().is_none(), "it waits");
        assert!(matches!(enter_code(&world.portal, &waiting, "999999", &new_browser()).await.unwrap(), Session::UsedUp));
        assert!(matches!(look_at_code(&world.portal, &waiting).await.unwrap(), Some(Session::UsedUp)), "and says so when asked again");
        assert!(matches!(enter_code(&world.portal, &waiting, &code, &new_browser()).await.unwrap(), Session::UsedUp));
    }

    async fn a_code_is_good_for_ten_minutes(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &secret, &new_browser()).await;
        let code = mailed_code(&world.portal).await;
        world.clock.pass(SignedDuration::from_mins(10));
        assert!(matches!(enter_code(&world.portal, &waiting, &code, &new_browser()).await.unwrap(), Session::Expired));
    }

    async fn a_code_is_good_only_in_the_browser_that_asked(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let first = open_for_code(&world.portal, &secret, &new_browser()).await;
        let code = mailed_code(&world.portal).await;
        let other = open_for_code(&world.portal, &secret, &new_browser()).await;
        assert!(matches!(enter_code(&world.portal, &other, &code, &new_browser()).await.unwrap(), Session::Wrong { .. }));
        for anonymous in ["", &"A".repeat(43)] {
            assert!(matches!(enter_code(&world.portal, anonymous, &code, &new_browser()).await.unwrap(), Session::Expired));
        }
        let spaced = format!(" {} - {}", &code[..3], &code[3..]);
        assert!(matches!(enter_code(&world.portal, &first, &spaced, &new_browser()).await.unwrap(), Session::In { .. }));
    }

    async fn a_code_lets_in_once(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &secret, &new_browser()).await;
        let code = mailed_code(&world.portal).await;
        let browser = new_browser();
        let (one, two) = tokio::join!(
            enter_code(&world.portal, &waiting, &code, &browser),
            enter_code(&world.portal, &waiting, &code, &browser)
        );
        let answers = [one.unwrap(), two.unwrap()];
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Session::In { .. })).count(), 1, "{answers:?}");
        assert!(matches!(enter_code(&world.portal, &waiting, &code, &browser).await.unwrap(), Session::UsedUp));
    }

    async fn a_code_that_was_not_mailed_yet_cannot_be_guessed(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &secret, &new_browser()).await;
        assert!(matches!(enter_code(&world.portal, &waiting, "000000", &new_browser()).await.unwrap(), Session::Wrong { left: 4 }));
    }

    async fn a_code_does_not_outlive_its_link(db: TestDb) {
        let world = world(db).await;
        let (id, secret) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &secret, &new_browser()).await;
        let promised = jobs(&world.portal).await;
        let Some(Job::CodeMail { code: asked }) = promised.last().cloned() else { panic!("{promised:?}") };
        let code = code_mail(&world.portal, &System::for_tests(), asked).await.unwrap().unwrap().code.expose().to_owned();
        personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        assert!(matches!(enter_code(&world.portal, &waiting, &code, &new_browser()).await.unwrap(), Session::LinkOver));
        assert!(code_mail(&world.portal, &System::for_tests(), asked).await.unwrap().is_none(), "and is not mailed any more");
    }

    async fn a_link_that_is_used_up_for_the_day_keeps_no_new_one_shut(db: TestDb) {
        let world = world(db).await;
        let (_, stray) = annas_link(&world).await;
        for _ in 0..4 {
            for _ in 0..5 {
                open_for_code(&world.portal, &stray, &new_browser()).await;
            }
            world.clock.pass(SignedDuration::from_hours(1));
        }
        let refused = open(&world.portal, &stray, &new_browser()).await;
        assert!(matches!(refused, Err(OpenError::TooMany { retry_after }) if retry_after == SignedDuration::from_hours(20)));
        let (_, fresh) = annas_link(&world).await;
        come_in(&world.portal, &fresh).await;
    }

    async fn revoking_a_link_forgives_the_codes_that_were_asked_for(db: TestDb) {
        let world = world(db).await;
        let (id, one) = annas_link(&world).await;
        let (_, two) = annas_link(&world).await;
        for secret in [&one, &two] {
            for _ in 0..5 {
                open_for_code(&world.portal, secret, &new_browser()).await;
            }
        }
        let (_, fresh) = annas_link(&world).await;
        assert!(matches!(open(&world.portal, &fresh, &new_browser()).await, Err(OpenError::TooMany { .. })));
        personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        come_in(&world.portal, &fresh).await;
    }

    async fn codes_are_mailed_five_times_an_hour_per_link(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        for _ in 0..5 {
            open_for_code(&world.portal, &secret, &new_browser()).await;
        }
        let refused = open(&world.portal, &secret, &new_browser()).await;
        assert!(matches!(refused, Err(OpenError::TooMany { retry_after }) if retry_after == SignedDuration::from_hours(1)));
        let (_, fresh) = annas_link(&world).await;
        open_for_code(&world.portal, &fresh, &new_browser()).await;
        world.clock.pass(SignedDuration::from_hours(1));
        open_for_code(&world.portal, &secret, &new_browser()).await;
    }

    async fn ten_new_browsers_an_hour_are_let_in_without_a_code(db: TestDb) {
        let world = world(db).await;
        set_policy(&world, world.lakeside, CodePolicy::Never).await;
        let (_, secret) = annas_link(&world).await;
        let mut device = String::new();
        for _ in 0..10 {
            device = open_at_once(&world.portal, &secret, &new_browser()).await;
        }
        let refused = open(&world.portal, &secret, &new_browser()).await;
        assert!(matches!(refused, Err(OpenError::TooManyDevices { .. })), "no code was asked for: {refused:?}");
        open_at_once(&world.portal, &secret, &browser_with(&device)).await;
    }

    async fn many_at_once_get_no_more_codes_than_one_after_the_other(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let mut asked = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let (portal, secret) = (world.portal.clone(), secret.clone());
            asked.spawn(async move { open(&portal, &secret, &new_browser()).await.is_ok() });
        }
        assert!(asked.join_all().await.into_iter().filter(|sent| *sent).count() <= 5);
        let mailed = jobs(&world.portal).await.iter().filter(|job| matches!(job, Job::CodeMail { .. })).count();
        assert!(mailed <= 5, "{mailed}");
    }

    async fn a_revoked_link_ends_its_sessions_at_the_next_request(db: TestDb) {
        let world = world(db).await;
        let (id, secret) = annas_link(&world).await;
        let (_, kept) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        let other = come_in(&world.portal, &kept).await;
        personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        assert!(who(&world.portal, &device).await.is_none());
        assert!(who(&world.portal, &other).await.is_some());
        open_for_code(&world.portal, &kept, &browser_with(&device)).await;
    }

    async fn a_rotated_link_is_another_and_the_old_one_is_dead(db: TestDb) {
        let world = world(db).await;
        let (id, secret) = annas_link(&world).await;
        let new = new_id(&world.portal).await;
        let rotate = |by: Actor| {
            let portal = world.portal.clone();
            let (customer, membership) = (world.lakeside, world.anna_membership);
            async move { personal_link::rotate(&portal, &by, customer, membership, id, new).await }
        };
        assert!(matches!(rotate(world.anna.clone()).await, Err(LinkError::Other(Error::NotFound))));
        let created = rotate(world.mikko.clone()).await.unwrap();
        assert!(matches!(rotate(world.mikko.clone()).await, Err(LinkError::MadeAlready)));
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        let address = created.address.expose();
        let (before, secret) = address.rsplit_once('/').unwrap();
        assert_eq!(before, "https://plan.northline.example/in");
        assert!(matches!(look(&world.portal, secret).await.unwrap(), LinkView::Open { .. }));
    }

    async fn only_keepers_of_plans_make_and_revoke_links(db: TestDb) {
        let world = world(db).await;
        let (id, _) = annas_link(&world).await;
        let (at, membership) = (world.lakeside, world.anna_membership);
        for by in [&world.anna, &world.ben, &world.carla, &world.petra] {
            let new = new_id(&world.portal).await;
            assert!(matches!(personal_link::create(&world.portal, by, at, membership, new).await, Err(LinkError::Other(Error::NotFound))));
            assert!(matches!(personal_link::mail(&world.portal, by, at, membership, &MailLinkForm::blank(new)).await, Err(LinkError::Other(Error::NotFound))));
            assert!(matches!(personal_link::revoke(&world.portal, by, at, membership, id).await, Err(LinkError::Other(Error::NotFound))));
        }
    }

    async fn another_customers_membership_is_not_found(db: TestDb) {
        let world = world(db).await;
        let (id, _) = annas_link(&world).await;
        let (at, membership) = (world.harbour, world.anna_membership);
        let new = new_id(&world.portal).await;
        assert!(matches!(personal_link::create(&world.portal, &world.saara, at, membership, new).await, Err(LinkError::Other(Error::NotFound))));
        assert!(matches!(personal_link::revoke(&world.portal, &world.saara, at, membership, id).await, Err(LinkError::Other(Error::NotFound))));
        let bens = personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.ben_membership, id).await;
        assert!(matches!(bens, Err(LinkError::Other(Error::NotFound))), "Anna's link is not Ben's");
        let reused = personal_link::create(&world.portal, &world.mikko, world.lakeside, world.ben_membership, id).await;
        assert!(matches!(reused, Err(LinkError::Other(Error::NotFound))), "nor is its id");
    }

    async fn a_link_is_shown_once(db: TestDb) {
        let world = world(db).await;
        let (id, secret) = annas_link(&world).await;
        let again = personal_link::create(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await;
        assert!(matches!(again, Err(LinkError::MadeAlready)));
        assert!(!is_kept(&world.portal, &secret).await);
    }

    async fn a_mailed_links_secret_is_made_at_sending(db: TestDb) {
        let world = world(db).await;
        let id = new_id(&world.portal).await;
        for _ in 0..2 {
            personal_link::mail(&world.portal, &world.mikko, world.lakeside, world.anna_membership, &MailLinkForm::blank(id)).await.unwrap();
        }
        assert_eq!(jobs(&world.portal).await, [Job::LinkMail { link: id, note: None }]);
        let mail = link_mail(&world.portal, &System::for_tests(), id).await.unwrap().unwrap();
        assert_eq!((mail.to.email.as_str(), &mail.companies[..]), ("anna.aho@customer.example", &["Lakeside Mills".to_owned()][..]));
        let secret = mail.address.expose().rsplit('/').next().unwrap();
        come_in(&world.portal, secret).await;
        assert!(link_mail(&world.portal, &System::for_tests(), id).await.unwrap().is_none(), "a link in use keeps its secret");
        assert!(!is_kept(&world.portal, secret).await);
        assert!(!format!("{mail:?}").contains(secret));
    }

    async fn what_nothing_looks_at_any_more_is_forgotten_after_a_day(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        come_in(&world.portal, &secret).await;
        let stay = |lines: Vec<String>| lines.iter().filter(|l| l.starts_with("attempt") || l.starts_with("entry_code")).count();
        entry::forget_old(&world.portal, &System::for_tests()).await.unwrap();
        assert_eq!(stay(dump(&world.portal.db).await), 4, "three limits and a code");
        world.clock.pass(SignedDuration::from_hours(24) + SignedDuration::from_millis(1));
        entry::forget_old(&world.portal, &System::for_tests()).await.unwrap();
        assert_eq!(stay(dump(&world.portal.db).await), 0);
    }

    async fn with_the_last_membership_the_links_end(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        member::remove(&world.portal, &world.mikko, world.lakeside, world.anna_membership).await.unwrap();
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        assert!(who(&world.portal, &device).await.is_none());
    }

    async fn no_secret_stands_anywhere_in_the_database(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &secret, &new_browser()).await;
        let code = mailed_code(&world.portal).await;
        let Session::In { device_secret } = enter_code(&world.portal, &waiting, &code, &new_browser()).await.unwrap() else {
            panic!("in")
        };
        for hidden in [&secret, &waiting, &device_secret.expose().to_owned()] {
            assert!(!is_kept(&world.portal, hidden).await);
        }
        let kept = dump(&world.portal.db).await;
        let codes: Vec<&String> = kept.iter().filter(|line| line.starts_with("entry_code") || line.starts_with("outbox")).collect();
        assert!(codes.len() > 1 && codes.iter().all(|line| !line.split(['|', '"']).any(|cell| cell.trim() == code)), "{codes:?}");
        assert!(!format!("{device_secret:?}").contains(device_secret.expose()));
    }
}
