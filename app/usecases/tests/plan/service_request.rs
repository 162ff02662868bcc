//! What a customer wants reaches who takes care of its kind, is answered within what was promised, and ends when its asker says so.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    id::ServiceRequestId,
    person::StaffRole,
    service_request::{ReplyState, ServiceRequest, ServiceRequestState as State, StandardKind},
    thread::{About, AboutKind},
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    absence::{self, AbsenceForm},
    feedback::RoomKind,
    form::{FieldProblem, Problem},
    mail_choice::{self, MailChoiceForm},
    member, news_mail,
    plan::{self, EventFilter, WaitingItem},
    request_kind::{self, AddRequestKindForm, ChangeRequestKindForm},
    search,
    service_request::{self, AnswerServiceRequestForm, ServiceRequestForm, ServiceRequestWordsForm, WithdrawServiceRequestForm},
    testing::{World, staff, world},
    thread::{self, OpenForm},
    today, waiting,
};
use jiff::SignedDuration;

/// The id of a kind that every portal begins with, as a form sends it.
async fn kind(world: &World, standard: StandardKind) -> String {
    let (kinds, _) = request_kind::list(&world.portal, &world.mikko).await.unwrap();
    kinds.iter().find(|kind| kind.called.standard == Some(standard)).unwrap().id.to_string()
}

async fn form(world: &World, what: &str) -> ServiceRequestForm {
    let kind = kind(world, StandardKind::Fault).await;
    let (what, why) = (what.to_owned(), "The night shift waits outside".to_owned());
    ServiceRequestForm { kind, what, why, ..ServiceRequestForm::blank(id(&world.portal).await) }
}

async fn sent(world: &World, by: &Actor, what: &str) -> ServiceRequestId {
    service_request::send(&world.portal, by, world.lakeside, &form(world, what).await).await.unwrap()
}

async fn found(world: &World, reader: &Actor, id: ServiceRequestId) -> ServiceRequest {
    service_request::show(&world.portal, reader, world.lakeside, id).await.unwrap().request
}

/// What one of the supplier's people would send, having just looked.
async fn answer_form(world: &World, of: ServiceRequestId, state: State, words: &str) -> AnswerServiceRequestForm {
    let version = found(world, &world.mikko, of).await.version;
    let (state, words) = (state.to_string(), words.to_owned());
    AnswerServiceRequestForm { id: id(&world.portal).await, version, state, words, owner: String::new() }
}

async fn answer(world: &World, by: &Actor, of: ServiceRequestId, state: State, words: &str) -> Result<(), Error<()>> {
    let form = answer_form(world, of, state, words).await;
    world.clock.pass(SignedDuration::from_secs(1));
    service_request::answer(&world.portal, by, world.lakeside, of, &form).await
}

async fn words_form(world: &World, of: ServiceRequestId, words: &str) -> ServiceRequestWordsForm {
    let version = found(world, &world.mikko, of).await.version;
    world.clock.pass(SignedDuration::from_secs(1));
    ServiceRequestWordsForm { id: id(&world.portal).await, version, words: words.to_owned() }
}

async fn confirm(world: &World, by: &Actor, of: ServiceRequestId) -> Result<(), Error<()>> {
    let version = found(world, &world.mikko, of).await.version;
    world.clock.pass(SignedDuration::from_secs(1));
    service_request::confirm(&world.portal, by, world.lakeside, of, version).await
}

/// What waits on the plan of this reader.
async fn on_plan(world: &World, reader: &Actor) -> Vec<RoomKind> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let rooms = view.waiting.iter().filter_map(|item| if let WaitingItem::Room(item) = item { Some(item.kind) } else { None });
    rooms.collect()
}

/// What waits for one of the supplier's people, as its list and its day agree.
async fn for_staff(world: &World, reader: &Actor) -> Vec<String> {
    let list = waiting::show(&world.portal, reader).await.unwrap().unwrap().requests;
    let day = today::show(&world.portal, reader).await.unwrap().unwrap().requests;
    assert_eq!(list, day);
    list.into_iter().map(|item| item.what).collect()
}

/// Sends faults to this colleague from now on, or to whoever is responsible for the customer.
async fn route(world: &World, to: Option<&Actor>) {
    let (kinds, _) = request_kind::list(&world.portal, &world.mikko).await.unwrap();
    let fault = kinds.iter().find(|kind| kind.called.standard == Some(StandardKind::Fault)).unwrap();
    let form = ChangeRequestKindForm {
        version: fault.version,
        name: fault.called.name.clone(),
        staff: to.map(|to| to.person().to_string()).unwrap_or_default(),
        hours: fault.reply_hours.map(|hours| hours.to_string()).unwrap_or_default(),
    };
    request_kind::change(&world.portal, &world.mikko, fault.id, &form).await.unwrap();
}

on_both_databases! {
    async fn a_request_is_followed_until_its_asker_says_that_it_is_done(db: TestDb) {
        let w = world(db).await;
        let of = sent(&w, &w.ben, "A second key card for hall 3").await;
        assert_eq!((for_staff(&w, &w.mikko).await, for_staff(&w, &w.saara).await), (vec!["A second key card for hall 3".to_owned()], vec![]));
        assert_eq!((on_plan(&w, &w.mikko).await, on_plan(&w, &w.ben).await), (vec![RoomKind::Request], vec![]));
        assert_eq!(found(&w, &w.anna, of).await.owner.unwrap().1, "Mikko Kallio");

        answer(&w, &w.mikko, of, State::Waiting, "For whom?").await.unwrap();
        assert!(for_staff(&w, &w.mikko).await.is_empty());
        assert_eq!((on_plan(&w, &w.anna).await, on_plan(&w, &w.ben).await), (vec![RoomKind::RequestReply], vec![RoomKind::RequestReply]));
        let reply = words_form(&w, of, "For the night shift").await;
        for _ in 0..2 {
            service_request::reply(&w.portal, &w.anna, w.lakeside, of, &reply).await.unwrap();
        }
        assert_eq!(for_staff(&w, &w.mikko).await.len(), 1);
        answer(&w, &w.mikko, of, State::Done, "It lies at gate 2").await.unwrap();
        assert_eq!((on_plan(&w, &w.anna).await, on_plan(&w, &w.ben).await), (vec![], vec![RoomKind::RequestConfirm]), "only its asker confirms");
        assert!(matches!(confirm(&w, &w.anna, of).await, Err(Error::NotResponsible)));

        let missing = words_form(&w, of, "It opens hall 2").await;
        service_request::reopen(&w.portal, &w.ben, w.lakeside, of, &missing).await.unwrap();
        assert_eq!(for_staff(&w, &w.mikko).await.len(), 1, "it is not done, so it waits again");
        assert_eq!(found(&w, &w.ben, of).await.reply.answered_at, None, "and the promise begins anew");
        answer(&w, &w.mikko, of, State::Done, "Now it opens hall 3").await.unwrap();
        for _ in 0..2 {
            confirm(&w, &w.ben, of).await.unwrap();
        }
        let view = found(&w, &w.anna, of).await;
        let states = view.steps.iter().map(|step| step.state).collect::<Vec<_>>();
        assert_eq!(states, [State::Received, State::Waiting, State::InProgress, State::Done, State::Received, State::Done, State::Confirmed]);
        let by = view.steps.iter().map(|step| step.by.as_str()).collect::<Vec<_>>();
        assert_eq!(by[..4], ["Ben Berg", "Mikko Kallio", "Anna Aho", "Mikko Kallio"]);
        assert!(on_plan(&w, &w.ben).await.is_empty() && for_staff(&w, &w.mikko).await.is_empty());
        let told = plan::changes(&w.portal, &w.anna, w.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let kinds = told.iter().map(|item| item.kind).collect::<Vec<_>>();
        for kind in [EventKind::RequestSent, EventKind::RequestWaits, EventKind::RequestReplied, EventKind::RequestDone, EventKind::RequestReopened, EventKind::RequestConfirmed] {
            assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
        }
    }

    async fn a_promise_counts_working_hours_and_says_when_it_is_late(db: TestDb) {
        let w = world(db).await;
        let of = sent(&w, &w.anna, "The gate is stuck").await;
        let view = found(&w, &w.anna, of).await;
        let due = w.portal.settings.working_time.after(view.asked_at, 4).unwrap();
        assert_eq!(view.reply.state(w.portal.clock.now()), Some(ReplyState::Due(due)));
        w.clock.pass(due.duration_since(view.asked_at) + SignedDuration::from_mins(1));
        assert_eq!(found(&w, &w.anna, of).await.reply.state(w.portal.clock.now()), Some(ReplyState::Late(due)));
        answer(&w, &w.mikko, of, State::Declined, "The gate is not ours").await.unwrap();
        let late = found(&w, &w.anna, of).await;
        assert!(matches!(late.reply.state(w.portal.clock.now()), Some(ReplyState::AnsweredLate { .. })));
        assert!(matches!(answer(&w, &w.mikko, of, State::Done, "After all").await, Err(Error::Stale(_))), "it is over");
    }

    async fn a_request_goes_to_who_takes_care_of_its_kind_and_to_its_stand_in(db: TestDb) {
        let w = world(db).await;
        route(&w, Some(&w.petra)).await;
        let of = sent(&w, &w.anna, "The gate is stuck").await;
        assert_eq!((for_staff(&w, &w.petra).await.len(), for_staff(&w, &w.mikko).await.len()), (1, 0));
        let today = w.portal.today(&w.petra).to_string();
        let form = AbsenceForm { id: id(&w.portal).await, first_day: today.clone(), last_day: today, stand_in: w.saara.person().to_string() };
        absence::plan(&w.portal, &w.petra, w.petra.person(), &form).await.unwrap();
        assert_eq!(for_staff(&w, &w.saara).await.len(), 1);
        let director = staff(&w.portal, "Dora Dahl", StaffRole::Director).await;
        let owner = director.person().to_string();
        let form = AnswerServiceRequestForm { owner, ..answer_form(&w, of, State::InProgress, "Dora comes").await };
        let refused = service_request::answer(&w.portal, &w.mikko, w.lakeside, of, &form).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "who changes nothing takes nothing over: {refused:?}");
        answer(&w, &w.petra, of, State::InProgress, "I come today").await.unwrap();
        assert_eq!(for_staff(&w, &w.mikko).await.len(), 1, "given back to whoever is responsible");
        assert!(matches!(answer(&w, &w.petra, of, State::Done, "Done").await, Err(Error::NotResponsible)));
        let open = service_request::list_open(&w.portal, &w.olli).await.unwrap();
        assert_eq!(open.iter().map(|it| (it.customer, it.owner.clone().unwrap().1)).collect::<Vec<_>>(), [(w.lakeside, "Mikko Kallio".to_owned())]);
        assert!(matches!(service_request::list_open(&w.portal, &w.anna).await, Err(Error::NotFound)));
    }

    async fn nobody_of_another_customer_and_of_the_other_side_does_what_is_not_theirs(db: TestDb) {
        let w = world(db).await;
        let (portal, lakeside) = (&w.portal, w.lakeside);
        let of = sent(&w, &w.anna, "The gate is stuck").await;
        assert!(matches!(service_request::show(portal, &w.carla, lakeside, of).await, Err(Error::NotFound)));
        assert!(matches!(service_request::show(portal, &w.carla, w.harbour, of).await, Err(Error::NotFound)));
        assert!(matches!(service_request::list(portal, &w.carla, lakeside).await, Err(Error::NotFound)));
        let new = form(&w, "A key").await;
        for stranger in [&w.carla, &w.mikko] {
            assert!(matches!(service_request::send(portal, stranger, lakeside, &new).await, Err(Error::NotFound)));
            let words = words_form(&w, of, "x").await;
            assert!(matches!(service_request::reply(portal, stranger, lakeside, of, &words).await, Err(Error::NotFound)));
            assert!(matches!(service_request::reopen(portal, stranger, lakeside, of, &words).await, Err(Error::NotFound)));
            assert!(matches!(confirm(&w, stranger, of).await, Err(Error::NotFound)));
        }
        assert!(matches!(answer(&w, &w.anna, of, State::Done, "I did").await, Err(Error::NotFound)));
        assert!(matches!(answer(&w, &w.petra, of, State::Done, "I did").await, Err(Error::NotResponsible)));
        let unasked = answer_form(&w, of, State::Confirmed, "So it is").await;
        let refused = service_request::answer(portal, &w.mikko, lakeside, of, &unasked).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == [FieldProblem { field: "state", problem: Problem::NotOneOf }]));
        for words in [words_form(&w, of, "x").await] {
            assert!(matches!(service_request::reply(portal, &w.anna, lakeside, of, &words).await, Err(Error::Stale(_))), "nothing is asked");
            assert!(matches!(service_request::reopen(portal, &w.anna, lakeside, of, &words).await, Err(Error::Stale(_))), "it is open");
        }
        assert!(matches!(confirm(&w, &w.anna, of).await, Err(Error::Stale(_))), "nothing is done");
    }

    async fn sent_and_answered_twice_it_is_so_once_and_two_answers_at_once_are_told(db: TestDb) {
        let w = world(db).await;
        let (portal, lakeside) = (&w.portal, w.lakeside);
        let mut new = form(&w, "A key").await;
        let first = service_request::send(portal, &w.anna, lakeside, &new).await.unwrap();
        assert_eq!(service_request::send(portal, &w.anna, lakeside, &new).await.unwrap(), first);
        "A key for Ben".clone_into(&mut new.what);
        assert_ne!(service_request::send(portal, &w.anna, lakeside, &new).await.unwrap(), first);
        "2026-01-01".clone_into(&mut new.wanted_on);
        let refused = service_request::send(portal, &w.anna, lakeside, &new).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].problem == Problem::InPast));
        let (one, other) = (answer_form(&w, first, State::InProgress, "Ordered").await, answer_form(&w, first, State::Declined, "No").await);
        for _ in 0..2 {
            service_request::answer(portal, &w.mikko, lakeside, first, &one).await.unwrap();
        }
        assert!(matches!(service_request::answer(portal, &w.olli, lakeside, first, &other).await, Err(Error::Stale(_))));
        assert_eq!(found(&w, &w.anna, first).await.steps.len(), 2);
    }

    async fn where_its_asker_has_left_anybody_of_the_customer_confirms(db: TestDb) {
        let w = world(db).await;
        let of = sent(&w, &w.ben, "A key").await;
        answer(&w, &w.mikko, of, State::Done, "At gate 2").await.unwrap();
        member::remove(&w.portal, &w.mikko, w.lakeside, w.ben_membership).await.unwrap();
        assert_eq!(on_plan(&w, &w.anna).await, [RoomKind::RequestConfirm]);
        confirm(&w, &w.anna, of).await.unwrap();
    }

    async fn kinds_are_the_suppliers_to_set(db: TestDb) {
        let w = world(db).await;
        let (portal, lakeside) = (&w.portal, w.lakeside);
        let (kinds, _) = request_kind::list(portal, &w.mikko).await.unwrap();
        assert_eq!(kinds.iter().map(|kind| kind.reply_hours).collect::<Vec<_>>(), [Some(4), Some(16), Some(16)], "three to begin with");
        let mut new = AddRequestKindForm { hours: "many".to_owned(), ..AddRequestKindForm::blank(id(portal).await) };
        assert!(matches!(request_kind::add(portal, &w.mikko, &new).await, Err(Error::Invalid(_))));
        new.hours.clear();
        assert!(matches!(request_kind::add(portal, &w.mikko, &new).await, Err(Error::Invalid(_))), "it needs a name");
        "Training".clone_into(&mut new.name);
        let director = staff(portal, "Dora Dahl", StaffRole::Director).await;
        let routed = AddRequestKindForm { staff: director.person().to_string(), ..new.clone() };
        let refused = request_kind::add(portal, &w.mikko, &routed).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "who changes nothing takes care of nothing: {refused:?}");
        for _ in 0..2 {
            request_kind::add(portal, &w.mikko, &new).await.unwrap();
        }
        assert!(matches!(request_kind::add(portal, &w.petra, &new).await, Err(Error::NotFound)));
        assert!(matches!(request_kind::list(portal, &w.anna).await, Err(Error::NotFound)));
        let wish = ServiceRequestForm { kind: new.id.to_string(), ..form(&w, "A course").await };
        let of = service_request::send(portal, &w.anna, lakeside, &wish).await.unwrap();
        assert_eq!(found(&w, &w.anna, of).await.reply.due_at, None, "nothing is promised");
        let stale = ChangeRequestKindForm { version: 7, name: "Courses".to_owned(), staff: String::new(), hours: String::new() };
        assert!(matches!(request_kind::change(portal, &w.mikko, new.id, &stale).await, Err(Error::Stale(_))));
        request_kind::change(portal, &w.mikko, new.id, &ChangeRequestKindForm { version: 1, ..stale }).await.unwrap();
        assert_eq!(found(&w, &w.anna, of).await.called.name, "Courses");
        request_kind::remove(portal, &w.mikko, new.id).await.unwrap();
        let again = ServiceRequestForm { id: id(portal).await, ..wish };
        assert!(matches!(service_request::send(portal, &w.anna, lakeside, &again).await, Err(Error::Invalid(_))));
        assert_eq!(found(&w, &w.anna, of).await.called.name, "Courses", "what was asked stays");
    }

    async fn a_request_is_found_discussed_and_told_by_email_to_who_wants_news(db: TestDb) {
        let w = world(db).await;
        let (portal, lakeside) = (&w.portal, w.lakeside);
        let of = sent(&w, &w.ben, "Palkkakone jumissa").await;
        for (reader, hits) in [(&w.anna, 1), (&w.mikko, 1), (&w.carla, 0)] {
            let customer = if hits == 1 { lakeside } else { w.harbour };
            let view = search::find(portal, reader, Some(customer), "palkkakone").await.unwrap();
            assert_eq!(view.groups.iter().map(|group| group.hits.len()).sum::<usize>(), hits);
        }
        let about = About { kind: AboutKind::ServiceRequest, id: of.0 };
        let (title, text) = ("Which hall?".to_owned(), "Hall 2?".to_owned());
        let ask = OpenForm { thread: id(portal).await, message: id(portal).await, about, title, text };
        thread::open(portal, &w.mikko, lakeside, &ask).await.unwrap();
        let view = service_request::show(portal, &w.anna, lakeside, of).await.unwrap();
        assert_eq!(view.threads.unwrap()[0].subject.name, "Palkkakone jumissa");

        let choice = mail_choice::show(portal, &w.ben).await.unwrap();
        mail_choice::choose(portal, &w.ben, &MailChoiceForm { news: true, ..choice }).await.unwrap();
        answer(&w, &w.mikko, of, State::Done, "Restarted").await.unwrap();
        let told = plan::changes(portal, &w.ben, lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        assert_eq!((told[0].kind, told[0].label.as_str()), (EventKind::RequestDone, "Palkkakone jumissa"));
        assert!(news_mail::list_to_tell(portal, event_of_last(&w).await).await.unwrap().contains(&w.ben.person()));
    }

    async fn whoever_takes_care_of_a_request_is_told_by_email_and_its_choice(db: TestDb) {
        let w = world(db).await;
        let of = sent(&w, &w.ben, "A second key").await;
        let told = async || news_mail::list_to_tell(&w.portal, event_of_ben(&w).await).await.unwrap();
        assert_eq!(told().await, [w.mikko.person()]);
        let mail = news_mail::mail_of(&w.portal, event_of_ben(&w).await, w.mikko.person()).await.unwrap().unwrap();
        assert!(mail.is_staff && mail.item.label == "A second key" && mail.item.object_id == of.0);
        answer(&w, &w.mikko, of, State::Waiting, "For whom?").await.unwrap();
        let reply = words_form(&w, of, "For the night shift").await;
        service_request::reply(&w.portal, &w.ben, w.lakeside, of, &reply).await.unwrap();
        assert_eq!(told().await, [w.mikko.person()], "of the answer too");
        route(&w, Some(&w.petra)).await;
        w.clock.pass(SignedDuration::from_secs(1));
        sent(&w, &w.ben, "A third key").await;
        assert_eq!(told().await, [w.petra.person()], "who takes care of the kind");
        let choice = mail_choice::show(&w.portal, &w.petra).await.unwrap();
        mail_choice::choose(&w.portal, &w.petra, &MailChoiceForm { messages: false, ..choice }).await.unwrap();
        assert!(told().await.is_empty());
    }

    async fn a_request_is_withdrawn_by_its_asker_and_with_a_word_once_it_was_begun(db: TestDb) {
        let w = world(db).await;
        let of = sent(&w, &w.ben, "A second key").await;
        let form = async |words: &str| {
            let version = found(&w, &w.mikko, of).await.version;
            WithdrawServiceRequestForm { id: id(&w.portal).await, version, words: words.to_owned() }
        };
        let withdraw = async |by: &Actor, form: &WithdrawServiceRequestForm| {
            w.clock.pass(SignedDuration::from_secs(1));
            service_request::withdraw(&w.portal, by, w.lakeside, of, form).await
        };
        let blank = form("").await;
        assert!(matches!(withdraw(&w.anna, &blank).await, Err(Error::NotResponsible)), "another asked");
        for stranger in [&w.mikko, &w.carla] {
            assert!(matches!(withdraw(stranger, &blank).await, Err(Error::NotFound)));
        }
        answer(&w, &w.mikko, of, State::InProgress, "On it").await.unwrap();
        assert!(matches!(withdraw(&w.ben, &form("").await).await, Err(Error::Invalid(_))), "somebody has begun");
        let old = WithdrawServiceRequestForm { words: "Found it".to_owned(), ..blank };
        assert!(matches!(withdraw(&w.ben, &old).await, Err(Error::Stale(_))));
        let form = form("Found it").await;
        for _ in 0..2 {
            withdraw(&w.ben, &form).await.unwrap();
        }
        let view = found(&w, &w.anna, of).await;
        assert_eq!((view.state, view.steps.last().unwrap().words.as_str()), (State::Withdrawn, "Found it"));
        assert!(for_staff(&w, &w.mikko).await.is_empty() && on_plan(&w, &w.ben).await.is_empty());
        assert!(matches!(answer(&w, &w.mikko, of, State::Done, "Here").await, Err(Error::Stale(_))), "it is over");
        let missing = words_form(&w, of, "It is needed after all").await;
        service_request::reopen(&w.portal, &w.ben, w.lakeside, of, &missing).await.unwrap();
        assert_eq!(for_staff(&w, &w.mikko).await.len(), 1);
    }
}

/// The newest event that Anna may know of, which is Ben's here.
async fn event_of_ben(world: &World) -> coplan_domain::id::EventId {
    let mut conn = world.portal.db.read().await.unwrap();
    let access = coplan_store::access::find(&mut conn, &world.anna, world.lakeside).await.unwrap().unwrap();
    let before = jiff::Timestamp::UNIX_EPOCH;
    let news = coplan_store::event::list_by_others(&mut conn, &access, before, 1).await.unwrap();
    news[0].event.id
}

/// The newest event that Ben may know of.
async fn event_of_last(world: &World) -> coplan_domain::id::EventId {
    let mut conn = world.portal.db.read().await.unwrap();
    let access = coplan_store::access::find(&mut conn, &world.ben, world.lakeside).await.unwrap().unwrap();
    let before = jiff::Timestamp::UNIX_EPOCH;
    let news = coplan_store::event::list_by_others(&mut conn, &access, before, 1).await.unwrap();
    news[0].event.id
}
