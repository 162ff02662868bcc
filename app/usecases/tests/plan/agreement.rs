//! The agreement: version after version, each as it was written, and agreed to by both sides as it was read.

use coplan_domain::{
    event::EventKind,
    person::{Side, StaffRole},
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    agreement::{self, AgreementForm, AgreementView, ApproveAgreementForm, hash_of},
    feedback::RoomKind,
    member,
    plan::{self, EventFilter, WaitingItem},
    testing::{World, staff, world},
    today,
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

async fn show(world: &World, by: &Actor) -> AgreementView {
    agreement::show(&world.portal, by, world.lakeside).await.unwrap()
}

async fn approve(world: &World, by: &Actor, form: &ApproveAgreementForm) -> Result<(), Error<()>> {
    agreement::approve(&world.portal, by, world.lakeside, form).await
}

async fn withdraw(world: &World, by: &Actor, version: i64) -> Result<(), Error<()>> {
    agreement::withdraw(&world.portal, by, world.lakeside, version).await
}

/// What the last version is agreed to with.
async fn read(world: &World) -> ApproveAgreementForm {
    ApproveAgreementForm::of(&show(world, &world.anna).await.versions[0])
}

/// The version that waits on the plan of this reader.
async fn waits(world: &World, reader: &Actor) -> Option<String> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    view.waiting.iter().find_map(|item| match item {
        WaitingItem::Room(item) if item.kind == RoomKind::Agreement => Some(item.title.clone()),
        _ => None,
    })
}

/// Whether it waits on the day of one of the supplier's people.
async fn waits_today(world: &World, reader: &Actor) -> bool {
    let view = today::show(&world.portal, reader).await.unwrap();
    view.is_some_and(|view| view.rooms.iter().any(|item| item.kind == RoomKind::Agreement && item.customer == world.lakeside))
}

/// Who approved a version, each with its side.
async fn approved(world: &World, version: i64) -> Vec<(Side, String)> {
    let view = show(world, &world.ben).await;
    view.approvals.iter().filter(|it| it.version == version).map(|it| (it.side, it.by.clone())).collect()
}

async fn approved_by_nobody(world: &World) -> bool {
    show(world, &world.mikko).await.approvals.is_empty()
}

on_both_databases! {
    async fn both_sides_agree_to_exactly_the_version_that_they_have_read(db: TestDb) {
        let world = world(db).await;
        let nothing = ApproveAgreementForm::default();
        assert!(matches!(approve(&world, &world.anna, &nothing).await, Err(Error::NotFound)), "there is none");
        write(&world, &world.mikko, 0, "Back within two hours").await.unwrap();
        assert_eq!((waits(&world, &world.anna).await, waits(&world, &world.mikko).await), (Some("1".to_owned()), Some("1".to_owned())));
        assert!(waits_today(&world, &world.mikko).await && !waits_today(&world, &world.saara).await);

        let first = read(&world).await;
        let otherwise = ApproveAgreementForm { hash: "0".repeat(64), ..first.clone() };
        assert!(matches!(approve(&world, &world.anna, &otherwise).await, Err(Error::Stale(_))), "not what was read");
        for _ in 0..2 {
            approve(&world, &world.anna, &first).await.unwrap();
        }
        approve(&world, &world.ben, &first).await.unwrap();
        assert_eq!(approved(&world, 1).await, [(Side::Customer, "Anna Aho".to_owned())], "once for each side");
        assert!(waits(&world, &world.ben).await.is_none() && waits(&world, &world.mikko).await.is_some());
        approve(&world, &world.mikko, &first).await.unwrap();
        assert_eq!(approved(&world, 1).await.len(), 2);
        assert!(!waits_today(&world, &world.mikko).await);

        assert!(show(&world, &world.anna).await.versions[0].agreed_at.is_some());
        assert!(matches!(write(&world, &world.mikko, i64::MAX, "Never").await, Err(Error::Stale(_))));
        write(&world, &world.mikko, 1, "Back within the hour").await.unwrap();
        let agreed = show(&world, &world.anna).await.versions.iter().map(|it| it.agreed_at.is_some()).collect::<Vec<_>>();
        assert_eq!(agreed, [false, true], "what one side wrote ends nothing");
        assert!(matches!(approve(&world, &world.anna, &first).await, Err(Error::Stale(_))), "another one follows it");
        assert_eq!((waits(&world, &world.anna).await, waits(&world, &world.mikko).await), (Some("2".to_owned()), Some("2".to_owned())));
        let seen = show(&world, &world.anna).await;
        assert!(seen.may_approve() && !seen.may_withdraw() && approved(&world, 2).await.is_empty());
        assert_eq!(seen.approval(1, Side::Supplier).unwrap().hash, hash_of(&seen.versions[1]), "the earlier one stays agreed to");
        assert_ne!(hash_of(&seen.versions[0]), hash_of(&seen.versions[1]));
    }

    async fn an_approval_is_undone_while_the_other_side_has_not_agreed_and_never_after(db: TestDb) {
        let world = world(db).await;
        write(&world, &world.mikko, 0, "Back within two hours").await.unwrap();
        let first = read(&world).await;
        withdraw(&world, &world.anna, 1).await.unwrap();
        approve(&world, &world.anna, &first).await.unwrap();
        withdraw(&world, &world.mikko, 1).await.unwrap();
        assert_eq!(approved(&world, 1).await.len(), 1, "nobody takes back what the other side said");
        for _ in 0..2 {
            withdraw(&world, &world.ben, 1).await.unwrap();
        }
        assert!(approved(&world, 1).await.is_empty() && waits(&world, &world.anna).await.is_some());
        let told = plan::changes(&world.portal, &world.mikko, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        let withdrawn = told.items.iter().filter(|item| item.kind == EventKind::AgreementApprovalWithdrawn);
        assert_eq!(withdrawn.count(), 1, "history tells it once");

        approve(&world, &world.anna, &first).await.unwrap();
        assert!(show(&world, &world.anna).await.may_withdraw() && !show(&world, &world.mikko).await.may_withdraw());
        approve(&world, &world.mikko, &first).await.unwrap();
        for by in [&world.anna, &world.mikko] {
            assert!(matches!(withdraw(&world, by, 1).await, Err(Error::Stale(_))), "both have agreed");
            assert!(!show(&world, by).await.may_withdraw());
        }
        write(&world, &world.mikko, 1, "Back within the hour").await.unwrap();
        assert!(matches!(withdraw(&world, &world.anna, 1).await, Err(Error::Stale(_))), "it is not the last one");
        assert_eq!(approved(&world, 1).await.len(), 2);
    }

    async fn only_who_speaks_for_a_side_agrees_for_it(db: TestDb) {
        let world = world(db).await;
        write(&world, &world.mikko, 0, "Back within two hours").await.unwrap();
        let first = read(&world).await;
        let director = staff(&world.portal, "Liisa Laine", StaffRole::Director).await;
        for (by, seen) in [(&world.petra, "she is responsible for nothing"), (&director, "she only reads")] {
            assert!(matches!(approve(&world, by, &first).await, Err(Error::NotResponsible)), "{seen}");
            assert!(matches!(withdraw(&world, by, 1).await, Err(Error::NotResponsible)), "{seen}");
            assert!(!show(&world, by).await.may_approve() && !waits_today(&world, by).await, "{seen}");
        }
        assert!(matches!(approve(&world, &world.carla, &first).await, Err(Error::NotFound)), "another customer's");
        assert!(matches!(withdraw(&world, &world.carla, 1).await, Err(Error::NotFound)));
        member::remove(&world.portal, &world.mikko, world.lakeside, world.ben_membership).await.unwrap();
        assert!(matches!(approve(&world, &world.ben, &first).await, Err(Error::NotFound | Error::NotIn)), "he is no member any more");
        assert!(approved_by_nobody(&world).await);
    }

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
