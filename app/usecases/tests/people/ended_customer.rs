//! Claims about a customer that ends, and that goes on after all.

use crate::fixtures::{annas_link, come_in, staff_with_password, who};
use coplan_domain::{
    event::EventKind,
    portfolio::{PortfolioShow, PortfolioSort},
};
use coplan_store::{Turn, access::System, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    customer::{self, show_for_staff},
    customer_layout,
    form::{FieldProblem, Problem},
    home::{self, Home},
    personal_link::{LinkView, look},
    plan,
    portfolio::{self, PortfolioQuestion},
    responsible::{self, HandOverForm, hand_over},
    staff,
    testing::{World, proof, world},
};
use jiff::SignedDuration;

/// The names in the supplier's table.
async fn shown(world: &World, show: PortfolioShow) -> Vec<String> {
    let question = PortfolioQuestion {
        search: String::new(),
        responsible: None,
        show,
        sort: PortfolioSort::Name,
        reversed: false,
        turn: Turn::First,
    };
    let view = portfolio::show(&world.portal, &world.petra, &question).await.unwrap().unwrap();
    assert_eq!(view.total, i64::try_from(view.rows.len()).unwrap());
    view.rows.into_iter().map(|row| row.name).collect()
}

async fn companies(world: &World, actor: &Actor) -> usize {
    match home::find(&world.portal, actor).await.unwrap() {
        Home::Companies(companies) => companies.len(),
        Home::Supplier => panic!("a member"),
    }
}

on_both_databases! {
    async fn the_members_of_an_ended_customer_are_out_at_the_next_request_and_in_again_when_it_goes_on(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let (_, secret) = annas_link(&world).await;
        let phone = come_in(portal, &secret).await;
        // Everything that can be remembered of Anna is, before it ends.
        let anna = who(portal, &phone).await.unwrap();
        plan::show(portal, &anna, lakeside).await.unwrap();
        customer::end(portal, &world.mikko, lakeside).await.unwrap();
        let anna = who(portal, &phone).await.unwrap();
        assert!(matches!(plan::show(portal, &anna, lakeside).await, Err(Error::NotFound)));
        assert!(customer_layout::show(portal, &anna, lakeside).await.unwrap().is_none());
        assert_eq!(companies(&world, &anna).await, 0);
        assert!(home::has_ended(portal, &anna).await.unwrap());
        assert_eq!(look(portal, &secret).await.unwrap(), LinkView::Ended);
        let seen = plan::show(portal, &world.petra, lakeside).await.unwrap();
        assert_eq!(seen.internal.as_ref().unwrap().ended_at, Some(portal.clock.now()), "colleagues read it still, and that it ended");
        customer::resume(portal, &world.mikko, lakeside, &world.mikko.person().to_string()).await.unwrap();
        assert_eq!(plan::show(portal, &anna, lakeside).await.unwrap().frame.name, "Lakeside Mills");
        assert_eq!(companies(&world, &anna).await, 1);
        assert!(plan::show(portal, &world.petra, lakeside).await.unwrap().internal.as_ref().unwrap().ended_at.is_none());
    }

    async fn the_table_shows_who_goes_on_and_by_a_filter_who_has_ended(db: TestDb) {
        let world = world(db).await;
        customer::end(&world.portal, &world.saara, world.harbour).await.unwrap();
        assert_eq!(shown(&world, PortfolioShow::All).await, ["Lakeside Mills"]);
        assert_eq!(shown(&world, PortfolioShow::Ended).await, ["Harbour Cold Stores"]);
        customer::resume(&world.portal, &world.saara, world.harbour, &world.saara.person().to_string()).await.unwrap();
        assert_eq!(shown(&world, PortfolioShow::All).await, ["Harbour Cold Stores", "Lakeside Mills"]);
        assert!(shown(&world, PortfolioShow::Ended).await.is_empty());
    }

    async fn ending_and_going_on_are_told_once_each(db: TestDb) {
        let world = world(db).await;
        plan::note_visit(&world.portal, &world.petra, &plan::show(&world.portal, &world.petra, world.lakeside).await.unwrap());
        plan::keep_visits(&world.portal, &System::for_tests()).await.unwrap();
        world.clock.pass(SignedDuration::from_hours(2));
        for _ in 0..2 {
            customer::end(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        }
        for _ in 0..2 {
            customer::resume(&world.portal, &world.mikko, world.lakeside, &world.mikko.person().to_string()).await.unwrap();
        }
        let seen = plan::show(&world.portal, &world.petra, world.lakeside).await.unwrap();
        let mut told: Vec<_> = seen.news.iter().map(|item| item.kind.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, [EventKind::CustomerEnded.as_str(), EventKind::CustomerResumed.as_str()]);
    }

    async fn a_customer_goes_on_only_in_the_hands_of_somebody_who_is_here(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let (tiina, _) = staff_with_password(portal, "Tiina Tamm", "specialist").await;
        world.clock.pass(SignedDuration::from_secs(1));
        hand_over(portal, &world.mikko, lakeside, None, &HandOverForm { from: world.mikko.person(), to: tiina.to_string() }).await.unwrap();
        customer::end(portal, &world.mikko, lakeside).await.unwrap();
        // What has ended holds nobody here.
        staff::end(portal, &world.olli, tiina, &proof()).await.unwrap();
        world.clock.pass(SignedDuration::from_secs(1));
        for nobody in [tiina.to_string(), world.anna.person().to_string(), String::new()] {
            let Err(Error::Invalid(problems)) = customer::resume(portal, &world.mikko, lakeside, &nobody).await else {
                panic!("nobody has it")
            };
            assert_eq!(problems, [FieldProblem { field: "responsible", problem: Problem::NotOneOf }]);
        }
        assert!(show_for_staff(portal, &world.mikko, lakeside).await.unwrap().unwrap().customer.ended_at.is_some());
        customer::resume(portal, &world.mikko, lakeside, &world.saara.person().to_string()).await.unwrap();
        let history = responsible::history(portal, &world.anna, lakeside, None).await.unwrap();
        let held: Vec<_> = history.held.iter().map(|held| held.name.as_str()).collect();
        assert_eq!(held, ["Mikko Kallio", "Tiina Tamm", "Saara Lind"]);
    }

    async fn only_keepers_end_a_customer_or_let_it_go_on(db: TestDb) {
        let world = world(db).await;
        let saara = world.saara.person().to_string();
        for by in [&world.petra, &world.anna, &world.carla] {
            assert!(matches!(customer::end(&world.portal, by, world.lakeside).await, Err(Error::NotFound)));
        }
        customer::end(&world.portal, &world.olli, world.lakeside).await.unwrap();
        for by in [&world.petra, &world.anna, &world.carla] {
            assert!(matches!(customer::resume(&world.portal, by, world.lakeside, &saara).await, Err(Error::NotFound)));
        }
        assert_eq!(shown(&world, PortfolioShow::Ended).await, ["Lakeside Mills"]);
    }
}
