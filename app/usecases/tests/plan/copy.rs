//! Claims about a project that is copied, and about many lines that are added to one.

use crate::fixtures::{id, milestone, page, project, task};
use coplan_domain::{id::ProjectId, person::Side};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    milestone::{PromiseForm, move_promise},
    project::{CopyForm, LinesForm, add_lines, copy, suggest_copy},
    testing::{World, world},
};

async fn lines(world: &World, what: &str, lines: &str) -> LinesForm {
    let form = LinesForm::blank(id(&world.portal).await);
    LinesForm { what: what.to_owned(), lines: lines.to_owned(), ..form }
}

fn problem(of: Result<impl Sized, Error>) -> FieldProblem {
    match of {
        Err(Error::Invalid(problems)) => problems[0],
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was taken"),
    }
}

on_both_databases! {
    async fn a_copy_has_the_first_dates_as_far_from_its_start_as_they_were(db: TestDb) {
        let world = world(db).await;
        let original = project(&world, "New network", true).await;
        let pilot = milestone(&world, original, "Pilot", "2026-12-04").await;
        milestone(&world, original, "All halls", "2027-01-15").await;
        task(&world, original, "Order switches", "customer", "onstage").await;
        task(&world, original, "Pull cables", "supplier", "backstage").await;
        let moved = PromiseForm { version: 1, promised_on: "2026-12-18".to_owned(), reason: "Late switches.".to_owned(), ..PromiseForm::default() };
        move_promise(&world.portal, &world.mikko, world.lakeside, pilot, &moved).await.unwrap();
        let source = (world.lakeside, original);
        let suggested = suggest_copy(&world.portal, &world.mikko, source, id::<ProjectId>(&world.portal).await).await.unwrap();
        assert_eq!((suggested.name.as_str(), suggested.customer.as_str()), ("New network", "1001"));
        let form = CopyForm { customer: "harbour cold stores".to_owned(), starts_on: "2027-03-01".to_owned(), ..suggested };
        let (customer, made) = copy(&world.portal, &world.mikko, source, &form).await.unwrap();
        assert_eq!(customer, world.harbour);
        assert_eq!(copy(&world.portal, &world.mikko, source, &form).await.unwrap(), (customer, made), "twice makes one");
        let shown = coplan_usecases::project::show(&world.portal, &world.saara, world.harbour, made).await.unwrap();
        let dates: Vec<_> = shown.milestones.iter().map(|one| (one.name.as_str(), one.promises.len(), one.promised_on().unwrap().to_string())).collect();
        assert_eq!(dates, [("Pilot", 1, "2027-03-01".to_owned()), ("All halls", 1, "2027-04-12".to_owned())]);
        assert_eq!(shown.tasks.len(), 2);
        assert!(shown.internal.is_some_and(|internal| internal.shared_at.is_none()), "the customer does not see it yet");
        let seen = coplan_usecases::project::show(&world.portal, &world.carla, world.harbour, made).await;
        assert!(matches!(seen, Err(Error::NotFound)));
        let nowhere = CopyForm { customer: "Nowhere".to_owned(), ..form.clone() };
        let refused = problem(copy(&world.portal, &world.mikko, source, &nowhere).await);
        assert_eq!(refused, FieldProblem { field: "customer", problem: Problem::NoSuchCustomer });
        for other in [&world.anna, &world.carla] {
            assert!(matches!(copy(&world.portal, other, source, &form).await, Err(Error::NotFound)));
        }
        assert!(matches!(copy(&world.portal, &world.petra, source, &form).await, Err(Error::NotResponsible)));
    }

    async fn each_line_is_a_task_or_a_date_and_all_come_or_none(db: TestDb) {
        let world = world(db).await;
        let (portal, made) = (&world.portal, project(&world, "New network", true).await);
        let tasks = lines(&world, "theirs", "Order switches 4.12.2026\n\n• Name the rooms\n").await;
        for _ in 0..2 {
            add_lines(portal, &world.mikko, world.lakeside, made, &tasks).await.unwrap();
        }
        let dates = lines(&world, "dates", "2027-02-01 Hall 2\nHall 3; 1.3.2027").await;
        add_lines(portal, &world.mikko, world.lakeside, made, &dates).await.unwrap();
        let shown = page(&world, &world.anna, made).await;
        let mut said: Vec<_> = shown.tasks.iter().map(|one| (one.name.as_str(), one.side, one.due_on.map(|day| day.to_string()))).collect();
        said.sort_by_key(|(name, ..)| *name);
        let expected = [("Name the rooms", Side::Customer, None), ("Order switches", Side::Customer, Some("2026-12-04".to_owned()))];
        assert_eq!(said, expected);
        assert_eq!(shown.milestones.len(), 2);
        let undated = lines(&world, "dates", "Hall 4 2027-05-01\nHall 5").await;
        let refused = problem(add_lines(portal, &world.mikko, world.lakeside, made, &undated).await);
        assert_eq!(refused, FieldProblem { field: "lines", problem: Problem::LineWithoutDay { line: 2 } });
        assert_eq!(page(&world, &world.anna, made).await.milestones.len(), 2, "none of them came");
        for other in [&world.anna, &world.carla] {
            assert!(matches!(add_lines(portal, other, world.lakeside, made, &tasks).await, Err(Error::NotFound)));
        }
        assert!(matches!(add_lines(portal, &world.petra, world.lakeside, made, &tasks).await, Err(Error::NotResponsible)));
    }
}
