//! Claims about keeping members.

use crate::fixtures::{add_member, annas_link, jobs, new_id};
use coplan_domain::person::{Language, Scope};
use coplan_store::{access, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    account::{SettingsForm, change_settings, show},
    customer, customer_layout,
    form::{FieldProblem, Problem},
    job::Job,
    member::{self, AddMemberForm, ChangeMemberForm, show_for_staff},
    personal_link::{LinkView, look},
    plan,
    security_notice::{SecurityEvent, way_in_mail},
    testing::world,
};

fn form(email: &str) -> AddMemberForm {
    AddMemberForm {
        name: "Disa Dahl".to_owned(),
        email: email.to_owned(),
        title: "Buyer".to_owned(),
        language: "sv".to_owned(),
        scopes: vec!["money".to_owned()],
    }
}

/// Ben as he is.
fn bens() -> ChangeMemberForm {
    ChangeMemberForm {
        name: "Ben Berg".to_owned(),
        email: "ben.berg@customer.example".to_owned(),
        title: "Plant manager".to_owned(),
        language: "en".to_owned(),
        scopes: vec!["discussion".to_owned()],
        version: 1,
        was: String::new(),
    }
}

on_both_databases! {
    async fn adding_the_same_member_twice_adds_one(db: TestDb) {
        let world = world(db).await;
        let one = member::add(&world.portal, &world.mikko, world.lakeside, &form("disa@dahl.example")).await.unwrap();
        let two = member::add(&world.portal, &world.mikko, world.lakeside, &form("Disa@Dahl.example")).await.unwrap();
        assert_eq!(one.membership, two.membership);
        let view = show_for_staff(&world.portal, &world.mikko, world.lakeside, one.membership).await.unwrap().unwrap();
        assert_eq!(view.membership.scopes, [Scope::Money, Scope::Plan], "the plan is always among them");
        assert!(view.links.is_empty() && view.devices.is_empty());
    }

    async fn a_person_in_two_customers_is_one_person_with_its_own_scopes_in_each(db: TestDb) {
        let world = world(db).await;
        let email = "anna.aho@customer.example";
        let added = member::add(&world.portal, &world.saara, world.harbour, &form(email)).await.unwrap();
        assert!(added.known);
        let view = show_for_staff(&world.portal, &world.saara, world.harbour, added.membership).await.unwrap().unwrap();
        assert_eq!((view.membership.person.id, view.membership.person.name.as_str()), (world.anna.person(), "Anna Aho"));
        let mut conn = world.portal.db.read().await.unwrap();
        let harbour = access::find(&mut conn, &world.anna, world.harbour).await.unwrap().unwrap();
        let lakeside = access::find(&mut conn, &world.anna, world.lakeside).await.unwrap().unwrap();
        assert!(harbour.money.is_some() && harbour.discussion.is_none() && lakeside.discussion.is_some());
    }

    async fn a_colleagues_address_and_a_members_own_are_taken(db: TestDb) {
        let world = world(db).await;
        for taken in ["petra.niemi@supplier.example", "anna.aho@customer.example"] {
            let answer = member::add(&world.portal, &world.mikko, world.lakeside, &form(taken)).await;
            let expected = [FieldProblem { field: "email", problem: Problem::Taken }];
            assert!(matches!(answer, Err(Error::Invalid(problems)) if problems == expected), "{taken}");
        }
    }

    async fn a_second_person_at_one_address_is_not_taken_for_the_first(db: TestDb) {
        let world = world(db).await;
        member::add(&world.portal, &world.mikko, world.lakeside, &form("buyers@dahl.example")).await.unwrap();
        let second = AddMemberForm { name: "Liisa Laine".to_owned(), ..form("buyers@dahl.example") };
        let answer = member::add(&world.portal, &world.mikko, world.lakeside, &second).await;
        let expected = [FieldProblem { field: "email", problem: Problem::Taken }];
        assert!(matches!(answer, Err(Error::Invalid(problems)) if problems == expected));
    }

    async fn members_and_specialists_keep_no_members(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        for by in [&world.anna, &world.carla, &world.petra] {
            let added = member::add(&world.portal, by, at, &form("disa@dahl.example")).await;
            assert!(matches!(added, Err(Error::NotFound)));
            let changed = member::change(&world.portal, by, at, id, &ChangeMemberForm::default()).await;
            assert!(matches!(changed, Err(Error::NotFound)));
            assert!(matches!(member::remove(&world.portal, by, at, id).await, Err(Error::NotFound)));
            assert!(show_for_staff(&world.portal, by, at, id).await.unwrap().is_none());
        }
    }

    async fn another_customers_membership_is_not_found(db: TestDb) {
        let world = world(db).await;
        for id in [world.anna_membership, new_id(&world.portal).await] {
            let at = world.harbour;
            let changed = member::change(&world.portal, &world.saara, at, id, &ChangeMemberForm::default()).await;
            assert!(matches!(changed, Err(Error::NotFound)));
            assert!(matches!(member::remove(&world.portal, &world.saara, at, id).await, Err(Error::NotFound)));
            assert!(show_for_staff(&world.portal, &world.saara, at, id).await.unwrap().is_none());
        }
    }

    async fn two_who_change_different_things_of_a_member_both_keep_them(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        let show = async || show_for_staff(&world.portal, &world.mikko, at, id).await.unwrap().unwrap().membership;
        let drawn = ChangeMemberForm::of(&show().await);
        let mikko = ChangeMemberForm { title: "Head of plant".to_owned(), ..drawn.clone() };
        let scopes = vec!["plan".to_owned(), "discussion".to_owned(), "people".to_owned()];
        member::change(&world.portal, &world.mikko, at, id, &mikko).await.unwrap();
        member::change(&world.portal, &world.saara, at, id, &ChangeMemberForm { scopes, ..drawn }).await.unwrap();
        let now = show().await;
        assert_eq!((now.title.as_str(), now.scopes.len()), ("Head of plant", 3));
    }

    async fn a_second_edit_of_a_member_sees_the_first(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        let form = ChangeMemberForm { title: "Head of plant".to_owned(), scopes: vec!["people".to_owned()], ..bens() };
        member::change(&world.portal, &world.mikko, at, id, &form).await.unwrap();
        let Err(Error::Stale(theirs)) = member::change(&world.portal, &world.saara, at, id, &form).await else {
            panic!("stale")
        };
        assert_eq!((theirs.title.as_str(), theirs.version), ("Head of plant", 2));
        let mut conn = world.portal.db.read().await.unwrap();
        let access = access::find(&mut conn, &world.ben, at).await.unwrap().unwrap();
        assert!(access.people.is_some() && access.discussion.is_none());
    }

    async fn whoever_was_removed_has_nothing_and_can_come_back(db: TestDb) {
        let world = world(db).await;
        let first = add_member(&world, world.lakeside, "Disa Dahl", "disa@dahl.example").await;
        member::remove(&world.portal, &world.mikko, world.lakeside, first).await.unwrap();
        assert!(matches!(member::remove(&world.portal, &world.mikko, world.lakeside, first).await, Err(Error::NotFound)));
        assert!(show_for_staff(&world.portal, &world.mikko, world.lakeside, first).await.unwrap().is_none());
        let again = add_member(&world, world.lakeside, "Disa Dahl", "disa@dahl.example").await;
        assert_eq!(again, first);
    }

    async fn another_name_keeps_the_links_and_devices(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        let form = ChangeMemberForm { name: "Ben Bergman".to_owned(), ..bens() };
        member::change(&world.portal, &world.mikko, at, id, &form).await.unwrap();
        let view = show_for_staff(&world.portal, &world.mikko, at, id).await.unwrap().unwrap();
        assert_eq!((view.membership.person.name.as_str(), view.membership.version), ("Ben Bergman", 2));
        assert_eq!(view.devices.len(), 1);
        assert!(jobs(&world.portal).await.is_empty());
    }

    async fn a_keeper_mends_the_language_and_the_member_may_change_it_again(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        let form = ChangeMemberForm { language: "sv".to_owned(), ..bens() };
        member::change(&world.portal, &world.mikko, at, id, &form).await.unwrap();
        let own = SettingsForm::of(&show(&world.portal, &world.ben).await.unwrap().unwrap());
        assert_eq!(own.language, "sv");
        let open = show_for_staff(&world.portal, &world.mikko, at, id).await.unwrap().unwrap().membership;
        let bens_own = SettingsForm { language: "fi".to_owned(), ..own };
        change_settings(&world.portal, &world.ben, &bens_own).await.unwrap();
        let titled = ChangeMemberForm { title: "Head of plant".to_owned(), ..ChangeMemberForm::of(&open) };
        member::change(&world.portal, &world.mikko, at, id, &titled).await.unwrap();
        let now = show_for_staff(&world.portal, &world.mikko, at, id).await.unwrap().unwrap().membership;
        assert_eq!((now.person.language, now.title.as_str()), (Language::Fi, "Head of plant"), "an open form puts nothing back");
        let english = ChangeMemberForm { language: "en".to_owned(), ..ChangeMemberForm::of(&open) };
        let both = member::change(&world.portal, &world.mikko, at, id, &english).await;
        assert!(matches!(both, Err(Error::Stale(theirs)) if theirs.person.language == Language::Fi));
        let unknown = ChangeMemberForm { language: "la".to_owned(), ..bens() };
        let unknown = member::change(&world.portal, &world.mikko, at, id, &unknown).await;
        assert!(matches!(unknown, Err(Error::Invalid(problems)) if problems[0].field == "language"));
    }

    async fn another_address_ends_links_and_devices_and_is_told_to_the_earlier_one(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.anna_membership);
        let (_, secret) = annas_link(&world).await;
        jobs(&world.portal).await;
        let form = ChangeMemberForm { name: "Anna Aho".to_owned(), email: "anna@mills.example".to_owned(), ..bens() };
        member::change(&world.portal, &world.mikko, at, id, &form).await.unwrap();
        assert_eq!(look(&world.portal, &secret).await.unwrap(), LinkView::Revoked);
        let view = show_for_staff(&world.portal, &world.mikko, at, id).await.unwrap().unwrap();
        assert_eq!(view.membership.person.email, "anna@mills.example");
        assert!(view.devices.is_empty());
        let [Job::WayInMail { told }] = &jobs(&world.portal).await[..] else { panic!("one mail") };
        let mail = way_in_mail(&world.portal, told).await.unwrap().unwrap();
        assert_eq!((mail.to.email.as_str(), mail.what), ("anna.aho@customer.example", SecurityEvent::Address));
    }

    async fn an_address_that_is_somebody_elses_is_refused_and_nothing_is_kept(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        for taken in ["anna.aho@customer.example", "petra.niemi@supplier.example"] {
            let form = ChangeMemberForm { email: taken.to_owned(), title: "Head of plant".to_owned(), ..bens() };
            let answer = member::change(&world.portal, &world.mikko, at, id, &form).await;
            let expected = [FieldProblem { field: "email", problem: Problem::Taken }];
            assert!(matches!(answer, Err(Error::Invalid(problems)) if problems == expected), "{taken}");
        }
        let view = show_for_staff(&world.portal, &world.mikko, at, id).await.unwrap().unwrap();
        assert_eq!((view.membership.title.as_str(), view.membership.version), ("Plant manager", 1));
    }

    async fn a_form_at_another_customer_is_stale_once_the_person_has_changed(db: TestDb) {
        let world = world(db).await;
        let email = "anna.aho@customer.example";
        let there = member::add(&world.portal, &world.saara, world.harbour, &form(email)).await.unwrap().membership;
        let annas = ChangeMemberForm { name: "Anna Ahola".to_owned(), email: email.to_owned(), ..bens() };
        member::change(&world.portal, &world.mikko, world.lakeside, world.anna_membership, &annas).await.unwrap();
        let open = ChangeMemberForm { name: "Anna Aho".to_owned(), ..annas };
        let answer = member::change(&world.portal, &world.saara, world.harbour, there, &open).await;
        assert!(matches!(answer, Err(Error::Stale(theirs)) if theirs.person.name == "Anna Ahola"));
    }

    async fn every_scope_is_offered_and_what_is_not_ticked_is_taken(db: TestDb) {
        let world = world(db).await;
        let find = async || show_for_staff(&world.portal, &world.mikko, world.lakeside, world.anna_membership).await.unwrap().unwrap();
        let drawn = ChangeMemberForm::of(&find().await.membership);
        assert!(drawn.scopes.contains(&"meetings".to_owned()), "{:?}", drawn.scopes);
        let changed = ChangeMemberForm { title: "Head of plant".to_owned(), scopes: vec!["money".to_owned()], ..drawn };
        member::change(&world.portal, &world.mikko, world.lakeside, world.anna_membership, &changed).await.unwrap();
        assert_eq!(find().await.membership.scopes, [Scope::Money, Scope::Plan]);
        let added = AddMemberForm { scopes: vec!["meetings".to_owned()], ..form("disa@dahl.example") };
        let added = member::add(&world.portal, &world.mikko, world.lakeside, &added).await.unwrap();
        let disa = show_for_staff(&world.portal, &world.mikko, world.lakeside, added.membership).await.unwrap().unwrap();
        assert_eq!(disa.membership.scopes, [Scope::Meetings, Scope::Plan]);
    }

    async fn whoever_belongs_to_several_customers_may_change_from_one_to_another(db: TestDb) {
        let world = world(db).await;
        let several = async |reader: &Actor| customer_layout::show(&world.portal, reader, world.lakeside).await.unwrap().unwrap().several;
        assert!(!several(&world.anna).await && !several(&world.mikko).await);
        let anna = AddMemberForm { name: "Anna Aho".to_owned(), ..form("anna.aho@customer.example") };
        member::add(&world.portal, &world.mikko, world.harbour, &anna).await.unwrap();
        assert!(several(&world.anna).await && !several(&world.ben).await);
        customer::end(&world.portal, &world.mikko, world.harbour).await.unwrap();
        assert!(!several(&world.anna).await, "to an ended one there is no way");
    }

    async fn whoever_may_know_the_people_reads_their_names_and_titles_on_the_plan(db: TestDb) {
        let world = world(db).await;
        let names = async |reader: &Actor, customer| {
            let seen = plan::show(&world.portal, reader, customer).await.unwrap();
            seen.people.clone().map(|people| people.into_iter().map(|one| one.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&world.anna, world.lakeside).await, Some(vec!["Ben Berg".to_owned()]), "not herself");
        assert_eq!(names(&world.ben, world.lakeside).await, None, "without the scope");
        assert_eq!(names(&world.carla, world.harbour).await, Some(Vec::new()), "nobody of another customer");
        assert_eq!(names(&world.mikko, world.lakeside).await, None, "colleagues have a page for it");
        member::add(&world.portal, &world.mikko, world.lakeside, &form("disa@dahl.example")).await.unwrap();
        let expected = vec!["Ben Berg".to_owned(), "Disa Dahl".to_owned()];
        assert_eq!(names(&world.anna, world.lakeside).await, Some(expected), "as soon as somebody is added");
    }
}
