//! Claims about templates of whole plans.

use crate::fixtures::{id, milestone, project, task};
use coplan_domain::id::{PlanTemplateId, ProjectId, QuestionTemplateId};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    knowledge::{self, TemplateForm},
    plan,
    project::{
        FromPlanTemplateForm, SavePlanTemplateForm, begin_plan_template, end, list_plan_templates, list_templates,
        remove_plan_template, save_plan_template, show, start_plan_from_template,
    },
    testing::{World, world},
};

async fn saved(world: &World, service: &str) -> PlanTemplateId {
    let blank = SavePlanTemplateForm::blank(id(&world.portal).await);
    let form = SavePlanTemplateForm { name: "New site".to_owned(), service: service.to_owned(), ..blank };
    for _ in 0..2 {
        save_plan_template(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
    }
    let kept = list_plan_templates(&world.portal, &world.saara).await.unwrap();
    assert_eq!(kept.len(), 1, "twice keeps one");
    kept[0].id
}

/// The projects at Harbour Cold Stores by their names, each with its days.
async fn projects(world: &World) -> Vec<(String, Vec<String>)> {
    let view = plan::show(&world.portal, &world.saara, world.harbour).await.unwrap();
    let mut found = Vec::new();
    for it in &view.projects {
        let view = show(&world.portal, &world.saara, world.harbour, it.id).await.unwrap();
        let days =
            view.milestones.iter().filter_map(coplan_domain::plan::Milestone::promised_on).map(|day| day.to_string()).collect();
        found.push((view.name, days));
    }
    found.sort();
    found
}

on_both_databases! {
    async fn a_plan_begins_with_all_projects_of_another_and_asks_its_questions(db: TestDb) {
        let world = world(db).await;
        for (name, days) in [("Network", ["2026-12-04", "2027-01-15"]), ("Service desk", ["2026-12-18", "2027-02-01"])] {
            let made = project(&world, name, true).await;
            for day in days {
                milestone(&world, made, &format!("{name} {day}"), day).await;
            }
            task(&world, made, "Name a contact", "customer", "onstage").await;
        }
        let question = TemplateForm {
            service: "Network".to_owned(),
            words: "How many halls?".to_owned(),
            reason: "We order switches by it.".to_owned(),
            ..TemplateForm::blank(id(&world.portal).await)
        };
        knowledge::add_template(&world.portal, &world.mikko, &question).await.unwrap();
        let over = project(&world, "Old dispute", true).await;
        milestone(&world, over, "Long ago", "2026-11-20").await;
        end(&world.portal, &world.mikko, world.lakeside, over).await.unwrap();
        let draft = begin_plan_template(&world.portal, &world.mikko, world.lakeside).await.unwrap();
        assert_eq!((draft.projects.len(), draft.questions[0].service.as_str()), (2, "Network"));
        let template = saved(&world, &question.id.to_string()).await;
        assert!(list_templates(&world.portal, &world.saara).await.unwrap().is_empty(), "its parts are not offered by themselves");

        let form = FromPlanTemplateForm { starts_on: "2027-03-01".to_owned(), ..FromPlanTemplateForm::blank(id(&world.portal).await) };
        for _ in 0..2 {
            start_plan_from_template(&world.portal, &world.saara, world.harbour, template, &form).await.unwrap();
        }
        let text = |text: &str| text.to_owned();
        let wanted = [
            (text("Network"), vec![text("2027-03-01"), text("2027-04-12")]),
            (text("Service desk"), vec![text("2027-03-15"), text("2027-04-29")]),
        ];
        assert_eq!(projects(&world).await, wanted, "twice begins one, each project as far from the first as before");
        let carlas = plan::show(&world.portal, &world.carla, world.harbour).await.unwrap();
        assert!(carlas.projects.is_empty(), "the customer sees none of them yet");
        let asked = knowledge::list(&world.portal, &world.carla, world.harbour).await.unwrap();
        assert_eq!(asked.questions.len(), 1, "and is asked what the service needs");
        remove_plan_template(&world.portal, &world.mikko, template).await.unwrap();
        assert!(list_plan_templates(&world.portal, &world.saara).await.unwrap().is_empty());
    }

    async fn only_those_who_keep_plans_save_begin_and_remove_them(db: TestDb) {
        let world = world(db).await;
        let blank = SavePlanTemplateForm::blank(id(&world.portal).await);
        let form = SavePlanTemplateForm { name: "New site".to_owned(), ..blank };
        let empty = save_plan_template(&world.portal, &world.mikko, world.lakeside, &form).await;
        assert!(matches!(empty, Err(Error::NotFound)), "of nothing there is none");
        project(&world, "Network", true).await;
        let template = saved(&world, &id::<QuestionTemplateId>(&world.portal).await.to_string()).await;
        assert_eq!(list_plan_templates(&world.portal, &world.mikko).await.unwrap()[0].service, None);
        let start = |day: &str, own: ProjectId| FromPlanTemplateForm { starts_on: day.to_owned(), ..FromPlanTemplateForm::blank(own) };
        for other in [&world.anna, &world.carla, &world.petra] {
            assert!(matches!(save_plan_template(&world.portal, other, world.lakeside, &form).await, Err(Error::NotFound)));
            assert!(matches!(list_plan_templates(&world.portal, other).await, Err(Error::NotFound)));
            let own = start("2027-03-01", id(&world.portal).await);
            let begun = start_plan_from_template(&world.portal, other, world.lakeside, template, &own).await;
            assert!(matches!(begun, Err(Error::NotFound)));
            assert!(remove_plan_template(&world.portal, other, template).await.is_err());
        }
        let own = start("2126-03-01", id(&world.portal).await);
        let far = start_plan_from_template(&world.portal, &world.saara, world.harbour, template, &own).await;
        let Err(Error::Invalid(problems)) = far else { panic!("a day that is far asks first") };
        assert!(matches!(problems[0], FieldProblem { field: "starts_on", problem: Problem::FarAway }), "{problems:?}");
        assert_eq!(list_plan_templates(&world.portal, &world.saara).await.unwrap().len(), 1);
    }
}
