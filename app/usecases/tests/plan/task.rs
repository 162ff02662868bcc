//! Tasks.

use crate::fixtures::{id, page, project, seen_task, task, task_form};
use coplan_domain::{event::EventKind, plan::TaskState};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    form::Problem,
    merge::Edit,
    plan, project as projects,
    task::{self as deeds, AddTaskForm, TaskForm},
    testing::world,
};
use jiff::SignedDuration;

fn words(version: i64, name: &str, side: &str, stage: &str) -> TaskForm {
    TaskForm {
        version,
        was: String::new(),
        name: name.to_owned(),
        why: "So that the crew can be booked.".to_owned(),
        side: side.to_owned(),
        owner: String::new(),
        stage: stage.to_owned(),
        due_on: "2026-11-20".to_owned(),
        confirmed: false,
    }
}

on_both_databases! {
    async fn a_due_day_far_from_today_is_asked_about_once(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let far = AddTaskForm { due_on: "2126-12-04".to_owned(), ..task_form(&w, "Order switches", "supplier", "onstage").await };
        let refused = deeds::add(&w.portal, &w.mikko, w.lakeside, network, &far).await;
        assert!(matches!(refused, Err(Error::Invalid(told)) if (told[0].field, told[0].problem) == ("due_on", Problem::FarAway)));
        deeds::add(&w.portal, &w.mikko, w.lakeside, network, &AddTaskForm { confirmed: true, ..far.clone() }).await.unwrap();
        let renamed = TaskForm { name: "Order the switches".to_owned(), due_on: far.due_on, ..words(1, "", "supplier", "onstage") };
        deeds::change(&w.portal, &w.mikko, w.lakeside, far.id, &renamed).await.unwrap();
        let past = TaskForm { due_on: "2019-12-04".to_owned(), version: 2, ..renamed };
        let refused = deeds::change(&w.portal, &w.mikko, w.lakeside, far.id, &past).await;
        assert!(matches!(refused, Err(Error::Invalid(told)) if told[0].problem == Problem::LongAgo));
    }

    async fn a_task_behind_the_scenes_is_not_there_for_members_until_it_is_shared(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hidden = task(&w, network, "Planted task", "supplier", "backstage").await;
        let seen = async |reader| format!("{:?} {:?}", page(&w, reader, network).await, plan::show(&w.portal, reader, w.lakeside).await.unwrap());
        assert!(!seen(&w.anna).await.contains("Planted"));
        assert!(!seen_task(&w, network, hidden).await.internal.unwrap().seen_by_customer);
        let blind = deeds::set_state(&w.portal, &w.anna, w.lakeside, hidden, Some(TaskState::Open), TaskState::Done).await;
        assert!(matches!(blind, Err(Error::NotFound)));
        deeds::share(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        assert!(seen(&w.anna).await.contains("Planted"));
        assert!(page(&w, &w.anna, network).await.tasks[0].internal.is_none());
        deeds::unshare(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        assert!(!seen(&w.anna).await.contains("Planted"));
    }

    async fn of_a_shared_task_behind_the_scenes_members_learn_its_name_and_how_far_it_is_only(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let form = |name: &str, stage: &str, form: AddTaskForm| AddTaskForm {
            name: name.to_owned(),
            stage: stage.to_owned(),
            why: "Planted reason".to_owned(),
            due_on: "2026-11-20".to_owned(),
            shared: true,
            ..form
        };
        for (name, stage) in [("Order", "backstage"), ("Deliver", "onstage")] {
            let form = form(name, stage, task_form(&w, name, "supplier", stage).await);
            deeds::add(&w.portal, &w.mikko, w.lakeside, network, &form).await.unwrap();
        }
        let told = async |reader| {
            let tasks = page(&w, reader, network).await.tasks;
            let told = tasks.into_iter().map(|task| (task.name, task.state, !task.why.is_empty(), task.due_on.is_some()));
            let mut told = told.collect::<Vec<_>>();
            told.sort_by(|one, other| one.0.cmp(&other.0));
            told
        };
        let (deliver, order) = ("Deliver".to_owned(), "Order".to_owned());
        let open = TaskState::Open;
        assert_eq!(told(&w.anna).await, [(deliver.clone(), open, true, true), (order.clone(), open, false, false)]);
        assert_eq!(told(&w.mikko).await, [(deliver, open, true, true), (order, open, true, true)]);
    }

    async fn what_goes_backstage_is_hidden_until_shared_anew(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let moved = task(&w, network, "Order", "supplier", "backstage").await;
        deeds::share(&w.portal, &w.mikko, w.lakeside, moved).await.unwrap();
        let mut told = w.portal.listen();
        for (version, stage) in [(1, "onstage"), (2, "backstage")] {
            deeds::change(&w.portal, &w.mikko, w.lakeside, moved, &words(version, "Order", "supplier", stage)).await.unwrap();
        }
        assert!(page(&w, &w.anna, network).await.tasks.is_empty());
        let kinds = [told.recv().await.unwrap().kind, told.recv().await.unwrap().kind];
        assert_eq!(kinds, [EventKind::TaskChanged, EventKind::TaskHidden]);
    }

    async fn members_do_what_is_theirs_and_only_that(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let theirs = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        let ours = task(&w, network, "Order switches", "supplier", "onstage").await;
        let done = async |actor, customer, id| deeds::set_state(&w.portal, actor, customer, id, Some(TaskState::Open), TaskState::Done).await;
        assert!(matches!(done(&w.anna, w.lakeside, ours).await, Err(Error::NotResponsible)));
        assert!(matches!(done(&w.carla, w.lakeside, theirs).await, Err(Error::NotFound)));
        assert!(matches!(done(&w.carla, w.harbour, theirs).await, Err(Error::NotFound)));
        assert!(matches!(done(&w.petra, w.lakeside, theirs).await, Err(Error::NotResponsible)));
        assert_eq!(seen_task(&w, network, theirs).await.state, TaskState::Open);
        let mut told = w.portal.listen();
        done(&w.ben, w.lakeside, theirs).await.unwrap();
        done(&w.ben, w.lakeside, theirs).await.unwrap();
        assert_eq!(told.len(), 1, "done twice is told once");
        assert_eq!(told.recv().await.unwrap().kind, EventKind::TaskDone);
        assert_eq!(seen_task(&w, network, theirs).await.state, TaskState::Done);
        let may = page(&w, &w.anna, network).await.tasks.iter().map(|t| (t.id, t.may_move)).collect::<Vec<_>>();
        assert_eq!(may, [(ours, false), (theirs, true)]);
    }

    async fn a_press_that_met_what_somebody_else_said_meanwhile_overwrites_nothing(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let book = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        let say = async |by, was, state| deeds::set_state(&w.portal, by, w.lakeside, book, was, state).await;
        w.clock.pass(SignedDuration::from_hours(1));
        say(&w.anna, Some(TaskState::Open), TaskState::Done).await.unwrap();
        let (at, mut told) = (w.portal.clock.now(), w.portal.listen());
        w.clock.pass(SignedDuration::from_hours(1));
        for was in [Some(TaskState::Open), None] {
            let Err(Error::Stale(said)) = say(&w.mikko, was, TaskState::Doing).await else { panic!("not told") };
            assert_eq!((said.who.as_deref(), said.state, said.at), (Some("Anna Aho"), TaskState::Done, at));
        }
        let kept = seen_task(&w, network, book).await;
        assert_eq!((kept.state, kept.state_since), (TaskState::Done, at));
        assert!(told.try_recv().is_err(), "nothing happened");
        say(&w.mikko, Some(TaskState::Done), TaskState::Doing).await.unwrap();
        assert_eq!(seen_task(&w, network, book).await.state, TaskState::Doing);
    }

    async fn what_waits_is_the_readers_own_oldest_first(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for (name, side) in [("First", "customer"), ("Ours", "supplier"), ("Second", "customer"), ("Done", "customer")] {
            w.clock.pass(SignedDuration::from_hours(1));
            let id = task(&w, network, name, side, "onstage").await;
            if name == "Done" {
                deeds::set_state(&w.portal, &w.mikko, w.lakeside, id, Some(TaskState::Open), TaskState::Done).await.unwrap();
            }
        }
        let waiting = async |reader| {
            let view = plan::show(&w.portal, reader, w.lakeside).await.unwrap();
            let task = |item: &plan::WaitingItem| match item {
                plan::WaitingItem::Task(task) => Some((task.name.clone(), task.project_name.clone())),
                plan::WaitingItem::Thread(_) | plan::WaitingItem::Goals(_) | plan::WaitingItem::Question(_) | plan::WaitingItem::Room(_) => None,
            };
            view.waiting.iter().filter_map(task).collect::<Vec<_>>()
        };
        let of = |name: &str| (name.to_owned(), "New network".to_owned());
        assert_eq!(waiting(&w.anna).await, [of("First"), of("Second")]);
        assert_eq!(waiting(&w.mikko).await, [of("Ours")]);
    }

    async fn a_task_is_changed_and_the_second_of_two_edits_sees_the_first(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let weekend = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        let change = async |actor, form: TaskForm| deeds::change(&w.portal, actor, w.lakeside, weekend, &form).await;
        let mikko = words(1, "Choose the weekend for hall 3", "customer", "onstage");
        change(&w.mikko, mikko.clone()).await.unwrap();
        change(&w.mikko, mikko.clone()).await.unwrap();
        let Err(Error::Stale(theirs)) = change(&w.olli, words(1, "Olli's", "supplier", "onstage")).await else { panic!("told") };
        assert_eq!((theirs.name.as_str(), theirs.version), ("Choose the weekend for hall 3", 2));
        assert!(matches!(change(&w.anna, words(2, "Anna's", "customer", "onstage")).await, Err(Error::NotFound)));
        assert!(matches!(change(&w.petra, words(2, "Petra's", "customer", "onstage")).await, Err(Error::NotResponsible)));
        let saara = deeds::change(&w.portal, &w.saara, w.harbour, weekend, &words(2, "Saara's", "customer", "onstage")).await;
        assert!(matches!(saara, Err(Error::NotFound)));
        let seen = page(&w, &w.anna, network).await.tasks.remove(0);
        assert_eq!((seen.name.as_str(), seen.why.as_str()), ("Choose the weekend for hall 3", "So that the crew can be booked."));
    }

    async fn every_field_of_a_task_that_is_wrong_is_told(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let form = AddTaskForm { due_on: "Friday".to_owned(), ..task_form(&w, "", "nobody", "").await };
        let Err(Error::Invalid(told)) = deeds::add(&w.portal, &w.mikko, w.lakeside, network, &form).await else { panic!("refused") };
        let told = told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>();
        let due = ("due_on", Problem::NotADate);
        assert_eq!(told, [("name", Problem::Empty), ("side", Problem::NotOneOf), ("stage", Problem::Empty), due]);
        let form = task_form(&w, "Secret chore", "customer", "backstage").await;
        let Err(Error::Invalid(told)) = deeds::add(&w.portal, &w.mikko, w.lakeside, network, &form).await else { panic!("refused") };
        assert_eq!((told[0].field, told[0].problem), ("stage", Problem::MustBeOnstage));
    }

    async fn adding_twice_with_one_form_makes_one_task(db: TestDb) {
        let w = world(db).await;
        let (network, backup) = (project(&w, "New network", true).await, project(&w, "Backup", true).await);
        let form = task_form(&w, "Order switches", "supplier", "onstage").await;
        let add = async |actor, customer, project| deeds::add(&w.portal, actor, customer, project, &form).await;
        add(&w.mikko, w.lakeside, network).await.unwrap();
        add(&w.mikko, w.lakeside, network).await.unwrap();
        assert_eq!(page(&w, &w.anna, network).await.tasks.len(), 1);
        for (actor, customer, project) in [(&w.mikko, w.lakeside, backup), (&w.saara, w.harbour, network), (&w.anna, w.lakeside, network)] {
            assert!(matches!(add(actor, customer, project).await, Err(Error::NotFound)));
        }
        assert!(matches!(add(&w.petra, w.lakeside, network).await, Err(Error::NotResponsible)));
    }

    async fn the_same_form_with_other_words_is_another_task(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let first = task_form(&w, "Order switches", "supplier", "onstage").await;
        let other = AddTaskForm { why: "Hall 3 waits for them.".to_owned(), ..first.clone() };
        for form in [&first, &other, &other, &first] {
            deeds::add(&w.portal, &w.mikko, w.lakeside, network, form).await.unwrap();
        }
        let mut whys = page(&w, &w.anna, network).await.tasks.into_iter().map(|task| task.why).collect::<Vec<_>>();
        whys.sort();
        assert_eq!(whys, ["", "Hall 3 waits for them."]);
    }

    async fn two_who_change_different_fields_of_a_task_both_keep_their_words(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let order = task(&w, network, "Order switches", "supplier", "onstage").await;
        let drawn = TaskForm { why: String::new(), due_on: String::new(), ..words(1, "Order switches", "supplier", "onstage") }.seen();
        let mikko = TaskForm { why: "Hall 3 waits for them.".to_owned(), ..drawn.clone() };
        let olli = TaskForm { name: "Order the new switches".to_owned(), ..drawn.clone() };
        deeds::change(&w.portal, &w.mikko, w.lakeside, order, &mikko).await.unwrap();
        deeds::change(&w.portal, &w.olli, w.lakeside, order, &olli).await.unwrap();
        let seen = seen_task(&w, network, order).await;
        assert_eq!((seen.name.as_str(), seen.why.as_str()), ("Order the new switches", "Hall 3 waits for them."));
        let late = TaskForm { name: "Mine".to_owned(), ..drawn };
        let Err(Error::Stale(theirs)) = deeds::change(&w.portal, &w.mikko, w.lakeside, order, &late).await else {
            panic!("both have changed the name")
        };
        assert_eq!((theirs.name.as_str(), theirs.version), ("Order the new switches", 3));
    }

    async fn what_fits_together_only_as_typed_is_for_somebody_to_choose(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let order = task(&w, network, "Order switches", "supplier", "onstage").await;
        let drawn = TaskForm { why: String::new(), due_on: String::new(), ..words(1, "Order switches", "supplier", "onstage") }.seen();
        let backstage = TaskForm { stage: "backstage".to_owned(), ..drawn.clone() };
        deeds::change(&w.portal, &w.mikko, w.lakeside, order, &backstage).await.unwrap();
        // A task of the customer cannot be behind the scenes, which neither of the two has said.
        let customers = TaskForm { side: "customer".to_owned(), ..drawn };
        let refused = deeds::change(&w.portal, &w.olli, w.lakeside, order, &customers).await;
        assert!(matches!(refused, Err(Error::Stale(_))), "{refused:?}");
    }

    async fn a_removed_task_is_gone_and_removing_it_again_is_fine(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let order = task(&w, network, "Order switches", "supplier", "onstage").await;
        let remove = async |actor, customer| deeds::remove(&w.portal, actor, customer, order).await;
        assert!(matches!(remove(&w.anna, w.lakeside).await, Err(Error::NotFound)));
        assert!(matches!(remove(&w.saara, w.harbour).await, Err(Error::NotFound)));
        assert!(matches!(remove(&w.petra, w.lakeside).await, Err(Error::NotResponsible)));
        assert_eq!(page(&w, &w.anna, network).await.tasks.len(), 1);
        remove(&w.mikko, w.lakeside).await.unwrap();
        remove(&w.mikko, w.lakeside).await.unwrap();
        assert!(page(&w, &w.mikko, network).await.tasks.is_empty());
        let unknown = deeds::remove(&w.portal, &w.mikko, w.lakeside, id(&w.portal).await).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    }

    async fn a_name_is_put_on_a_task_by_the_side_that_does_it_and_taken_off_again(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let theirs = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        let ours = task(&w, network, "Order switches", "supplier", "onstage").await;
        let take = async |by, id| deeds::take(&w.portal, by, w.lakeside, id).await;
        let back = async |by, id| deeds::give_back(&w.portal, by, w.lakeside, id).await;
        let name = async |id| seen_task(&w, network, id).await.taken.map(|taken| taken.name);
        let mut told = w.portal.listen();
        take(&w.ben, theirs).await.unwrap();
        take(&w.ben, theirs).await.unwrap();
        assert_eq!(told.len(), 1, "taken twice is told once");
        assert_eq!(told.recv().await.unwrap().kind, EventKind::TaskTaken);
        let Err(Error::Stale(first)) = take(&w.anna, theirs).await else { panic!("Ben was first") };
        assert_eq!(first.name, "Ben Berg");
        assert!(matches!(back(&w.anna, theirs).await, Err(Error::NotResponsible)));
        assert!(matches!(take(&w.mikko, theirs).await, Err(Error::NotResponsible)));
        assert!(matches!(take(&w.anna, ours).await, Err(Error::NotResponsible)));
        assert!(matches!(take(&w.petra, ours).await, Err(Error::NotResponsible)));
        assert!(matches!(take(&w.carla, theirs).await, Err(Error::NotFound)));
        assert_eq!((name(theirs).await.as_deref(), name(ours).await), (Some("Ben Berg"), None));
        back(&w.ben, theirs).await.unwrap();
        back(&w.ben, theirs).await.unwrap();
        take(&w.anna, theirs).await.unwrap();
        back(&w.mikko, theirs).await.unwrap();
        assert_eq!(name(theirs).await, None, "the supplier's people may take any name off");
        take(&w.mikko, ours).await.unwrap();
        assert_eq!(page(&w, &w.anna, network).await.tasks.iter().find_map(|it| it.taken.clone()).unwrap().name, "Mikko Kallio");
        let version = seen_task(&w, network, ours).await.internal.unwrap().version;
        deeds::change(&w.portal, &w.mikko, w.lakeside, ours, &words(version, "Order switches", "customer", "onstage")).await.unwrap();
        assert_eq!(name(ours).await, None, "what the other side is to do has no name on it yet");
    }

    async fn a_task_is_given_to_somebody_of_the_side_that_does_it(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let owned = async |name: &str, side: &str, owner: String| AddTaskForm { owner, ..task_form(&w, name, side, "onstage").await };
        let add = async |form: &AddTaskForm| deeds::add(&w.portal, &w.mikko, w.lakeside, network, form).await;
        let refused = async |form: AddTaskForm| match add(&form).await {
            Err(Error::Invalid(told)) => (told[0].field, told[0].problem),
            other => panic!("{other:?}"),
        };
        let (petra, anna, carla) = (w.petra.person().to_string(), w.anna.person().to_string(), w.carla.person().to_string());
        assert_eq!(refused(owned("Order", "supplier", anna.clone()).await).await, ("owner", Problem::OtherSide));
        assert_eq!(refused(owned("Order", "supplier", carla).await).await, ("owner", Problem::NotOneOf));
        assert_eq!(refused(owned("Order", "supplier", "nobody".to_owned()).await).await, ("owner", Problem::NotOneOf));
        let order = owned("Order", "supplier", petra).await;
        add(&order).await.unwrap();
        add(&order).await.unwrap();
        let choose = owned("Choose", "customer", anna).await;
        add(&choose).await.unwrap();
        let name = async |id| seen_task(&w, network, id).await.taken.map(|owner| owner.name);
        assert_eq!((name(order.id).await.as_deref(), name(choose.id).await.as_deref()), (Some("Petra Niemi"), Some("Anna Aho")));
        assert_eq!(page(&w, &w.anna, network).await.tasks.len(), 2, "added twice is there once");
        // Whose task it is may say how far it is, whoever has the project.
        let done = deeds::set_state(&w.portal, &w.petra, w.lakeside, order.id, Some(TaskState::Open), TaskState::Done).await;
        assert!(done.is_ok(), "{done:?}");
        assert!(matches!(deeds::set_state(&w.portal, &w.petra, w.lakeside, choose.id, Some(TaskState::Open), TaskState::Done).await, Err(Error::NotResponsible)));
        // Somebody takes it while the form is open: what was typed otherwise is kept, and so is the name.
        let drawn = TaskForm::of_view(&seen_task(&w, network, choose.id).await);
        deeds::give_back(&w.portal, &w.anna, w.lakeside, choose.id).await.unwrap();
        deeds::take(&w.portal, &w.ben, w.lakeside, choose.id).await.unwrap();
        deeds::change(&w.portal, &w.mikko, w.lakeside, choose.id, &TaskForm { why: "For the crew.".to_owned(), ..drawn }).await.unwrap();
        assert_eq!(name(choose.id).await.as_deref(), Some("Ben Berg"));
        let drawn = TaskForm::of_view(&seen_task(&w, network, choose.id).await);
        let nobody = TaskForm { owner: String::new(), ..drawn };
        deeds::change(&w.portal, &w.mikko, w.lakeside, choose.id, &nobody).await.unwrap();
        assert_eq!(name(choose.id).await, None);
        assert!(matches!(deeds::list_candidates(&w.portal, &w.anna, w.lakeside).await, Err(Error::NotFound)));
        let found = deeds::list_candidates(&w.portal, &w.mikko, w.lakeside).await.unwrap();
        let names = found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>();
        assert_eq!(names, ["Anna Aho", "Ben Berg", "Mikko Kallio", "Olli Oja", "Petra Niemi", "Saara Lind"]);
    }

    async fn a_task_of_a_member_who_has_left_is_its_sides_again(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let choose = task(&w, network, "Choose a weekend", "customer", "onstage").await;
        deeds::take(&w.portal, &w.ben, w.lakeside, choose).await.unwrap();
        coplan_usecases::member::remove(&w.portal, &w.mikko, w.lakeside, w.ben_membership).await.unwrap();
        assert!(seen_task(&w, network, choose).await.taken.is_none());
        deeds::take(&w.portal, &w.anna, w.lakeside, choose).await.unwrap();
        assert_eq!(seen_task(&w, network, choose).await.taken.unwrap().name, "Anna Aho");
    }

    async fn who_takes_care_of_an_internal_task_is_not_told_to_members(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let order = task(&w, network, "Order switches", "supplier", "backstage").await;
        deeds::share(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        deeds::take(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        assert!(page(&w, &w.anna, network).await.tasks[0].taken.is_none());
    }

    async fn only_who_is_responsible_shares_a_task(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hidden = task(&w, network, "Order switches", "supplier", "backstage").await;
        assert!(matches!(deeds::share(&w.portal, &w.anna, w.lakeside, hidden).await, Err(Error::NotFound)));
        assert!(matches!(deeds::share(&w.portal, &w.saara, w.harbour, hidden).await, Err(Error::NotFound)));
        assert!(matches!(deeds::share(&w.portal, &w.petra, w.lakeside, hidden).await, Err(Error::NotResponsible)));
        assert!(page(&w, &w.anna, network).await.tasks.is_empty());
    }

    async fn a_shared_task_of_a_prepared_project_is_not_there_for_members(db: TestDb) {
        let w = world(db).await;
        let secret = project(&w, "Planted project", false).await;
        let order = task(&w, secret, "Planted task", "supplier", "backstage").await;
        deeds::share(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        let blind = deeds::set_state(&w.portal, &w.anna, w.lakeside, order, Some(TaskState::Open), TaskState::Done).await;
        assert!(matches!(blind, Err(Error::NotFound)));
        assert!(matches!(projects::show(&w.portal, &w.anna, w.lakeside, secret).await, Err(Error::NotFound)));
    }
}
