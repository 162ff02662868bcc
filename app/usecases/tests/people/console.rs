//! Claims about what whoever is at the machine's console may do, and about where everybody is led.

use crate::fixtures::{PASSWORD, add_member, new_browser, staff_with_password};
use coplan_store::{access::System, on_both_databases, testing::dump};
use coplan_usecases::{
    Error, Portal, Settings,
    home::{self, Home},
    member,
    personal_link::{LinkView, create_from_console, look},
    sign_in::{SignedIn, sign_in},
    staff::{AddStaffForm, add_from_console},
    testing::{TestChance, TestClock, world},
};
use std::sync::Arc;

async fn made(portal: &Portal, email: &str) -> Result<String, Error> {
    let created = create_from_console(portal, &System::for_tests(), email).await?;
    Ok(created.address.expose().rsplit('/').next().unwrap().to_owned())
}

on_both_databases! {
    async fn a_link_from_the_console_names_its_member_and_is_told_to_staff(db: TestDb) {
        let world = world(db).await;
        let secret = made(&world.portal, " Anna.Aho@customer.example ").await.unwrap();
        let view = look(&world.portal, &secret).await.unwrap();
        assert!(matches!(view, LinkView::Open { name, .. } if name == "Anna Aho"));
        let told = dump(&world.portal.db).await.iter().filter(|row| row.contains("link_created")).count();
        assert_eq!(told, 1);
    }

    async fn the_console_makes_no_link_for_staff_strangers_and_those_who_left(db: TestDb) {
        let world = world(db).await;
        member::remove(&world.portal, &world.mikko, world.lakeside, world.ben_membership).await.unwrap();
        let before = dump(&world.portal.db).await;
        for email in ["olli.oja@supplier.example", "nobody@customer.example", "ben.berg@customer.example", "", "x"] {
            assert!(matches!(made(&world.portal, email).await, Err(Error::NotFound)), "{email:?}");
        }
        assert_eq!(dump(&world.portal.db).await, before);
    }

    async fn whoever_the_console_adds_signs_in_with_the_password_of_its_choice(db: TestDb) {
        let world = world(db).await;
        let form = AddStaffForm {
            name: "Eeva Oja".to_owned(),
            email: "eeva.oja@supplier.example".to_owned(),
            role: "admin".to_owned(),
            title: "Managing director".to_owned(),
            language: "fi".to_owned(),
            sums: true,
            ..AddStaffForm::default()
        };
        add_from_console(&world.portal, &System::for_tests(), &form, PASSWORD).await.unwrap();
        let came = sign_in(&world.portal, "eeva.oja@supplier.example", PASSWORD, &new_browser()).await;
        assert!(matches!(came, Ok(SignedIn::In { .. })));
    }

    async fn everybody_is_led_to_their_own_companies(db: TestDb) {
        let world = world(db).await;
        let companies = async |actor| home::find(&world.portal, actor).await.unwrap();
        assert_eq!(companies(&world.mikko).await, Home::Supplier);
        assert_eq!(companies(&world.anna).await, Home::Companies(vec![(world.lakeside, "Lakeside Mills".to_owned())]));
        add_member(&world, world.harbour, "Anna Aho", "anna.aho@customer.example").await;
        let both = vec![(world.harbour, "Harbour Cold Stores".to_owned()), (world.lakeside, "Lakeside Mills".to_owned())];
        assert_eq!(companies(&world.anna).await, Home::Companies(both));
        member::remove(&world.portal, &world.mikko, world.lakeside, world.ben_membership).await.unwrap();
        assert_eq!(companies(&world.ben).await, Home::Companies(Vec::new()));
    }

    async fn an_installation_without_staff_knows_it(db: TestDb) {
        let settings = Settings {
            supplier: "Northline".to_owned(),
            public_url: "https://plan.northline.example".to_owned(),
            second_factor_required: false,
        admin_second_factor_required: false,
        secret_key: coplan_usecases::seal::SecretKey::new(&coplan_usecases::system::SystemRng),
            reply_domain: None,
            mail_authserv: None,
            scanner: None,
            working_time: coplan_domain::working_time::WorkingTime::default(),
            demo: false,
        };
        let portal = Portal::new(db.db.clone(), db.files.clone(), Arc::<TestClock>::default(), Arc::<TestChance>::default(), settings);
        assert!(!home::has_staff(&portal).await.unwrap());
        staff_with_password(&portal, "Eeva Oja", "admin").await;
        assert!(home::has_staff(&portal).await.unwrap());
    }
}
