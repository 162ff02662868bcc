//! What is asked once a year on each level: of every member, one level at a time.

use crate::fixtures::id;
use coplan_domain::survey::Level;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error, System,
    feedback::{self, RoomKind},
    member,
    plan::{self, WaitingItem},
    survey::{self, RespondForm, SendSurveyForm, YearlyForm},
    testing::{World, world},
};
use jiff::SignedDuration;

fn questions(world: &World, version: i64) -> YearlyForm {
    YearlyForm {
        version,
        contact: "Calls?".to_owned(),
        relationship: String::new(),
        overall: "All in all?".to_owned(),
        first_day: world.portal.today(&world.mikko).to_string(),
    }
}

async fn work(world: &World) {
    survey::ask_yearly(&world.portal, &System::for_tests()).await.unwrap();
}

/// What this reader is asked on the plan.
async fn asked(world: &World, reader: &Actor) -> Vec<String> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let of = |item: &WaitingItem| match item {
        WaitingItem::Room(item) if item.kind == RoomKind::Survey => Some(item.title.clone()),
        _ => None,
    };
    view.waiting.iter().filter_map(of).collect()
}

on_both_databases! {
    async fn each_level_is_asked_once_a_year_and_never_two_within_two_months(db: TestDb) {
        let world = world(db).await;
        work(&world).await;
        assert!(asked(&world, &world.anna).await.is_empty(), "nobody has said what");
        survey::change_yearly(&world.portal, &world.mikko, &questions(&world, 0)).await.unwrap();
        for _ in 0..2 {
            work(&world).await;
        }
        assert_eq!((asked(&world, &world.anna).await, asked(&world, &world.ben).await), (vec!["Calls?".to_owned()], vec!["Calls?".to_owned()]));
        world.clock.pass(SignedDuration::from_hours(24 * 59));
        work(&world).await;
        assert_eq!(asked(&world, &world.anna).await.len(), 1, "she rests");
        world.clock.pass(SignedDuration::from_hours(24));
        work(&world).await;
        assert_eq!(asked(&world, &world.anna).await, ["Calls?", "All in all?"], "a level without a question is not asked");
        world.clock.pass(SignedDuration::from_hours(24 * 300));
        work(&world).await;
        assert_eq!(asked(&world, &world.anna).await.len(), 2, "no year has passed");
        world.clock.pass(SignedDuration::from_hours(24 * 5));
        work(&world).await;
        assert_eq!(asked(&world, &world.anna).await, ["Calls?", "All in all?", "Calls?"]);
    }

    async fn whoever_was_asked_something_else_or_is_gone_is_not_asked(db: TestDb) {
        let world = world(db).await;
        let form = SendSurveyForm { scale: "nps".to_owned(), ..SendSurveyForm::blank(id(&world.portal).await) };
        survey::send(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        let later = world.portal.today(&world.mikko).saturating_add(jiff::ToSpan::days(70)).to_string();
        survey::change_yearly(&world.portal, &world.mikko, &YearlyForm { first_day: later, ..questions(&world, 0) }).await.unwrap();
        member::remove(&world.portal, &world.mikko, world.lakeside, world.ben_membership).await.unwrap();
        work(&world).await;
        world.clock.pass(SignedDuration::from_hours(24 * 65));
        work(&world).await;
        assert_eq!(asked(&world, &world.anna).await, [""], "the day has not come");
        world.clock.pass(SignedDuration::from_hours(24 * 6));
        work(&world).await;
        assert_eq!(asked(&world, &world.anna).await, ["", "Calls?"]);
        let list = feedback::list(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert_eq!(list.levels[0].asked, 1, "who is gone is not asked");
    }

    async fn each_level_has_its_own_result_which_only_the_supplier_reads(db: TestDb) {
        let world = world(db).await;
        survey::change_yearly(&world.portal, &world.mikko, &questions(&world, 0)).await.unwrap();
        work(&world).await;
        let list = feedback::list(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert!(list.surveys.is_empty(), "these are apart from what somebody sends");
        let [contact] = list.levels.as_slice() else { panic!("{:?}", list.levels) };
        assert_eq!((contact.level, contact.asked), (Level::Contact, 2));
        let answer = RespondForm { score: "8".to_owned(), ..RespondForm::blank(id(&world.portal).await) };
        survey::respond(&world.portal, &world.anna, world.lakeside, contact.survey, &answer).await.unwrap();
        assert!(matches!(survey::respond(&world.portal, &world.carla, world.lakeside, contact.survey, &answer).await, Err(Error::NotFound)));
        let list = feedback::list(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert_eq!(list.levels[0].scores, [8]);
        assert!(feedback::list(&world.portal, &world.ben, world.lakeside).await.unwrap().levels.is_empty());
        world.clock.pass(SignedDuration::from_hours(24 * 366));
        assert!(feedback::list(&world.portal, &world.mikko, world.lakeside).await.unwrap().levels.is_empty(), "a year later that is history");
    }

    async fn only_who_keeps_plans_says_what_is_asked_and_no_colleague_is_written_over(db: TestDb) {
        let world = world(db).await;
        for by in [&world.petra, &world.anna] {
            let refused = survey::change_yearly(&world.portal, by, &questions(&world, 0)).await;
            assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
            assert!(matches!(survey::show_yearly(&world.portal, by).await, Err(Error::NotFound)));
        }
        let form = questions(&world, 0);
        for _ in 0..2 {
            survey::change_yearly(&world.portal, &world.mikko, &form).await.unwrap();
        }
        assert_eq!(survey::show_yearly(&world.portal, &world.saara).await.unwrap().0.unwrap().version, 1, "sent twice, said once");
        let other = YearlyForm { contact: "Visits?".to_owned(), ..form.clone() };
        assert!(matches!(survey::change_yearly(&world.portal, &world.saara, &other).await, Err(Error::Stale(_))));
        let next = YearlyForm { version: 1, ..other };
        survey::change_yearly(&world.portal, &world.saara, &next).await.unwrap();
        let wrong = YearlyForm { version: 2, first_day: "soon".to_owned(), ..next };
        assert!(matches!(survey::change_yearly(&world.portal, &world.saara, &wrong).await, Err(Error::Invalid(problems)) if problems[0].field == "first_day"));
    }
}
