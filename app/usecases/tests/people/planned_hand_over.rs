//! Claims about customers that go over to a colleague on a day.

use crate::fixtures::new_id;
use coplan_domain::{
    event::{EventKind, ObjectKind},
    hand_over::HandOverOutcome,
    id::{CustomerId, PersonId, ProjectId},
    person::StaffRole,
    portfolio::{PortfolioShow, PortfolioSort},
};
use coplan_store::{Turn, access::System, on_both_databases};
use coplan_usecases::{
    Actor, Error, Portal,
    form::{FieldProblem, Problem},
    hand_over::{self, HandOverList, PlanHandOverForm, carry_out_due},
    plan::{self, EventFilter, NewsDetail},
    portfolio::PortfolioQuestion,
    project::{self, StartForm},
    responsible::{HandOverForm, hand_over as hand_over_now, history},
    staff,
    testing::{World, company, proof, world},
    today,
};
use jiff::{SignedDuration, ToSpan};

async fn form(w: &World, customers: &[CustomerId], to: &Actor, days: i64) -> PlanHandOverForm {
    let on_day = w.portal.today(&w.olli).saturating_add(days.days()).to_string();
    PlanHandOverForm {
        customers: customers.iter().map(ToString::to_string).collect(),
        to: to.person().to_string(),
        on_day,
        note: "Anna likes calls before nine.".to_owned(),
        word: "Saara knows your mill well.".to_owned(),
        ..PlanHandOverForm::blank(new_id(&w.portal).await)
    }
}

async fn has(w: &World, customer: CustomerId, project: Option<ProjectId>) -> PersonId {
    history(&w.portal, &w.olli, customer, project).await.unwrap().hand_over.unwrap().from
}

async fn project(w: &World, name: &str, by: Option<PersonId>) -> ProjectId {
    let id = new_id(&w.portal).await;
    let form = StartForm { name: name.to_owned(), about: String::new(), shared: true, id };
    project::start(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
    if let Some(by) = by {
        let form = HandOverForm { from: w.mikko.person(), to: by.to_string() };
        hand_over_now(&w.portal, &w.olli, w.lakeside, Some(id), &form).await.unwrap();
    }
    id
}

async fn carry_out(portal: &Portal) {
    carry_out_due(portal, &System::for_tests()).await.unwrap();
}

async fn listed(w: &World, by: &Actor) -> HandOverList {
    hand_over::list(&w.portal, by).await.unwrap()
}

async fn outcomes(w: &World) -> Vec<Option<HandOverOutcome>> {
    listed(w, &w.olli).await.rows[0].hand_over.customers.iter().map(|one| one.outcome).collect()
}

fn every() -> PortfolioQuestion {
    let (show, sort) = (PortfolioShow::All, PortfolioSort::Name);
    PortfolioQuestion { search: String::new(), responsible: None, show, sort, reversed: false, turn: Turn::First }
}

on_both_databases! {
    async fn customers_and_their_projects_go_over_on_their_day_and_both_sides_are_told(db: TestDb) {
        let w = world(db).await;
        let (mikko, saara, petra) = (w.mikko.person(), w.saara.person(), w.petra.person());
        let mill = company(&w.portal, &w.olli, "2001", "Mill", mikko).await;
        let (own, petras) = (project(&w, "New network", Some(petra)).await, project(&w, "Backup", Some(petra)).await);
        // Mikko has this one in particular.
        let back = HandOverForm { from: petra, to: mikko.to_string() };
        hand_over_now(&w.portal, &w.olli, w.lakeside, Some(own), &back).await.unwrap();
        let planned = form(&w, &[w.lakeside, mill], &w.saara, 3).await;
        let seen = hand_over::preview(&w.portal, &w.mikko, &planned).await.unwrap();
        let names = seen.customers.iter().map(|one| (one.name.as_str(), one.projects.len())).collect::<Vec<_>>();
        assert_eq!((names, seen.right_away), (vec![("Lakeside Mills", 1), ("Mill", 0)], false));
        assert!(listed(&w, &w.mikko).await.rows.is_empty(), "looking plans nothing");
        hand_over::plan(&w.portal, &w.mikko, &planned).await.unwrap();
        carry_out(&w.portal).await;
        assert_eq!(has(&w, w.lakeside, None).await, mikko, "not before its day");
        w.clock.pass(SignedDuration::from_hours(3 * 24));
        carry_out(&w.portal).await;
        carry_out(&w.portal).await;
        assert_eq!((has(&w, w.lakeside, None).await, has(&w, mill, None).await), (saara, saara));
        assert_eq!((has(&w, w.lakeside, Some(own)).await, has(&w, w.lakeside, Some(petras)).await), (saara, petra));
        assert_eq!(outcomes(&w).await, [Some(HandOverOutcome::Done); 2]);
        let told = plan::changes(&w.portal, &w.anna, w.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let told = told.iter().filter(|item| item.kind == EventKind::HandedOver && item.label == "Saara Lind").collect::<Vec<_>>();
        let word = told.iter().find(|item| item.object == ObjectKind::Customer).unwrap();
        let Some(NewsDetail::Word((_, said))) = &word.detail else { panic!("no word") };
        assert_eq!((told.len(), said.as_str()), (2, "Saara knows your mill well."));
        assert!(told.iter().all(|item| item.who.as_deref() == Some("Mikko Kallio")), "whoever planned it hands over");
    }

    async fn planned_twice_it_is_there_once_and_withdrawn_nothing_goes_over(db: TestDb) {
        let w = world(db).await;
        let planned = form(&w, &[w.lakeside], &w.saara, 2).await;
        for _ in 0..2 {
            hand_over::plan(&w.portal, &w.mikko, &planned).await.unwrap();
        }
        let id = {
            let rows = listed(&w, &w.mikko).await.rows;
            assert!(rows.len() == 1 && rows[0].may_withdraw && rows[0].is_ahead);
            rows[0].hand_over.id
        };
        assert!(!listed(&w, &w.saara).await.rows[0].may_withdraw, "whoever gets customers only reads it");
        assert!(matches!(hand_over::withdraw(&w.portal, &w.saara, id).await, Err(Error::NotResponsible)));
        for by in [&w.petra, &w.anna] {
            assert!(matches!(hand_over::withdraw(&w.portal, by, id).await, Err(Error::NotFound)));
        }
        assert!(matches!(hand_over::withdraw(&w.portal, &w.mikko, new_id(&w.portal).await).await, Err(Error::NotFound)));
        for _ in 0..2 {
            hand_over::withdraw(&w.portal, &w.mikko, id).await.unwrap();
        }
        w.clock.pass(SignedDuration::from_hours(72));
        carry_out(&w.portal).await;
        assert_eq!(has(&w, w.lakeside, None).await, w.mikko.person());
        assert_eq!(listed(&w, &w.olli).await.rows[0].hand_over.withdrawn.as_ref().unwrap().1, "Mikko Kallio");
    }

    async fn what_has_begun_cannot_be_withdrawn(db: TestDb) {
        let w = world(db).await;
        hand_over::plan(&w.portal, &w.mikko, &form(&w, &[w.lakeside], &w.saara, 0).await).await.unwrap();
        let row = &listed(&w, &w.mikko).await.rows[0];
        assert!(!row.may_withdraw);
        hand_over::withdraw(&w.portal, &w.mikko, row.hand_over.id).await.unwrap();
        carry_out(&w.portal).await;
        assert_eq!(has(&w, w.lakeside, None).await, w.saara.person());
    }

    async fn each_customer_stays_alone_and_the_planner_is_told_why(db: TestDb) {
        let w = world(db).await;
        let mikko = w.mikko.person();
        let mill = company(&w.portal, &w.olli, "2001", "Mill", mikko).await;
        hand_over::plan(&w.portal, &w.mikko, &form(&w, &[w.lakeside, mill], &w.saara, 2).await).await.unwrap();
        let to = HandOverForm { from: mikko, to: w.olli.person().to_string() };
        hand_over_now(&w.portal, &w.mikko, w.lakeside, None, &to).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(48));
        carry_out(&w.portal).await;
        assert_eq!(outcomes(&w).await, [Some(HandOverOutcome::Meanwhile), Some(HandOverOutcome::Done)]);
        assert_eq!((has(&w, w.lakeside, None).await, has(&w, mill, None).await), (w.olli.person(), w.saara.person()));
        let mikkos = today::show(&w.portal, &w.mikko).await.unwrap().unwrap().hand_overs;
        assert!(mikkos.len() == 1 && mikkos[0].has_failed() && mikkos[0].done() == 1);
        let saaras = today::show(&w.portal, &w.saara).await.unwrap().unwrap().hand_overs;
        assert_eq!(saaras[0].hand_over.note, "Anna likes calls before nine.");
        assert!(today::show(&w.portal, &w.petra).await.unwrap().unwrap().hand_overs.is_empty());
    }

    async fn who_may_not_any_more_hands_nothing_over_and_gets_nothing(db: TestDb) {
        let w = world(db).await;
        let rita = coplan_usecases::testing::staff(&w.portal, "Rita Ranta", StaffRole::Manager).await;
        hand_over::plan(&w.portal, &w.olli, &form(&w, &[w.harbour], &rita, 2).await).await.unwrap();
        hand_over::plan(&w.portal, &rita, &form(&w, &[w.lakeside], &w.saara, 2).await).await.unwrap();
        staff::end(&w.portal, &w.olli, rita.person(), &proof()).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(48));
        carry_out(&w.portal).await;
        let rows = listed(&w, &w.olli).await.rows;
        let mut outcomes = rows.iter().map(|row| row.hand_over.customers[0].outcome.unwrap()).collect::<Vec<_>>();
        outcomes.sort_unstable();
        assert_eq!(outcomes, [HandOverOutcome::HeirCannot, HandOverOutcome::NotAllowed]);
        assert_eq!((has(&w, w.lakeside, None).await, has(&w, w.harbour, None).await), (w.mikko.person(), w.saara.person()));
    }

    async fn only_who_keeps_plans_plans_and_only_what_there_is(db: TestDb) {
        let w = world(db).await;
        let good = form(&w, &[w.lakeside], &w.saara, 1).await;
        let director = coplan_usecases::testing::staff(&w.portal, "Dora Dahl", StaffRole::Director).await;
        for by in [&w.petra, &w.anna, &director] {
            assert!(matches!(hand_over::plan(&w.portal, by, &good).await, Err(Error::NotFound)));
            assert!(matches!(hand_over::preview(&w.portal, by, &good).await, Err(Error::NotFound)));
            assert!(matches!(hand_over::choose(&w.portal, by, &every(), &good).await, Err(Error::NotFound)));
        }
        assert!(matches!(hand_over::list(&w.portal, &w.anna).await, Err(Error::NotFound)));
        let unknown = new_id(&w.portal).await;
        let wrong = [
            (form(&w, &[], &w.saara, 1).await, "customers", Problem::Empty),
            (form(&w, &[unknown], &w.saara, 1).await, "customers", Problem::NotOneOf),
            (form(&w, &[w.lakeside], &w.saara, -1).await, "on_day", Problem::InPast),
            (form(&w, &[w.lakeside], &director, 1).await, "to", Problem::NotOneOf),
            (form(&w, &[w.lakeside], &w.anna, 1).await, "to", Problem::NotOneOf),
            (form(&w, &[w.lakeside], &w.mikko, 1).await, "to", Problem::NotOneOf),
        ];
        for (form, field, problem) in wrong {
            let Err(Error::Invalid(told)) = hand_over::plan(&w.portal, &w.mikko, &form).await else { panic!("{field}") };
            assert_eq!(told, [FieldProblem { field, problem }]);
            assert!(matches!(hand_over::preview(&w.portal, &w.mikko, &form).await, Err(Error::Invalid(_))));
        }
        let offered = hand_over::choose(&w.portal, &w.mikko, &every(), &good).await.unwrap();
        assert_eq!((offered.rows.len(), offered.chosen.len(), offered.has_more), (2, 0, false));
        let elsewhere = PortfolioQuestion { search: "nowhere".to_owned(), ..every() };
        let offered = hand_over::choose(&w.portal, &w.mikko, &elsewhere, &good).await.unwrap();
        let chosen = offered.chosen.iter().map(|one| one.customer).collect::<Vec<_>>();
        assert_eq!((offered.rows.len(), chosen), (0, vec![w.lakeside]), "what was chosen before stays");
    }
}
