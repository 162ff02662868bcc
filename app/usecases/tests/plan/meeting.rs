//! Meetings: either side puts things on the agenda, the supplier writes the minutes, both agree to one revision of them.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    id::{MeetingId, OutcomeId},
    meeting::MeetingState,
    person::{Scope, Side},
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    feedback::RoomKind,
    form::{FieldProblem, Problem},
    meeting::{self, AgendaForm, ApproveForm, CallForm, ChangeMeetingForm, MeetingView, OutcomeForm},
    plan::{self, EventFilter, WaitingItem},
    testing::{World, world},
    waiting,
};
use jiff::SignedDuration;

async fn form(world: &World, shared: bool) -> CallForm {
    let (title, day) = ("Steering group".to_owned(), "2026-12-08".to_owned());
    CallForm { title, day, time: "9.30".to_owned(), shared, ..CallForm::suggested(id(&world.portal).await) }
}

async fn called(world: &World, shared: bool) -> MeetingId {
    meeting::call(&world.portal, &world.mikko, world.lakeside, &form(world, shared).await).await.unwrap()
}

async fn seen(world: &World, reader: &Actor, id: MeetingId) -> MeetingView {
    meeting::show(&world.portal, reader, world.lakeside, id).await.unwrap()
}

async fn propose(world: &World, by: &Actor, meeting: MeetingId, words: &str) -> Result<AgendaForm, Error> {
    let form = AgendaForm { words: words.to_owned(), ..AgendaForm::blank(id(&world.portal).await) };
    meeting::propose(&world.portal, by, world.lakeside, meeting, &form).await.map(|()| form)
}

async fn record(world: &World, meeting: MeetingId, kind: &str, words: &str, side: &str) -> Result<OutcomeId, Error> {
    let blank = OutcomeForm::blank(id(&world.portal).await);
    let form = OutcomeForm { outcome: words.to_owned(), kind: kind.to_owned(), side: side.to_owned(), ..blank };
    meeting::record(&world.portal, &world.mikko, world.lakeside, meeting, &form).await.map(|()| form.id)
}

async fn approve(world: &World, by: &Actor, id: MeetingId, revision: i64) -> Result<(), Error<()>> {
    let form = ApproveForm { revision, remark: String::new() };
    meeting::approve(&world.portal, by, world.lakeside, id, &form).await
}

/// So many weeks later, when the meeting has begun.
fn wait_for_it(world: &World) {
    world.clock.pass(SignedDuration::from_hours(24 * 30));
}

on_both_databases! {
    async fn a_meeting_goes_from_the_invitation_to_minutes_that_both_agreed_to(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let id = called(&world, true).await;
        let view = seen(&world, &world.anna, id).await;
        assert_eq!(view.state, MeetingState::Planned);
        assert_eq!(view.meeting.starts_at.to_string(), "2026-12-08T07:30:00Z", "half past nine where its caller lives");
        propose(&world, &world.anna, id, "Who has the keys of hall 3?").await.unwrap();
        propose(&world, &world.mikko, id, "The weekend of the dye line").await.unwrap();
        let agenda: Vec<_> = seen(&world, &world.mikko, id).await.agenda.into_iter().map(|item| (item.words, item.side)).collect();
        let ours = ("The weekend of the dye line".to_owned(), Side::Supplier);
        assert_eq!(agenda, [("Who has the keys of hall 3?".to_owned(), Side::Customer), ours]);

        wait_for_it(&world);
        record(&world, id, "decision", "Hall 3 moves on the second weekend", "").await.unwrap();
        let keys = record(&world, id, "task", "Hand over the keys", "customer").await.unwrap();
        meeting::close(portal, &world.mikko, lakeside, id).await.unwrap();
        let view = seen(&world, &world.anna, id).await;
        assert_eq!((view.state, view.outcomes.len()), (MeetingState::Closed, 2));
        for by in [&world.anna, &world.mikko, &world.anna] {
            approve(&world, by, id, view.meeting.revision).await.unwrap();
        }
        let agreed: Vec<_> = seen(&world, &world.anna, id).await.approvals.into_iter().map(|it| (it.side, it.by)).collect();
        assert_eq!(agreed, [(Side::Customer, "Anna Aho".to_owned()), (Side::Supplier, "Mikko Kallio".to_owned())]);

        let next = called(&world, true).await;
        let open = seen(&world, &world.anna, next).await.since;
        assert!(open.is_none_or(|since| since.open.len() == 1), "what is open carries over");
        assert_eq!(meeting::set_done(portal, &world.anna, lakeside, keys, true).await.unwrap(), id);
        assert!(meeting::list(portal, &world.anna, lakeside, &Turn::First).await.unwrap().open.is_empty());
        let told = plan::changes(portal, &world.anna, lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let kinds: Vec<_> = told.iter().map(|item| item.kind).collect();
        for kind in [EventKind::MeetingCalled, EventKind::AgendaProposed, EventKind::MinutesClosed, EventKind::MinutesApproved, EventKind::OutcomeDone] {
            assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
        }
    }

    async fn an_open_task_of_a_meeting_waits_for_its_side_until_it_is_done(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let id = called(&world, true).await;
        wait_for_it(&world);
        let theirs = record(&world, id, "task", "Send the list", "customer").await.unwrap();
        let ours = record(&world, id, "task", "Order the keys", "supplier").await.unwrap();
        record(&world, id, "decision", "Hall 3 moves", "").await.unwrap();
        let on_plan = async |reader: &Actor| {
            let view = plan::show(portal, reader, lakeside).await.unwrap();
            let rooms = view.waiting.iter().filter_map(|item| match item {
                WaitingItem::Room(item) if item.kind == RoomKind::MeetingTask => Some((item.title.clone(), item.id)),
                _ => None,
            });
            rooms.collect::<Vec<_>>()
        };
        let for_staff = async || waiting::show(portal, &world.mikko).await.unwrap().unwrap().rooms.into_iter().map(|item| item.title).collect::<Vec<_>>();
        assert_eq!(on_plan(&world.anna).await, [("Send the list".to_owned(), id.0)]);
        assert_eq!(on_plan(&world.mikko).await, [("Order the keys".to_owned(), id.0)]);
        assert!(on_plan(&world.ben).await.is_empty(), "he does not read meetings");
        assert_eq!(for_staff().await, ["Order the keys"]);
        for (by, task) in [(&world.anna, theirs), (&world.mikko, ours)] {
            meeting::set_done(portal, by, lakeside, task, true).await.unwrap();
            assert!(on_plan(by).await.is_empty());
        }
        assert!(for_staff().await.is_empty());
    }

    async fn an_agreement_belongs_to_one_revision_of_the_minutes(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let id = called(&world, true).await;
        wait_for_it(&world);
        record(&world, id, "decision", "Hall 3 moves on the second weekend", "").await.unwrap();
        let open = seen(&world, &world.anna, id).await.meeting.revision;
        assert!(matches!(approve(&world, &world.anna, id, open).await, Err(Error::Stale(_))), "they are still being written");
        meeting::close(portal, &world.mikko, lakeside, id).await.unwrap();
        let read = seen(&world, &world.anna, id).await.meeting.revision;
        approve(&world, &world.anna, id, read).await.unwrap();
        assert!(matches!(record(&world, id, "decision", "And hall 4", "").await, Err(Error::NotFound)), "closed minutes stay as they are");
        meeting::reopen(portal, &world.mikko, lakeside, id).await.unwrap();
        record(&world, id, "decision", "And hall 4", "").await.unwrap();
        meeting::close(portal, &world.mikko, lakeside, id).await.unwrap();
        assert!(matches!(approve(&world, &world.anna, id, read).await, Err(Error::Stale(_))), "she read other minutes");
        let view = seen(&world, &world.anna, id).await;
        assert!(view.approvals.iter().all(|it| it.revision != view.meeting.revision), "nobody has agreed to these");
        assert_eq!(view.approvals.iter().map(|it| it.revision).collect::<Vec<_>>(), [read], "what was agreed to is kept");
    }

    async fn members_see_what_is_shared_and_only_those_with_the_scope(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let draft = called(&world, false).await;
        let not_seen = |found: Result<MeetingView, Error>| matches!(found, Err(Error::NotFound));
        assert!(not_seen(meeting::show(portal, &world.anna, lakeside, draft).await));
        assert!(matches!(propose(&world, &world.anna, draft, "Keys").await, Err(Error::NotFound)));
        let told = plan::changes(portal, &world.anna, lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        assert!(told.iter().all(|item| item.kind != EventKind::MeetingCalled));
        let rooms = async || plan::show(portal, &world.anna, lakeside).await.unwrap().frame.has_room(Scope::Meetings);
        assert!(!rooms().await, "an empty room is not in the way");
        meeting::share(portal, &world.mikko, lakeside, draft).await.unwrap();
        assert!(rooms().await);
        assert_eq!(seen(&world, &world.anna, draft).await.state, MeetingState::Planned);
        for reader in [&world.ben, &world.carla] {
            assert!(not_seen(meeting::show(portal, reader, lakeside, draft).await));
            assert!(matches!(meeting::list(portal, reader, lakeside, &Turn::First).await, Err(Error::NotFound)));
            assert!(matches!(propose(&world, reader, draft, "Keys").await, Err(Error::NotFound)));
        }
        assert!(not_seen(meeting::show(portal, &world.saara, world.harbour, draft).await), "it is another customer's");
        assert!(matches!(propose(&world, &world.petra, draft, "Keys").await, Err(Error::NotResponsible)));
    }

    async fn members_call_nothing_write_no_minutes_and_say_done_only_of_what_is_theirs(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside, anna) = (&world.portal, world.lakeside, &world.anna);
        let new = form(&world, true).await;
        assert!(matches!(meeting::call(portal, anna, lakeside, &new).await, Err(Error::NotFound)));
        let id = called(&world, true).await;
        let ours = propose(&world, &world.mikko, id, "Prices").await.unwrap();
        assert!(matches!(meeting::remove_agenda_item(portal, anna, lakeside, id, ours.id).await, Err(Error::NotResponsible)));
        let hers = propose(&world, anna, id, "Keys").await.unwrap();
        let own: Vec<_> = seen(&world, anna, id).await.agenda.into_iter().map(|item| item.is_own).collect();
        assert_eq!(own, [false, true], "what others put there is not offered for taking off");
        for _ in 0..2 {
            meeting::remove_agenda_item(portal, anna, lakeside, id, hers.id).await.unwrap();
        }
        wait_for_it(&world);
        let task = record(&world, id, "task", "Order the switches", "supplier").await.unwrap();
        assert!(matches!(meeting::set_done(portal, anna, lakeside, task, true).await, Err(Error::NotResponsible)));
        for deed in [
            meeting::close(portal, anna, lakeside, id).await,
            meeting::reopen(portal, anna, lakeside, id).await,
            meeting::cancel(portal, anna, lakeside, id).await,
            meeting::share(portal, anna, lakeside, id).await,
            meeting::remove_outcome(portal, anna, lakeside, id, task).await,
        ] {
            assert!(matches!(deed, Err(Error::NotFound)));
        }
        let nobody = record(&world, id, "task", "Somebody should", "").await;
        let empty = vec![FieldProblem { field: "side", problem: Problem::Empty }];
        assert!(matches!(nobody, Err(Error::Invalid(problems)) if problems == empty));
    }

    async fn sent_twice_is_done_once_and_a_changed_invitation_counts_on(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let new = form(&world, true).await;
        let id = meeting::call(portal, &world.mikko, lakeside, &new).await.unwrap();
        assert_eq!(meeting::call(portal, &world.mikko, lakeside, &new).await.unwrap(), id);
        let item = propose(&world, &world.anna, id, "Keys").await.unwrap();
        meeting::propose(portal, &world.anna, lakeside, id, &item).await.unwrap();
        assert_eq!(seen(&world, &world.anna, id).await.agenda.len(), 1);
        let found = seen(&world, &world.mikko, id).await.meeting;
        let later = ChangeMeetingForm { time: "13:00".to_owned(), ..ChangeMeetingForm::of(&found, "Europe/Helsinki") };
        meeting::change(portal, &world.mikko, lakeside, id, &later).await.unwrap();
        let now = seen(&world, &world.anna, id).await.meeting;
        assert_eq!((now.sequence, now.starts_at.to_string().as_str()), (found.sequence + 1, "2026-12-08T11:00:00Z"));
        let theirs = ChangeMeetingForm { time: "15:00".to_owned(), ..ChangeMeetingForm::of(&found, "Europe/Helsinki") };
        assert!(matches!(meeting::change(portal, &world.olli, lakeside, id, &theirs).await, Err(Error::Stale(_))));
        for _ in 0..2 {
            meeting::cancel(portal, &world.mikko, lakeside, id).await.unwrap();
        }
        let view = seen(&world, &world.anna, id).await;
        assert_eq!((view.state, view.meeting.sequence), (MeetingState::Cancelled, now.sequence + 1));
        assert!(matches!(propose(&world, &world.anna, id, "Late").await, Err(Error::NotFound)));
        let wrong = CallForm { time: "25:00".to_owned(), ..new };
        let refused = meeting::call(portal, &world.mikko, lakeside, &wrong).await;
        let not_a_time = vec![FieldProblem { field: "time", problem: Problem::NotATime }];
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == not_a_time));
    }

    async fn every_meeting_is_reached_by_turning_pages_however_many_there_were(db: TestDb) {
        let world = world(db).await;
        let mut all = Vec::new();
        for _ in 0..45 {
            all.push(called(&world, true).await);
        }
        wait_for_it(&world);
        let (mut seen, mut turn) = (Vec::new(), Turn::First);
        let past = async |turn: &Turn<_>| meeting::list(&world.portal, &world.anna, world.lakeside, turn).await.unwrap().past;
        loop {
            let page = past(&turn).await;
            assert!(page.rows.len() <= 20);
            seen.extend(page.rows.iter().map(|it| it.id));
            let Some(after) = page.after else { break };
            let back = page.before.map(Turn::Before);
            turn = Turn::After(after.to_string().parse().unwrap());
            if let Some(back) = back {
                assert!(past(&back).await.rows.iter().all(|it| seen.contains(&it.id)), "a page back was seen before");
            }
        }
        all.reverse();
        assert_eq!(seen, all, "all begin at the same moment: the last one called comes first");
    }
}
