//! Claims about answers to invitations: by a press, or by the calendar of whoever was invited and of nobody else.

use crate::fixtures::{Fixtures, ground};
use bytes::Bytes;
use coplan_domain::{
    event::EventKind,
    id::{IncomingMailId, MeetingId},
    incoming_mail::HeldReason,
    meeting::Attendance,
    person::StaffRole,
};
use coplan_store::{
    Turn,
    access::{Actor, System},
    on_both_databases, outbox,
};
use coplan_usecases::{
    Error,
    incoming_mail::{ReceiveError, make_answer_address, process, receive},
    job::Job,
    meeting::{self, CallForm, ChangeMeetingForm, MeetingView},
    member,
    plan::{self, EventFilter},
    testing::staff,
};
use futures_util::stream;
use jiff::SignedDuration;

async fn called(g: &Fixtures) -> MeetingId {
    let (title, day, time) = ("Steering group".to_owned(), "2026-12-08".to_owned(), "9.30".to_owned());
    let form = CallForm { title, day, time, shared: true, ..CallForm::suggested(g.id()) };
    meeting::call(&g.world.portal, &g.world.mikko, g.world.lakeside, &form).await.unwrap()
}

async fn show(g: &Fixtures, by: &Actor, id: MeetingId) -> MeetingView {
    meeting::show(&g.world.portal, by, g.world.lakeside, id).await.unwrap()
}

/// What was answered, as the reader sees it.
async fn answers(g: &Fixtures, by: &Actor, id: MeetingId) -> Vec<(String, Attendance, i64)> {
    show(g, by, id).await.answers.into_iter().map(|it| (it.name, it.answer, it.sequence)).collect()
}

async fn move_it(g: &Fixtures, id: MeetingId, time: &str) {
    let view = show(g, &g.world.mikko, id).await;
    let form = ChangeMeetingForm { time: time.to_owned(), ..ChangeMeetingForm::of(&view.meeting, "Europe/Helsinki") };
    meeting::change(&g.world.portal, &g.world.mikko, g.world.lakeside, id, &form).await.unwrap();
}

/// What a calendar sends.
struct Sent<'a> {
    from: &'a str,
    attendee: &'a str,
    uid: String,
    sequence: i64,
    state: &'a str,
    more: &'a str,
}

fn sent(id: MeetingId, sequence: i64, state: &str) -> Sent<'_> {
    let anna = "anna.aho@customer.example";
    Sent { from: anna, attendee: anna, uid: format!("{id}@plan.example"), sequence, state, more: "" }
}

impl Sent<'_> {
    fn raw(&self, to: &str) -> String {
        let Self { from, attendee, uid, sequence, state, more } = self;
        format!(
            "{more}Auto-Submitted: auto-generated\r\nFrom: Anna <{from}>\r\nTo: {to}\r\nSubject: {state}: Steering group\r\n\
             Content-Type: multipart/alternative; boundary=\"cal\"\r\n\r\n--cal\r\nContent-Type: text/plain\r\n\r\nYes.\r\n\
             --cal\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n\
             UID:{uid}\r\nSEQUENCE:{sequence}\r\nCOMMENT:On the road\\, by phone\r\nATTENDEE;PARTSTAT={state}:mailto:{attendee}\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n\r\n--cal--\r\n"
        )
    }
}

/// An email comes and is looked at, twice.
async fn comes(g: &Fixtures, raw: String) -> Vec<IncomingMailId> {
    receive(&g.world.portal, None, stream::iter([Ok(Bytes::from(raw))])).await.unwrap();
    let mut change = g.world.portal.change().await.unwrap();
    let mut found = Vec::new();
    while let Some(job) = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap() {
        if let Ok(Job::IncomingMail { mail }) = Job::parse(&job.kind, &job.payload) {
            found.push(mail);
        }
        outbox::update_done(&mut change, &System::for_tests(), &job).await.unwrap();
    }
    g.world.portal.commit(change).await.unwrap();
    for id in &found {
        for _ in 0..2 {
            process(&g.world.portal, &System::for_tests(), *id).await.unwrap();
        }
    }
    found
}

async fn address(g: &Fixtures, by: &Actor, id: MeetingId) -> String {
    make_answer_address(&g.world.portal, &System::for_tests(), (by.person(), id)).await.unwrap().unwrap()
}

on_both_databases! {
    async fn a_member_answers_in_a_press_and_otherwise_after_a_change(db: TestDb) {
        let g = ground(db).await;
        let (w, id) = (&g.world, called(&g).await);
        assert_eq!(show(&g, &w.mikko, id).await.silent, ["Anna Aho"], "Ben has no scope for meetings");
        assert!(show(&g, &w.anna, id).await.silent.is_empty() && show(&g, &w.anna, id).await.may_answer);
        let anna = |answer| meeting::answer(&w.portal, &w.anna, w.lakeside, id, answer);
        for _ in 0..2 {
            anna(Attendance::Accepted).await.unwrap();
        }
        assert_eq!(answers(&g, &w.mikko, id).await, [("Anna Aho".to_owned(), Attendance::Accepted, 0)]);
        assert!(show(&g, &w.mikko, id).await.silent.is_empty());
        move_it(&g, id, "10.00").await;
        assert_eq!(answers(&g, &w.anna, id).await, [("Anna Aho".to_owned(), Attendance::Accepted, 0)], "to the time before");
        anna(Attendance::Declined).await.unwrap();
        assert_eq!(answers(&g, &w.anna, id).await, [("Anna Aho".to_owned(), Attendance::Declined, 1)]);
        let told = plan::changes(&w.portal, &w.mikko, w.lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        assert_eq!(told.items.iter().filter(|item| item.kind == EventKind::InvitationAnswered).count(), 2, "each once");
        let other = called(&g).await;
        meeting::cancel(&w.portal, &w.mikko, w.lakeside, id).await.unwrap();
        assert!(matches!(anna(Attendance::Accepted).await, Err(Error::NotFound)), "it does not take place");
        g.pass_minutes(60 * 24 * 60);
        let late = meeting::answer(&w.portal, &w.anna, w.lakeside, other, Attendance::Accepted).await;
        assert!(matches!(late, Err(Error::NotFound)), "it has begun");
    }

    async fn only_who_may_see_the_meeting_answers_and_for_itself(db: TestDb) {
        let g = ground(db).await;
        let (w, id) = (&g.world, called(&g).await);
        let director = staff(&w.portal, "Liisa Laine", StaffRole::Director).await;
        let answer = |by| meeting::answer(&w.portal, by, w.lakeside, id, Attendance::Accepted);
        for by in [&w.ben, &w.carla] {
            assert!(matches!(answer(by).await, Err(Error::NotFound)));
        }
        assert!(matches!(answer(&director).await, Err(Error::NotResponsible)), "she only reads");
        assert!(matches!(meeting::answer(&w.portal, &w.anna, w.lakeside, g.id(), Attendance::Accepted).await, Err(Error::NotFound)));
        assert!(matches!(meeting::answer(&w.portal, &w.carla, w.harbour, id, Attendance::Accepted).await, Err(Error::NotFound)));
        member::remove(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap();
        assert!(matches!(answer(&w.anna).await, Err(Error::NotFound | Error::NotIn)));
        assert!(answers(&g, &w.mikko, id).await.is_empty());
    }

    async fn a_calendar_answers_for_its_person_once_and_to_the_latest_change(db: TestDb) {
        let g = ground(db).await;
        let (w, id) = (&g.world, called(&g).await);
        let to = address(&g, &w.anna, id).await;
        assert_eq!(to, address(&g, &w.anna, id).await, "one address for each");
        let raw = sent(id, 0, "ACCEPTED").raw(&to);
        assert_eq!((comes(&g, raw.clone()).await.len(), comes(&g, raw).await.len()), (1, 0), "the same email twice");
        let seen = show(&g, &w.mikko, id).await;
        let [answer] = seen.answers.as_slice() else { panic!("{:?}", seen.answers) };
        assert_eq!((answer.name.as_str(), answer.answer, answer.comment.as_str(), answer.by_email), ("Anna Aho", Attendance::Accepted, "On the road, by phone", true));
        assert!(seen.held.is_empty());
        move_it(&g, id, "10.00").await;
        comes(&g, sent(id, 1, "DECLINED").raw(&to)).await;
        comes(&g, sent(id, 0, "TENTATIVE").raw(&to)).await;
        assert_eq!(answers(&g, &w.anna, id).await, [("Anna Aho".to_owned(), Attendance::Declined, 1)], "what was said to the time before is old");
    }

    async fn what_is_not_the_persons_own_answer_is_held_for_staff_until_it_is_put_aside(db: TestDb) {
        let g = ground(db).await;
        let (w, id) = (&g.world, called(&g).await);
        let to = address(&g, &w.anna, id).await;
        let other = called(&g).await;
        let failed = "Authentication-Results: mx.northline.example; dkim=fail header.d=customer.example\r\n";
        let letter = format!("From: anna.aho@customer.example\r\nTo: {to}\r\nSubject: Re\r\n\r\nI cannot come.\r\n");
        for (raw, reason) in [
            (Sent { from: "ben.berg@customer.example", ..sent(id, 0, "ACCEPTED") }.raw(&to), HeldReason::OtherSender),
            (Sent { attendee: "ben.berg@customer.example", ..sent(id, 0, "ACCEPTED") }.raw(&to), HeldReason::OtherSender),
            (Sent { more: failed, ..sent(id, 0, "ACCEPTED") }.raw(&to), HeldReason::Unverified),
            (sent(other, 0, "ACCEPTED").raw(&to), HeldReason::Empty),
            (sent(id, 7, "ACCEPTED").raw(&to), HeldReason::NoAccess),
            (letter, HeldReason::Empty),
        ] {
            g.pass_minutes(5);
            comes(&g, raw).await;
            assert_eq!(show(&g, &w.mikko, id).await.held[0].reason, reason);
        }
        let seen = show(&g, &w.mikko, id).await;
        assert_eq!((seen.held.len(), seen.held[0].found.text.as_str()), (6, "I cannot come."));
        assert!(seen.answers.is_empty() && show(&g, &w.anna, id).await.held.is_empty(), "what others wrote is for staff");
        let mail = seen.held[0].id;
        let discard = |by, customer, meeting| meeting::discard_mail(&w.portal, by, customer, meeting, mail);
        assert!(matches!(discard(&w.anna, w.lakeside, id).await, Err(Error::NotFound)));
        assert!(matches!(discard(&w.petra, w.lakeside, id).await, Err(Error::NotResponsible)));
        assert!(matches!(discard(&w.saara, w.harbour, id).await, Err(Error::NotFound)));
        discard(&w.mikko, w.lakeside, other).await.unwrap();
        assert_eq!(show(&g, &w.mikko, id).await.held.len(), 6, "it is of another meeting");
        for _ in 0..2 {
            discard(&w.mikko, w.lakeside, id).await.unwrap();
        }
        assert_eq!(show(&g, &w.mikko, id).await.held.len(), 5);

        member::remove(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap();
        g.pass_minutes(5);
        comes(&g, sent(id, 0, "DECLINED").raw(&to)).await;
        assert_eq!(show(&g, &w.mikko, id).await.held[0].reason, HeldReason::NoAccess, "she is no member any more");
    }

    async fn one_address_takes_no_more_emails_than_anybody_sends(db: TestDb) {
        let g = ground(db).await;
        let id = called(&g).await;
        let to = address(&g, &g.world.anna, id).await;
        for n in 0..30 {
            comes(&g, sent(id, 0, if n % 2 == 0 { "ACCEPTED" } else { "DECLINED" }).raw(&to).replace("Yes.", &format!("{n}"))).await;
        }
        let more = stream::iter([Ok(Bytes::from(sent(id, 0, "TENTATIVE").raw(&to)))]);
        assert!(matches!(receive(&g.world.portal, None, more).await, Err(ReceiveError::TooMany)));
    }
}
