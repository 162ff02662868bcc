//! Bringing back what was taken off a project, and who knows of it.

use crate::fixtures::{id, milestone, page, project, task};
use coplan_domain::event::{Audience, EventKind, ObjectKind};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error, milestone as milestones, project as projects,
    project::Removed,
    task as tasks,
    testing::{World, world},
};
use jiff::SignedDuration;
use std::iter::from_fn;

async fn removed(w: &World, reader: &Actor, project: coplan_domain::id::ProjectId) -> Option<Vec<Removed>> {
    page(w, reader, project).await.internal.map(|internal| internal.removed)
}

on_both_databases! {
    async fn what_was_removed_is_listed_with_who_and_when_for_those_who_may_bring_it_back(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-12-04").await;
        let order = task(&w, network, "Order switches", "supplier", "backstage").await;
        w.clock.pass(SignedDuration::from_mins(1));
        milestones::remove(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        let first = w.portal.clock.now();
        w.clock.pass(SignedDuration::from_mins(1));
        tasks::remove(&w.portal, &w.saara, w.lakeside, order).await.unwrap();
        let told = removed(&w, &w.olli, network).await.unwrap();
        let told = told.iter().map(|one| (one.kind, one.id, one.name.as_str(), one.by.as_deref())).collect::<Vec<_>>();
        let expected = [
            (ObjectKind::Task, order.0, "Order switches", Some("Saara Lind")),
            (ObjectKind::Milestone, hall.0, "Hall 3", Some("Mikko Kallio")),
        ];
        assert_eq!(told, expected);
        assert_eq!(removed(&w, &w.mikko, network).await.unwrap()[1].at, first);
        assert_eq!(removed(&w, &w.petra, network).await, Some(Vec::new()), "she may not");
        assert_eq!(removed(&w, &w.anna, network).await, None);
    }

    async fn brought_back_it_is_as_it_was_and_bringing_it_back_again_is_fine(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-12-04").await;
        let order = task(&w, network, "Order switches", "supplier", "onstage").await;
        milestones::remove(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        tasks::remove(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        let mut heard = w.portal.listen();
        for _ in 0..2 {
            milestones::restore(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
            tasks::restore(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        }
        let told = from_fn(|| heard.try_recv().ok()).map(|event| event.kind).collect::<Vec<_>>();
        assert_eq!(told, [EventKind::MilestoneBroughtBack, EventKind::TaskBroughtBack]);
        let seen = page(&w, &w.anna, network).await;
        assert_eq!((seen.milestones[0].name.as_str(), seen.milestones[0].promises.len()), ("Hall 3", 1));
        assert_eq!(seen.tasks[0].name, "Order switches");
        assert_eq!(removed(&w, &w.mikko, network).await, Some(Vec::new()));
    }

    async fn a_task_that_the_customer_did_not_see_comes_back_unseen_and_untold(db: TestDb) {
        let w = world(db).await;
        let (network, secret) = (project(&w, "New network", true).await, project(&w, "Planted project", false).await);
        let hidden = task(&w, network, "Planted task", "supplier", "backstage").await;
        let hall = milestone(&w, secret, "Planted milestone", "2026-12-04").await;
        tasks::remove(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        milestones::remove(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        let mut heard = w.portal.listen();
        tasks::restore(&w.portal, &w.mikko, w.lakeside, hidden).await.unwrap();
        milestones::restore(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        let told = from_fn(|| heard.try_recv().ok()).map(|event| event.audience).collect::<Vec<_>>();
        assert_eq!(told, [Audience::Internal, Audience::Internal]);
        assert!(page(&w, &w.anna, network).await.tasks.is_empty());
    }

    async fn nobody_else_brings_anything_back(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        let hall = milestone(&w, network, "Hall 3", "2026-12-04").await;
        let order = task(&w, network, "Order switches", "supplier", "onstage").await;
        milestones::remove(&w.portal, &w.mikko, w.lakeside, hall).await.unwrap();
        tasks::remove(&w.portal, &w.mikko, w.lakeside, order).await.unwrap();
        for (actor, customer) in [(&w.anna, w.lakeside), (&w.carla, w.lakeside), (&w.carla, w.harbour), (&w.saara, w.harbour)] {
            assert!(matches!(milestones::restore(&w.portal, actor, customer, hall).await, Err(Error::NotFound)));
            assert!(matches!(tasks::restore(&w.portal, actor, customer, order).await, Err(Error::NotFound)));
        }
        assert!(matches!(milestones::restore(&w.portal, &w.petra, w.lakeside, hall).await, Err(Error::NotResponsible)));
        assert!(matches!(tasks::restore(&w.portal, &w.petra, w.lakeside, order).await, Err(Error::NotResponsible)));
        let (unknown, none) = (id(&w.portal).await, id(&w.portal).await);
        assert!(matches!(milestones::restore(&w.portal, &w.mikko, w.lakeside, unknown).await, Err(Error::NotFound)));
        assert!(matches!(tasks::restore(&w.portal, &w.mikko, w.lakeside, none).await, Err(Error::NotFound)));
        let view = projects::show(&w.portal, &w.mikko, w.lakeside, network).await.unwrap();
        assert!(view.milestones.is_empty() && view.tasks.is_empty());
    }
}
