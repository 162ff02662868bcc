//! Claims about who knows whom: of what the reader may see, and of nobody else's.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::network::{Closeness, Way};
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    contact::{self, ContactForm},
    network::{self, NetworkView},
};

async fn show(g: &Fixtures, reader: &Actor) -> Result<NetworkView, Error> {
    network::show(&g.world.portal, reader, g.world.lakeside).await
}

/// Who is tied to whom, as names.
async fn ties(g: &Fixtures, reader: &Actor) -> Vec<(String, String)> {
    let view = show(g, reader).await.unwrap();
    let name = |people: &[network::Node], id| people.iter().find(|node| node.id == id).unwrap().name.clone();
    let mut ties: Vec<_> = view.ties.iter().map(|tie| (name(&view.members, tie.member), name(&view.staff, tie.staff))).collect();
    ties.sort();
    ties
}

fn pair(member: &str, staff: &str) -> (String, String) {
    (member.to_owned(), staff.to_owned())
}

on_both_databases! {
    async fn who_wrote_in_one_discussion_or_called_knows_each_other(db: TestDb) {
        let g = ground(db).await;
        let (anna, ben, mikko) = (&g.world.anna, &g.world.ben, &g.world.mikko);
        assert!(show(&g, mikko).await.unwrap().ties.is_empty());
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        assert!(ties(&g, mikko).await.is_empty(), "nobody has answered");
        g.reply(anna, thread, "The 12th.").await;
        assert_eq!(ties(&g, mikko).await, [pair("Anna Aho", "Mikko Kallio")]);
        let alone: Vec<_> = show(&g, mikko).await.unwrap().alone.unwrap().into_iter().map(|node| node.name).collect();
        assert_eq!(alone, ["Ben Berg"], "nobody is opposite to him");
        assert!(show(&g, anna).await.unwrap().alone.is_none(), "that is for the supplier's people");
        let call = ContactForm {
            id: g.id(),
            kind: "call".to_owned(),
            day: "2026-01-05".to_owned(),
            with_whom: "Ben Berg and the guard".to_owned(),
            about: "Gate 2".to_owned(),
            promised: String::new(),
        };
        contact::keep(&g.world.portal, mikko, g.world.lakeside, &call, None).await.unwrap();
        let view = show(&g, anna).await.unwrap();
        let tie = view.ties.iter().find(|tie| tie.member == ben.person()).unwrap();
        assert_eq!((tie.closeness(), tie.ways.contains(&Way::Call)), (Closeness::Past, true), "it was long ago");
        assert_eq!(show(&g, mikko).await.unwrap().alone.unwrap().len(), 1, "so nobody is opposite to him still");
    }

    async fn only_what_the_reader_may_see_counts(db: TestDb) {
        let g = ground(db).await;
        let (anna, mikko) = (&g.world.anna, &g.world.mikko);
        let thread = g.open(mikko, g.line(), "Six hours").await;
        g.reply(anna, thread, "Why six?").await;
        let inside = g.open(mikko, g.prepared(), "Price?").await;
        g.reply(&g.world.olli, inside, "No.").await;
        assert_eq!(ties(&g, mikko).await, [pair("Anna Aho", "Mikko Kallio")]);
        for stranger in [&g.world.ben, &g.world.carla] {
            assert!(matches!(show(&g, stranger).await, Err(Error::NotFound)), "it may not know who they are");
        }
        let message = g.show(anna, thread).await.messages.last().unwrap().id;
        g.pass_minutes(1);
        coplan_usecases::thread::withdraw_message(&g.world.portal, anna, (g.world.lakeside, thread), message).await.unwrap();
        assert!(ties(&g, mikko).await.is_empty(), "what was withdrawn does not count");
    }
}
