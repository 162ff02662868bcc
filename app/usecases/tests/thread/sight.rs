//! Claims about who may know of a thread.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    person::{Scope, StaffRole},
    thread::{About, AboutKind, Ball},
};
use coplan_store::{
    Turn,
    access::{AccountAdmin, Actor, MemberAdmin, System},
    message, on_both_databases,
};
use coplan_usecases::{
    Error, testing,
    thread::{self, Delivery, PassBallForm, ResolveForm, keep_readings, note_reading},
};

/// That no deed finds the thread.
async fn nothing_is_found(g: &Fixtures, actor: &Actor, customer: CustomerId, thread: ThreadId) {
    let portal = &g.world.portal;
    assert!(matches!(g.try_show(actor, customer, thread).await, Err(Error::NotFound)));
    assert!(matches!(g.try_reply(actor, customer, thread, "Hello").await, Err(Error::NotFound)));
    assert!(matches!(g.try_note(actor, customer, thread, "Hello").await, Err(Error::NotFound)));
    let ball = PassBallForm { ball: Ball::Nobody, version: 1 };
    assert!(matches!(thread::pass_ball(portal, actor, customer, thread, ball).await, Err(Error::NotFound)));
    let outcome = ResolveForm { outcome: "Done".to_owned(), version: 1 };
    assert!(matches!(thread::resolve(portal, actor, customer, thread, &outcome).await, Err(Error::NotFound)));
    assert!(matches!(thread::reopen(portal, actor, customer, thread, 1).await, Err(Error::NotFound)));
}

/// Everything that the actor is shown or told at Lakeside Mills without asking for a thread by its id.
async fn everything_shown(g: &Fixtures, actor: &Actor) -> String {
    let (portal, customer) = (&g.world.portal, g.world.lakeside);
    let list = thread::list(portal, actor, customer, &Turn::First).await.unwrap();
    let waiting = thread::list_waiting(portal, actor, customer).await.unwrap();
    let mut about = Vec::new();
    for object in [g.world.lakeside.0, g.shared.0, g.milestone.0, g.prepared.0, g.invoice.0, g.line.0] {
        about.push(testing::threads_about(portal, actor, customer, object).await.unwrap());
    }
    format!("{list:?} {waiting:?} {about:?} {:?}", g.news(actor).await)
}

on_both_databases! {
    async fn who_writes_is_told_who_will_read_it(db: TestDb) {
        let g = ground(db).await;
        let (anna, ben, mikko) = (&g.world.anna, &g.world.ben, &g.world.mikko);
        let named = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        for (about, mikkos, annas) in [
            (g.plan(), named(&["Anna Aho", "Ben Berg"]), named(&["Ben Berg"])),
            (g.line(), named(&["Anna Aho"]), named(&[])),
        ] {
            let thread = g.open(mikko, about, "Which weekend?").await;
            assert_eq!((g.show(mikko, thread).await.readers, g.show(anna, thread).await.readers), (mikkos, annas));
        }
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        assert_eq!(g.show(ben, thread).await.readers, None, "who does not know the others is not told of them");
        let inside = g.open(mikko, g.prepared(), "Takeover?").await;
        assert_eq!(g.show(mikko, inside).await.readers, named(&[]));
    }

    async fn who_wrote_is_told_who_has_read_it_or_gets_an_email(db: TestDb) {
        let g = ground(db).await;
        let (portal, anna, ben, mikko, saara) = (&g.world.portal, &g.world.anna, &g.world.ben, &g.world.mikko, &g.world.saara);
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let thread = g.open(anna, g.plan(), "Which weekend?").await;
        let told = async |who: &Actor, thread| g.show(who, thread).await.delivery.map(|(_, delivery)| delivery);
        assert_eq!(told(anna, thread).await, Some(Delivery::Emailed(named(&["Ben Berg", "Mikko Kallio"]))));
        assert_eq!(told(mikko, thread).await, None, "it is not his message");
        for reader in [ben, saara] {
            note_reading(portal, reader, &g.show(reader, thread).await);
        }
        keep_readings(portal, &System::for_tests()).await.unwrap();
        g.pass_minutes(20);
        assert_eq!(told(anna, thread).await, Some(Delivery::Unread), "a colleague who only looks on is not told of");
        note_reading(portal, mikko, &g.show(mikko, thread).await);
        keep_readings(portal, &System::for_tests()).await.unwrap();
        assert_eq!(told(anna, thread).await, Some(Delivery::ReadBy(named(&["Mikko Kallio"]))));

        g.reply(mikko, thread, "The second one.").await;
        assert_eq!(told(anna, thread).await, None, "it is answered");
        note_reading(portal, ben, &g.show(ben, thread).await);
        keep_readings(portal, &System::for_tests()).await.unwrap();
        assert_eq!(told(mikko, thread).await, Some(Delivery::ReadBy(named(&["Ben Berg"]))));

        let bens = g.open(ben, g.plan(), "Which hall?").await;
        assert_eq!(told(ben, bens).await, Some(Delivery::Emailed(named(&["Mikko Kallio"]))), "he does not know the others");
        let inside = g.open(mikko, g.prepared(), "Takeover?").await;
        assert_eq!(told(mikko, inside).await, None);
    }

    async fn a_member_without_the_money_scope_learns_nothing_of_threads_about_sums(db: TestDb) {
        let g = ground(db).await;
        for kind in [AboutKind::Invoice, AboutKind::InvoiceLine] {
            let id = if kind == AboutKind::Invoice { g.invoice.0 } else { g.line.0 };
            let by_staff = g.open(&g.world.mikko, About { kind, id }, "Secretsum").await;
            g.reply(&g.world.mikko, by_staff, "Secretsum too").await;
            nothing_is_found(&g, &g.world.ben, g.world.lakeside, by_staff).await;
            let form = g.form(About { kind, id }, "Mine");
            let refused = thread::open(&g.world.portal, &g.world.ben, g.world.lakeside, &form).await;
            assert!(matches!(refused, Err(Error::NotFound)));
        }
        assert!(everything_shown(&g, &g.world.anna).await.contains("Secretsum"));
        let shown = everything_shown(&g, &g.world.ben).await;
        assert!(!shown.contains("Secretsum") && !shown.contains("1042"), "{shown}");
    }

    async fn the_form_names_its_object_to_whoever_may_ask_about_it_only(db: TestDb) {
        let g = ground(db).await;
        let (portal, lakeside) = (&g.world.portal, g.world.lakeside);
        let line = thread::begin(portal, &g.world.anna, lakeside, g.line()).await.unwrap();
        assert_eq!((line.subject.name.as_str(), line.subject.part_of.as_deref()), ("Six hours on a Saturday", Some("1042")));
        assert!(!line.inside);
        for (actor, about) in [(&g.world.ben, g.line()), (&g.world.anna, g.prepared()), (&g.world.carla, g.plan())] {
            assert!(matches!(thread::begin(portal, actor, lakeside, about).await, Err(Error::NotFound)));
        }
        assert!(matches!(thread::begin(portal, &g.world.petra, lakeside, g.plan()).await, Err(Error::NotResponsible)));
        assert!(thread::begin(portal, &g.world.mikko, lakeside, g.prepared()).await.unwrap().inside);
    }

    async fn a_member_with_sums_but_without_discussions_learns_nothing_of_them(db: TestDb) {
        let g = ground(db).await;
        let (dora, _) =
            testing::member(&g.world.portal, &g.world.olli, g.world.lakeside, "Dora Dahl", &[Scope::Plan, Scope::Money]).await;
        for about in g.objects() {
            let thread = g.open(&g.world.mikko, about, "Betweenus").await;
            nothing_is_found(&g, &dora, g.world.lakeside, thread).await;
        }
        let (portal, customer) = (&g.world.portal, g.world.lakeside);
        assert!(matches!(thread::list(portal, &dora, customer, &Turn::First).await, Err(Error::NotFound)));
        assert!(matches!(testing::threads_about(portal, &dora, customer, g.line.0).await, Err(Error::NotFound)));
        assert_eq!(thread::list_waiting(portal, &dora, customer).await.unwrap(), []);
        assert!(!format!("{:?}", g.news(&dora).await).contains("Betweenus"));
    }

    async fn a_project_that_is_not_shared_hides_its_threads(db: TestDb) {
        let g = ground(db).await;
        let early = g.open(&g.world.mikko, g.prepared(), "Secretproject").await;
        nothing_is_found(&g, &g.world.anna, g.world.lakeside, early).await;
        let form = g.form(g.prepared(), "Mine");
        let refused = thread::open(&g.world.portal, &g.world.anna, g.world.lakeside, &form).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        assert!(!everything_shown(&g, &g.world.anna).await.contains("Secretproject"));
        let internal = g.show(&g.world.mikko, early).await.internal.unwrap();
        assert!(!internal.shared && internal.inside);
    }

    async fn what_was_discussed_before_a_project_is_shown_stays_inside(db: TestDb) {
        let g = ground(db).await;
        let early = g.open(&g.world.mikko, g.prepared(), "Secretproject").await;
        g.pass_minutes(1);
        g.share_prepared(true).await;
        g.pass_minutes(1);
        let internal = g.show(&g.world.mikko, early).await.internal.unwrap();
        assert!(internal.shared && internal.inside);
        let reply = g.reply(&g.world.mikko, early, "Secretproject goes on.").await;
        let version = g.show(&g.world.mikko, early).await.state.version;
        let outcome = ResolveForm { outcome: "Secretproject is clear.".to_owned(), version };
        thread::resolve(&g.world.portal, &g.world.mikko, g.world.lakeside, early, &outcome).await.unwrap();
        for anybody in [&g.world.anna, &g.world.ben] {
            nothing_is_found(&g, anybody, g.world.lakeside, early).await;
            assert!(!everything_shown(&g, anybody).await.contains("Secretproject"));
            let scope = g.access(anybody).await.discussion.unwrap();
            let mut conn = g.world.portal.db.read().await.unwrap();
            let found = message::list(&mut conn, scope, None, early, None, 10).await.unwrap();
            assert!(found.is_empty() && message::find(&mut conn, scope, None, reply).await.unwrap().is_none());
        }
        assert!(everything_shown(&g, &g.world.mikko).await.contains("Secretproject"));
        let late = g.open(&g.world.mikko, g.prepared(), "Openproject").await;
        assert!(!g.show(&g.world.mikko, late).await.internal.unwrap().inside);
        assert!(everything_shown(&g, &g.world.anna).await.contains("Openproject"));
    }

    async fn nobody_waits_for_a_customer_who_does_not_see_the_question(db: TestDb) {
        let g = ground(db).await;
        let (portal, lakeside) = (&g.world.portal, g.world.lakeside);
        let early = g.open(&g.world.mikko, g.prepared(), "Secretproject").await;
        assert_eq!(g.show(&g.world.mikko, early).await.state.ball, Ball::Supplier);
        g.share_prepared(true).await;
        g.reply(&g.world.mikko, early, "Secretproject goes on.").await;
        let state = g.show(&g.world.mikko, early).await.state;
        assert_eq!(state.ball, Ball::Supplier);
        let theirs = PassBallForm { ball: Ball::Customer, version: state.version };
        let refused = thread::pass_ball(portal, &g.world.mikko, lakeside, early, theirs).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        let nobodys = PassBallForm { ball: Ball::Nobody, version: state.version };
        thread::pass_ball(portal, &g.world.mikko, lakeside, early, nobodys).await.unwrap();
        let late = g.open(&g.world.mikko, g.prepared(), "Openproject").await;
        assert_eq!(g.show(&g.world.mikko, late).await.state.ball, Ball::Customer);
    }

    async fn hidden_and_shown_again_a_project_gives_back_only_what_began_in_sight(db: TestDb) {
        let g = ground(db).await;
        g.share_prepared(true).await;
        let theirs = g.open(&g.world.anna, g.prepared(), "Openproject").await;
        g.pass_minutes(1);
        g.share_prepared(false).await;
        nothing_is_found(&g, &g.world.anna, g.world.lakeside, theirs).await;
        assert!(!everything_shown(&g, &g.world.anna).await.contains("Openproject"));
        let internal = g.show(&g.world.mikko, theirs).await.internal.unwrap();
        assert!(!internal.shared && !internal.inside);
        let between = g.open(&g.world.mikko, g.prepared(), "Secretproject").await;
        g.pass_minutes(1);
        g.share_prepared(true).await;
        nothing_is_found(&g, &g.world.anna, g.world.lakeside, between).await;
        let shown = everything_shown(&g, &g.world.anna).await;
        assert!(shown.contains("Openproject") && !shown.contains("Secretproject"), "{shown}");
        g.reply(&g.world.anna, theirs, "Still here.").await;
    }

    async fn another_customers_threads_are_not_found(db: TestDb) {
        let g = ground(db).await;
        for about in g.objects() {
            let thread = g.open(&g.world.anna, about, "Ours").await;
            nothing_is_found(&g, &g.world.carla, g.world.lakeside, thread).await;
            nothing_is_found(&g, &g.world.carla, g.world.harbour, thread).await;
            nothing_is_found(&g, &g.world.mikko, g.world.harbour, thread).await;
            let found = testing::threads_about(&g.world.portal, &g.world.carla, g.world.harbour, about.id).await.unwrap();
            assert_eq!(found, []);
        }
        assert!(matches!(thread::list(&g.world.portal, &g.world.carla, g.world.lakeside, &Turn::First).await, Err(Error::NotFound)));
        assert!(matches!(thread::list_waiting(&g.world.portal, &g.world.carla, g.world.lakeside).await, Err(Error::NotFound)));
        assert_eq!(thread::list(&g.world.portal, &g.world.carla, g.world.harbour, &Turn::First).await.unwrap().threads, []);
    }

    async fn nobody_opens_a_thread_about_what_is_another_customers_or_not_there(db: TestDb) {
        let g = ground(db).await;
        for about in g.objects() {
            for (actor, customer, about) in [
                (&g.world.carla, g.world.harbour, about),
                (&g.world.saara, g.world.harbour, about),
                (&g.world.carla, g.world.lakeside, about),
                (&g.world.anna, g.world.lakeside, About { kind: about.kind, id: g.id() }),
                (&g.world.mikko, g.world.lakeside, About { kind: about.kind, id: g.world.harbour.0 }),
            ] {
                let refused = thread::open(&g.world.portal, actor, customer, &g.form(about, "Mine")).await;
                assert!(matches!(refused, Err(Error::NotFound)), "{}", about.kind);
            }
        }
        assert!(g.titles(&g.world.mikko).await.is_empty());
    }

    async fn an_unknown_thread_is_not_found(db: TestDb) {
        let g = ground(db).await;
        nothing_is_found(&g, &g.world.anna, g.world.lakeside, g.id()).await;
        nothing_is_found(&g, &g.world.mikko, g.world.lakeside, g.id()).await;
        nothing_is_found(&g, &g.world.mikko, g.id(), g.id()).await;
    }

    async fn a_specialist_reads_everything_and_writes_only_where_it_is_responsible(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.project(), "Which weekend?").await;
        let petra = &g.world.petra;
        assert!(!g.show(petra, thread).await.may_write);
        assert!(matches!(g.try_reply(petra, g.world.lakeside, thread, "Hello").await, Err(Error::NotResponsible)));
        assert!(matches!(g.try_note(petra, g.world.lakeside, thread, "Hello").await, Err(Error::NotResponsible)));
        let refused = thread::open(&g.world.portal, petra, g.world.lakeside, &g.form(g.plan(), "Hello")).await;
        assert!(matches!(refused, Err(Error::NotResponsible)));

        let mut change = g.world.portal.change().await.unwrap();
        let admin = AccountAdmin::prove(&mut change, &g.world.olli, g.world.lakeside).await.unwrap();
        coplan_store::responsibility::insert(&mut change, &admin, g.shared.0, petra.person()).await.unwrap();
        g.world.portal.commit(change).await.unwrap();
        assert!(g.show(petra, thread).await.may_write);
        g.reply(petra, thread, "The 12th.").await;
        let plan = g.open(&g.world.anna, g.plan(), "And the rest?").await;
        assert!(matches!(g.try_reply(petra, g.world.lakeside, plan, "Hello").await, Err(Error::NotResponsible)));
    }

    async fn a_member_who_has_left_reads_nothing(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let mut change = g.world.portal.change().await.unwrap();
        let (mikko, lakeside) = (&g.world.mikko, g.world.lakeside);
        let (write, _) = MemberAdmin::prove(&mut change, mikko, lakeside, g.world.anna_membership).await.unwrap();
        assert!(coplan_store::membership::remove(&mut change, &write).await.unwrap());
        g.world.portal.commit(change).await.unwrap();
        nothing_is_found(&g, &g.world.anna, g.world.lakeside, thread).await;
        let newcomer = testing::staff(&g.world.portal, "Nina Nord", StaffRole::Manager).await;
        assert_eq!(g.show(&newcomer, thread).await.messages.len(), 1);
    }
}
