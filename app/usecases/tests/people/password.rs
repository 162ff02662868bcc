//! Claims about a person's own password.

use crate::fixtures::{PASSWORD, new_browser, staff_with_password, who};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error, Portal,
    account::{ChangePasswordError, change_password},
    form::{FieldProblem, Problem},
    sign_in::{SignInError, SignedIn, sign_in},
    testing::world,
};

async fn enter(portal: &Portal, email: &str, password: &str) -> Actor {
    let Ok(SignedIn::In { device_secret }) = sign_in(portal, email, password, &new_browser()).await else { panic!("in") };
    who(portal, device_secret.expose()).await.unwrap()
}

on_both_databases! {
    async fn a_new_password_ends_the_other_devices(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let Ok(SignedIn::In { device_secret: other }) = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await else {
            panic!("in")
        };
        let Ok(SignedIn::In { device_secret: here }) = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await else {
            panic!("in")
        };
        let me = who(&world.portal, here.expose()).await.unwrap();
        change_password(&world.portal, &me, PASSWORD, "another long walk").await.unwrap();
        assert!(who(&world.portal, other.expose()).await.is_none());
        assert!(who(&world.portal, here.expose()).await.is_some());
        assert!(matches!(sign_in(&world.portal, &email, PASSWORD, &new_browser()).await, Err(SignInError::Wrong)));
        enter(&world.portal, &email, "another long walk").await;
    }

    async fn a_password_is_changed_only_by_who_knows_it(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let me = enter(&world.portal, &email, PASSWORD).await;
        for _ in 0..10 {
            let wrong = change_password(&world.portal, &me, "not the password", "another long walk").await;
            assert!(matches!(wrong, Err(ChangePasswordError::WrongPassword)));
        }
        let more = change_password(&world.portal, &me, PASSWORD, "another long walk").await;
        assert!(matches!(more, Err(ChangePasswordError::TooMany { .. })));
        let member = change_password(&world.portal, &world.anna, PASSWORD, "another long walk").await;
        assert!(matches!(member, Err(ChangePasswordError::Other(Error::NotFound))));
    }

    async fn a_password_that_is_the_address_is_refused(db: TestDb) {
        let world = world(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let me = enter(&world.portal, &email, PASSWORD).await;
        let refused = change_password(&world.portal, &me, PASSWORD, &email.to_uppercase()).await;
        assert!(matches!(refused, Err(ChangePasswordError::Other(Error::Invalid(told))) if told == [FieldProblem { field: "new", problem: Problem::LikeTheAccount }]));
    }
}
