//! Claims about stand-ins who accept or decline.

use crate::fixtures::id;
use coplan_domain::{id::AbsenceId, stand_in::StandInAnswer};
use coplan_store::{
    access::{Actor, System},
    on_both_databases,
};
use coplan_usecases::{
    Error,
    absence::{self, AbsenceForm, OtherStandInForm, StandInAnswerForm, answer, choose_another},
    form::{FieldProblem, Problem},
    plan,
    testing::{World, world},
    today::{self, TodayView},
};

/// Mikko is away for some days, Petra is named.
async fn away(w: &World) -> AbsenceId {
    let form = AbsenceForm {
        first_day: "2026-11-16".to_owned(),
        last_day: "2026-12-20".to_owned(),
        stand_in: w.petra.person().to_string(),
        ..AbsenceForm::blank(id(&w.portal).await)
    };
    absence::plan(&w.portal, &w.mikko, w.mikko.person(), &form).await.unwrap();
    form.id
}

fn said(answer: StandInAnswer, reason: &str) -> StandInAnswerForm {
    StandInAnswerForm { answer: answer.to_string(), reason: reason.to_owned() }
}

async fn day(w: &World, of: &Actor) -> TodayView {
    today::show(&w.portal, of).await.unwrap().unwrap()
}

/// How many are asked and how many have declined, as somebody's day tells it.
async fn told(w: &World, of: &Actor) -> (usize, usize) {
    let day = day(w, of).await;
    (day.asked.len(), day.declined.len())
}

on_both_databases! {
    async fn whoever_is_named_is_asked_by_email_and_today_until_it_answers(db: TestDb) {
        let w = world(db).await;
        let days = away(&w).await;
        let system = System::for_tests();
        let mailed = || absence::mail_of(&w.portal, &system, days, w.petra.person());
        let (to, asked) = mailed().await.unwrap().unwrap();
        assert_eq!((to.name.as_str(), asked.away.as_str()), ("Petra Niemi", "Mikko Kallio"));
        assert_eq!((told(&w, &w.petra).await, told(&w, &w.mikko).await), ((1, 0), (0, 0)));
        for _ in 0..2 {
            answer(&w.portal, &w.petra, days, &said(StandInAnswer::Accepted, "")).await.unwrap();
        }
        assert!(mailed().await.unwrap().is_none());
        assert_eq!(told(&w, &w.petra).await, (0, 0));
        let listed = absence::list(&w.portal, &w.mikko, w.mikko.person()).await.unwrap();
        assert_eq!(listed[0].answer, Some((StandInAnswer::Accepted, String::new())));
    }

    async fn declining_is_told_to_whoever_is_away_and_to_admins_and_the_stand_in_stays_until_another_is_chosen(db: TestDb) {
        let w = world(db).await;
        let days = away(&w).await;
        answer(&w.portal, &w.petra, days, &said(StandInAnswer::Declined, "I am at sea")).await.unwrap();
        for of in [&w.mikko, &w.olli] {
            assert_eq!(day(&w, of).await.declined[0].answer, Some((StandInAnswer::Declined, "I am at sea".to_owned())));
        }
        assert_eq!((told(&w, &w.saara).await, told(&w, &w.petra).await), ((0, 0), (0, 0)));
        let face = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.name.clone();
        assert_eq!(face, "Petra Niemi", "customers always have somebody to call");
        let form = OtherStandInForm { stand_in: w.saara.person().to_string() };
        for _ in 0..2 {
            choose_another(&w.portal, &w.olli, (w.mikko.person(), days), &form).await.unwrap();
        }
        assert_eq!((told(&w, &w.mikko).await, told(&w, &w.saara).await), ((0, 0), (1, 0)), "the next one is asked");
        let face = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.name.clone();
        assert_eq!(face, "Saara Lind");
        assert!(matches!(answer(&w.portal, &w.petra, days, &said(StandInAnswer::Accepted, "")).await, Err(Error::NotFound)));
    }

    async fn an_admin_who_names_itself_has_said_yes(db: TestDb) {
        let w = world(db).await;
        let days = away(&w).await;
        let form = OtherStandInForm { stand_in: w.olli.person().to_string() };
        choose_another(&w.portal, &w.olli, (w.mikko.person(), days), &form).await.unwrap();
        assert_eq!(told(&w, &w.olli).await, (0, 0));
    }

    async fn declining_needs_a_reason_and_only_who_is_named_answers(db: TestDb) {
        let w = world(db).await;
        let days = away(&w).await;
        let yes = said(StandInAnswer::Accepted, "");
        let Err(Error::Invalid(told)) = answer(&w.portal, &w.petra, days, &said(StandInAnswer::Declined, " ")).await else {
            panic!("declined without a reason")
        };
        assert_eq!(told, [FieldProblem { field: "reason", problem: Problem::Empty }]);
        for by in [&w.saara, &w.mikko, &w.olli, &w.anna] {
            assert!(matches!(answer(&w.portal, by, days, &yes).await, Err(Error::NotFound)));
        }
        assert!(matches!(answer(&w.portal, &w.petra, id(&w.portal).await, &yes).await, Err(Error::NotFound)));
        let other = OtherStandInForm { stand_in: w.saara.person().to_string() };
        let of_mikko = (w.mikko.person(), days);
        assert!(matches!(choose_another(&w.portal, &w.saara, of_mikko, &other).await, Err(Error::NotResponsible)));
        assert!(matches!(choose_another(&w.portal, &w.anna, of_mikko, &other).await, Err(Error::NotFound)));
        let of_saara = (w.saara.person(), days);
        assert!(matches!(choose_another(&w.portal, &w.olli, of_saara, &other).await, Err(Error::NotFound)));
        let wrong = [String::new(), w.mikko.person().to_string(), w.anna.person().to_string()];
        for stand_in in wrong {
            let form = OtherStandInForm { stand_in };
            assert!(matches!(choose_another(&w.portal, &w.mikko, of_mikko, &form).await, Err(Error::Invalid(_))));
        }
    }

    async fn what_was_said_goes_with_cancelled_days(db: TestDb) {
        let w = world(db).await;
        let days = away(&w).await;
        answer(&w.portal, &w.petra, days, &said(StandInAnswer::Declined, "I am at sea")).await.unwrap();
        absence::cancel(&w.portal, &w.mikko, w.mikko.person(), days).await.unwrap();
        assert_eq!(told(&w, &w.mikko).await, (0, 0));
    }
}
