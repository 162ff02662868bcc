//! What a task asks of its customer, and answering it.

use crate::fixtures::{id, milestone, page, project, seen_milestone, seen_task, task};
use coplan_domain::{
    event::EventKind,
    id::{MilestoneId, ProjectId, TaskId},
    person::Side,
    plan::TaskState,
    request::{AnswerRequest, Price},
    thread::{About, AboutKind},
};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    form::Problem,
    milestone::{self as milestones, PromiseForm},
    plan,
    request::{self, AnswerForm, Meanwhile, OTHER, RequestForm},
    task::{self as tasks, TaskForm},
    testing::{World, open_two_connections, world},
    thread::{self, OpenForm},
};
use std::fmt::Debug;

/// A task that asks for a weekend: one leaves the day as it is, one moves it, one costs something.
pub(crate) struct Ground {
    pub(crate) w: World,
    pub(crate) network: ProjectId,
    pub(crate) hall3: MilestoneId,
    pub(crate) weekend: TaskId,
}

pub(crate) fn weekends(hall3: MilestoneId, version: i64) -> RequestForm {
    let text = |text: &str| text.to_owned();
    RequestForm {
        version,
        choice1: text("5 and 6 December"),
        choice2: text("12 and 13 December"),
        milestone2: hall3.to_string(),
        day2: text("2026-12-18"),
        choice3: text("A night crew in the week"),
        cost3: text("1 200,00"),
        takes_note: true,
        ..RequestForm::default()
    }
}

pub(crate) async fn ground(w: World) -> Ground {
    let network = project(&w, "New network", true).await;
    let hall3 = milestone(&w, network, "Hall 3", "2026-12-10").await;
    let weekend = task(&w, network, "Choose a weekend", "customer", "onstage").await;
    request::ask(&w.portal, &w.mikko, w.lakeside, weekend, &weekends(hall3, 0)).await.unwrap();
    Ground { w, network, hall3, weekend }
}

impl Ground {
    async fn asked(&self, reader: &Actor) -> AnswerRequest {
        let tasks = page(&self.w, reader, self.network).await.tasks;
        tasks.into_iter().find(|task| task.id == self.weekend).unwrap().request.unwrap()
    }

    async fn form(&self, reader: &Actor, choice: &str, note: &str) -> AnswerForm {
        let form = AnswerForm::of(&self.asked(reader).await, "plan");
        AnswerForm { choice: choice.to_owned(), note: note.to_owned(), ..form }
    }

    async fn send(&self, by: &Actor, form: &AnswerForm) -> Result<ProjectId, Error<Meanwhile>> {
        request::answer(&self.w.portal, by, self.w.lakeside, self.weekend, form).await
    }

    pub(crate) async fn answer(&self, by: &Actor, choice: &str, note: &str) -> Result<ProjectId, Error<Meanwhile>> {
        self.send(by, &self.form(by, choice, note).await).await
    }

    pub(crate) async fn ask(&self, by: &Actor, form: &RequestForm) -> Result<ProjectId, Error<Option<AnswerRequest>>> {
        request::ask(&self.w.portal, by, self.w.lakeside, self.weekend, form).await
    }

    pub(crate) async fn state(&self) -> TaskState {
        seen_task(&self.w, self.network, self.weekend).await.state
    }
}

pub(crate) fn told<T: Debug, E: Debug>(done: Result<T, Error<E>>) -> Vec<(&'static str, Problem)> {
    match done {
        Err(Error::Invalid(problems)) => problems.into_iter().map(|it| (it.field, it.problem)).collect(),
        other => panic!("not refused by a field: {other:?}"),
    }
}

on_both_databases! {
    async fn an_answer_does_the_task_and_moves_the_promise_with_the_answer_as_its_reason(db: TestDb) {
        let g = ground(world(db).await).await;
        let mut events = g.w.portal.listen();
        g.answer(&g.w.anna, "2", "The audit is on the 7th.").await.unwrap();
        g.answer(&g.w.anna, "2", "The audit is on the 7th.").await.unwrap();
        assert_eq!(events.len(), 2, "answered twice is told once");
        let first = events.recv().await.unwrap();
        assert_eq!((first.kind, first.label.as_str()), (EventKind::TaskAnswered, "Choose a weekend: 12 and 13 December"));
        assert_eq!(events.recv().await.unwrap().kind, EventKind::PromiseMoved);
        let moved = seen_milestone(&g.w, g.network, g.hall3).await;
        let days = moved.promises.iter().map(|promise| promise.day.to_string()).collect::<Vec<_>>();
        assert_eq!(days, ["2026-12-10", "2026-12-18"]);
        assert_eq!(moved.promises[1].reason, "Choose a weekend: 12 and 13 December");
        for reader in [&g.w.anna, &g.w.ben, &g.w.mikko] {
            let seen = page(&g.w, reader, g.network).await.tasks.remove(0);
            let answer = seen.answer.unwrap();
            assert_eq!(seen.state, TaskState::Done);
            assert_eq!((answer.choice.as_deref(), answer.note.as_str()), (Some("12 and 13 December"), "The audit is on the 7th."));
            assert_eq!((answer.by.as_str(), answer.side), ("Anna Aho", Side::Customer));
            assert_eq!(answer.moved, Some(("Hall 3".to_owned(), "2026-12-18".parse().unwrap())));
        }
    }

    async fn what_leaves_the_day_as_it_is_moves_nothing(db: TestDb) {
        let g = ground(world(db).await).await;
        let same = RequestForm { milestone1: g.hall3.to_string(), day1: "2026-12-10".to_owned(), ..weekends(g.hall3, 1) };
        g.ask(&g.w.mikko, &same).await.unwrap();
        g.answer(&g.w.ben, "1", "").await.unwrap();
        assert_eq!(seen_milestone(&g.w, g.network, g.hall3).await.promises.len(), 1);
        assert_eq!(seen_task(&g.w, g.network, g.weekend).await.answer.unwrap().moved, None);
    }

    async fn a_task_is_never_done_without_the_answer_that_it_asks_for(db: TestDb) {
        let g = ground(world(db).await).await;
        for by in [&g.w.anna, &g.w.mikko] {
            for (was, state) in [(TaskState::Open, TaskState::Doing), (TaskState::Doing, TaskState::Done)] {
                let said = tasks::set_state(&g.w.portal, by, g.w.lakeside, g.weekend, Some(was), state).await;
                if state == TaskState::Done {
                    assert_eq!(told(said), [("state", Problem::NeedsAnswer)]);
                } else {
                    said.unwrap();
                }
            }
            assert_eq!(g.state().await, TaskState::Doing);
            tasks::set_state(&g.w.portal, by, g.w.lakeside, g.weekend, Some(TaskState::Doing), TaskState::Open).await.unwrap();
        }
        let words = TaskForm::of_view(&seen_task(&g.w, g.network, g.weekend).await);
        let ours = TaskForm { side: "supplier".to_owned(), ..words };
        let changed = tasks::change(&g.w.portal, &g.w.mikko, g.w.lakeside, g.weekend, &ours).await;
        assert_eq!(told(changed), [("side", Problem::AsksCustomer)]);
        let drawn = RequestForm::of(Some(&g.asked(&g.w.mikko).await));
        g.ask(&g.w.mikko, &RequestForm { version: drawn.version, was: drawn.was, ..RequestForm::default() }).await.unwrap();
        tasks::set_state(&g.w.portal, &g.w.anna, g.w.lakeside, g.weekend, Some(TaskState::Open), TaskState::Done).await.unwrap();
        let again = g.ask(&g.w.mikko, &weekends(g.hall3, 0)).await;
        assert_eq!(told(again), [("choice1", Problem::AlreadyDone)]);
    }

    async fn an_answer_is_one_of_the_choices_or_a_note(db: TestDb) {
        let g = ground(world(db).await).await;
        assert_eq!(told(g.answer(&g.w.anna, "", "").await), [("choice", Problem::Empty)]);
        for choice in ["4", "0", "two", "-1"] {
            assert_eq!(told(g.answer(&g.w.anna, choice, "").await), [("choice", Problem::NotOneOf)], "{choice}");
        }
        assert_eq!(told(g.answer(&g.w.anna, OTHER, " ").await), [("note", Problem::Empty)]);
        assert_eq!(g.state().await, TaskState::Open);
        g.answer(&g.w.anna, OTHER, "Only in January.\nSorry.").await.unwrap();
        let answer = seen_task(&g.w, g.network, g.weekend).await.answer.unwrap();
        assert_eq!((answer.choice.as_deref(), answer.gist()), (None, "Only in January."));
    }

    async fn where_no_note_is_taken_only_the_choices_are(db: TestDb) {
        let g = ground(world(db).await).await;
        g.ask(&g.w.mikko, &RequestForm { takes_note: false, ..weekends(g.hall3, 1) }).await.unwrap();
        assert_eq!(told(g.answer(&g.w.anna, OTHER, "In January").await), [("choice", Problem::NotOneOf)]);
        g.answer(&g.w.anna, "1", "In January").await.unwrap();
        assert_eq!(seen_task(&g.w, g.network, g.weekend).await.answer.unwrap().note, "");
    }

    async fn the_second_of_two_is_told_what_was_answered(db: TestDb) {
        let g = ground(world(db).await).await;
        let (anna, ben) = (g.form(&g.w.anna, "2", "").await, g.form(&g.w.ben, "1", "Mine").await);
        open_two_connections(&g.w.portal).await;
        let (one, other) = tokio::join!(g.send(&g.w.anna, &anna), g.send(&g.w.ben, &ben));
        let told = match (one, other) {
            (Ok(_), Err(Error::Stale(told))) => ("Anna Aho", *told),
            (Err(Error::Stale(told)), Ok(_)) => ("Ben Berg", *told),
            other => panic!("{other:?}"),
        };
        let (first, Meanwhile::Answered(answer)) = told else { panic!("{told:?}") };
        assert_eq!(answer.by, first);
        let moved = usize::from(first == "Anna Aho");
        assert_eq!(seen_milestone(&g.w, g.network, g.hall3).await.promises.len(), 1 + moved);
    }

    async fn an_answer_to_what_is_not_asked_any_more_is_not_taken(db: TestDb) {
        let g = ground(world(db).await).await;
        let drawn = g.form(&g.w.anna, "2", "").await;
        let day = PromiseForm {
            promised_on: "2026-12-14".to_owned(),
            reason: "Freight".to_owned(),
            confirmed: false,
            version: 1,
            was: String::new(),
        };
        milestones::move_promise(&g.w.portal, &g.w.mikko, g.w.lakeside, g.hall3, &day).await.unwrap();
        let Err(Error::Stale(met)) = g.send(&g.w.anna, &drawn).await else { panic!("the day is another one now") };
        assert_eq!(*met, Meanwhile::Changed);
        let drawn = g.form(&g.w.anna, "1", "").await;
        g.ask(&g.w.mikko, &RequestForm { choice1: "In May".to_owned(), ..weekends(g.hall3, 1) }).await.unwrap();
        assert!(matches!(g.send(&g.w.anna, &drawn).await, Err(Error::Stale(_))));
        g.answer(&g.w.anna, "1", "").await.unwrap();
    }

    async fn only_whose_task_it_is_answers_and_the_supplier_writes_down_what_it_was_told(db: TestDb) {
        let g = ground(world(db).await).await;
        let form = g.form(&g.w.anna, "1", "").await;
        assert!(matches!(g.send(&g.w.carla, &form).await, Err(Error::NotFound)));
        assert!(matches!(g.send(&g.w.petra, &form).await, Err(Error::NotResponsible)));
        let other = task(&g.w, g.network, "Order", "customer", "onstage").await;
        let unasked = request::answer(&g.w.portal, &g.w.anna, g.w.lakeside, other, &form).await;
        assert!(matches!(unasked, Err(Error::NotFound)));
        let mut events = g.w.portal.listen();
        g.send(&g.w.mikko, &form).await.unwrap();
        assert_eq!(events.recv().await.unwrap().kind, EventKind::TaskAnsweredFor);
        let answer = page(&g.w, &g.w.anna, g.network).await.tasks.pop().unwrap().answer.unwrap();
        assert_eq!((answer.by.as_str(), answer.side), ("Mikko Kallio", Side::Supplier));
    }

    async fn the_supplier_opens_an_answered_task_again_and_it_asks_anew(db: TestDb) {
        let g = ground(world(db).await).await;
        g.answer(&g.w.anna, "2", "").await.unwrap();
        let open = async |by| tasks::set_state(&g.w.portal, by, g.w.lakeside, g.weekend, Some(TaskState::Done), TaskState::Open).await;
        assert!(matches!(open(&g.w.anna).await, Err(Error::NotResponsible)));
        assert!(seen_task(&g.w, g.network, g.weekend).await.answer.is_some(), "what was refused changed nothing");
        open(&g.w.mikko).await.unwrap();
        assert!(seen_task(&g.w, g.network, g.weekend).await.answer.is_none());
        g.answer(&g.w.ben, "1", "").await.unwrap();
        assert_eq!(seen_task(&g.w, g.network, g.weekend).await.answer.unwrap().by, "Ben Berg");
        assert_eq!(seen_milestone(&g.w, g.network, g.hall3).await.promises.len(), 2, "what was promised stays promised");
    }

    async fn what_costs_is_chosen_by_who_reads_sums_only(db: TestDb) {
        let g = ground(world(db).await).await;
        let prices = async |reader| g.asked(reader).await.choices.iter().map(|choice| choice.price).collect::<Vec<_>>();
        assert_eq!(prices(&g.w.ben).await, [Price::Free, Price::Free, Price::Hidden]);
        let Price::Sum(sum) = prices(&g.w.anna).await[2] else { panic!("Anna reads sums") };
        assert_eq!((sum.minor(), sum.currency().code()), (120_000, "EUR"));
        assert_eq!(told(g.answer(&g.w.ben, "3", "").await), [("choice", Problem::NeedsSums)]);
        g.answer(&g.w.anna, "3", "").await.unwrap();
        let price = async |reader| page(&g.w, reader, g.network).await.tasks.remove(0).answer.unwrap().price;
        assert_eq!((price(&g.w.anna).await, price(&g.w.ben).await), (Price::Sum(sum), Price::Hidden));
    }

    async fn who_waits_reads_what_is_asked_on_the_plan(db: TestDb) {
        let g = ground(world(db).await).await;
        let asked = async |reader| {
            let view = plan::show(&g.w.portal, reader, g.w.lakeside).await.unwrap();
            let tasks = view.waiting.iter().filter_map(|item| match item {
                plan::WaitingItem::Task(task) => Some(task.request.as_ref().map(|request| request.choices.len())),
                plan::WaitingItem::Thread(_) | plan::WaitingItem::Goals(_) | plan::WaitingItem::Question(_) | plan::WaitingItem::Room(_) => None,
            });
            tasks.collect::<Vec<_>>()
        };
        assert_eq!((asked(&g.w.anna).await, asked(&g.w.mikko).await), (vec![Some(3)], vec![]));
        g.answer(&g.w.anna, "1", "").await.unwrap();
        assert_eq!(asked(&g.w.anna).await, []);
    }

    async fn one_answer_resolves_what_is_discussed_about_the_task(db: TestDb) {
        let g = ground(world(db).await).await;
        let about = About { kind: AboutKind::Task, id: g.weekend.0 };
        let open = async |by: &Actor, title: &str| {
            let (title, text) = (title.to_owned(), "Which one?".to_owned());
            let form = OpenForm { thread: id(&g.w.portal).await, message: id(&g.w.portal).await, about, title, text };
            thread::open(&g.w.portal, by, g.w.lakeside, &form).await.unwrap()
        };
        let (asked, other) = (open(&g.w.mikko, "Which weekend?").await, open(&g.w.ben, "What of the audit?").await);
        let waiting = async || {
            let view = plan::show(&g.w.portal, &g.w.anna, g.w.lakeside).await.unwrap();
            (view.waiting.len(), view.discussion.as_ref().map(|shown| shown.threads.len()))
        };
        assert_eq!(waiting().await, (1, Some(2)), "the task stands for what is discussed about it");
        g.answer(&g.w.anna, "1", "").await.unwrap();
        assert_eq!(waiting().await, (0, Some(2)));
        for thread in [asked, other] {
            let seen = thread::show(&g.w.portal, &g.w.ben, g.w.lakeside, thread, None).await.unwrap();
            let resolution = seen.state.resolution.unwrap();
            assert_eq!((resolution.outcome.as_str(), resolution.by.as_str()), ("5 and 6 December", "Anna Aho"));
            assert_eq!((seen.subject.name.as_str(), seen.subject.part_of.as_deref()), ("Choose a weekend", Some("New network")));
        }
    }

    async fn what_is_discussed_about_an_internal_task_stays_internal(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let order = task(&w, network, "Order", "supplier", "backstage").await;
        let about = About { kind: AboutKind::Task, id: order.0 };
        let form = async || {
            let (title, text) = ("Planted".to_owned(), "Planted".to_owned());
            OpenForm { thread: id(&w.portal).await, message: id(&w.portal).await, about, title, text }
        };
        assert!(matches!(thread::open(&w.portal, &w.anna, w.lakeside, &form().await).await, Err(Error::NotFound)));
        let inside = thread::open(&w.portal, &w.mikko, w.lakeside, &form().await).await.unwrap();
        tasks::share(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        let seen = thread::show(&w.portal, &w.anna, w.lakeside, inside, None).await;
        assert!(matches!(seen, Err(Error::NotFound)), "it began before the customer saw the task");
        thread::open(&w.portal, &w.anna, w.lakeside, &form().await).await.unwrap();
        let plan = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        assert_eq!(plan.discussion.as_ref().unwrap().threads.len(), 1);
    }

    async fn what_a_task_asks_is_set_by_who_is_responsible_and_edits_are_merged(db: TestDb) {
        let g = ground(world(db).await).await;
        let drawn = RequestForm::of(Some(&g.asked(&g.w.mikko).await));
        assert!(matches!(g.ask(&g.w.anna, &drawn).await, Err(Error::NotFound)));
        assert!(matches!(g.ask(&g.w.petra, &drawn).await, Err(Error::NotResponsible)));
        let mikko = RequestForm { choice1: "28 and 29 November".to_owned(), ..drawn.clone() };
        let olli = RequestForm { cost3: "900".to_owned(), ..drawn.clone() };
        g.ask(&g.w.mikko, &mikko).await.unwrap();
        g.ask(&g.w.olli, &olli).await.unwrap();
        let asked = g.asked(&g.w.mikko).await;
        assert_eq!(asked.choices[0].name, "28 and 29 November");
        assert!(matches!(asked.choices[2].price, Price::Sum(sum) if sum.minor() == 90_000));
        let late = RequestForm { choice1: "Never".to_owned(), ..drawn };
        assert!(matches!(g.ask(&g.w.olli, &late).await, Err(Error::Stale(_))));
    }

    async fn every_choice_that_is_wrong_is_told(db: TestDb) {
        let g = ground(world(db).await).await;
        let text = |text: &str| text.to_owned();
        let wrong = RequestForm {
            choice1: text("Twice"),
            day1: text("2026-12-18"),
            choice2: text("Twice"),
            milestone2: g.weekend.to_string(),
            choice3: text(""),
            cost3: text("1,234"),
            milestone4: g.hall3.to_string(),
            ..RequestForm::default()
        };
        let problems = told(g.ask(&g.w.mikko, &wrong).await);
        let expected = [
            ("milestone1", Problem::Empty),
            ("milestone2", Problem::NotOneOf),
            ("choice2", Problem::Taken),
            ("cost3", Problem::NotAnAmount),
            ("choice4", Problem::Empty),
            ("day4", Problem::Empty),
        ];
        assert_eq!(problems, expected);
    }
}
