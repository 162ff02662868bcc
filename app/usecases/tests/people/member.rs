//! Claims about keeping members.

use crate::stage::{add_member, new_id};
use coplan_domain::person::Scope;
use coplan_store::{access, on_both_databases};
use coplan_usecases::{
    form::{FieldProblem, Problem},
    member::{
        self, AddMemberError, AddMemberForm, ChangeMemberError, ChangeMemberForm, RemoveMemberError, change_member,
        remove_member, show_for_staff,
    },
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

on_both_databases! {
    async fn adding_the_same_member_twice_adds_one(db: TestDb) {
        let world = world(db).await;
        let one = member::add_member(&world.portal, &world.mikko, world.lakeside, &form("disa@dahl.example")).await.unwrap();
        let two = member::add_member(&world.portal, &world.mikko, world.lakeside, &form("Disa@Dahl.example")).await.unwrap();
        assert_eq!(one.membership, two.membership);
        let view = show_for_staff(&world.portal, &world.mikko, world.lakeside, one.membership).await.unwrap().unwrap();
        assert_eq!(view.membership.scopes, [Scope::Money, Scope::Plan], "the plan is always among them");
        assert!(view.links.is_empty() && view.devices.is_empty());
    }

    async fn a_person_in_two_customers_is_one_person_with_its_own_scopes_in_each(db: TestDb) {
        let world = world(db).await;
        let email = "anna.aho@customer.example";
        let added = member::add_member(&world.portal, &world.saara, world.harbour, &form(email)).await.unwrap();
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
            let answer = member::add_member(&world.portal, &world.mikko, world.lakeside, &form(taken)).await;
            let expected = [FieldProblem { field: "email", problem: Problem::Taken }];
            assert!(matches!(answer, Err(AddMemberError::Invalid(problems)) if problems == expected), "{taken}");
        }
    }

    async fn members_and_specialists_keep_no_members(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        for by in [&world.anna, &world.carla, &world.petra] {
            let added = member::add_member(&world.portal, by, at, &form("disa@dahl.example")).await;
            assert!(matches!(added, Err(AddMemberError::NotFound)));
            let changed = change_member(&world.portal, by, at, id, &ChangeMemberForm::default()).await;
            assert!(matches!(changed, Err(ChangeMemberError::NotFound)));
            assert!(matches!(remove_member(&world.portal, by, at, id).await, Err(RemoveMemberError::NotFound)));
            assert!(show_for_staff(&world.portal, by, at, id).await.unwrap().is_none());
        }
    }

    async fn another_customers_membership_is_not_found(db: TestDb) {
        let world = world(db).await;
        for id in [world.anna_membership, new_id(&world.portal).await] {
            let at = world.harbour;
            let changed = change_member(&world.portal, &world.saara, at, id, &ChangeMemberForm::default()).await;
            assert!(matches!(changed, Err(ChangeMemberError::NotFound)));
            assert!(matches!(remove_member(&world.portal, &world.saara, at, id).await, Err(RemoveMemberError::NotFound)));
            assert!(show_for_staff(&world.portal, &world.saara, at, id).await.unwrap().is_none());
        }
    }

    async fn a_second_edit_of_a_member_sees_the_first(db: TestDb) {
        let world = world(db).await;
        let (at, id) = (world.lakeside, world.ben_membership);
        let form = ChangeMemberForm { title: "Head of plant".to_owned(), scopes: vec!["people".to_owned()], version: 1 };
        change_member(&world.portal, &world.mikko, at, id, &form).await.unwrap();
        let Err(ChangeMemberError::Stale(theirs)) = change_member(&world.portal, &world.saara, at, id, &form).await else {
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
        remove_member(&world.portal, &world.mikko, world.lakeside, first).await.unwrap();
        assert!(matches!(remove_member(&world.portal, &world.mikko, world.lakeside, first).await, Err(RemoveMemberError::NotFound)));
        assert!(show_for_staff(&world.portal, &world.mikko, world.lakeside, first).await.unwrap().is_none());
        let again = add_member(&world, world.lakeside, "Disa Dahl", "disa@dahl.example").await;
        assert_eq!(again, first);
    }
}
