//! Two at once: a second click, and a colleague who does the same, find what the first one did.

use crate::fixtures::{PASSWORD, add_member, annas_link, jobs, new_browser, new_id, staff_with_password, who};
use coplan_store::{
    on_both_databases,
    testing::{TestDb, dump},
};
use coplan_usecases::{
    Error,
    account::{ChangePasswordError, change_password},
    customer::{self, CreateCustomerForm},
    form::{FieldProblem, Problem},
    job::Job,
    member::{self, AddMemberForm, show_for_staff},
    personal_link::{self, Created, LinkError, LinkView, MailLinkForm, look},
    second_factor::{ChangeSecondFactorError, begin, confirm, renew_recovery_codes, show},
    sign_in::{SignedIn, sign_in},
    testing::{World, open_two_connections, world},
};
use tokio::join;
use totp_rs::TOTP;

fn form(email: &str, title: &str) -> AddMemberForm {
    AddMemberForm {
        name: "Disa Dahl".to_owned(),
        email: email.to_owned(),
        title: title.to_owned(),
        language: "sv".to_owned(),
        scopes: vec!["money".to_owned()],
    }
}

fn new_customer(world: &World, id: coplan_domain::id::CustomerId, number: &str) -> CreateCustomerForm {
    let (number, name) = (number.to_owned(), "Ridge Timber".to_owned());
    CreateCustomerForm {
        number,
        name,
        code_policy: "always".to_owned(),
        ..CreateCustomerForm::suggested(id, world.saara.person())
    }
}

/// How many events of this kind were kept.
async fn events(world: &World, kind: &str) -> usize {
    let rows = dump(&world.portal.db).await;
    rows.iter().filter(|row| row.starts_with("event: ") && row.contains(&format!("| {kind} |"))).count()
}

fn secret(created: &Created) -> &str {
    created.address.expose().rsplit('/').next().unwrap()
}

/// The people and companies, and room for two deeds at once.
async fn two_at_once(db: TestDb) -> World {
    let world = world(db).await;
    open_two_connections(&world.portal).await;
    world
}

on_both_databases! {
    async fn a_customer_is_created_once_by_two_clicks_at_once(db: TestDb) {
        let world = two_at_once(db).await;
        let form = new_customer(&world, new_id(&world.portal).await, "1003");
        let create = || customer::create(&world.portal, &world.mikko, &form);
        let (one, other) = join!(create(), create());
        assert_eq!((one.unwrap(), other.unwrap()), (form.id, form.id));
        assert_eq!(events(&world, "customer_created").await, 1);
    }

    async fn of_two_customers_at_once_with_one_number_one_is_created(db: TestDb) {
        let world = two_at_once(db).await;
        let (mine, yours) = (new_id(&world.portal).await, new_id(&world.portal).await);
        let (mine, yours) = (new_customer(&world, mine, "1003"), new_customer(&world, yours, "1003"));
        let created =
            join!(customer::create(&world.portal, &world.mikko, &mine), customer::create(&world.portal, &world.saara, &yours));
        let problems = match created {
            (Ok(_), Err(Error::Invalid(problems))) | (Err(Error::Invalid(problems)), Ok(_)) => problems,
            other => panic!("{other:?}"),
        };
        assert_eq!(problems, [FieldProblem { field: "number", problem: Problem::Taken }]);
    }

    async fn a_member_is_added_once_by_two_clicks_at_once(db: TestDb) {
        let world = two_at_once(db).await;
        for email in ["disa@dahl.example", "carla.cruz@customer.example"] {
            let before = events(&world, "member_added").await;
            let form = form(email, "Buyer");
            let add = || member::add(&world.portal, &world.mikko, world.lakeside, &form);
            let (one, other) = join!(add(), add());
            assert_eq!(one.unwrap().membership, other.unwrap().membership, "{email}");
            assert_eq!(events(&world, "member_added").await, before + 1, "{email}");
        }
    }

    async fn of_two_who_add_one_person_differently_at_once_the_second_is_told(db: TestDb) {
        let world = two_at_once(db).await;
        let (buyer, boss) = (form("carla.cruz@customer.example", "Buyer"), form("carla.cruz@customer.example", "Boss"));
        let add = |form| member::add(&world.portal, &world.mikko, world.lakeside, form);
        let problems = match join!(add(&buyer), add(&boss)) {
            (Ok(_), Err(Error::Invalid(problems))) | (Err(Error::Invalid(problems)), Ok(_)) => problems,
            other => panic!("{other:?}"),
        };
        assert_eq!(problems, [FieldProblem { field: "email", problem: Problem::Taken }]);
    }

    async fn one_new_person_in_two_customers_at_once_is_one_person(db: TestDb) {
        let world = two_at_once(db).await;
        let form = form("disa@dahl.example", "Buyer");
        let (one, other) = join!(
            member::add(&world.portal, &world.mikko, world.lakeside, &form),
            member::add(&world.portal, &world.saara, world.harbour, &form)
        );
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_ne!(one.known, other.known, "one of them finds the person that the other made");
        let at = async |customer, membership| {
            show_for_staff(&world.portal, &world.olli, customer, membership).await.unwrap().unwrap().membership.person.id
        };
        assert_eq!(at(world.lakeside, one.membership).await, at(world.harbour, other.membership).await);
    }

    async fn whoever_loses_both_customers_at_once_loses_the_links_too(db: TestDb) {
        let world = two_at_once(db).await;
        let there = add_member(&world, world.harbour, "Anna Aho", "anna.aho@customer.example").await;
        annas_link(&world).await;
        let (one, other) = join!(
            member::remove(&world.portal, &world.mikko, world.lakeside, world.anna_membership),
            member::remove(&world.portal, &world.saara, world.harbour, there)
        );
        one.unwrap();
        other.unwrap();
        add_member(&world, world.lakeside, "Anna Aho", "anna.aho@customer.example").await;
        let view = show_for_staff(&world.portal, &world.mikko, world.lakeside, world.anna_membership).await.unwrap().unwrap();
        assert!(view.links[0].revoked_at.is_some() && view.devices.is_empty(), "what was lost does not come back");
    }

    async fn a_link_is_mailed_once_by_two_clicks_at_once(db: TestDb) {
        let world = two_at_once(db).await;
        let id = new_id(&world.portal).await;
        let form = MailLinkForm::blank(id);
        let mail = || personal_link::mail(&world.portal, &world.mikko, world.lakeside, world.anna_membership, &form);
        let (one, other) = join!(mail(), mail());
        one.unwrap();
        other.unwrap();
        assert_eq!(jobs(&world.portal).await, [Job::LinkMail { link: id, note: None }]);
        assert_eq!(events(&world, "link_created").await, 1);
    }

    async fn of_two_clicks_at_once_one_shows_the_link_and_the_other_says_that_it_was_shown(db: TestDb) {
        let world = two_at_once(db).await;
        let id = new_id(&world.portal).await;
        let make = || personal_link::create(&world.portal, &world.mikko, world.lakeside, world.anna_membership, id);
        let created = match join!(make(), make()) {
            (Ok(created), Err(LinkError::MadeAlready)) | (Err(LinkError::MadeAlready), Ok(created)) => created,
            other => panic!("{other:?}"),
        };
        assert!(matches!(look(&world.portal, secret(&created)).await.unwrap(), LinkView::Open { .. }));
        assert_eq!(events(&world, "link_created").await, 1);
    }

    async fn a_link_is_replaced_once_by_two_clicks_at_once(db: TestDb) {
        let world = two_at_once(db).await;
        let (old, lost) = annas_link(&world).await;
        let id = new_id(&world.portal).await;
        let rotate = || personal_link::rotate(&world.portal, &world.mikko, world.lakeside, world.anna_membership, old, id);
        let (one, other) = join!(rotate(), rotate());
        let [created] = &[one, other].into_iter().filter_map(Result::ok).collect::<Vec<_>>()[..] else { panic!("one is shown") };
        assert!(matches!(look(&world.portal, secret(created)).await.unwrap(), LinkView::Open { .. }));
        assert_eq!(look(&world.portal, &lost).await.unwrap(), LinkView::Revoked);
        assert_eq!(events(&world, "link_revoked").await, 1);
    }

    async fn of_two_passwords_at_once_one_holds_and_the_other_proved_what_holds_no_more(db: TestDb) {
        let world = two_at_once(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let come_in = async || match sign_in(&world.portal, &email, PASSWORD, &new_browser()).await {
            Ok(SignedIn::In { device_secret }) => device_secret.expose().to_owned(),
            other => panic!("{other:?}"),
        };
        let devices = [come_in().await, come_in().await];
        let own = who(&world.portal, &devices[0]).await.unwrap();
        let stolen = who(&world.portal, &devices[1]).await.unwrap();
        let done = join!(
            change_password(&world.portal, &own, PASSWORD, "another long walk"),
            change_password(&world.portal, &stolen, PASSWORD, "quite another walk")
        );
        let winner = match done {
            (Ok(()), Err(ChangePasswordError::WrongPassword)) => 0,
            (Err(ChangePasswordError::WrongPassword), Ok(())) => 1,
            other => panic!("{other:?}"),
        };
        assert!(who(&world.portal, &devices[winner]).await.is_some());
        assert!(who(&world.portal, &devices[1 - winner]).await.is_none());
    }

    async fn of_recovery_codes_that_are_renewed_twice_at_once_ten_hold(db: TestDb) {
        let world = two_at_once(db).await;
        let (_, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let Ok(SignedIn::In { device_secret }) = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await else {
            panic!("in")
        };
        let tiina = who(&world.portal, device_secret.expose()).await.unwrap();
        let made = begin(&world.portal, &tiina, PASSWORD).await.unwrap();
        let now = u64::try_from(world.portal.clock.now().as_second()).unwrap();
        let totp = TOTP::from_url(made.address.expose()).unwrap();
        confirm(&world.portal, &tiina, &totp.generate(now)).await.unwrap();
        let next = totp.generate(now + 30);
        let renew = || renew_recovery_codes(&world.portal, &tiina, PASSWORD, &next);
        match join!(renew(), renew()) {
            (Ok(_), Err(ChangeSecondFactorError::WrongCode)) | (Err(ChangeSecondFactorError::WrongCode), Ok(_)) => {}
            other => panic!("a code is good once: {other:?}"),
        }
        assert_eq!(show(&world.portal, &tiina).await.unwrap().recovery_codes, 10);
    }
}
