//! Claims about devices.

use crate::fixtures::{
    annas_link, browser_with, come_in, device_of, jobs, link, mailed_code, new_id, open_at_once, open_for_code, who,
};
use coplan_domain::{
    event::EventKind,
    id::DeviceId,
    person::{DeviceEnd, Language},
};
use coplan_store::{access, event, on_both_databases};
use coplan_usecases::{
    Error, Portal,
    device::{
        Disowned, end_of_member, end_own, list_own, list_own_over, new_device_mail, not_me, not_me_mail, show_disowned, sign_out,
    },
    entry,
    job::Job,
    personal_link::{self, LinkView, Session, enter_code, look},
    testing::{World, world},
};
use jiff::{SignedDuration, Timestamp};

async fn seen(portal: &Portal, secret: &str) {
    let actor = who(portal, secret).await.unwrap();
    entry::note_seen(portal, &actor).await.unwrap();
}

/// A browser whose time has run out opens the link again, and has another secret.
async fn open_at_once_anew(world: &World, link: &str, before: &str) -> String {
    world.clock.pass(SignedDuration::from_hours(24 * 31));
    open_at_once(&world.portal, link, &browser_with(before)).await
}

on_both_databases! {
    async fn a_member_sees_and_ends_its_own_devices(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let phone = come_in(&world.portal, &secret).await;
        let laptop = come_in(&world.portal, &secret).await;
        let me = who(&world.portal, &phone).await.unwrap();
        let listed = list_own(&world.portal, &me).await.unwrap();
        assert_eq!(listed.len(), 3);
        assert_eq!(listed.iter().filter(|view| view.here).map(|view| view.device.id).collect::<Vec<_>>(), [device_of(&me)]);
        let other = device_of(&who(&world.portal, &laptop).await.unwrap());
        for _ in 0..2 {
            end_own(&world.portal, &me, other).await.unwrap();
        }
        assert!(who(&world.portal, &laptop).await.is_none());
        assert!(who(&world.portal, &phone).await.is_some());
        open_for_code(&world.portal, &secret, &browser_with(&laptop)).await;
    }

    async fn nobody_ends_or_disowns_another_persons_device(db: TestDb) {
        let world = world(db).await;
        let carlas = device_of(&world.carla);
        let unknown: DeviceId = new_id(&world.portal).await;
        for id in [carlas, unknown] {
            assert!(matches!(end_own(&world.portal, &world.anna, id).await, Err(Error::NotFound)));
            assert!(matches!(not_me(&world.portal, &world.anna, id).await, Err(Error::NotFound)));
            let wrong = end_of_member(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await;
            assert!(matches!(wrong, Err(Error::NotFound)));
        }
        assert_eq!(list_own(&world.portal, &world.carla).await.unwrap().len(), 1);
    }

    async fn staff_ends_a_members_device_and_members_do_not(db: TestDb) {
        let world = world(db).await;
        let id = device_of(&world.anna);
        for by in [&world.ben, &world.carla, &world.petra] {
            let answer = end_of_member(&world.portal, by, world.lakeside, world.anna_membership, id).await;
            assert!(matches!(answer, Err(Error::NotFound)));
        }
        end_of_member(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        assert!(list_own(&world.portal, &world.anna).await.unwrap().is_empty());
    }

    async fn whoever_signed_out_on_a_browser_needs_the_code_there_again(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        sign_out(&world.portal, &who(&world.portal, &device).await.unwrap()).await.unwrap();
        assert!(who(&world.portal, &device).await.is_none());
        open_for_code(&world.portal, &secret, &browser_with(&device)).await;
    }

    async fn a_browser_that_was_away_is_known_still_and_comes_in_under_another_secret(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        world.clock.pass(SignedDuration::from_hours(24 * 31));
        assert!(who(&world.portal, &device).await.is_none());
        let again = open_at_once(&world.portal, &secret, &browser_with(&device)).await;
        assert_ne!(again, device);
        let pressed_twice = open_at_once(&world.portal, &secret, &browser_with(&device)).await;
        assert!(who(&world.portal, &pressed_twice).await.is_some(), "the button was pressed before the first answer came");
    }

    async fn a_secret_that_was_replaced_is_known_only_while_two_tabs_may_race(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let copied = come_in(&world.portal, &secret).await;
        world.clock.pass(SignedDuration::from_hours(24 * 31));
        let again = open_at_once(&world.portal, &secret, &browser_with(&copied)).await;
        world.clock.pass(SignedDuration::from_mins(4));
        open_at_once(&world.portal, &secret, &browser_with(&copied)).await;
        world.clock.pass(SignedDuration::from_mins(2));
        open_for_code(&world.portal, &secret, &browser_with(&copied)).await;
        assert!(who(&world.portal, &again).await.is_some());
    }

    async fn whoever_ends_what_a_browser_was_ends_the_browser(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let before = come_in(&world.portal, &secret).await;
        let listed = device_of(&who(&world.portal, &before).await.unwrap());
        let again = open_at_once_anew(&world, &secret, &before).await;
        end_own(&world.portal, &world.anna, listed).await.unwrap();
        assert!(who(&world.portal, &again).await.is_none(), "it was told that it has ended");
        for out in [&before, &again] {
            open_for_code(&world.portal, &secret, &browser_with(out)).await;
        }
    }

    async fn what_ends_a_browser_ends_what_it_was_before(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let before = come_in(&world.portal, &secret).await;
        let again = open_at_once_anew(&world, &secret, &before).await;
        sign_out(&world.portal, &who(&world.portal, &again).await.unwrap()).await.unwrap();
        open_for_code(&world.portal, &secret, &browser_with(&before)).await;
    }

    async fn of_two_tabs_that_came_in_at_once_one_ends_the_other_and_stays(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let before = come_in(&world.portal, &secret).await;
        let lost = open_at_once_anew(&world, &secret, &before).await;
        let kept = open_at_once(&world.portal, &secret, &browser_with(&before)).await;
        let (me, other) = (who(&world.portal, &kept).await.unwrap(), who(&world.portal, &lost).await.unwrap());
        end_own(&world.portal, &me, device_of(&other)).await.unwrap();
        assert!(who(&world.portal, &lost).await.is_none());
        assert!(who(&world.portal, &kept).await.is_some());
    }

    async fn a_stranger_who_has_signed_out_already_is_listed_and_can_be_disowned(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let anonymous = who(&world.portal, &come_in(&world.portal, &secret).await).await.unwrap();
        let id = device_of(&anonymous);
        sign_out(&world.portal, &anonymous).await.unwrap();
        let over = list_own_over(&world.portal, &world.anna).await.unwrap();
        assert_eq!(over.iter().map(|over| (over.device.id, over.why)).collect::<Vec<_>>(), [(id, Some(DeviceEnd::SignedOut))]);
        assert!(list_own_over(&world.portal, &world.ben).await.unwrap().is_empty(), "only one's own");
        not_me(&world.portal, &world.anna, id).await.unwrap();
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        assert_eq!(list_own_over(&world.portal, &world.anna).await.unwrap()[0].why, Some(DeviceEnd::NotMe));
        world.clock.pass(SignedDuration::from_hours(24 * 30));
        assert!(list_own_over(&world.portal, &world.anna).await.unwrap().is_empty());
    }

    async fn a_browser_that_came_in_anew_is_told_once_and_one_that_stayed_away_as_well(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let before = come_in(&world.portal, &secret).await;
        let again = open_at_once_anew(&world, &secret, &before).await;
        assert!(list_own_over(&world.portal, &world.anna).await.unwrap().is_empty(), "the browser is in");
        let id = device_of(&who(&world.portal, &again).await.unwrap());
        world.clock.pass(SignedDuration::from_hours(24 * 31));
        let over = list_own_over(&world.portal, &world.anna).await.unwrap();
        assert_eq!(over.iter().map(|over| (over.device.id, over.why)).collect::<Vec<_>>(), [(id, None)]);
    }

    async fn opening_a_link_signs_out_whoever_else_was_in_on_the_browser(db: TestDb) {
        let world = world(db).await;
        let (_, bens) = link(&world, world.lakeside, world.ben_membership).await;
        let bens_device = come_in(&world.portal, &bens).await;
        let (_, annas) = annas_link(&world).await;
        let waiting = open_for_code(&world.portal, &annas, &browser_with(&bens_device)).await;
        assert!(who(&world.portal, &bens_device).await.is_some(), "nobody else is in yet");
        let code = mailed_code(&world.portal).await;
        let entered = enter_code(&world.portal, &waiting, &code, &browser_with(&bens_device)).await.unwrap();
        let Session::In { device_secret } = entered else { panic!("{entered:?}") };
        assert_eq!(who(&world.portal, device_secret.expose()).await.unwrap().person(), world.anna.person());
        assert!(who(&world.portal, &bens_device).await.is_none());
        open_for_code(&world.portal, &bens, &browser_with(&bens_device)).await;
    }

    async fn the_own_device_that_went_too_learns_who_was_told_and_where_the_link_goes(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let mine = come_in(&world.portal, &secret).await;
        let anonymous = come_in(&world.portal, &secret).await;
        let (me, id) = (who(&world.portal, &mine).await.unwrap(), device_of(&who(&world.portal, &anonymous).await.unwrap()));
        assert_eq!(show_disowned(&world.portal, &mine).await.unwrap(), None, "nothing has happened yet");
        for _ in 0..2 {
            not_me(&world.portal, &me, id).await.unwrap();
        }
        let said = Disowned {
            told: vec!["Mikko Kallio".to_owned()],
            email: "a…@customer.example".to_owned(),
            language: Language::En,
        };
        assert_eq!(show_disowned(&world.portal, &mine).await.unwrap(), Some(said));
        for other in [anonymous.as_str(), &"A".repeat(43), ""] {
            assert_eq!(show_disowned(&world.portal, other).await.unwrap(), None);
        }
        world.clock.pass(SignedDuration::from_hours(1));
        assert_eq!(show_disowned(&world.portal, &mine).await.unwrap(), None);
    }

    async fn a_device_that_staff_put_out_learns_nothing(db: TestDb) {
        let world = world(db).await;
        let (id, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        personal_link::revoke(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        assert_eq!(show_disowned(&world.portal, &device).await.unwrap(), None);
    }

    async fn not_me_ends_the_device_and_its_link_and_tells_staff(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let mine = come_in(&world.portal, &secret).await;
        let anonymous = come_in(&world.portal, &secret).await;
        jobs(&world.portal).await;
        let id = device_of(&who(&world.portal, &anonymous).await.unwrap());
        for _ in 0..2 {
            not_me(&world.portal, &world.anna, id).await.unwrap();
        }
        assert!(who(&world.portal, &anonymous).await.is_none());
        assert!(who(&world.portal, &mine).await.is_none(), "whoever has the link could have had this one too");
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        let promised = jobs(&world.portal).await;
        assert_eq!(promised.len(), 2, "{promised:?}");
        assert_eq!(promised[0], Job::NotMeMail { device: id, to: world.mikko.person() });
        assert!(matches!(promised[1], Job::NewLinkMail { person: Some(person), .. } if person == world.anna.person()));
        let mail = not_me_mail(&world.portal, id, world.mikko.person()).await.unwrap().unwrap();
        assert_eq!((mail.person.as_str(), mail.to.name.as_str()), ("Anna Aho", "Mikko Kallio"));
        assert_eq!(mail.companies, ["Lakeside Mills"]);
    }

    async fn only_staff_learns_of_a_members_devices(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        not_me(&world.portal, &world.anna, device_of(&who(&world.portal, &device).await.unwrap())).await.unwrap();
        let mut conn = world.portal.db.read().await.unwrap();
        let mut kinds = Vec::new();
        for reader in [&world.ben, &world.saara] {
            let access = access::find(&mut conn, reader, world.lakeside).await.unwrap().unwrap();
            let events = event::list_by_others(&mut conn, &access, Timestamp::UNIX_EPOCH, 100).await.unwrap();
            kinds.push(events.into_iter().map(|news| news.event.kind).collect::<Vec<_>>());
        }
        assert_eq!(kinds[0], []);
        for kind in [EventKind::LinkCreated, EventKind::DeviceLetIn, EventKind::DeviceNotMine] {
            assert!(kinds[1].contains(&kind), "{kind}");
        }
    }

    async fn the_owner_is_told_of_a_new_device(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        let id = device_of(&who(&world.portal, &device).await.unwrap());
        assert_eq!(jobs(&world.portal).await, [Job::NewDeviceMail { device: id }]);
        let mail = new_device_mail(&world.portal, id).await.unwrap().unwrap();
        assert_eq!((mail.to.name.as_str(), mail.label.as_str(), mail.by_link), ("Anna Aho", "Firefox, Android", true));
    }

    async fn a_member_stays_in_for_thirty_days_away_and_180_in_all(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        world.clock.pass(SignedDuration::from_hours(24));
        let device = come_in(&world.portal, &secret).await;
        for _ in 0..6 {
            world.clock.pass(SignedDuration::from_hours(24 * 29));
            seen(&world.portal, &device).await;
        }
        world.clock.pass(SignedDuration::from_hours(24 * 6) - SignedDuration::from_secs(1));
        assert!(who(&world.portal, &device).await.is_some());
        world.clock.pass(SignedDuration::from_secs(1));
        assert!(who(&world.portal, &device).await.is_none());
    }

    async fn a_device_is_noted_at_most_every_five_minutes(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        let came = who(&world.portal, &device).await.unwrap().entered().seen_at();
        world.clock.pass(SignedDuration::from_mins(4));
        seen(&world.portal, &device).await;
        assert_eq!(who(&world.portal, &device).await.unwrap().entered().seen_at(), came);
        world.clock.pass(SignedDuration::from_mins(1));
        seen(&world.portal, &device).await;
        assert_eq!(who(&world.portal, &device).await.unwrap().entered().seen_at(), came + SignedDuration::from_mins(5));
    }
}
