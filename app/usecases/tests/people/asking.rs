//! Claims about asking for a link by address.

use crate::fixtures::{annas_link, come_in, jobs, new_browser, who};
use coplan_store::{access::System, on_both_databases, testing::dump};
use coplan_usecases::{
    job::Job,
    personal_link::{self, AskError, LinkView, Opened, look, new_link_mail, open},
    testing::world,
};
use jiff::SignedDuration;

on_both_databases! {
    async fn asking_for_a_link_answers_alike_whether_the_address_is_known(db: TestDb) {
        let world = world(db).await;
        let mut shapes = Vec::new();
        for email in ["anna.aho@customer.example", "nobody@customer.example", "mikko.kallio@supplier.example"] {
            let before = dump(&world.portal.db).await.len();
            personal_link::ask(&world.portal, email, "192.0.2.1").await.unwrap();
            let promised = dump(&world.portal.db).await.iter().filter(|row| row.contains("new_link_mail")).count();
            shapes.push((dump(&world.portal.db).await.len() - before, promised));
        }
        let (rows, _) = shapes[0];
        assert_eq!(shapes, [(rows, 1), (rows - 1, 1), (rows - 1, 1)], "the same rows are written, but no job for nobody");
        let promised = jobs(&world.portal).await;
        let people: Vec<_> = promised
            .iter()
            .map(|job| match job {
                Job::NewLinkMail { person, .. } => *person,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(people, [Some(world.anna.person())]);
    }

    async fn a_link_that_was_asked_for_opens(db: TestDb) {
        let world = world(db).await;
        personal_link::ask(&world.portal, " Anna.Aho@Customer.example", "192.0.2.1").await.unwrap();
        let promised = jobs(&world.portal).await;
        let [Job::NewLinkMail { person: Some(person), link }] = promised[..] else { panic!("{promised:?}") };
        let first = new_link_mail(&world.portal, &System::for_tests(), person, link).await.unwrap().unwrap();
        let again = new_link_mail(&world.portal, &System::for_tests(), person, link).await.unwrap().unwrap();
        let secret = |address: &str| address.rsplit('/').next().unwrap().to_owned();
        let third = new_link_mail(&world.portal, &System::for_tests(), person, link).await.unwrap().unwrap();
        let (lost, twice, arrived) = (secret(first.address.expose()), secret(again.address.expose()), secret(third.address.expose()));
        assert_eq!(look(&world.portal, &lost).await.unwrap(), LinkView::Unknown);
        assert!(matches!(look(&world.portal, &twice).await.unwrap(), LinkView::Open { .. }), "the mail may have arrived");
        assert!(who(&world.portal, &come_in(&world.portal, &twice).await).await.is_some());
        assert!(who(&world.portal, &come_in(&world.portal, &arrived).await).await.is_some());
    }

    async fn a_link_that_was_asked_for_replaces_those_that_were_never_used(db: TestDb) {
        let world = world(db).await;
        let (_, staffs) = annas_link(&world).await;
        let mut asked = Vec::new();
        for n in 0..4 {
            personal_link::ask(&world.portal, "anna.aho@customer.example", "192.0.2.1").await.unwrap();
            let promised = jobs(&world.portal).await;
            let Some(Job::NewLinkMail { person: Some(person), link }) = promised.last().cloned() else { panic!("{promised:?}") };
            let mail = new_link_mail(&world.portal, &System::for_tests(), person, link).await.unwrap().unwrap();
            let secret = mail.address.expose().rsplit('/').next().unwrap().to_owned();
            if n == 0 {
                come_in(&world.portal, &secret).await;
            }
            asked.push((link, secret));
            if n == 2 {
                let still = look(&world.portal, &asked[1].1).await.unwrap();
                assert!(matches!(still, LinkView::Open { .. }), "nobody else who asks takes a link of a moment ago away");
            }
            world.clock.pass(SignedDuration::from_mins(40));
        }
        assert_eq!(look(&world.portal, &asked[1].1).await.unwrap(), LinkView::Revoked);
        assert!(new_link_mail(&world.portal, &System::for_tests(), world.anna.person(), asked[1].0).await.unwrap().is_none(), "and is not mailed again");
        for held in [&staffs, &asked[0].1, &asked[2].1, &asked[3].1] {
            assert!(matches!(look(&world.portal, held).await.unwrap(), LinkView::Open { .. }));
        }
    }

    async fn asking_for_a_link_is_limited_by_mail_address_and_by_place(db: TestDb) {
        let world = world(db).await;
        for email in ["anna.aho@customer.example", "nobody@customer.example"] {
            for _ in 0..3 {
                personal_link::ask(&world.portal, email, "192.0.2.1").await.unwrap();
            }
            let refused = personal_link::ask(&world.portal, email, "192.0.2.2").await;
            assert!(matches!(refused, Err(AskError::TooMany { .. })), "{email}");
        }
        for n in 0..4 {
            personal_link::ask(&world.portal, &format!("n{n}@customer.example"), "192.0.2.1").await.unwrap();
        }
        let refused = personal_link::ask(&world.portal, "n5@customer.example", "192.0.2.1").await;
        assert!(matches!(refused, Err(AskError::TooMany { .. })));
        assert!(matches!(personal_link::ask(&world.portal, "anna", "192.0.2.3").await, Err(AskError::NotAnEmail)));
    }

    async fn the_networks_of_one_site_share_a_limit(db: TestDb) {
        let world = world(db).await;
        let ask = async |n: u32, network: &str| personal_link::ask(&world.portal, &format!("n{n}@customer.example"), network).await;
        for n in 0..30 {
            ask(n, &format!("2001:db8:1:{n:x}::")).await.unwrap();
        }
        assert!(matches!(ask(30, "2001:db8:1:ff::").await, Err(AskError::TooMany { .. })));
        ask(31, "2001:db8:2::").await.unwrap();
        assert_eq!(jobs(&world.portal).await, [], "nothing is left to do for nobody");
    }

    async fn nobody_gets_more_than_eight_links_a_day_by_asking(db: TestDb) {
        let world = world(db).await;
        let mut asked = 0;
        for hour in 0..12 {
            for _ in 0..3 {
                let answer = personal_link::ask(&world.portal, "anna.aho@customer.example", &format!("192.0.2.{hour}")).await;
                asked += i32::from(answer.is_ok());
            }
            world.clock.pass(SignedDuration::from_hours(1));
        }
        assert_eq!(asked, 8);
    }

    async fn a_code_is_mailed_before_links_that_anybody_asked_for(db: TestDb) {
        let world = world(db).await;
        personal_link::ask(&world.portal, "anna.aho@customer.example", "192.0.2.1").await.unwrap();
        world.clock.pass(SignedDuration::from_secs(1));
        let (_, secret) = annas_link(&world).await;
        assert!(matches!(open(&world.portal, &secret, &new_browser()).await, Ok(Opened::CodeSent { .. })));
        let promised = jobs(&world.portal).await;
        assert!(matches!(promised[..], [Job::CodeMail { .. }, Job::NewLinkMail { .. }]), "{promised:?}");
    }
}
