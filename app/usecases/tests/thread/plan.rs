//! Claims about what the plan page tells of discussions.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::person::Scope;
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    plan::{self, PlanThreads, PlanView, WaitingItem},
    task::{self, AddTaskForm},
    testing::member,
    thread::{self, ResolveForm},
};
use std::sync::Arc;

async fn shown(g: &Fixtures, reader: &Actor) -> Arc<PlanView> {
    plan::show(&g.world.portal, reader, g.world.lakeside).await.unwrap()
}

async fn summary(g: &Fixtures, reader: &Actor) -> Option<PlanThreads> {
    shown(g, reader).await.discussion.clone()
}

/// What waits for the reader: tasks by name, threads by title.
async fn waiting(g: &Fixtures, reader: &Actor) -> Vec<String> {
    let name = |item: &WaitingItem| match item {
        WaitingItem::Task(task) => task.name.clone(),
        WaitingItem::Thread(thread) => thread.title.clone(),
        WaitingItem::Goals(goals) => goals.first.title.clone(),
        WaitingItem::Question(question) => question.said.words.clone(),
        WaitingItem::Room(item) => item.title.clone(),
    };
    shown(g, reader).await.waiting.iter().map(name).collect()
}

async fn add_task(g: &Fixtures, name: &str) {
    let form = AddTaskForm { name: name.to_owned(), side: "customer".to_owned(), ..AddTaskForm::suggested(g.id()) };
    task::add(&g.world.portal, &g.world.mikko, g.world.lakeside, g.shared, &form).await.unwrap();
}

on_both_databases! {
    async fn tasks_and_threads_wait_in_one_list_the_longest_wait_first(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        g.pass_minutes(5);
        add_task(&g, "Choose a weekend").await;
        g.pass_minutes(5);
        g.open(&g.world.mikko, g.project(), "Which gate?").await;
        g.open(&g.world.anna, g.plan(), "When?").await;
        assert_eq!(waiting(&g, &g.world.anna).await, ["Which weekend?", "Choose a weekend", "Which gate?"]);
        assert_eq!(waiting(&g, &g.world.mikko).await, ["When?"]);
    }

    async fn the_plan_shows_the_first_threads_and_says_that_there_are_more(db: TestDb) {
        let g = ground(db).await;
        let done = g.open(&g.world.anna, g.plan(), "Done").await;
        let version = g.show(&g.world.anna, done).await.state.version;
        let form = ResolveForm { outcome: "Yes.".to_owned(), version };
        thread::resolve(&g.world.portal, &g.world.anna, g.world.lakeside, done, &form).await.unwrap();
        for number in 1..=4 {
            g.pass_minutes(1);
            g.open(&g.world.anna, g.plan(), &format!("Open {number}")).await;
        }
        let titles = |view: &PlanThreads| view.threads.iter().map(|thread| thread.title.clone()).collect::<Vec<_>>();
        let five = summary(&g, &g.world.ben).await.unwrap();
        assert_eq!((titles(&five), five.has_more), (["Open 1", "Open 2", "Open 3", "Open 4", "Done"].map(String::from).to_vec(), false));
        g.open(&g.world.anna, g.plan(), "Open 5").await;
        let more = summary(&g, &g.world.ben).await.unwrap();
        assert_eq!((more.threads.len(), more.has_more), (5, true));
        assert!(!titles(&more).contains(&"Done".to_owned()), "what is open comes first");
    }

    async fn the_plan_tells_of_sums_and_prepared_projects_to_nobody_who_may_not_know(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.mikko, g.line(), "Planted sum").await;
        g.open(&g.world.mikko, g.prepared(), "Planted project").await;
        assert!(summary(&g, &g.world.ben).await.unwrap().threads.is_empty(), "Ben may not see sums");
        assert!(waiting(&g, &g.world.ben).await.is_empty());
        assert_eq!(waiting(&g, &g.world.anna).await, ["Planted sum"]);
        assert_eq!(summary(&g, &g.world.mikko).await.unwrap().threads.len(), 2);
    }

    async fn without_the_discussion_scope_the_plan_tells_of_no_threads(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let (reader, _) = member(&g.world.portal, &g.world.olli, g.world.lakeside, "Rita Rask", &[Scope::Plan]).await;
        let plan = shown(&g, &reader).await;
        assert!(plan.discussion.is_none() && plan.waiting.is_empty());
    }

    async fn whoever_may_open_a_thread_is_told_so(db: TestDb) {
        let g = ground(db).await;
        let may = async |reader| summary(&g, reader).await.map(|it| it.may_open);
        assert_eq!([may(&g.world.anna).await, may(&g.world.mikko).await, may(&g.world.petra).await], [Some(true), Some(true), Some(false)]);
    }
}
