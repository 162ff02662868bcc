//! Projects.

use crate::fixtures::{id, milestone, page, project, project_of, task};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    form::Problem,
    merge::Edit,
    plan,
    project::{self as deeds, ProjectForm, StartForm},
    responsible::{HandOverForm, hand_over},
    testing::world,
};

fn words(version: i64, name: &str, about: &str) -> ProjectForm {
    ProjectForm { version, was: String::new(), name: name.to_owned(), about: about.to_owned() }
}

on_both_databases! {
    async fn a_manager_starts_a_project_that_the_customer_sees(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let page = page(&w, &w.anna, network).await;
        assert_eq!((page.name.as_str(), page.about.as_str()), ("New network", "So that the mill runs."));
        assert_eq!(page.customer_name, "Lakeside Mills");
        assert!(page.internal.is_none());
    }

    async fn starting_twice_with_one_form_makes_one_project(db: TestDb) {
        let w = world(db).await;
        let form = StartForm { id: id(&w.portal).await, name: "New network".to_owned(), about: String::new(), shared: true };
        deeds::start(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
        deeds::start(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
        assert_eq!(plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().projects.len(), 1);
        let elsewhere = deeds::start(&w.portal, &w.mikko, w.harbour, &form).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)), "another customer's project is not this one's");
    }

    async fn the_same_form_with_other_words_is_another_project(db: TestDb) {
        let w = world(db).await;
        let first = StartForm { id: id(&w.portal).await, name: "New network".to_owned(), about: String::new(), shared: true };
        let other = StartForm { about: "For hall 3.".to_owned(), ..first.clone() };
        let mut started = Vec::new();
        for form in [&first, &other, &other, &first] {
            started.push(deeds::start(&w.portal, &w.mikko, w.lakeside, form).await.unwrap());
        }
        assert_eq!((started[0], started[1]), (started[3], started[2]), "each once");
        let mut abouts = Vec::new();
        for project in &started[..2] {
            abouts.push(page(&w, &w.anna, *project).await.about);
        }
        assert_eq!(abouts, ["", "For hall 3."]);
    }

    async fn two_who_change_different_words_of_a_project_both_keep_them(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let drawn = words(1, "New network", "So that the mill runs.").seen();
        let mikko = ProjectForm { name: "Newer network".to_owned(), ..drawn.clone() };
        let olli = ProjectForm { about: "For hall 3.".to_owned(), ..drawn };
        deeds::change(&w.portal, &w.mikko, w.lakeside, network, &mikko).await.unwrap();
        deeds::change(&w.portal, &w.olli, w.lakeside, network, &olli).await.unwrap();
        let seen = page(&w, &w.anna, network).await;
        assert_eq!((seen.name.as_str(), seen.about.as_str()), ("Newer network", "For hall 3."));
    }

    async fn a_project_needs_a_name(db: TestDb) {
        let w = world(db).await;
        let form = StartForm { id: id(&w.portal).await, name: " ".to_owned(), about: "ä".repeat(20_001), shared: true };
        let Err(Error::Invalid(told)) = deeds::start(&w.portal, &w.mikko, w.lakeside, &form).await else { panic!("refused") };
        let told = told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>();
        assert_eq!(told, [("name", Problem::Empty), ("about", Problem::TooLong { length: 20_001, limit: 20_000 })]);
    }

    async fn members_and_specialists_elsewhere_start_no_project(db: TestDb) {
        let w = world(db).await;
        let form = StartForm { id: id(&w.portal).await, name: "Mine".to_owned(), about: String::new(), shared: true };
        let start = async |actor| deeds::start(&w.portal, actor, w.lakeside, &form).await;
        assert!(matches!(start(&w.anna).await, Err(Error::NotFound)));
        assert!(matches!(start(&w.carla).await, Err(Error::NotFound)));
        assert!(matches!(start(&w.petra).await, Err(Error::NotResponsible)));
        assert!(plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().projects.is_empty());
    }

    async fn a_specialist_writes_in_its_own_project_only(db: TestDb) {
        let w = world(db).await;
        let (network, backup) = (project(&w, "New network", true).await, project(&w, "Backup", true).await);
        let form = HandOverForm { from: w.mikko.person(), to: w.petra.person().to_string() };
        hand_over(&w.portal, &w.mikko, w.lakeside, Some(network), &form).await.unwrap();
        deeds::change(&w.portal, &w.petra, w.lakeside, network, &words(1, "Newer network", "")).await.unwrap();
        let other = deeds::change(&w.portal, &w.petra, w.lakeside, backup, &words(1, "Newer backup", "")).await;
        assert!(matches!(other, Err(Error::NotResponsible)));
        assert!(page(&w, &w.petra, network).await.internal.unwrap().may_edit);
        assert!(!page(&w, &w.petra, backup).await.internal.unwrap().may_edit);
    }

    async fn another_customers_project_is_not_there(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for (actor, customer) in [(&w.carla, w.harbour), (&w.carla, w.lakeside), (&w.saara, w.harbour), (&w.anna, w.harbour)] {
            assert!(matches!(deeds::show(&w.portal, actor, customer, network).await, Err(Error::NotFound)));
        }
        let change = deeds::change(&w.portal, &w.saara, w.harbour, network, &words(1, "Ours", "")).await;
        assert!(matches!(change, Err(Error::NotFound)));
        assert!(matches!(deeds::share(&w.portal, &w.saara, w.harbour, network).await, Err(Error::NotFound)));
        assert!(matches!(deeds::end(&w.portal, &w.saara, w.harbour, network).await, Err(Error::NotFound)));
        assert!(matches!(deeds::show(&w.portal, &w.mikko, w.lakeside, id(&w.portal).await).await, Err(Error::NotFound)));
    }

    async fn of_two_edits_at_once_the_second_sees_the_first(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        deeds::change(&w.portal, &w.mikko, w.lakeside, network, &words(1, "Network of the mill", "Mikko's")).await.unwrap();
        let second = deeds::change(&w.portal, &w.olli, w.lakeside, network, &words(1, "Network", "Olli's")).await;
        let Err(Error::Stale(theirs)) = second else { panic!("the second is told") };
        assert_eq!((theirs.name.as_str(), theirs.about.as_str(), theirs.version), ("Network of the mill", "Mikko's", 2));
        assert_eq!(page(&w, &w.anna, network).await.about, "Mikko's");
        deeds::change(&w.portal, &w.olli, w.lakeside, network, &words(2, "Network", "Both")).await.unwrap();
        assert_eq!(page(&w, &w.anna, network).await.about, "Both");
    }

    async fn changing_twice_with_one_form_changes_once(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        for _ in 0..2 {
            deeds::change(&w.portal, &w.mikko, w.lakeside, network, &words(1, "Network", "")).await.unwrap();
        }
        assert_eq!(page(&w, &w.mikko, network).await.internal.unwrap().version, 2);
    }

    async fn members_change_no_words(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let change = deeds::change(&w.portal, &w.anna, w.lakeside, network, &words(1, "Mine", "")).await;
        assert!(matches!(change, Err(Error::NotFound)));
        assert!(matches!(deeds::unshare(&w.portal, &w.anna, w.lakeside, network).await, Err(Error::NotFound)));
        assert!(matches!(deeds::end(&w.portal, &w.anna, w.lakeside, network).await, Err(Error::NotFound)));
        assert_eq!(page(&w, &w.anna, network).await.name, "New network");
    }

    async fn a_prepared_project_is_not_there_for_members_until_it_is_shared(db: TestDb) {
        let w = world(db).await;
        let secret = project(&w, "Planted project", false).await;
        milestone(&w, secret, "Planted milestone", "2026-12-01").await;
        task(&w, secret, "Planted task", "customer", "onstage").await;
        let seen = async |reader| format!("{:?}", plan::show(&w.portal, reader, w.lakeside).await.unwrap());
        assert!(!seen(&w.anna).await.contains("Planted"));
        assert!(seen(&w.mikko).await.contains("Planted milestone"));
        assert!(matches!(deeds::show(&w.portal, &w.anna, w.lakeside, secret).await, Err(Error::NotFound)));
        deeds::share(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        assert!(seen(&w.anna).await.contains("Planted task"));
        deeds::unshare(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        assert!(!seen(&w.anna).await.contains("Planted"));
    }

    async fn sharing_twice_tells_once(db: TestDb) {
        let w = world(db).await;
        let secret = project(&w, "Planted project", false).await;
        let mut told = w.portal.listen();
        deeds::share(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        deeds::share(&w.portal, &w.mikko, w.lakeside, secret).await.unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!(told.recv().await.unwrap().label, "Planted project");
    }

    async fn an_ended_project_leaves_the_plan_and_stays_readable(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        task(&w, network, "Choose a weekend", "customer", "onstage").await;
        deeds::end(&w.portal, &w.mikko, w.lakeside, network).await.unwrap();
        let view = plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap();
        assert_eq!((view.projects.len(), view.ended.len(), view.waiting.len()), (0, 1, 0));
        assert!(page(&w, &w.anna, network).await.ended_at.is_some());
        deeds::resume(&w.portal, &w.mikko, w.lakeside, network).await.unwrap();
        assert_eq!(plan::show(&w.portal, &w.anna, w.lakeside).await.unwrap().projects.len(), 1);
    }

    async fn a_project_of_each_customer_stays_with_it(db: TestDb) {
        let w = world(db).await;
        project(&w, "New network", true).await;
        project_of(&w, &w.saara, w.harbour, "Cold chain", true).await;
        let names = async |reader, customer| {
            let view = plan::show(&w.portal, reader, customer).await.unwrap();
            view.projects.iter().map(|p| p.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&w.anna, w.lakeside).await, ["New network"]);
        assert_eq!(names(&w.carla, w.harbour).await, ["Cold chain"]);
    }
}
