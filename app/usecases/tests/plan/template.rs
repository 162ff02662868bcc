//! Claims about templates of projects, and about moving a first day before anything was promised.

use crate::fixtures::{id, milestone, project, task, task_form};
use coplan_domain::id::ProjectId;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    project::{
        CopyForm, FromTemplateForm, SaveTemplateForm, StartDayForm, copy, list_templates, move_start_day, remove_template,
        save_template, share, show, start_from_template, unshare,
    },
    task::{AddTaskForm, add},
    testing::{World, world},
};

async fn dates(world: &World, customer: coplan_domain::id::CustomerId, made: ProjectId) -> Vec<String> {
    let view = show(&world.portal, &world.olli, customer, made).await.unwrap();
    let mut days: Vec<_> =
        view.milestones.iter().filter_map(coplan_domain::plan::Milestone::promised_on).map(|day| day.to_string()).collect();
    days.extend(view.tasks.iter().filter_map(|one| one.due_on).map(|day| day.to_string()));
    days
}

on_both_databases! {
    async fn a_project_begins_from_a_template_with_its_days_as_far_from_the_first(db: TestDb) {
        let world = world(db).await;
        let original = project(&world, "New network", true).await;
        milestone(&world, original, "Pilot", "2026-12-04").await;
        milestone(&world, original, "All halls", "2027-01-15").await;
        task(&world, original, "Order switches", "customer", "onstage").await;
        let form = SaveTemplateForm { name: "Network".to_owned(), ..SaveTemplateForm::blank(id(&world.portal).await) };
        let place = (world.lakeside, original);
        for _ in 0..2 {
            save_template(&world.portal, &world.mikko, place, &form).await.unwrap();
        }
        assert!(matches!(save_template(&world.portal, &world.carla, place, &form).await, Err(Error::NotFound)));
        assert!(matches!(save_template(&world.portal, &world.petra, place, &form).await, Err(Error::NotResponsible)));
        let templates = list_templates(&world.portal, &world.saara).await.unwrap();
        assert_eq!(templates.len(), 1, "twice keeps one");
        assert!(matches!(list_templates(&world.portal, &world.anna).await, Err(Error::NotFound)));
        let blank = FromTemplateForm::blank(id(&world.portal).await);
        let start = FromTemplateForm { name: "Harbour network".to_owned(), starts_on: "2027-03-01".to_owned(), ..blank };
        let template = templates[0].id;
        let begin = async || start_from_template(&world.portal, &world.saara, world.harbour, template, &start).await.unwrap();
        let made = begin().await;
        assert_eq!(begin().await, made, "twice begins one");
        assert_eq!(dates(&world, world.harbour, made).await, ["2027-03-01", "2027-04-12"]);
        assert!(matches!(show(&world.portal, &world.carla, world.harbour, made).await, Err(Error::NotFound)), "not shown yet");
        let foreign = start_from_template(&world.portal, &world.carla, world.lakeside, template, &start).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
        remove_template(&world.portal, &world.mikko, template).await.unwrap();
        assert!(list_templates(&world.portal, &world.saara).await.unwrap().is_empty());
    }

    async fn what_was_noted_inside_about_one_customer_goes_to_no_other(db: TestDb) {
        let world = world(db).await;
        let original = project(&world, "New network", true).await;
        for stage in ["backstage", "onstage"] {
            let form = AddTaskForm { why: format!("Told {stage}"), ..task_form(&world, stage, "supplier", stage).await };
            add(&world.portal, &world.mikko, world.lakeside, original, &form).await.unwrap();
        }
        let form = SaveTemplateForm { name: "Network".to_owned(), ..SaveTemplateForm::blank(id(&world.portal).await) };
        save_template(&world.portal, &world.mikko, (world.lakeside, original), &form).await.unwrap();
        let kept = list_templates(&world.portal, &world.saara).await.unwrap().remove(0);
        let mut whys: Vec<_> = kept.items.into_iter().filter_map(|item| item.task).map(|task| task.why).collect();
        whys.sort();
        assert_eq!(whys, ["", "Told onstage"]);
        for (customer, told) in [("1001", "Told backstage"), ("1002", "")] {
            let blank = CopyForm::blank(id(&world.portal).await);
            let (name, customer, starts_on) = (format!("Copy {customer}"), customer.to_owned(), "2027-03-01".to_owned());
            let form = CopyForm { name, customer, starts_on, confirmed: true, ..blank };
            let (of, made) = copy(&world.portal, &world.olli, (world.lakeside, original), &form).await.unwrap();
            let view = show(&world.portal, &world.olli, of, made).await.unwrap();
            let why = view.tasks.iter().find(|task| task.name == "backstage").unwrap().why.clone();
            assert_eq!(why, told, "{}", form.customer);
        }
    }

    async fn the_first_day_moves_all_days_until_the_customer_has_seen_them(db: TestDb) {
        let world = world(db).await;
        let made = project(&world, "New network", false).await;
        milestone(&world, made, "Pilot", "2026-12-04").await;
        milestone(&world, made, "All halls", "2027-01-15").await;
        let place = (world.lakeside, made);
        let form = StartDayForm { starts_on: "2026-12-11".to_owned(), ..StartDayForm::default() };
        for _ in 0..2 {
            move_start_day(&world.portal, &world.mikko, place, &form).await.unwrap();
        }
        assert_eq!(dates(&world, world.lakeside, made).await, ["2026-12-11", "2027-01-22"]);
        let view = show(&world.portal, &world.mikko, world.lakeside, made).await.unwrap();
        assert!(view.milestones.iter().all(|one| one.promises.len() == 1), "nothing is told as moved");
        share(&world.portal, &world.mikko, world.lakeside, made).await.unwrap();
        unshare(&world.portal, &world.mikko, world.lakeside, made).await.unwrap();
        let later = StartDayForm { starts_on: "2026-12-18".to_owned(), ..StartDayForm::default() };
        let Err(Error::Invalid(problems)) = move_start_day(&world.portal, &world.mikko, place, &later).await else { panic!() };
        assert_eq!(problems[0], FieldProblem { field: "starts_on", problem: Problem::Promised });
        for other in [&world.anna, &world.carla] {
            assert!(matches!(move_start_day(&world.portal, other, place, &later).await, Err(Error::NotFound)));
        }
    }
}
