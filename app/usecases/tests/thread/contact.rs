//! Claims about contacts that either side writes down, and the list of all correspondence.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{event::EventKind, id::ContactId};
use coplan_store::{Turn, access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    contact::{self, ContactForm, CorrespondenceLine},
    plan,
};

fn form(g: &Fixtures, about: &str) -> ContactForm {
    ContactForm {
        id: g.id(),
        kind: "call".to_owned(),
        day: "2026-11-16".to_owned(),
        with_whom: "Anna Aho".to_owned(),
        about: about.to_owned(),
        promised: "A list of the halls".to_owned(),
    }
}

async fn keep(g: &Fixtures, actor: &Actor, form: &ContactForm, corrects: Option<ContactId>) -> Result<(), Error<()>> {
    contact::keep(&g.world.portal, actor, g.world.lakeside, form, corrects).await
}

async fn lines(g: &Fixtures, actor: &Actor) -> Vec<CorrespondenceLine> {
    contact::list(&g.world.portal, actor, g.world.lakeside).await.unwrap().lines
}

fn abouts(lines: &[CorrespondenceLine]) -> Vec<&str> {
    lines.iter().map(|line| line.about.as_str()).collect()
}

on_both_databases! {
    async fn either_side_writes_down_a_contact_once_and_both_find_it(db: TestDb) {
        let g = ground(db).await;
        let call = form(&g, "Gate 2");
        for _ in 0..2 {
            keep(&g, &g.world.mikko, &call, None).await.unwrap();
        }
        g.pass_minutes(1);
        keep(&g, &g.world.ben, &form(&g, "Hall 3"), None).await.unwrap();
        let found = lines(&g, &g.world.anna).await;
        assert_eq!(abouts(&found), ["Hall 3", "Gate 2"]);
        assert_eq!((found[1].who.as_str(), found[1].promised.as_str()), ("Mikko Kallio", "A list of the halls"));
        assert!(matches!(contact::list(&g.world.portal, &g.world.carla, g.world.lakeside).await, Err(Error::NotFound)));
        for actor in [&g.world.carla, &g.world.petra] {
            assert!(keep(&g, actor, &form(&g, "Mine"), None).await.is_err());
        }
        let tomorrow = ContactForm { day: "2027-01-01".to_owned(), ..form(&g, "To come") };
        assert!(matches!(keep(&g, &g.world.mikko, &tomorrow, None).await, Err(Error::Invalid(_))));
    }

    async fn a_correction_shows_what_was_written_first(db: TestDb) {
        let g = ground(db).await;
        let call = form(&g, "Gate 2");
        keep(&g, &g.world.mikko, &call, None).await.unwrap();
        g.pass_minutes(1);
        keep(&g, &g.world.anna, &form(&g, "Gate 3"), Some(call.id)).await.unwrap();
        let found = lines(&g, &g.world.mikko).await;
        assert_eq!(abouts(&found), ["Gate 3"]);
        assert_eq!(found[0].corrects, Some(("Gate 2".to_owned(), "Mikko Kallio".to_owned())));
        let filter = plan::EventFilter::default();
        let told = plan::changes(&g.world.portal, &g.world.mikko, g.world.lakeside, filter, &Turn::First).await.unwrap().items;
        let told = told.iter().filter(|item| matches!(item.kind, EventKind::ContactRecorded | EventKind::ContactCorrected));
        assert_eq!(told.map(|item| item.kind).collect::<Vec<_>>(), [EventKind::ContactCorrected, EventKind::ContactRecorded]);
        let late = keep(&g, &g.world.ben, &form(&g, "Gate 4"), Some(call.id)).await;
        assert!(matches!(late, Err(Error::Stale(_))));
        assert!(matches!(keep(&g, &g.world.ben, &form(&g, "Gate 4"), Some(g.id())).await, Err(Error::NotFound)));
    }

    async fn what_is_said_is_among_it_where_the_reader_may_know(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        g.open(&g.world.mikko, g.line(), "Six hours").await;
        g.open(&g.world.mikko, g.prepared(), "Takeover").await;
        let mut found = [3, 2, 1].into_iter();
        for actor in [&g.world.mikko, &g.world.anna, &g.world.ben] {
            assert_eq!(lines(&g, actor).await.len(), found.next().unwrap());
        }
    }
}
