//! Claims about discussions that get another subject, in words or by being moved.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    id::ThreadId,
    thread::{About, Ball},
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    thread::{ChangeThreadForm, begin_change, change_subject},
};

async fn change(
    g: &Fixtures,
    actor: &Actor,
    id: ThreadId,
    title: &str,
    about: Option<About>,
    was: &str,
) -> Result<(), Error<String>> {
    let about = about.map_or_else(String::new, |about| about.to_string());
    let form = ChangeThreadForm { title: title.to_owned(), about, was: was.to_owned(), confirmed: true };
    change_subject(&g.world.portal, actor, g.world.lakeside, id, &form).await
}

on_both_databases! {
    async fn either_side_gives_it_another_title(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Gate").await;
        change(&g, &g.world.ben, thread, "Gate 2", None, "Gate").await.unwrap();
        change(&g, &g.world.ben, thread, "Gate 2", None, "Gate").await.unwrap();
        assert_eq!(g.show(&g.world.mikko, thread).await.title, "Gate 2");
        let late = change(&g, &g.world.mikko, thread, "Gate 3", None, "Gate").await;
        assert!(matches!(late, Err(Error::Stale(title)) if *title == "Gate 2"));
        assert!(matches!(change(&g, &g.world.carla, thread, "Gate 3", None, "Gate 2").await, Err(Error::NotFound)));
    }

    async fn who_may_know_follows_the_object_that_it_is_moved_to(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Gate").await;
        assert!(matches!(change(&g, &g.world.anna, thread, "Gate", Some(g.project()), "Gate").await, Err(Error::NotFound)));
        let [_, _, _, invoice, _] = g.objects();
        change(&g, &g.world.mikko, thread, "Gate", Some(invoice), "Gate").await.unwrap();
        assert_eq!((g.titles(&g.world.anna).await, g.titles(&g.world.ben).await), (vec!["Gate".to_owned()], vec![]));
        change(&g, &g.world.mikko, thread, "Gate", Some(g.prepared()), "Gate").await.unwrap();
        assert_eq!((g.titles(&g.world.anna).await, g.ball(thread).await.0), (vec![], Ball::Supplier));
        change(&g, &g.world.mikko, thread, "Gate", Some(g.project()), "Gate").await.unwrap();
        assert_eq!(g.titles(&g.world.ben).await, ["Gate"]);
    }

    async fn that_more_people_will_read_it_is_confirmed_first(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.project(), "Gate").await;
        let [.., line] = g.objects();
        for (from, asks) in [(g.prepared(), true), (line, true), (g.plan(), false)] {
            change(&g, &g.world.mikko, thread, "Gate", Some(from), "Gate").await.unwrap();
            let form = ChangeThreadForm {
                title: "Gate".to_owned(),
                about: g.project().to_string(),
                was: "Gate".to_owned(),
                confirmed: false,
            };
            let moved = change_subject(&g.world.portal, &g.world.mikko, g.world.lakeside, thread, &form).await;
            if asks {
                let problem = Problem::OthersWillRead { count: 1 };
                assert!(matches!(&moved, Err(Error::Invalid(found)) if found == &[FieldProblem { field: "about", problem }]), "{moved:?}");
                assert_eq!(g.titles(&g.world.ben).await, Vec::<String>::new());
                let form = ChangeThreadForm { confirmed: true, ..form };
                change_subject(&g.world.portal, &g.world.mikko, g.world.lakeside, thread, &form).await.unwrap();
            } else {
                moved.unwrap();
            }
            assert_eq!(g.titles(&g.world.ben).await, ["Gate"]);
        }
    }

    async fn what_began_out_of_the_customers_sight_stays_there(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.prepared(), "Takeover").await;
        change(&g, &g.world.mikko, thread, "Takeover 2", Some(g.plan()), "Takeover").await.unwrap();
        assert_eq!(g.titles(&g.world.anna).await, Vec::<String>::new());
        assert_eq!(g.news(&g.world.anna).await, []);
    }

    async fn the_choices_are_what_one_may_talk_about(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.line(), "What is this?").await;
        let view = begin_change(&g.world.portal, &g.world.mikko, g.world.lakeside, thread).await.unwrap();
        assert_eq!(view.subjects[0].id, g.line().id, "where it is now");
        assert_eq!(view.subjects.len(), 6, "the plan, two projects, a milestone, the invoice");
        let view = begin_change(&g.world.portal, &g.world.anna, g.world.lakeside, thread).await.unwrap();
        assert!(view.subjects.is_empty());
    }
}
