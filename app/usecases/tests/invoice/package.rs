//! Packages are priced with what was used; one that would have cost less is suggested, and nothing changes by itself.

use crate::fixtures::file;
use coplan_domain::{id::PackageId, table_import::TableKind};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error, Turn,
    form::{FieldProblem, Problem},
    import::table,
    package::{self, PackageForm},
    plan::{self, EventFilter},
    testing::{World, world},
    thread,
};
use jiff::civil::{Date, date};

fn form(world: &World, name: &str, [included, price, beyond]: [&str; 3]) -> PackageForm {
    let id: PackageId = coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into();
    let text = str::to_owned;
    let (service, unit) = (text("Service desk"), text("calls"));
    PackageForm { id, service, name: text(name), unit, included: text(included), price: text(price), beyond: text(beyond) }
}

/// Lakeside Mills has the small one of two packages and made so many calls in three months.
async fn offered(world: &World, calls: [&str; 3]) -> (PackageId, PackageId) {
    let small = form(world, "Small", ["10", "50", "5"]);
    let large = form(world, "Large", ["50", "150,00", "3"]);
    for form in [&small, &large, &small] {
        package::add(&world.portal, &world.mikko, form).await.unwrap();
    }
    assert_eq!(package::list(&world.portal, &world.mikko).await.unwrap().len(), 2, "sent twice it is there once");
    package::choose(&world.portal, &world.mikko, world.lakeside, small.id).await.unwrap();
    let months = [date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)];
    let typed: Vec<(Date, String)> = months.into_iter().zip(calls.map(str::to_owned)).collect();
    package::record_usage(&world.portal, &world.mikko, world.lakeside, small.id, &typed).await.unwrap().unwrap();
    (small.id, large.id)
}

on_both_databases! {
    async fn another_package_that_would_have_cost_less_is_suggested_with_its_sums(db: TestDb) {
        let world = world(db).await;
        let (small, large) = offered(&world, ["40", "40,0", "40"]).await;
        let view = package::show(&world.portal, &world.anna, world.lakeside).await.unwrap();
        let [service] = view.services.as_slice() else { panic!("{view:?}") };
        let totals: Vec<_> = service.packages.iter().map(|one| (one.package.id, one.is_current, one.total.minor())).collect();
        assert_eq!(totals, [(small, true, 60_000), (large, false, 45_000)]);
        let suggested = service.suggested.as_ref().unwrap();
        assert_eq!((suggested.package.id, suggested.saving.minor(), suggested.percent), (large, 15_000, 25));
        assert!(view.may_answer && !view.may_edit && view.choices.is_empty());
        let wrong = [(date(2026, 10, 1), "many".to_owned()), (date(2026, 9, 1), "1".to_owned())];
        let kept = package::record_usage(&world.portal, &world.mikko, world.lakeside, small, &wrong).await.unwrap();
        assert_eq!(kept, Err(vec![date(2026, 10, 1)]));
        let again = package::show(&world.portal, &world.anna, world.lakeside).await.unwrap();
        assert_eq!(again.services, view.services, "nothing of it is kept");
    }

    async fn a_customer_asks_for_it_or_says_why_not_and_nothing_changes_by_itself(db: TestDb) {
        let world = world(db).await;
        let (small, large) = offered(&world, ["40", "40", "40"]).await;
        let said = || ("Change to Large".to_owned(), "Please".to_owned());
        let none = package::decline(&world.portal, &world.anna, world.lakeside, large, " ").await;
        assert!(matches!(none, Err(Error::Invalid(problems)) if problems == [FieldProblem { field: "reason", problem: Problem::Empty }]));
        package::decline(&world.portal, &world.anna, world.lakeside, large, "Fewer calls to come").await.unwrap();
        let first = package::ask(&world.portal, &world.anna, world.lakeside, large, said()).await.unwrap();
        let second = package::ask(&world.portal, &world.anna, world.lakeside, large, said()).await.unwrap();
        assert_eq!(first, second, "a second press asks nothing twice");
        assert_eq!(thread::list(&world.portal, &world.anna, world.lakeside, &Turn::First).await.unwrap().threads.len(), 1);
        assert!(matches!(thread::show(&world.portal, &world.ben, world.lakeside, first, None).await, Err(Error::NotFound)), "he sees no sums");
        assert!(thread::list(&world.portal, &world.ben, world.lakeside, &Turn::First).await.unwrap().threads.is_empty());
        let told = plan::changes(&world.portal, &world.ben, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        assert!(told.items.iter().all(|item| item.label != "Change to Large"));
        let opened = thread::show(&world.portal, &world.mikko, world.lakeside, first, None).await.unwrap();
        let told = thread::list_to_tell(&world.portal, opened.messages[0].id).await.unwrap();
        assert!(!told.contains(&world.ben.person()) && told.contains(&world.mikko.person()), "{told:?}");
        let view = package::show(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        let service = &view.services[0];
        assert_eq!(service.current().unwrap().id, small);
        assert_eq!(service.suggested.as_ref().unwrap().answer.as_ref().unwrap().thread, Some(first));
        package::choose(&world.portal, &world.mikko, world.lakeside, large).await.unwrap();
        let view = package::show(&world.portal, &world.anna, world.lakeside).await.unwrap();
        assert_eq!((view.services[0].current().unwrap().id, &view.services[0].suggested), (large, &None));
    }

    async fn packages_are_for_readers_of_sums_and_those_who_keep_plans(db: TestDb) {
        let world = world(db).await;
        let (small, large) = offered(&world, ["5", "5", "5"]).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        assert!(matches!(package::list(portal, &world.petra).await, Err(Error::NotFound)));
        assert!(matches!(package::list(portal, &world.anna).await, Err(Error::NotFound)));
        assert!(matches!(package::choose(portal, &world.anna, lakeside, large).await, Err(Error::NotFound)));
        assert!(matches!(package::record_usage(portal, &world.anna, lakeside, small, &[]).await, Err(Error::NotFound)));
        assert!(matches!(package::decline(portal, &world.mikko, lakeside, large, "No").await, Err(Error::NotFound)));
        assert!(matches!(package::decline(portal, &world.anna, lakeside, small, "No").await, Err(Error::NotFound)));
        assert!(package::show(portal, &world.anna, lakeside).await.unwrap().services[0].suggested.is_none());
    }

    async fn how_much_was_used_comes_from_a_table_too(db: TestDb) {
        let world = world(db).await;
        let (small, _) = offered(&world, ["5", "5", "5"]).await;
        let rows = "Customer;Service;Month;Volume\n1001;service desk;2026-10;5\n1001;Service desk;9/2026;7,5\n1001;Chat;9/2026;1\n1001;Service desk;soon;1\n";
        let taken = table::insert(&world.portal, &world.mikko, TableKind::Usage, file("usage.csv", rows.as_bytes().to_vec())).await;
        let id = taken.unwrap().unwrap();
        table::run(&world.portal, &world.mikko, id, false).await.unwrap();
        let import = table::preview(&world.portal, &world.mikko, id).await.unwrap().imported.unwrap();
        assert_eq!((import.added, import.present, import.refused), (1, 1, 2));
        let september = async || {
            let view = package::show(&world.portal, &world.anna, world.lakeside).await.unwrap();
            let service = view.services.into_iter().find(|service| service.current().is_some_and(|one| one.id == small)).unwrap();
            service.months.into_iter().find(|month| month.month == date(2026, 9, 1)).unwrap().volume.map(|volume| volume.to_string())
        };
        assert_eq!(september().await.as_deref(), Some("7.5"));
        table::undo(&world.portal, &world.mikko, id).await.unwrap();
        assert_eq!(september().await, None, "what it was before is typed again");
    }
}
