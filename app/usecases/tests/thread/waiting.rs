//! Claims about what waits for whom.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    id::PersonId,
    person::Absence,
    thread::{About, AboutKind},
};
use coplan_store::{
    absence,
    access::Actor,
    access::{AbsenceWrite, AccountAdmin},
    on_both_databases, responsibility,
};
use coplan_usecases::{
    Error,
    thread::{self, list_waiting, list_waiting_for_staff},
};
use jiff::civil::date;

/// What waits for a staff person: titles, and whom it stands in for.
async fn waits(g: &Fixtures, actor: &Actor) -> Vec<(String, Option<String>)> {
    let waiting = list_waiting_for_staff(&g.world.portal, actor).await.unwrap();
    waiting.into_iter().map(|waiting| (waiting.thread.title, waiting.instead_of)).collect()
}

fn own(title: &str) -> (String, Option<String>) {
    (title.to_owned(), None)
}

pub async fn hand_over(g: &Fixtures, matter: ulid::Ulid, to: PersonId) {
    let mut change = g.world.portal.change().await.unwrap();
    let admin = AccountAdmin::prove(&mut change, &g.world.olli, g.world.lakeside).await.unwrap();
    responsibility::insert(&mut change, &admin, matter, to).await.unwrap();
    g.world.portal.commit(change).await.unwrap();
}

/// Away from 16 to 20 November; the tests begin on the 16th.
pub async fn away(g: &Fixtures, staff: PersonId, stand_in: PersonId) {
    let absence = Absence { id: g.id(), staff, first_day: date(2026, 11, 16), last_day: date(2026, 11, 20), stand_in };
    let mut change = g.world.portal.change().await.unwrap();
    let write = AbsenceWrite::prove(&mut change, &g.world.olli, staff, Some(stand_in)).await.unwrap();
    assert!(absence::insert(&mut change, &write, &absence).await.unwrap());
    g.world.portal.commit(change).await.unwrap();
}

on_both_databases! {
    async fn each_side_is_told_what_waits_for_it_the_longest_first(db: TestDb) {
        let g = ground(db).await;
        for (actor, title) in [(&g.world.anna, "ours 1"), (&g.world.mikko, "theirs 1"), (&g.world.anna, "ours 2"), (&g.world.mikko, "theirs 2")] {
            g.open(actor, g.plan(), title).await;
            g.pass_minutes(5);
        }
        for (actor, expected) in [(&g.world.ben, ["theirs 1", "theirs 2"]), (&g.world.petra, ["ours 1", "ours 2"])] {
            let waiting = list_waiting(&g.world.portal, actor, g.world.lakeside).await.unwrap();
            assert_eq!(waiting.iter().map(|w| w.title.as_str()).collect::<Vec<_>>(), expected);
        }
    }

    async fn staff_is_told_of_its_own_customers_only(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.anna, g.plan(), "second").await;
        let about = About { kind: AboutKind::Plan, id: g.world.harbour.0 };
        thread::open(&g.world.portal, &g.world.carla, g.world.harbour, &g.form(about, "other")).await.unwrap();
        g.open(&g.world.mikko, g.plan(), "with the customer").await;
        assert_eq!(waits(&g, &g.world.mikko).await, [own("second")]);
        assert_eq!(waits(&g, &g.world.saara).await, [own("other")]);
        assert_eq!(waits(&g, &g.world.olli).await, []);
        let told = list_waiting_for_staff(&g.world.portal, &g.world.saara).await.unwrap().remove(0);
        assert_eq!((told.customer_name.as_str(), told.thread.customer), ("Harbour Cold Stores", g.world.harbour));
    }

    async fn whoever_has_the_project_is_told_instead_of_whoever_has_the_customer(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.anna, g.plan(), "plan").await;
        g.pass_minutes(1);
        g.open(&g.world.anna, g.project(), "project").await;
        g.pass_minutes(1);
        g.open(&g.world.anna, g.line(), "line").await;
        assert_eq!(waits(&g, &g.world.mikko).await, [own("plan"), own("project"), own("line")]);
        hand_over(&g, g.shared.0, g.world.petra.person()).await;
        assert_eq!(waits(&g, &g.world.mikko).await, [own("plan"), own("line")]);
        assert_eq!(waits(&g, &g.world.petra).await, [own("project")]);
        g.pass_minutes(1);
        hand_over(&g, g.world.lakeside.0, g.world.saara.person()).await;
        assert_eq!(waits(&g, &g.world.mikko).await, []);
        assert_eq!(waits(&g, &g.world.saara).await, [own("plan"), own("line")]);
    }

    async fn a_stand_in_is_told_while_the_other_is_away(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.anna, g.plan(), "plan").await;
        away(&g, g.world.mikko.person(), g.world.saara.person()).await;
        let instead = ("plan".to_owned(), Some("Mikko Kallio".to_owned()));
        assert_eq!(waits(&g, &g.world.saara).await, std::slice::from_ref(&instead));
        assert_eq!(waits(&g, &g.world.petra).await, []);
        away(&g, g.world.saara.person(), g.world.petra.person()).await;
        assert_eq!(waits(&g, &g.world.petra).await, [instead]);
        g.pass_minutes(5 * 24 * 60);
        assert_eq!(waits(&g, &g.world.petra).await, []);
        assert_eq!(waits(&g, &g.world.saara).await, []);
        assert_eq!(waits(&g, &g.world.mikko).await, [own("plan")]);
    }

    async fn stand_ins_in_a_circle_are_each_told_once(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.anna, g.plan(), "plan").await;
        away(&g, g.world.mikko.person(), g.world.saara.person()).await;
        away(&g, g.world.saara.person(), g.world.mikko.person()).await;
        assert_eq!(waits(&g, &g.world.mikko).await, [own("plan")]);
        assert_eq!(waits(&g, &g.world.saara).await.len(), 1);
    }

    async fn members_do_not_learn_what_waits_for_staff(db: TestDb) {
        let g = ground(db).await;
        assert!(matches!(list_waiting_for_staff(&g.world.portal, &g.world.anna).await, Err(Error::NotFound)));
    }
}
