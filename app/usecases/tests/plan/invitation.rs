//! Meetings in calendars: invitations by mail, each as the meeting is when it goes out, and a feed of one's own.

use crate::fixtures::id;
use coplan_domain::id::MeetingId;
use coplan_store::{access::System, on_both_databases, outbox};
use coplan_usecases::{
    Actor, Turn,
    job::Job,
    meeting::{self, CallForm, ChangeMeetingForm, FEED_PATH, invitation_of, read_feed},
    member,
    testing::{World, world},
};
use jiff::SignedDuration;

async fn called(world: &World, title: &str, shared: bool) -> MeetingId {
    let (title, day) = (title.to_owned(), "2026-12-08".to_owned());
    let form = CallForm {
        title,
        day,
        time: "9.30".to_owned(),
        place: "Hall 3".to_owned(),
        shared,
        ..CallForm::suggested(id(&world.portal).await)
    };
    meeting::call(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap()
}

/// The mails that are due: to whom, of which sequence, and whether it is cancelled.
async fn mails(world: &World) -> Vec<(String, i64, bool)> {
    world.clock.pass(SignedDuration::from_mins(2));
    let mut told = Vec::new();
    loop {
        let mut change = world.portal.change().await.unwrap();
        let job = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_hours(24)).await.unwrap();
        let Some(job) = job else { break };
        world.portal.commit(change).await.unwrap();
        let Ok(Job::InvitationMail { customer, meeting, to, sequence }) = Job::parse(&job.kind, &job.payload) else { continue };
        if let Some(mail) = invitation_of(&world.portal, customer, meeting, to, sequence).await.unwrap() {
            assert_eq!(mail.organizer.0, "Mikko Kallio");
            told.push((mail.to.name, mail.meeting.sequence, mail.meeting.cancelled_at.is_some()));
        }
    }
    told.sort();
    told
}

async fn move_it(world: &World, id: MeetingId, time: &str) {
    let view = meeting::show(&world.portal, &world.mikko, world.lakeside, id).await.unwrap();
    let form = ChangeMeetingForm { time: time.to_owned(), ..ChangeMeetingForm::of(&view.meeting, "Europe/Helsinki") };
    meeting::change(&world.portal, &world.mikko, world.lakeside, id, &form).await.unwrap();
}

/// What stands behind the path of the actor's own feed; none where it has none.
async fn own_feed(world: &World, by: &Actor) -> Option<String> {
    let list = meeting::list(&world.portal, by, world.lakeside, &Turn::First).await.unwrap();
    list.feed.map(|path| path.strip_prefix(FEED_PATH).unwrap().to_owned())
}

async fn read(world: &World, secret: &str) -> Option<Vec<String>> {
    let found = read_feed(&world.portal, secret).await.unwrap();
    found.map(|meetings| meetings.into_iter().map(|it| it.title).collect())
}

fn to(name: &str, sequence: i64, cancelled: bool) -> (String, i64, bool) {
    (name.to_owned(), sequence, cancelled)
}

on_both_databases! {
    async fn who_may_see_a_meeting_is_invited_told_of_changes_once_and_that_it_is_cancelled(db: TestDb) {
        let world = world(db).await;
        let hidden = called(&world, "Prices", false).await;
        assert_eq!(mails(&world).await, [], "it is a draft");
        meeting::share(&world.portal, &world.mikko, world.lakeside, hidden).await.unwrap();
        // Ben has no scope for meetings.
        assert_eq!(mails(&world).await, [to("Anna Aho", 0, false), to("Mikko Kallio", 0, false)]);
        move_it(&world, hidden, "10.00").await;
        move_it(&world, hidden, "11.00").await;
        assert_eq!(mails(&world).await, [to("Anna Aho", 2, false), to("Mikko Kallio", 2, false)], "the last change alone");
        for _ in 0..2 {
            meeting::cancel(&world.portal, &world.mikko, world.lakeside, hidden).await.unwrap();
        }
        assert_eq!(mails(&world).await, [to("Anna Aho", 3, true), to("Mikko Kallio", 3, true)]);
    }

    async fn a_feed_tells_what_its_person_may_see_until_it_is_revoked(db: TestDb) {
        let world = world(db).await;
        called(&world, "Steering group", true).await;
        called(&world, "Prices", false).await;
        assert_eq!(own_feed(&world, &world.anna).await, None);
        for _ in 0..2 {
            meeting::make_feed(&world.portal, &world.anna, world.lakeside).await.unwrap();
        }
        assert!(meeting::make_feed(&world.portal, &world.mikko, world.lakeside).await.is_err(), "his calendar is the office's");
        assert!(meeting::make_feed(&world.portal, &world.ben, world.lakeside).await.is_err());
        let secret = own_feed(&world, &world.anna).await.unwrap();
        assert_eq!(read(&world, &secret).await, Some(vec!["Steering group".to_owned()]));
        let mut other = secret.clone();
        other.replace_range(51.., if secret.ends_with('0') { "1" } else { "0" });
        assert_eq!(read(&world, &other).await, None, "not signed");
        assert_eq!(read(&world, "").await, None);

        meeting::revoke_feed(&world.portal, &world.anna, world.lakeside).await.unwrap();
        assert_eq!((read(&world, &secret).await, own_feed(&world, &world.anna).await), (None, None));
        meeting::make_feed(&world.portal, &world.anna, world.lakeside).await.unwrap();
        let again = own_feed(&world, &world.anna).await.unwrap();
        assert!(again != secret && read(&world, &again).await.is_some());
        member::remove(&world.portal, &world.olli, world.lakeside, world.anna_membership).await.unwrap();
        assert_eq!(read(&world, &again).await, None, "she sees no meetings any more");
    }
}
