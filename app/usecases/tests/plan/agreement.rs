//! The agreement: version after version, each as it was written.

use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error,
    agreement::{self, AgreementForm},
    testing::{World, world},
};

async fn write(world: &World, by: &Actor, follows: i64, guarantees: &str) -> Result<(), Error<()>> {
    let form = AgreementForm {
        version: follows,
        guarantees: guarantees.to_owned(),
        appendix: "Two rings per hall.".to_owned(),
        ..AgreementForm::after(None, world.portal.today(by))
    };
    agreement::write(&world.portal, by, world.lakeside, &form).await
}

on_both_databases! {
    async fn each_version_stays_as_it_was_written_and_none_is_written_over_anothers(db: TestDb) {
        let world = world(db).await;
        for _ in 0..2 {
            write(&world, &world.mikko, 0, "Back within two hours\n\n Answered around the clock ").await.unwrap();
        }
        assert!(matches!(write(&world, &world.mikko, 0, "Something else").await, Err(Error::Stale(_))));
        write(&world, &world.mikko, 1, "Back within the hour").await.unwrap();
        let seen = agreement::show(&world.portal, &world.ben, world.lakeside).await.unwrap();
        let said: Vec<_> = seen.versions.iter().map(|it| (it.version, it.terms.guarantees.join(" / "))).collect();
        assert_eq!(said, [(2, "Back within the hour".to_owned()), (1, "Back within two hours / Answered around the clock".to_owned())]);
        assert!(!seen.may_write);
    }

    async fn only_who_has_the_customer_writes_it_and_its_own_people_read_it(db: TestDb) {
        let world = world(db).await;
        assert!(matches!(write(&world, &world.anna, 0, "Ours").await, Err(Error::NotFound)));
        assert!(matches!(write(&world, &world.petra, 0, "Hers").await, Err(Error::NotResponsible)));
        assert!(matches!(agreement::show(&world.portal, &world.carla, world.lakeside).await, Err(Error::NotFound)));
        let today = world.portal.today(&world.mikko);
        let form = AgreementForm { last_day: today.yesterday().unwrap().to_string(), guarantees: "All".to_owned(), ..AgreementForm::after(None, today) };
        let refused = agreement::write(&world.portal, &world.mikko, world.lakeside, &form).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].field == "last_day"));
    }
}
