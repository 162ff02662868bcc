//! Claims about streams: they tell those alone who may know, at once, and end with the right to know.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{id::ThreadId, person::CodePolicy};
use coplan_store::{
    access::{Actor, System},
    on_both_databases,
};
use coplan_usecases::{
    Error,
    account::{self, SettingsForm},
    customer::{self, CustomerForm},
    device,
    entry::{self, Browser},
    live::{self, Told, Topic, Watch, WatchError},
    personal_link::{self, Opened},
    thread::{self, NoteForm},
};
use std::time::Duration;
use tokio::time::timeout;

const BROWSER: Browser<'static> = Browser { label: "Firefox, Linux", known_device: None, address: "192.0.2.7" };

impl Fixtures {
    /// Lets a link alone let a browser in.
    async fn never_asks_for_a_code(&self) {
        let (portal, mikko, lakeside) = (&self.world.portal, &self.world.mikko, self.world.lakeside);
        let view = customer::show_for_staff(portal, mikko, lakeside).await.unwrap().unwrap();
        let (number, name, version) = (view.customer.number, view.customer.name, view.customer.version);
        let code_policy = CodePolicy::Never.as_str().to_owned();
        let form = CustomerForm { number, name, code_policy, version, ..CustomerForm::default() };
        customer::change(portal, mikko, lakeside, &form).await.unwrap();
    }

    /// Anna on a device of her own, with its secret.
    async fn anna_on_a_device(&self) -> (Actor, String) {
        let (portal, lakeside) = (&self.world.portal, self.world.lakeside);
        let link = self.id();
        let made = personal_link::create(portal, &self.world.olli, lakeside, self.world.anna_membership, link).await.unwrap();
        let secret = made.address.expose().rsplit('/').next().unwrap().to_owned();
        let Ok(Opened::In { device_secret }) = personal_link::open(portal, &secret, &BROWSER).await else { panic!("not in") };
        let secret = device_secret.expose().to_owned();
        (entry::enter(portal, &secret).await.unwrap().unwrap(), secret)
    }

    async fn watch(&self, (actor, secret): &(Actor, String), thread: ThreadId) -> Result<Watch, WatchError> {
        let topic = Topic { customer: self.world.lakeside, thread: Some(thread) };
        live::watch(&self.world.portal, actor, secret, topic, self.now()).await
    }
}

/// What is told within a moment: none where nothing is, some none where the stream is over.
async fn told(watch: &mut Watch) -> Option<Option<Told>> {
    timeout(Duration::from_millis(1500), watch.next()).await.ok()
}

on_both_databases! {
    async fn a_reply_is_told_and_a_note_is_not(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let (lakeside, portal) = (g.world.lakeside, &g.world.portal);
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let other = g.open(&g.world.mikko, g.plan(), "Another").await;
        g.pass_minutes(5);
        let anna = g.anna_on_a_device().await;
        let mut watch = g.watch(&anna, thread).await.unwrap();
        assert_eq!(told(&mut watch).await, None, "what is on the page is not told");
        let note = NoteForm { id: g.id(), note: "Palokarki".to_owned() };
        thread::write_note(portal, &g.world.mikko, lakeside, thread, &note).await.unwrap();
        g.reply(&g.world.mikko, other, "Elsewhere").await;
        assert_eq!(told(&mut watch).await, None);
        g.pass_minutes(1);
        g.reply(&g.world.mikko, thread, "The 12th.").await;
        let Some(Some(Told::Changed(first))) = told(&mut watch).await else { panic!("nothing was told") };
        assert_eq!(told(&mut watch).await, None, "once");
        drop(watch);
        g.reply(&g.world.mikko, thread, "While nobody listened.").await;
        let topic = Topic { customer: lakeside, thread: Some(thread) };
        let mut again = live::watch(portal, &anna.0, &anna.1, topic, first.at()).await.unwrap();
        assert!(matches!(told(&mut again).await, Some(Some(Told::Changed(next))) if next >= first));
    }

    async fn the_author_of_the_last_message_is_told_that_it_was_read(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let (portal, mikko) = (&g.world.portal, &g.world.mikko);
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        let other = g.open(mikko, g.plan(), "Another").await;
        g.pass_minutes(5);
        let anna = g.anna_on_a_device().await;
        g.reply(&anna.0, thread, "The 12th.").await;
        g.pass_minutes(5);
        let mut watch = g.watch(&anna, thread).await.unwrap();
        assert_eq!(told(&mut watch).await, None);
        thread::note_reading(portal, mikko, &g.show(mikko, thread).await);
        thread::keep_readings(portal, &System::for_tests()).await.unwrap();
        // What is said elsewhere makes the stream look before its next beat.
        g.reply(mikko, other, "Elsewhere").await;
        assert_eq!(told(&mut watch).await, Some(Some(Told::People)));
        g.reply(mikko, other, "Elsewhere again").await;
        assert_eq!(told(&mut watch).await, None, "once");
    }

    async fn who_has_it_open_is_seen_by_name_while_it_wants_that(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let (portal, mikko) = (&g.world.portal, &g.world.mikko);
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        let other = g.open(mikko, g.plan(), "Another").await;
        let anna = g.anna_on_a_device().await;
        let watch = g.watch(&anna, thread).await.unwrap();
        assert_eq!(g.show(mikko, thread).await.here, ["Anna Aho"]);
        assert!(g.show(&anna.0, thread).await.here.is_empty(), "nobody is told of oneself");
        assert!(g.show(mikko, other).await.here.is_empty());
        let own = account::show(portal, &anna.0).await.unwrap().unwrap();
        account::change_settings(portal, &anna.0, &SettingsForm { is_seen: false, ..SettingsForm::of(&own) }).await.unwrap();
        assert!(g.show(mikko, thread).await.here.is_empty(), "she does not want it");
        let own = account::show(portal, &anna.0).await.unwrap().unwrap();
        account::change_settings(portal, &anna.0, &SettingsForm { is_seen: true, ..SettingsForm::of(&own) }).await.unwrap();
        assert_eq!(g.show(mikko, thread).await.here, ["Anna Aho"]);
        drop(watch);
        assert!(g.show(mikko, thread).await.here.is_empty(), "she is gone");
    }

    async fn a_plan_tells_what_its_reader_may_know_of_and_once(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let (portal, mikko, lakeside) = (&g.world.portal, &g.world.mikko, g.world.lakeside);
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        let hidden = g.open(mikko, g.prepared(), "Takeover?").await;
        g.pass_minutes(5);
        let anna = g.anna_on_a_device().await;
        let topic = Topic { customer: lakeside, thread: None };
        let mut watch = live::watch(portal, &anna.0, &anna.1, topic, g.now()).await.unwrap();
        assert_eq!(told(&mut watch).await, None, "what is on the page is not told");
        g.reply(mikko, hidden, "What she does not see").await;
        let note = NoteForm { id: g.id(), note: "Palokarki".to_owned() };
        thread::write_note(portal, mikko, lakeside, thread, &note).await.unwrap();
        assert_eq!(told(&mut watch).await, None);
        g.pass_minutes(1);
        g.reply(mikko, thread, "The 12th.").await;
        assert!(matches!(told(&mut watch).await, Some(Some(Told::Changed(_)))));
        assert_eq!(told(&mut watch).await, None, "once");
        device::end_own(portal, &g.world.anna, anna.0.entered().device()).await.unwrap();
        assert_eq!(told(&mut watch).await, Some(None), "it ends with the device");
    }

    async fn nobody_watches_the_plan_of_another_customer(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let anna = g.anna_on_a_device().await;
        for customer in [g.world.harbour, g.id()] {
            let topic = Topic { customer, thread: None };
            let refused = live::watch(&g.world.portal, &anna.0, &anna.1, topic, g.now()).await;
            assert!(matches!(refused, Err(WatchError::Other(Error::NotFound))));
        }
    }

    async fn nobody_watches_what_it_may_not_see(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let thread = g.open(&g.world.mikko, g.prepared(), "Takeover?").await;
        let anna = g.anna_on_a_device().await;
        assert!(matches!(g.watch(&anna, thread).await, Err(WatchError::Other(Error::NotFound))));
        let forged = (g.world.mikko.clone(), anna.1.clone());
        assert!(g.watch(&forged, thread).await.is_err(), "the secret is that of another person");
    }

    async fn a_stream_ends_with_the_device(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let anna = g.anna_on_a_device().await;
        let mut watch = g.watch(&anna, thread).await.unwrap();
        let _ = told(&mut watch).await;
        device::end_own(&g.world.portal, &g.world.anna, anna.0.entered().device()).await.unwrap();
        assert_eq!(told(&mut watch).await, Some(None));
    }

    async fn all_streams_end_when_the_process_does(db: TestDb) {
        let g = ground(db).await;
        g.never_asks_for_a_code().await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let anna = g.anna_on_a_device().await;
        let mut watch = g.watch(&anna, thread).await.unwrap();
        g.world.portal.end_streams();
        while let Some(next) = told(&mut watch).await {
            if next.is_none() {
                return;
            }
        }
        panic!("it goes on");
    }
}
