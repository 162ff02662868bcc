//! How what was taken over is used: asked of who took it over, at once and after 30, 90 and 180 days.

use crate::fixtures::{id, project};
use coplan_domain::{
    acceptance::Verdict,
    id::{AcceptanceId, SurveyId},
};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error, System,
    acceptance::{self, ProposeAcceptanceForm, VerdictForm},
    feedback::RoomKind,
    plan::{self, WaitingItem},
    survey::{self, RespondForm, SendSurveyForm},
    testing::{World, world},
};
use jiff::SignedDuration;

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn approved(world: &World, verdict: Verdict) -> AcceptanceId {
    let network = project(world, "New network", true).await;
    let form = ProposeAcceptanceForm {
        title: "Network of hall 3".to_owned(),
        lines: "Call at night".to_owned(),
        ..ProposeAcceptanceForm::blank(id(&world.portal).await)
    };
    let id = acceptance::propose(&world.portal, &world.mikko, world.lakeside, network, &form).await.unwrap();
    let form = VerdictForm { version: 1, works: Vec::new(), verdict: verdict.to_string(), reason: "Tried".to_owned() };
    acceptance::decide(&world.portal, &world.anna, world.lakeside, id, &form).await.unwrap();
    id
}

async fn work(world: &World) {
    for _ in 0..2 {
        survey::ask_use(&world.portal, &System::for_tests()).await.unwrap();
    }
}

/// How many surveys wait on the plan of this reader.
async fn waiting(world: &World, reader: &Actor) -> usize {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    view.waiting.iter().filter(|item| matches!(item, WaitingItem::Room(item) if item.kind == RoomKind::Survey)).count()
}

/// After how many days it was asked and what was answered, as this reader sees it.
async fn uses(world: &World, reader: &Actor, of: AcceptanceId) -> Vec<(i64, Vec<i64>)> {
    let view = acceptance::show(&world.portal, reader, world.lakeside, of).await.unwrap();
    view.uses.into_iter().map(|(of, survey)| (of.after_days, survey.scores)).collect()
}

async fn last(world: &World, of: AcceptanceId) -> SurveyId {
    acceptance::show(&world.portal, &world.mikko, world.lakeside, of).await.unwrap().uses.last().unwrap().1.id
}

async fn answer(world: &World, by: &Actor, survey: SurveyId, score: &str) -> Result<(), Error> {
    let form = RespondForm { score: score.to_owned(), ..RespondForm::blank(id(&world.portal).await) };
    survey::respond(&world.portal, by, world.lakeside, survey, &form).await.map(drop)
}

on_both_databases! {
    async fn who_took_it_over_is_asked_at_once_and_after_30_90_and_180_days(db: TestDb) {
        let world = world(db).await;
        let of = approved(&world, Verdict::Approved).await;
        work(&world).await;
        assert_eq!((waiting(&world, &world.anna).await, waiting(&world, &world.ben).await), (1, 0), "once, and nobody else");
        assert!(matches!(answer(&world, &world.ben, last(&world, of).await, "1").await, Err(Error::NotFound)));
        answer(&world, &world.anna, last(&world, of).await, "7").await.unwrap();
        for (days, score) in [(30, "8"), (60, "5"), (90, "9")] {
            world.clock.pass(DAY * (days - 1));
            work(&world).await;
            assert_eq!(waiting(&world, &world.anna).await, 0, "not before its day");
            world.clock.pass(DAY);
            work(&world).await;
            assert_eq!(waiting(&world, &world.anna).await, 1);
            answer(&world, &world.anna, last(&world, of).await, score).await.unwrap();
        }
        world.clock.pass(DAY * 400);
        work(&world).await;
        let told = vec![(0, vec![7]), (30, vec![8]), (90, vec![5]), (180, vec![9])];
        assert_eq!(uses(&world, &world.mikko, of).await, told);
        assert_eq!(uses(&world, &world.anna, of).await, told, "her own");
        assert!(uses(&world, &world.ben, of).await.is_empty(), "what she was asked is between her and the supplier");
    }

    async fn what_was_refused_or_lies_long_back_is_not_asked(db: TestDb) {
        let world = world(db).await;
        approved(&world, Verdict::Refused).await;
        work(&world).await;
        assert_eq!(waiting(&world, &world.anna).await, 0);
        let of = approved(&world, Verdict::Approved).await;
        world.clock.pass(DAY * 50);
        work(&world).await;
        assert!(uses(&world, &world.mikko, of).await.is_empty(), "the first days were missed");
        world.clock.pass(DAY * 40);
        work(&world).await;
        assert_eq!(uses(&world, &world.mikko, of).await, [(90, Vec::new())]);
    }

    async fn other_surveys_are_not_held_back_by_it(db: TestDb) {
        let world = world(db).await;
        approved(&world, Verdict::Approved).await;
        work(&world).await;
        let form = SendSurveyForm { scale: "nps".to_owned(), ..SendSurveyForm::blank(id(&world.portal).await) };
        survey::send(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        assert_eq!((waiting(&world, &world.anna).await, waiting(&world, &world.ben).await), (2, 1));
    }
}
