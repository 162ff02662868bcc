//! Payments that are recorded by hand.

use super::*;

on_both_databases! {
    async fn a_payment_lowers_what_is_open_once_and_can_be_taken_back(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "adjusted-two-rates.xml").await;
        let before = open(&world).await;
        let form = payment(&world, "10,00");
        record_payment(&world.portal, &world.mikko, world.lakeside, id, &form).await.unwrap();
        record_payment(&world.portal, &world.mikko, world.lakeside, id, &form).await.unwrap();
        assert_eq!(open(&world).await, before - 1000);
        let shown = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
        assert_eq!(shown.payments.iter().map(|one| one.amount.minor()).collect::<Vec<_>>(), [1000]);
        assert_eq!(shown.open.minor(), before - 1000);
        for _ in 0..2 {
            take_back_payment(&world.portal, &world.mikko, world.lakeside, id, form.id).await.unwrap();
        }
        assert_eq!(open(&world).await, before);
        let told = dump(&world.portal.db).await.into_iter().filter(|line| line.contains("payment_taken_back")).collect::<Vec<_>>();
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("(10.00 EUR)"), "the row is gone, the sum stays told: {told:?}");
    }

    async fn a_payment_is_recorded_once_by_two_clicks_at_once(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "adjusted-two-rates.xml").await;
        let before = open(&world).await;
        let form = payment(&world, "10,00");
        open_two_connections(&world.portal).await;
        let press = || record_payment(&world.portal, &world.mikko, world.lakeside, id, &form);
        let (one, other) = tokio::join!(press(), press());
        one.unwrap();
        other.unwrap();
        assert_eq!(open(&world).await, before - 1000);
    }

    async fn the_same_form_with_another_sum_is_another_payment(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "adjusted-two-rates.xml").await;
        let first = payment(&world, "10,00");
        let other = PaymentForm { amount: "12,50".to_owned(), ..first.clone() };
        for form in [&first, &other, &other, &first] {
            record_payment(&world.portal, &world.mikko, world.lakeside, id, form).await.unwrap();
        }
        let shown = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
        let mut sums = shown.payments.iter().map(|one| one.amount.minor()).collect::<Vec<_>>();
        sums.sort_unstable();
        assert_eq!(sums, [1000, 1250]);
    }

    async fn more_than_is_open_is_recorded_only_where_that_was_said(db: TestDb) {
        let world = world(db).await;
        for (name, sign) in [("adjusted-two-rates.xml", 1), ("credit-note.xml", -1)] {
            let id = import_sample(&world, name).await;
            let open = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap().open.minor();
            assert_eq!(open.signum(), sign);
            pay(&world, id, "1").await.unwrap();
            let all = payment(&world, &format!("{}.{:02}", open.abs() / 100, open.abs() % 100));
            let record = async |form| record_payment(&world.portal, &world.mikko, world.lakeside, id, form).await;
            let Err(Error::Invalid(told)) = record(&all).await else { panic!("recorded") };
            let over = Money::from_minor(100, "EUR".parse().unwrap());
            assert_eq!(told, [FieldProblem { field: "amount", problem: Problem::MoreThanOpen { over } }]);
            let sure = PaymentForm { more_than_open: true, ..all.clone() };
            record(&sure).await.unwrap();
            record(&all).await.unwrap();
            let shown = show(&world.portal, &world.anna, world.lakeside, id).await.unwrap();
            assert_eq!((shown.payments.len(), shown.open.minor()), (2, -100 * sign), "said once, recorded once");
        }
    }

    async fn payments_are_recorded_only_by_whoever_may_and_only_as_they_can_be(db: TestDb) {
        let world = world(db).await;
        let id = import_sample(&world, "adjusted-two-rates.xml").await;
        let form = payment(&world, "10");
        let record = |actor, customer| record_payment(&world.portal, actor, customer, id, &form);
        assert!(matches!(record(&world.anna, world.lakeside).await, Err(Error::NotFound)));
        assert!(matches!(record(&world.petra, world.lakeside).await, Err(Error::NotResponsible)));
        assert!(matches!(record(&world.mikko, world.harbour).await, Err(Error::NotFound)));
        let wrong = PaymentForm { amount: "much".to_owned(), paid_on: "2026-12-24".to_owned(), ..form.clone() };
        let Err(Error::Invalid(problems)) = record_payment(&world.portal, &world.mikko, world.lakeside, id, &wrong).await else {
            panic!("kept")
        };
        assert_eq!(problems.iter().map(|one| one.problem).collect::<Vec<_>>(), [Problem::NotAnAmount, Problem::InFuture]);
        record(&world.mikko, world.lakeside).await.unwrap();
        let taken = take_back_payment(&world.portal, &world.anna, world.lakeside, id, form.id).await;
        assert!(matches!(taken, Err(Error::NotFound)));
    }
}
