//! Both sides judge their work together once a year, each for itself, and see each other's answers once they have given theirs.

use crate::fixtures::id;
use coplan_domain::{
    assessment::{Criterion, differences},
    event::EventKind,
    id::AssessmentId,
    person::Side,
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    assessment::{self, AssessForm, AssessmentView, fields_of},
    form::{FieldProblem, Form, Problem},
    plan::{self, EventFilter},
    testing::{World, world},
};

/// Every criterion with this score but the prices, which have another.
async fn form(world: &World, year: i16, score: i64, prices: i64) -> AssessForm {
    let key: AssessmentId = id(&world.portal).await;
    let mut pairs = vec![("id".to_owned(), key.to_string()), ("year".to_owned(), year.to_string())];
    for criterion in Criterion::ALL {
        let score = if *criterion == Criterion::Prices { prices } else { score };
        pairs.push((fields_of(*criterion).0.to_owned(), score.to_string()));
    }
    pairs.push(("prices_words".to_owned(), "Every line is explained".to_owned()));
    AssessForm::from_pairs(&pairs).unwrap()
}

async fn give(world: &World, by: &Actor, form: &AssessForm) -> Result<(), Error<()>> {
    assessment::give(&world.portal, by, world.lakeside, form).await
}

async fn shown(world: &World, reader: &Actor) -> AssessmentView {
    assessment::show(&world.portal, reader, world.lakeside).await.unwrap()
}

on_both_databases! {
    async fn a_side_sees_the_other_once_it_has_answered_itself(db: TestDb) {
        let world = world(db).await;
        let year = world.portal.today(&world.mikko).year();
        give(&world, &world.mikko, &form(&world, year, 4, 5).await).await.unwrap();
        let view = shown(&world, &world.anna).await;
        assert!(view.seen.is_empty(), "not before her own");
        assert_eq!((view.given.clone(), view.open.clone()), (vec![(year, Side::Supplier)], vec![year, year - 1]));
        assert!(shown(&world, &world.ben).await.seen.is_empty());
        give(&world, &world.anna, &form(&world, year - 1, 2, 2).await).await.unwrap();
        assert!(shown(&world, &world.anna).await.of(year, Side::Supplier).is_none(), "another year opens nothing");
        assert!(shown(&world, &world.mikko).await.of(year - 1, Side::Customer).is_none());
        give(&world, &world.anna, &form(&world, year, 3, 2).await).await.unwrap();
        let view = shown(&world, &world.ben).await;
        let (ours, theirs) = (view.of(year, Side::Supplier).unwrap(), view.of(year, Side::Customer).unwrap());
        let differ: Vec<_> = differences(ours, theirs).into_iter().map(|(one, other)| (one.criterion, one.score, other.score)).collect();
        assert_eq!(differ, [(Criterion::Prices, 5, 2)]);
        assert_eq!(ours.answers.len(), Criterion::ALL.len());
        assert_eq!((ours.by.as_str(), ours.of(Criterion::Prices).unwrap().words.as_str()), ("Mikko Kallio", "Every line is explained"));
        let told = plan::changes(&world.portal, &world.ben, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        assert_eq!(told.iter().filter(|item| item.kind == EventKind::AssessmentGiven).count(), 3);
    }

    async fn a_year_is_answered_once_by_each_side(db: TestDb) {
        let world = world(db).await;
        let year = world.portal.today(&world.mikko).year();
        let first = form(&world, year, 4, 5).await;
        for _ in 0..2 {
            give(&world, &world.mikko, &first).await.unwrap();
        }
        let again = form(&world, year, 1, 1).await;
        assert!(matches!(give(&world, &world.olli, &again).await, Err(Error::Stale(_))), "a colleague has answered");
        let view = shown(&world, &world.mikko).await;
        assert_eq!((view.of(year, Side::Supplier).unwrap().of(Criterion::Meetings).unwrap().score, view.open), (4, vec![year - 1]));
        for other in [year + 1, year - 2] {
            let refused = give(&world, &world.mikko, &form(&world, other, 3, 3).await).await;
            let Err(Error::Invalid(problems)) = refused else { panic!("{refused:?}") };
            assert_eq!(problems, [FieldProblem { field: "year", problem: Problem::NotOneOf }]);
        }
        let (risks, goals) = ("6".to_owned(), String::new());
        let without = AssessForm { risks, goals, ..form(&world, year - 1, 3, 3).await };
        let Err(Error::Invalid(problems)) = give(&world, &world.mikko, &without).await else { panic!("taken") };
        let problems: Vec<_> = problems.iter().map(|it| (it.field, it.problem)).collect();
        assert_eq!(problems, [("goals", Problem::Empty), ("risks", Problem::NotOneOf)]);
    }

    async fn who_does_not_read_the_whole_plan_does_not_answer_for_the_customer(db: TestDb) {
        let world = world(db).await;
        let year = world.portal.today(&world.mikko).year();
        let new = form(&world, year, 3, 3).await;
        assert!(matches!(give(&world, &world.ben, &new).await, Err(Error::NotResponsible)));
        assert!(matches!(give(&world, &world.petra, &new).await, Err(Error::NotResponsible)));
        assert!(matches!(give(&world, &world.carla, &new).await, Err(Error::NotFound)));
        assert!(matches!(assessment::show(&world.portal, &world.carla, world.lakeside).await, Err(Error::NotFound)));
        assert!(shown(&world, &world.ben).await.open.is_empty() && shown(&world, &world.petra).await.open.is_empty());
    }
}
