//! Who has it, who had it, and handing it over.

use crate::fixtures::{id, project};
use coplan_domain::person::Language;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    absence::{AbsenceForm, cancel, plan as plan_absence},
    form::Problem,
    plan,
    responsible::{HandOverForm, StandInTime, hand_over, history},
    testing::world,
};
use jiff::{SignedDuration, civil::date};

on_both_databases! {
    async fn whoever_was_handed_it_has_it_though_the_clock_was_set_back(db: TestDb) {
        let w = world(db).await;
        w.clock.pass(SignedDuration::from_hours(96));
        let saaras = HandOverForm { from: w.mikko.person(), to: w.saara.person().to_string() };
        hand_over(&w.portal, &w.olli, w.lakeside, None, &saaras).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(-24));
        let meanwhile = history(&w.portal, &w.anna, w.lakeside, None).await.unwrap();
        assert_eq!(meanwhile.now.name, "Saara Lind", "while the clock is behind, too");
        let petras = HandOverForm { from: w.saara.person(), to: w.petra.person().to_string() };
        hand_over(&w.portal, &w.olli, w.lakeside, None, &petras).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(25));
        let seen = history(&w.portal, &w.anna, w.lakeside, None).await.unwrap();
        assert_eq!(seen.now.name, "Petra Niemi", "the later handover holds");
        let held = seen.held.iter().map(|held| held.name.as_str()).collect::<Vec<_>>();
        assert_eq!(held, ["Mikko Kallio", "Saara Lind", "Petra Niemi"]);
        let times = seen.held.iter().map(|held| held.from).collect::<Vec<_>>();
        assert!(times.is_sorted_by(|one, next| one < next), "{times:?}");
    }

    async fn the_plan_shows_the_face_that_has_it(db: TestDb) {
        let w = world(db).await;
        let face = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.clone();
        assert_eq!((face.name.as_str(), face.title.as_str()), ("Mikko Kallio", "Key account manager"));
        assert_eq!(face.phone.as_deref(), Some("+358 40 123 4567"));
        assert_eq!(face.email, "mikko.kallio@supplier.example");
        assert_eq!(face.speaks, [Language::Fi, Language::En]);
        assert_eq!((face.stands_in_for, face.away), (None, None));
    }

    async fn after_handing_over_who_had_it_when_has_an_answer(db: TestDb) {
        let w = world(db).await;
        let began = w.portal.clock.now();
        w.clock.pass(SignedDuration::from_hours(24));
        let form = HandOverForm { from: w.mikko.person(), to: w.saara.person().to_string() };
        hand_over(&w.portal, &w.olli, w.lakeside, None, &form).await.unwrap();
        let handed = w.portal.clock.now();
        w.clock.pass(SignedDuration::from_hours(24));
        for reader in [&w.anna, &w.mikko] {
            let seen = history(&w.portal, reader, w.lakeside, None).await.unwrap();
            assert_eq!(seen.now.name, "Saara Lind");
            let held = seen.held.iter().map(|h| (h.name.as_str(), h.until)).collect::<Vec<_>>();
            assert_eq!(held, [("Mikko Kallio", Some(handed)), ("Saara Lind", None)]);
            assert!(seen.held[0].from <= began);
            assert_eq!(seen.held[1].from, handed);
        }
    }

    async fn who_stood_in_is_told_with_who_was_responsible(db: TestDb) {
        let w = world(db).await;
        let away = AbsenceForm {
            id: id(&w.portal).await,
            first_day: "2026-11-17".to_owned(),
            last_day: "2026-11-20".to_owned(),
            stand_in: w.saara.person().to_string(),
        };
        plan_absence(&w.portal, &w.mikko, w.mikko.person(), &away).await.unwrap();
        let told = async || {
            let seen = history(&w.portal, &w.anna, w.lakeside, None).await.unwrap().held;
            let told = |days: StandInTime| (days.name, days.first_day, days.last_day);
            seen.into_iter().map(|held| held.stand_ins.into_iter().map(told).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let saara = |until| ("Saara Lind".to_owned(), date(2026, 11, 17), until);
        assert_eq!(told().await, [vec![]], "days to come are not told here");
        w.clock.pass(SignedDuration::from_hours(48));
        assert_eq!(told().await, [vec![saara(None)]]);
        cancel(&w.portal, &w.mikko, w.mikko.person(), away.id).await.unwrap();
        assert_eq!(told().await, [vec![saara(Some(date(2026, 11, 18)))]], "taken back, the days up to now remain");
        assert_eq!(plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.name, "Mikko Kallio");
        w.clock.pass(SignedDuration::from_hours(48));
        let form = HandOverForm { from: w.mikko.person(), to: w.petra.person().to_string() };
        hand_over(&w.portal, &w.olli, w.lakeside, None, &form).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(48));
        assert_eq!(told().await, [vec![saara(Some(date(2026, 11, 18)))], vec![]], "a successor was not away");
        cancel(&w.portal, &w.mikko, w.mikko.person(), away.id).await.unwrap();
        assert_eq!(told().await[0].len(), 1);
    }

    async fn days_to_come_that_are_taken_back_leave_nothing(db: TestDb) {
        let w = world(db).await;
        let away = AbsenceForm {
            id: id(&w.portal).await,
            first_day: "2026-11-17".to_owned(),
            last_day: "2026-11-20".to_owned(),
            stand_in: w.saara.person().to_string(),
        };
        plan_absence(&w.portal, &w.mikko, w.mikko.person(), &away).await.unwrap();
        cancel(&w.portal, &w.mikko, w.mikko.person(), away.id).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(24 * 10));
        assert!(history(&w.portal, &w.anna, w.lakeside, None).await.unwrap().held[0].stand_ins.is_empty());
    }

    async fn a_project_has_the_customers_person_until_it_gets_its_own(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let who = async || coplan_usecases::project::show(&w.portal, &w.anna, w.lakeside, network).await.unwrap().responsible.name;
        assert_eq!(who().await, "Mikko Kallio");
        let form = HandOverForm { from: w.mikko.person(), to: w.petra.person().to_string() };
        hand_over(&w.portal, &w.mikko, w.lakeside, Some(network), &form).await.unwrap();
        assert_eq!(who().await, "Petra Niemi");
        assert_eq!(plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.clone().name, "Mikko Kallio");
    }

    async fn handing_over_twice_with_one_form_hands_over_once(db: TestDb) {
        let w = world(db).await;
        let form = HandOverForm { from: w.mikko.person(), to: w.saara.person().to_string() };
        for _ in 0..2 {
            w.clock.pass(SignedDuration::from_secs(1));
            hand_over(&w.portal, &w.mikko, w.lakeside, None, &form).await.unwrap();
        }
        assert_eq!(history(&w.portal, &w.mikko, w.lakeside, None).await.unwrap().held.len(), 2);
        let late = HandOverForm { from: w.mikko.person(), to: w.petra.person().to_string() };
        let Err(Error::Stale(theirs)) = hand_over(&w.portal, &w.olli, w.lakeside, None, &late).await else { panic!("told") };
        assert_eq!(theirs.name, "Saara Lind");
    }

    async fn only_managers_and_admins_hand_over(db: TestDb) {
        let w = world(db).await;
        let secret = project(&w, "Planted project", false).await;
        let form = HandOverForm { from: w.mikko.person(), to: w.saara.person().to_string() };
        let hand = async |actor, customer, project| hand_over(&w.portal, actor, customer, project, &form).await;
        assert!(matches!(hand(&w.anna, w.lakeside, None).await, Err(Error::NotFound)));
        assert!(matches!(hand(&w.carla, w.lakeside, None).await, Err(Error::NotFound)));
        assert!(matches!(hand(&w.petra, w.lakeside, None).await, Err(Error::NotResponsible)));
        assert!(matches!(hand(&w.olli, w.harbour, Some(secret)).await, Err(Error::NotFound)));
        assert!(matches!(hand(&w.olli, w.lakeside, Some(id(&w.portal).await)).await, Err(Error::NotFound)));
        let choice = async |actor| history(&w.portal, actor, w.lakeside, None).await.unwrap().hand_over.map(|c| c.colleagues.len());
        assert_eq!([choice(&w.anna).await, choice(&w.petra).await, choice(&w.mikko).await], [None, None, Some(4)]);
        assert!(matches!(history(&w.portal, &w.anna, w.lakeside, Some(secret)).await, Err(Error::NotFound)));
    }

    async fn nothing_is_handed_to_a_member_or_to_nobody(db: TestDb) {
        let w = world(db).await;
        for to in [w.anna.person(), id(&w.portal).await] {
            let form = HandOverForm { from: w.mikko.person(), to: to.to_string() };
            let Err(Error::Invalid(told)) = hand_over(&w.portal, &w.mikko, w.lakeside, None, &form).await else { panic!("refused") };
            assert_eq!((told[0].field, told[0].problem), ("to", Problem::NotOneOf));
        }
        assert_eq!(plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().frame.responsible.clone().name, "Mikko Kallio");
    }
}
