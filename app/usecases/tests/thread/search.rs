//! Claims about finding: whatever one may see is found by its words, and nothing else is.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::search::SearchKind;
use coplan_store::{access::Actor, on_both_databases};
use coplan_usecases::{Error, search};

impl Fixtures {
    /// What the actor finds at Lakeside Mills, in short.
    async fn find(&self, actor: &Actor, typed: &str) -> Vec<(SearchKind, String)> {
        let view = search::find(&self.world.portal, actor, Some(self.world.lakeside), typed).await.unwrap();
        let hits = view.groups.into_iter().flat_map(|group| group.hits);
        hits.map(|hit| (hit.kind, hit.title)).collect()
    }
}

on_both_databases! {
    async fn things_are_found_by_every_word_however_it_is_written(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        g.reply(&g.world.mikko, thread, "Ask Pekka Kylmälä about 100 % of the _cables_.").await;
        let message = (SearchKind::Message, "Which weekend?".to_owned());
        for typed in ["kylmala", "KYLMÄLÄ pekka", "Kylma\u{308}la\u{308}", "100 %", "_cables_", "cable"] {
            assert_eq!(g.find(&g.world.anna, typed).await, std::slice::from_ref(&message), "{typed}");
        }
        for typed in ["kylmala nobody", "100_", "%%", ""] {
            assert_eq!(g.find(&g.world.anna, typed).await, [], "{typed}");
        }
        let found = g.find(&g.world.anna, "weekend").await;
        assert_eq!(found, [(SearchKind::Thread, "Which weekend?".to_owned()), message], "the first message says it too");
        assert_eq!(g.find(&g.world.anna, "1042").await, [(SearchKind::Invoice, "1042".to_owned())]);
        assert_eq!(g.find(&g.world.anna, "hall online").await, [(SearchKind::Milestone, "Hall 3 is online".to_owned())]);
        assert_eq!(g.find(&g.world.anna, "ben").await, [(SearchKind::Person, "Ben Berg".to_owned())]);
    }

    async fn another_form_of_a_word_finds_it(db: TestDb) {
        let g = ground(db).await;
        let title = "Katkos Turun varastossa; nya fakturor";
        g.open(&g.world.anna, g.plan(), title).await;
        let found = [(SearchKind::Thread, title.to_owned()), (SearchKind::Message, title.to_owned())];
        for typed in ["varasto", "katkoksia varastoon", "varastot", "fakturan", "varastossa"] {
            assert_eq!(g.find(&g.world.anna, typed).await, found, "{typed}");
        }
        assert_eq!(g.find(&g.world.anna, "varastointi").await, [], "another word");
        g.try_note(&g.world.mikko, g.world.lakeside, g.open(&g.world.anna, g.plan(), "More").await, "varastoista").await.unwrap();
        assert_eq!(g.find(&g.world.anna, "varasto").await, found, "notes are found in no form");
    }

    async fn nobody_finds_what_it_may_not_see(db: TestDb) {
        let g = ground(db).await;
        g.open(&g.world.mikko, g.prepared(), "Hiddenquestion").await;
        g.open(&g.world.mikko, g.line(), "Moneyquestion").await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        g.try_note(&g.world.mikko, g.world.lakeside, thread, "Plantednote").await.unwrap();
        for (typed, annas, bens) in [("Hiddenquestion", 0, 0), ("Riverside", 0, 0), ("Moneyquestion", 2, 0), ("Plantednote", 0, 0), ("1042", 1, 0)] {
            assert_eq!(g.find(&g.world.anna, typed).await.len(), annas, "{typed}");
            assert_eq!(g.find(&g.world.ben, typed).await.len(), bens, "{typed}");
        }
        assert_eq!(g.find(&g.world.mikko, "Hiddenquestion").await.len(), 2);
        let everywhere = search::find(&g.world.portal, &g.world.saara, None, "Hiddenquestion").await.unwrap();
        assert_eq!(everywhere.groups.len(), 2, "the supplier's people see all customers");
        for (actor, customer) in [(&g.world.carla, Some(g.world.lakeside)), (&g.world.anna, None)] {
            assert!(matches!(search::find(&g.world.portal, actor, customer, "weekend").await, Err(Error::NotFound)));
        }
        g.share_prepared(true).await;
        assert_eq!(g.find(&g.world.anna, "Riverside").await.len(), 1, "the project is shown now");
        assert_eq!(g.find(&g.world.anna, "Hiddenquestion").await, [], "what was said before is not");
    }
}
