//! The plan of a customer's year: written by both sides, with clashes by one rule, and nobody's overwritten.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    id::NeedId,
    need::{NeedKind, NeedMonth},
    person::Side,
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    need::{self, ChangeNeedForm, NeedForm, YearPlanView},
    plan::{self, EventFilter},
    testing::{World, world},
};

fn this_year(world: &World) -> i16 {
    world.portal.today(&world.mikko).year()
}

async fn form(world: &World, what: &str, (first, last): (&str, &str), people: &str) -> NeedForm {
    let blank = NeedForm::blank(id(&world.portal).await, this_year(world), NeedMonth::January);
    let (what, who, people) = (what.to_owned(), "The mill".to_owned(), people.to_owned());
    NeedForm { what, who, people, first_month: first.to_owned(), last_month: last.to_owned(), ..blank }
}

async fn add(world: &World, by: &Actor, what: &str, months: (&str, &str), people: &str) -> NeedId {
    let form = form(world, what, months, people).await;
    need::add(&world.portal, by, world.lakeside, &form).await.unwrap();
    form.id
}

async fn shown(world: &World, reader: &Actor) -> YearPlanView {
    need::list(&world.portal, reader, world.lakeside, None).await.unwrap()
}

fn names(view: &YearPlanView) -> Vec<(&str, Side)> {
    view.needs.iter().map(|need| (need.said.what.as_str(), need.side)).collect()
}

on_both_databases! {
    async fn both_sides_write_and_both_see_what_clashes(db: TestDb) {
        let world = world(db).await;
        let stop = form(&world, "Annual stop", ("6", "8"), "Night crew").await;
        for _ in 0..2 {
            need::add(&world.portal, &world.anna, world.lakeside, &stop).await.unwrap();
        }
        add(&world, &world.mikko, "New gate", ("8", "9"), " night crew ").await;
        add(&world, &world.ben, "Training", ("2", "2"), "").await;
        let sudden = NeedForm { sudden: true, ..form(&world, "Broken mast", ("8", "8"), "").await };
        need::add(&world.portal, &world.ben, world.lakeside, &sudden).await.unwrap();
        for reader in [&world.anna, &world.mikko, &world.ben] {
            let view = shown(&world, reader).await;
            let (theirs, ours) = (Side::Customer, Side::Supplier);
            assert_eq!(names(&view), [("Training", theirs), ("Annual stop", theirs), ("Broken mast", theirs), ("New gate", ours)]);
            let clashes = view.clashes.iter().map(|clash| (clash.one == stop.id, clash.first, clash.last)).collect::<Vec<_>>();
            assert_eq!(clashes, [(true, NeedMonth::August, NeedMonth::August)]);
            assert_eq!(view.needs[2].said.kind, NeedKind::Sudden);
        }
        let told = plan::changes(&world.portal, &world.ben, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        assert_eq!(told.iter().filter(|item| item.kind == EventKind::NeedAdded).count(), 4, "what was sent twice is told once");
    }

    async fn what_two_changed_comes_together_and_what_both_changed_is_for_the_last_to_choose(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let of = add(&world, &world.anna, "Annual stop", ("6", "8"), "").await;
        let drawn = ChangeNeedForm::of(shown(&world, &world.anna).await.find(of).unwrap());
        let theirs = ChangeNeedForm { people: "Night crew".to_owned(), ..drawn.clone() };
        for _ in 0..2 {
            need::change(portal, &world.mikko, lakeside, of, &theirs).await.unwrap();
        }
        let mine = ChangeNeedForm { last_month: "7".to_owned(), ..drawn.clone() };
        need::change(portal, &world.anna, lakeside, of, &mine).await.unwrap();
        let view = shown(&world, &world.anna).await;
        let said = &view.find(of).unwrap().said;
        assert_eq!((said.people.as_str(), said.last), ("Night crew", NeedMonth::July));
        let late = ChangeNeedForm { people: "Day crew".to_owned(), ..drawn };
        assert!(matches!(need::change(portal, &world.ben, lakeside, of, &late).await, Err(Error::Stale(_))));
        let upside_down = ChangeNeedForm { last_month: "1".to_owned(), ..ChangeNeedForm::of(view.find(of).unwrap()) };
        assert!(matches!(need::change(portal, &world.ben, lakeside, of, &upside_down).await, Err(Error::Invalid(_))));
    }

    async fn no_year_is_too_far_to_be_refused(db: TestDb) {
        let world = world(db).await;
        for year in [i16::MIN, i16::MAX, -30_742, 1] {
            let view = need::list(&world.portal, &world.ben, world.lakeside, Some(year)).await.unwrap();
            assert_eq!(view.year, this_year(&world), "{year}");
            let form = NeedForm { year, ..form(&world, "Far away", ("1", "1"), "").await };
            assert!(need::add(&world.portal, &world.ben, world.lakeside, &form).await.is_err(), "{year}");
        }
        assert!(shown(&world, &world.ben).await.needs.is_empty());
    }

    async fn a_need_is_removed_and_restored(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let of = add(&world, &world.anna, "Annual stop", ("6", "8"), "Crew").await;
        add(&world, &world.anna, "New gate", ("6", "8"), "Crew").await;
        for _ in 0..2 {
            need::remove(portal, &world.ben, lakeside, of).await.unwrap();
        }
        let view = shown(&world, &world.anna).await;
        assert_eq!((view.needs.len(), view.removed.len(), view.clashes.len()), (1, 1, 0));
        let gone = ChangeNeedForm::of(&view.removed[0]);
        assert!(matches!(need::change(portal, &world.ben, lakeside, of, &gone).await, Err(Error::NotFound)));
        for _ in 0..2 {
            need::restore(portal, &world.mikko, lakeside, of).await.unwrap();
        }
        let view = shown(&world, &world.anna).await;
        assert_eq!((view.needs.len(), view.removed.len(), view.clashes.len()), (2, 0, 1));
    }

    async fn only_who_may_writes_and_nobody_reaches_another_customers(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside, harbour) = (&world.portal, world.lakeside, world.harbour);
        let of = add(&world, &world.anna, "Annual stop", ("6", "8"), "").await;
        let (view, new) = (shown(&world, &world.anna).await, form(&world, "New gate", ("6", "8"), "").await);
        let drawn = ChangeNeedForm::of(view.find(of).unwrap());
        assert!(matches!(need::add(portal, &world.petra, lakeside, &new).await, Err(Error::NotResponsible)));
        assert!(!shown(&world, &world.petra).await.may_write);
        assert!(matches!(need::list(portal, &world.carla, lakeside, None).await, Err(Error::NotFound)));
        assert!(matches!(need::add(portal, &world.carla, lakeside, &new).await, Err(Error::NotFound)));
        for (by, customer) in [(&world.carla, lakeside), (&world.carla, harbour)] {
            assert!(matches!(need::change(portal, by, customer, of, &drawn).await, Err(Error::NotFound)));
            assert!(matches!(need::remove(portal, by, customer, of).await, Err(Error::NotFound)));
            assert!(matches!(need::restore(portal, by, customer, of).await, Err(Error::NotFound)));
            assert!(matches!(need::find_year(portal, by, customer, of).await, Err(Error::NotFound)));
        }
        assert!(matches!(need::remove(portal, &world.anna, lakeside, id(portal).await).await, Err(Error::NotFound)));
        let far = NeedForm { year: 2100, ..new.clone() };
        assert!(matches!(need::add(portal, &world.anna, lakeside, &far).await, Err(Error::NotFound)));
        assert_eq!(need::list(portal, &world.anna, lakeside, Some(2100)).await.unwrap().year, this_year(&world));
        coplan_usecases::member::remove(portal, &world.olli, lakeside, world.ben_membership).await.unwrap();
        assert!(need::add(portal, &world.ben, lakeside, &new).await.is_err(), "he is no member any more");
        assert_eq!(names(&shown(&world, &world.anna).await).len(), 1);
    }
}
