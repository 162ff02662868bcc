//! Claims about keeping customers.

use crate::fixtures::{annas_link, come_in, new_id};
use coplan_domain::{id::CustomerId, person::CodePolicy};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    customer::{self, CreateCustomerForm, CustomerForm, InternalForm, change_internal, show_for_colleague, show_for_staff},
    form::{FieldProblem, Problem},
    testing::world,
};

fn details(number: &str, version: i64) -> CustomerForm {
    CustomerForm {
        number: number.to_owned(),
        name: "Ridge Timber".to_owned(),
        business_id: "2345678-0".to_owned(),
        code_policy: "always".to_owned(),
        version,
        ..CustomerForm::default()
    }
}

/// A new customer with these details.
fn creation(id: CustomerId, details: CustomerForm, responsible: String) -> CreateCustomerForm {
    let CustomerForm { name, number, business_id, vat_id, code_policy, confirmed, .. } = details;
    CreateCustomerForm { id, name, number, business_id, vat_id, code_policy, responsible, confirmed }
}

on_both_databases! {
    async fn a_new_customer_is_in_somebodys_hands(db: TestDb) {
        let world = world(db).await;
        let id: CustomerId = new_id(&world.portal).await;
        let form = creation(id, details("1003", 0), world.saara.person().to_string());
        for _ in 0..2 {
            assert_eq!(customer::create(&world.portal, &world.mikko, &form).await.unwrap(), id);
        }
        let view = show_for_staff(&world.portal, &world.mikko, id).await.unwrap().unwrap();
        assert_eq!((view.customer.name.as_str(), view.customer.code_policy), ("Ridge Timber", CodePolicy::Always));
        assert_eq!(view.responsible.unwrap().person.name, "Saara Lind");
        assert!(view.members.is_empty());
    }

    async fn the_same_form_with_other_words_is_another_customer(db: TestDb) {
        let world = world(db).await;
        let id: CustomerId = new_id(&world.portal).await;
        let first = creation(id, details("1003", 0), world.saara.person().to_string());
        let other = CreateCustomerForm { number: "1004".to_owned(), confirmed: true, ..first.clone() };
        let mut created = Vec::new();
        for form in [&first, &other, &other, &first] {
            created.push(customer::create(&world.portal, &world.mikko, form).await.unwrap());
        }
        assert_eq!((created[0], created[1]), (created[3], created[2]), "each once");
        let view = show_for_staff(&world.portal, &world.mikko, created[1]).await.unwrap().unwrap();
        assert_eq!(view.customer.number, "1004");
        let name = CreateCustomerForm { name: "Ridge".to_owned(), confirmed: true, ..first };
        let same_number = customer::create(&world.portal, &world.mikko, &name).await;
        let Err(Error::Invalid(problems)) = same_number else { panic!("the number is taken") };
        assert_eq!(problems, [FieldProblem { field: "number", problem: Problem::Taken }]);
    }

    async fn identifiers_that_look_wrong_are_asked_about_once(db: TestDb) {
        let world = world(db).await;
        let problem = |field, problem| vec![FieldProblem { field, problem }];
        let asked = |business_id: &str, vat_id: &str| {
            let details = CustomerForm { business_id: business_id.to_owned(), vat_id: vat_id.to_owned(), ..details("1003", 0) };
            (details, world.saara.person().to_string())
        };
        for (business_id, vat_id, told) in [
            ("2345678-1", "", problem("business_id", Problem::WrongCheckDigit)),
            ("12345", "", problem("business_id", Problem::NotABusinessId)),
            ("", "FI23456781", problem("vat_id", Problem::WrongCheckDigit)),
        ] {
            let (details, responsible) = asked(business_id, vat_id);
            let form = creation(new_id(&world.portal).await, details, responsible);
            let refused = customer::create(&world.portal, &world.mikko, &form).await;
            assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == told), "{business_id} {vat_id}");
        }
        let (details, responsible) = asked("12345", "");
        let details = CustomerForm { confirmed: true, ..details };
        let id = customer::create(&world.portal, &world.mikko, &creation(new_id(&world.portal).await, details, responsible)).await.unwrap();
        let kept = show_for_staff(&world.portal, &world.mikko, id).await.unwrap().unwrap().customer;
        assert_eq!(kept.business_id.as_deref(), Some("12345"));
        let renamed = CustomerForm { name: "Ridge".to_owned(), ..CustomerForm::of(&kept) };
        customer::change(&world.portal, &world.mikko, id, &renamed).await.unwrap();
        let kept = show_for_staff(&world.portal, &world.mikko, id).await.unwrap().unwrap().customer;
        let mistyped = CustomerForm { business_id: "2345678-1".to_owned(), ..CustomerForm::of(&kept) };
        let refused = customer::change(&world.portal, &world.mikko, id, &mistyped).await;
        assert!(matches!(refused, Err(Error::Invalid(told)) if told == problem("business_id", Problem::WrongCheckDigit)));
    }

    async fn an_identifier_that_another_customer_has_is_asked_about(db: TestDb) {
        let world = world(db).await;
        let first = creation(new_id(&world.portal).await, details("1003", 0), world.saara.person().to_string());
        customer::create(&world.portal, &world.mikko, &first).await.unwrap();
        let vat = CustomerForm { business_id: String::new(), vat_id: "FI23456780".to_owned(), ..details("1004", 0) };
        let second = creation(new_id(&world.portal).await, vat, world.saara.person().to_string());
        let refused = customer::create(&world.portal, &world.mikko, &second).await;
        let told = [FieldProblem { field: "vat_id", problem: Problem::OtherCustomer }];
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == told));
        let confirmed = CreateCustomerForm { confirmed: true, ..second };
        customer::create(&world.portal, &world.mikko, &confirmed).await.unwrap();
    }

    async fn two_who_change_different_details_both_keep_them(db: TestDb) {
        let world = world(db).await;
        let view = show_for_staff(&world.portal, &world.mikko, world.lakeside).await.unwrap().unwrap();
        let drawn = CustomerForm::of(&view.customer);
        let mikko = CustomerForm { name: "Lakeside".to_owned(), ..drawn.clone() };
        let saara = CustomerForm { vat_id: "FI12345671".to_owned(), ..drawn };
        customer::change(&world.portal, &world.mikko, world.lakeside, &mikko).await.unwrap();
        customer::change(&world.portal, &world.saara, world.lakeside, &saara).await.unwrap();
        let drawn = InternalForm::of(&view.internal);
        let mikko = InternalForm { segment: "A".to_owned(), ..drawn.clone() };
        let saara = InternalForm { about: "Careful with prices".to_owned(), ..drawn };
        change_internal(&world.portal, &world.mikko, world.lakeside, &mikko).await.unwrap();
        change_internal(&world.portal, &world.saara, world.lakeside, &saara).await.unwrap();
        let now = show_for_staff(&world.portal, &world.mikko, world.lakeside).await.unwrap().unwrap();
        assert_eq!((now.customer.name.as_str(), now.customer.vat_id.as_deref()), ("Lakeside", Some("FI12345671")));
        assert_eq!((now.internal.segment.as_str(), now.internal.about.as_str()), ("A", "Careful with prices"));
    }

    async fn members_and_specialists_keep_no_customers(db: TestDb) {
        let world = world(db).await;
        for by in [&world.anna, &world.carla, &world.petra] {
            let id = new_id(&world.portal).await;
            let form = creation(id, details("1003", 0), world.saara.person().to_string());
            assert!(matches!(customer::create(&world.portal, by, &form).await, Err(Error::NotFound)));
            let changed = customer::change(&world.portal, by, world.lakeside, &details("1001", 1)).await;
            assert!(matches!(changed, Err(Error::NotFound)));
            let internal = change_internal(&world.portal, by, world.lakeside, &InternalForm::default()).await;
            assert!(matches!(internal, Err(Error::NotFound)));
            assert!(show_for_staff(&world.portal, by, world.lakeside).await.unwrap().is_none());
        }
    }

    async fn every_colleague_reads_who_the_customers_people_are_and_no_member_does(db: TestDb) {
        let world = world(db).await;
        let form = InternalForm { about: "Careful with prices".to_owned(), ..InternalForm::default() };
        change_internal(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        for reader in [&world.petra, &world.mikko, &world.olli] {
            let view = show_for_colleague(&world.portal, reader, world.lakeside).await.unwrap().unwrap();
            let names: Vec<_> = view.members.iter().map(|entry| entry.membership.person.name.as_str()).collect();
            assert_eq!((names, view.internal.about.as_str()), (vec!["Anna Aho", "Ben Berg"], "Careful with prices"));
        }
        for reader in [&world.anna, &world.ben, &world.carla] {
            assert!(show_for_colleague(&world.portal, reader, world.lakeside).await.unwrap().is_none());
        }
        let unknown = new_id(&world.portal).await;
        assert!(show_for_colleague(&world.portal, &world.olli, unknown).await.unwrap().is_none());
    }

    async fn a_number_belongs_to_one_customer(db: TestDb) {
        let world = world(db).await;
        let taken = [FieldProblem { field: "number", problem: Problem::Taken }];
        let id = new_id(&world.portal).await;
        let form = creation(id, details("1001", 0), world.saara.person().to_string());
        let created = customer::create(&world.portal, &world.mikko, &form).await;
        assert!(matches!(created, Err(Error::Invalid(problems)) if problems == taken));
        let changed = customer::change(&world.portal, &world.mikko, world.harbour, &details("1001", 1)).await;
        assert!(matches!(changed, Err(Error::Invalid(problems)) if problems == taken));
    }

    async fn a_customer_is_never_given_to_a_member_or_to_nobody(db: TestDb) {
        let world = world(db).await;
        for responsible in [world.anna.person().to_string(), String::new(), "?".to_owned()] {
            let id = new_id(&world.portal).await;
            let form = creation(id, CustomerForm::default(), responsible);
            let Err(Error::Invalid(problems)) = customer::create(&world.portal, &world.olli, &form).await else {
                panic!("invalid")
            };
            let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
            assert_eq!(fields, ["name", "number", "code_policy", "responsible"]);
        }
    }

    async fn a_second_edit_sees_the_first_and_overwrites_nothing(db: TestDb) {
        let world = world(db).await;
        customer::change(&world.portal, &world.mikko, world.lakeside, &details("1001", 1)).await.unwrap();
        let mine = CustomerForm { name: "Lakeside".to_owned(), ..details("1001", 1) };
        let Err(Error::Stale(theirs)) =
            customer::change(&world.portal, &world.saara, world.lakeside, &mine).await
        else {
            panic!("stale")
        };
        assert_eq!((theirs.name.as_str(), theirs.version), ("Ridge Timber", 2));
    }

    async fn what_is_internal_is_kept_apart_and_not_overwritten(db: TestDb) {
        let world = world(db).await;
        let form = InternalForm { segment: "A".to_owned(), about: "Careful with prices".to_owned(), version: 0, was: String::new() };
        change_internal(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        let Err(Error::Stale(theirs)) =
            change_internal(&world.portal, &world.saara, world.lakeside, &InternalForm { segment: "B".to_owned(), ..form }).await
        else {
            panic!("stale")
        };
        assert_eq!((theirs.version, theirs.segment.as_str()), (1, "A"));
        let view = show_for_staff(&world.portal, &world.mikko, world.lakeside).await.unwrap().unwrap();
        assert_eq!(view.internal.about, "Careful with prices");
    }

    async fn staff_sees_how_each_member_comes_in(db: TestDb) {
        let world = world(db).await;
        let (_, secret) = annas_link(&world).await;
        come_in(&world.portal, &secret).await;
        annas_link(&world).await;
        let view = show_for_staff(&world.portal, &world.mikko, world.lakeside).await.unwrap().unwrap();
        let seen: Vec<_> = view
            .members
            .iter()
            .map(|entry| (entry.membership.person.name.as_str(), entry.links.map(|links| links.count), entry.devices))
            .collect();
        assert_eq!(seen, [("Anna Aho", Some(2), 2), ("Ben Berg", None, 1)]);
        assert_eq!(view.members[0].links.unwrap().last_used_at, Some(world.portal.clock.now()));
    }
}
