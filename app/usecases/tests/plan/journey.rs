//! The journey of a customer: every contact that its reader may know of, and how its people found each.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    id::ContactId,
    moment::{Moment, Rating, Touch, TouchKind},
    person::Scope,
};
use coplan_store::{Turn, on_both_databases, room_waiting::RoomKind};
use coplan_usecases::{
    Actor, Error,
    contact::{self, ContactForm},
    journey::{self, AnswerMomentForm, MomentWordsForm, Touchpoint},
    meeting::{self, CallForm},
    member::{self},
    plan::{self, EventFilter, WaitingItem},
    testing::{World, world},
    thread::{self, OpenForm},
    waiting,
};
use jiff::SignedDuration;

async fn call_form(world: &World, about: &str) -> ContactForm {
    ContactForm {
        kind: "call".to_owned(),
        day: world.portal.today(&world.mikko).to_string(),
        with_whom: "Anna Aho".to_owned(),
        about: about.to_owned(),
        ..ContactForm::blank(id(&world.portal).await)
    }
}

async fn call(world: &World, about: &str) -> Touch {
    let form = call_form(world, about).await;
    contact::keep(&world.portal, &world.mikko, world.lakeside, &form, None).await.unwrap();
    Touch { kind: TouchKind::Contact, id: form.id.0 }
}

async fn touches(world: &World, reader: &Actor) -> Vec<Touchpoint> {
    journey::list(&world.portal, reader, world.lakeside, 0).await.unwrap().touches
}

async fn moments(world: &World, reader: &Actor) -> Vec<Moment> {
    touches(world, reader).await.into_iter().flat_map(|touch| touch.moments).collect()
}

async fn rate(world: &World, by: &Actor, of: Touch, rating: Rating) -> Result<(), Error> {
    journey::rate(&world.portal, by, world.lakeside, of, rating).await
}

/// How many moments wait on the list of this person, and on the plan as it sees it.
async fn waits(world: &World, reader: &Actor) -> (usize, usize) {
    let rooms = waiting::show(&world.portal, reader).await.unwrap().unwrap().rooms;
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let on_plan = view.waiting.iter().filter(|item| matches!(item, WaitingItem::Room(item) if item.kind == RoomKind::Moment));
    (rooms.iter().filter(|item| item.kind == RoomKind::Moment).count(), on_plan.count())
}

async fn answer(world: &World, by: &Actor, of: &Moment, words: &str) -> Result<(), Error<()>> {
    let form = AnswerMomentForm { rated_at: of.at.as_millisecond(), answer: words.to_owned() };
    journey::answer(&world.portal, by, world.lakeside, of.id, &form).await
}

async fn ask(world: &World, by: &Actor, title: &str) {
    let about = format!("plan.{}", world.lakeside).parse().unwrap();
    let (title, text) = (title.to_owned(), "And when?".to_owned());
    let form = OpenForm { thread: id(&world.portal).await, message: id(&world.portal).await, about, title, text };
    thread::open(&world.portal, by, world.lakeside, &form).await.unwrap();
}

on_both_databases! {
    async fn a_press_says_how_it_was_another_says_otherwise_and_the_first_again_says_it_no_more(db: TestDb) {
        let world = world(db).await;
        let gate = call(&world, "Gate 2").await;
        for _ in 0..2 {
            rate(&world, &world.anna, gate, Rating::Good).await.unwrap();
        }
        rate(&world, &world.ben, gate, Rating::Bad).await.unwrap();
        let said = moments(&world, &world.mikko).await;
        let said = said.iter().map(|it| (it.by_name.as_str(), it.rating)).collect::<Vec<_>>();
        assert_eq!(said, [("Anna Aho", Rating::Good), ("Ben Berg", Rating::Bad)], "each for itself, both sides see both");
        rate(&world, &world.anna, gate, Rating::Bad).await.unwrap();
        assert!(moments(&world, &world.ben).await.iter().all(|it| it.rating == Rating::Bad));
        for _ in 0..2 {
            journey::withdraw(&world.portal, &world.anna, world.lakeside, gate).await.unwrap();
        }
        assert_eq!(moments(&world, &world.anna).await.len(), 1, "that of Ben stays");
        let told = plan::changes(&world.portal, &world.anna, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let kinds = told.iter().map(|item| item.kind).filter(|kind| matches!(kind, EventKind::MomentPraised | EventKind::MomentFaulted));
        assert_eq!(kinds.count(), 3, "what was pressed twice is told once");
    }

    async fn what_was_bad_waits_for_the_responsible_person_until_it_is_answered_and_again_when_more_is_said(db: TestDb) {
        let world = world(db).await;
        let gate = call(&world, "Gate 2").await;
        rate(&world, &world.ben, gate, Rating::Good).await.unwrap();
        assert_eq!(waits(&world, &world.mikko).await, (0, 0));
        rate(&world, &world.anna, gate, Rating::Bad).await.unwrap();
        assert_eq!((waits(&world, &world.mikko).await, waits(&world, &world.saara).await), ((1, 1), (0, 1)));
        let moment = moments(&world, &world.mikko).await.into_iter().find(|it| it.rating == Rating::Bad).unwrap();
        world.clock.pass(SignedDuration::from_mins(1));
        let why = MomentWordsForm { words: "Nobody knew the gate.".to_owned() };
        journey::say(&world.portal, &world.anna, world.lakeside, moment.id, &why).await.unwrap();
        let stale = answer(&world, &world.mikko, &moment, "Sorry.").await;
        assert!(matches!(stale, Err(Error::Stale(_))), "more was said meanwhile: {stale:?}");
        let moment = journey::show(&world.portal, &world.mikko, world.lakeside, moment.id).await.unwrap().moment;
        world.clock.pass(SignedDuration::from_mins(1));
        for _ in 0..2 {
            answer(&world, &world.mikko, &moment, "Sorry. The gate has a sign now.").await.unwrap();
        }
        assert!(matches!(answer(&world, &world.olli, &moment, "Me too.").await, Err(Error::Stale(_))), "a colleague was first");
        assert_eq!(waits(&world, &world.mikko).await, (0, 0));
        journey::withdraw(&world.portal, &world.anna, world.lakeside, gate).await.unwrap();
        let seen = journey::show(&world.portal, &world.ben, world.lakeside, moment.id).await.unwrap().moment;
        assert_eq!((seen.words.as_str(), seen.answer.unwrap().by.as_str()), ("Nobody knew the gate.", "Mikko Kallio"));
        world.clock.pass(SignedDuration::from_mins(1));
        let again = MomentWordsForm { words: "It is gone again.".to_owned() };
        for _ in 0..2 {
            journey::say(&world.portal, &world.anna, world.lakeside, moment.id, &again).await.unwrap();
        }
        assert_eq!(waits(&world, &world.mikko).await, (1, 1));
    }

    async fn only_the_customers_people_rate_what_they_see_and_each_only_its_own_word(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let gate = call(&world, "Gate 2").await;
        let refused = |result: Result<(), Error>| matches!(result, Err(Error::NotFound));
        for stranger in [&world.mikko, &world.olli, &world.carla] {
            assert!(refused(rate(&world, stranger, gate, Rating::Bad).await));
            assert!(refused(journey::withdraw(portal, stranger, lakeside, gate).await));
        }
        assert!(refused(journey::rate(portal, &world.carla, world.harbour, gate, Rating::Bad).await), "that of another customer");
        let nothing = Touch { kind: TouchKind::Meeting, id: id::<ContactId>(portal).await.0 };
        assert!(refused(rate(&world, &world.anna, nothing, Rating::Bad).await));
        let (dora, _) = coplan_usecases::testing::member(portal, &world.olli, lakeside, "Dora Dahl", &[Scope::Plan]).await;
        assert!(refused(rate(&world, &dora, gate, Rating::Bad).await), "she sees no contacts");
        assert!(touches(&world, &dora).await.is_empty());
        rate(&world, &world.anna, gate, Rating::Bad).await.unwrap();
        let moment = moments(&world, &world.anna).await.pop().unwrap();
        let words = MomentWordsForm { words: "Mine".to_owned() };
        for other in [&world.ben, &world.mikko, &world.carla, &dora] {
            assert!(refused(journey::say(portal, other, lakeside, moment.id, &words).await));
        }
        for other in [&world.carla, &dora] {
            assert!(matches!(journey::show(portal, other, lakeside, moment.id).await, Err(Error::NotFound)));
        }
        assert!(matches!(answer(&world, &world.petra, &moment, "Sorry").await, Err(Error::NotResponsible)));
        for member in [&world.anna, &world.carla] {
            assert!(matches!(answer(&world, member, &moment, "Sorry").await, Err(Error::NotFound)));
        }
        assert!(matches!(answer(&world, &world.mikko, &moment, " ").await, Err(Error::Invalid(_))));
        member::remove(portal, &world.olli, lakeside, world.anna_membership).await.unwrap();
        assert!(rate(&world, &world.anna, gate, Rating::Good).await.is_err(), "she is no member any more");
    }

    async fn a_contact_that_is_corrected_takes_along_how_it_was(db: TestDb) {
        let world = world(db).await;
        let gate = call(&world, "Gate 2").await;
        rate(&world, &world.anna, gate, Rating::Good).await.unwrap();
        world.clock.pass(SignedDuration::from_mins(1));
        let corrected = call_form(&world, "Gate 3").await;
        contact::keep(&world.portal, &world.mikko, world.lakeside, &corrected, Some(gate.id.into())).await.unwrap();
        let found = touches(&world, &world.anna).await;
        assert_eq!(found.iter().map(|it| (it.about.as_str(), it.moments.len())).collect::<Vec<_>>(), [("Gate 3", 1)]);
    }

    async fn contacts_of_every_channel_are_one_list_and_each_needs_its_own_right(db: TestDb) {
        let world = world(db).await;
        call(&world, "Gate 2").await;
        ask(&world, &world.anna, "Which door?").await;
        let form = CallForm {
            title: "Steering group".to_owned(),
            day: world.portal.today(&world.mikko).tomorrow().unwrap().to_string(),
            time: "9:00".to_owned(),
            length: "60".to_owned(),
            place: "Hall 3".to_owned(),
            shared: true,
            ..CallForm::blank(id(&world.portal).await)
        };
        meeting::call(&world.portal, &world.mikko, world.lakeside, &form).await.unwrap();
        world.clock.pass(SignedDuration::from_hours(48));
        let kinds = async |reader: &Actor| {
            let mut kinds = touches(&world, reader).await.iter().map(|it| it.of.kind).collect::<Vec<_>>();
            kinds.sort();
            kinds
        };
        let all = vec![TouchKind::Contact, TouchKind::Message, TouchKind::Meeting];
        assert_eq!(kinds(&world.anna).await, all);
        assert_eq!(kinds(&world.ben).await, all[..2], "no meetings for Ben");
        world.clock.pass(SignedDuration::from_hours(24 * 366));
        let later = journey::list(&world.portal, &world.anna, world.lakeside, 0).await.unwrap();
        assert!(later.touches.is_empty() && later.has_earlier);
        let before = journey::list(&world.portal, &world.anna, world.lakeside, 1).await.unwrap();
        assert_eq!((before.touches.len(), before.has_earlier), (3, false));
    }
}
