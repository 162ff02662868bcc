//! Claims about when a code is asked for, and about devices that a link alone has let in.

use crate::fixtures::{
    add_member, annas_link, browser_with, come_in, jobs, link, new_browser, new_id, open_at_once, open_for_code, set_policy, who,
};
use coplan_domain::person::CodePolicy;
use coplan_store::{access::System, on_both_databases};
use coplan_usecases::{
    device::list_own,
    job::Job,
    personal_link::{self, LinkView, MailLinkForm, Opened, link_mail, look, open},
    testing::{open_two_connections, world},
};
use jiff::SignedDuration;
use tokio::join;

on_both_databases! {
    async fn the_customers_policy_says_when_a_code_is_asked_for(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let device = come_in(&world.portal, &secret).await;
        set_policy(&world, world.lakeside, CodePolicy::Always).await;
        open_for_code(&world.portal, &secret, &browser_with(&device)).await;
        jobs(&world.portal).await;
        set_policy(&world, world.lakeside, CodePolicy::Never).await;
        let other = open_at_once(&world.portal, &secret, &new_browser()).await;
        assert_ne!(other, device);
        let told = jobs(&world.portal).await.iter().filter(|job| matches!(job, Job::NewDeviceMail { .. })).count();
        assert_eq!(told, 1, "the owner is told of the new device also where no code is asked for");
    }

    async fn of_two_customers_the_stricter_policy_holds(db: TestDb) {
        let world = world(db).await;
        set_policy(&world, world.lakeside, CodePolicy::Never).await;
        let membership = add_member(&world, world.lakeside, "Disa Dahl", "disa@dahl.example").await;
        let (_, secret) = link(&world, world.lakeside, membership).await;
        let device = open_at_once(&world.portal, &secret, &new_browser()).await;
        for _ in 0..2 {
            add_member(&world, world.harbour, "Disa Dahl", "disa@dahl.example").await;
            assert!(who(&world.portal, &device).await.is_none(), "nobody has shown there that it is Disa");
        }
        open_for_code(&world.portal, &secret, &browser_with(&device)).await;
        let LinkView::Open { companies, .. } = look(&world.portal, &secret).await.unwrap() else { panic!("open") };
        assert_eq!(companies, ["Harbour Cold Stores", "Lakeside Mills"]);
    }

    async fn a_device_that_gave_a_code_stays_in_at_a_stricter_customer(db: TestDb) {
        let world = world(db).await;
        let membership = add_member(&world, world.lakeside, "Disa Dahl", "disa@dahl.example").await;
        let (_, secret) = link(&world, world.lakeside, membership).await;
        let device = come_in(&world.portal, &secret).await;
        set_policy(&world, world.harbour, CodePolicy::Always).await;
        add_member(&world, world.harbour, "Disa Dahl", "disa@dahl.example").await;
        assert!(who(&world.portal, &device).await.is_some());
    }

    async fn a_device_that_gave_no_code_is_out_once_the_customer_asks_for_one(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let proved = come_in(&world.portal, &secret).await;
        for stricter in [CodePolicy::Always, CodePolicy::NewDevice] {
            set_policy(&world, world.lakeside, CodePolicy::Never).await;
            let device = open_at_once(&world.portal, &secret, &new_browser()).await;
            set_policy(&world, world.lakeside, CodePolicy::Never).await;
            assert!(who(&world.portal, &device).await.is_some(), "saved again without a change");
            for _ in 0..2 {
                set_policy(&world, world.lakeside, stricter).await;
                assert!(who(&world.portal, &device).await.is_none(), "{stricter}");
            }
            assert!(who(&world.portal, &proved).await.is_some(), "{stricter}");
            open_for_code(&world.portal, &secret, &browser_with(&device)).await;
        }
    }

    async fn nobody_stays_in_by_a_link_alone_who_came_while_the_customer_began_to_ask_for_codes(db: TestDb) {
        let world = world(db).await;
        open_two_connections(&world.portal).await;
        let (_, secret) = annas_link(&world).await;
        for _ in 0..5 {
            set_policy(&world, world.lakeside, CodePolicy::Never).await;
            let browser = new_browser();
            let (opened, ()) =
                join!(open(&world.portal, &secret, &browser), set_policy(&world, world.lakeside, CodePolicy::Always));
            if let Opened::In { device_secret } = opened.unwrap() {
                assert!(who(&world.portal, device_secret.expose()).await.is_none());
            }
        }
    }

    async fn nobody_stays_in_by_a_link_alone_who_came_while_joining_a_stricter_customer(db: TestDb) {
        let world = world(db).await;
        open_two_connections(&world.portal).await;
        set_policy(&world, world.lakeside, CodePolicy::Never).await;
        for n in 0..5 {
            let email = format!("disa{n}@dahl.example");
            let membership = add_member(&world, world.lakeside, "Disa Dahl", &email).await;
            let (_, secret) = link(&world, world.lakeside, membership).await;
            let browser = new_browser();
            let (opened, _) =
                join!(open(&world.portal, &secret, &browser), add_member(&world, world.harbour, "Disa Dahl", &email));
            if let Opened::In { device_secret } = opened.unwrap() {
                assert!(who(&world.portal, device_secret.expose()).await.is_none());
            }
        }
    }

    async fn a_stricter_customer_ends_no_device_of_anybody_elses(db: TestDb) {
        let world = world(db).await;
        set_policy(&world, world.lakeside, CodePolicy::Never).await;
        let (_, secret) = annas_link(&world).await;
        let device = open_at_once(&world.portal, &secret, &new_browser()).await;
        set_policy(&world, world.harbour, CodePolicy::Always).await;
        add_member(&world, world.harbour, "Disa Dahl", "disa@dahl.example").await;
        assert!(who(&world.portal, &device).await.is_some());
        assert_eq!(list_own(&world.portal, &world.mikko).await.unwrap().len(), 1, "staff came in by password");
    }

    async fn a_browser_keeps_what_was_proved_on_it(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        let first = come_in(&world.portal, &secret).await;
        set_policy(&world, world.lakeside, CodePolicy::Never).await;
        world.clock.pass(SignedDuration::from_hours(24 * 31));
        let again = open_at_once(&world.portal, &secret, &browser_with(&first)).await;
        assert_ne!(again, first);
        set_policy(&world, world.lakeside, CodePolicy::NewDevice).await;
        assert!(who(&world.portal, &again).await.is_some());
        world.clock.pass(SignedDuration::from_hours(24 * 31));
        open_at_once(&world.portal, &secret, &browser_with(&again)).await;
    }

    async fn the_mail_with_a_link_knows_when_a_code_is_asked_for(db: TestDb) {
        let world = world(db).await;
        for policy in [CodePolicy::Never, CodePolicy::NewDevice, CodePolicy::Always] {
            set_policy(&world, world.lakeside, policy).await;
            let id = new_id(&world.portal).await;
            personal_link::mail(&world.portal, &world.mikko, world.lakeside, world.anna_membership, &MailLinkForm::blank(id)).await.unwrap();
            assert_eq!(link_mail(&world.portal, &System::for_tests(), id).await.unwrap().unwrap().code_policy, policy);
        }
    }
}
