//! Claims about devices.

use crate::stage::{annas_link, browser_with, come_in, device_of, jobs, new_id, open_at_once, open_for_code, who};
use coplan_domain::{event::EventKind, id::DeviceId};
use coplan_store::{access, event, on_both_databases};
use coplan_usecases::{
    Portal,
    device::{EndDeviceError, end_of_member, end_own, list_own, new_device_mail, not_me, not_me_mail, sign_out},
    entry,
    job::Job,
    personal_link::{LinkView, look},
    testing::world,
};
use jiff::{SignedDuration, Timestamp};

async fn seen(portal: &Portal, secret: &str) {
    let actor = who(portal, secret).await.unwrap();
    entry::note_seen(portal, &actor).await.unwrap();
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
            assert!(matches!(end_own(&world.portal, &world.anna, id).await, Err(EndDeviceError::NotFound)));
            assert!(matches!(not_me(&world.portal, &world.anna, id).await, Err(EndDeviceError::NotFound)));
            let wrong = end_of_member(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await;
            assert!(matches!(wrong, Err(EndDeviceError::NotFound)));
        }
        assert_eq!(list_own(&world.portal, &world.carla).await.unwrap().len(), 1);
    }

    async fn staff_ends_a_members_device_and_members_do_not(db: TestDb) {
        let world = world(db).await;
        let id = device_of(&world.anna);
        for by in [&world.ben, &world.carla, &world.petra] {
            let answer = end_of_member(&world.portal, by, world.lakeside, world.anna_membership, id).await;
            assert!(matches!(answer, Err(EndDeviceError::NotFound)));
        }
        end_of_member(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id).await.unwrap();
        assert!(list_own(&world.portal, &world.anna).await.unwrap().is_empty());
    }

    async fn a_browser_that_signed_out_is_known_still(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        sign_out(&world.portal, &who(&world.portal, &device).await.unwrap()).await.unwrap();
        assert!(who(&world.portal, &device).await.is_none());
        let again = open_at_once(&world.portal, &secret, &browser_with(&device)).await;
        assert_ne!(again, device, "under another secret");
    }

    async fn not_me_ends_the_device_and_its_link_and_tells_staff(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let mine = come_in(&world.portal, &secret).await;
        let stranger = come_in(&world.portal, &secret).await;
        jobs(&world.portal).await;
        let id = device_of(&who(&world.portal, &stranger).await.unwrap());
        for _ in 0..2 {
            not_me(&world.portal, &world.anna, id).await.unwrap();
        }
        assert!(who(&world.portal, &stranger).await.is_none());
        assert!(who(&world.portal, &mine).await.is_none(), "whoever has the link could have had this one too");
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        let promised = jobs(&world.portal).await;
        assert_eq!(promised.len(), 2, "{promised:?}");
        assert!(matches!(promised[0], Job::NewLinkMail { person: Some(person), .. } if person == world.anna.person()));
        assert_eq!(promised[1], Job::NotMeMail { device: id, to: world.mikko.person() });
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
        assert_eq!((mail.to.name.as_str(), mail.label.as_str()), ("Anna Aho", "Firefox, Android"));
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
