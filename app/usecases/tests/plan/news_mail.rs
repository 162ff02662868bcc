//! Who is told by mail of what is new on a plan: whoever chose so and may know of it, and nobody else.

use crate::fixtures::{id, milestone, project, seen_milestone, task};
use coplan_domain::{event::EventKind, person::Language, plan::Light};
use coplan_store::{access::System, on_both_databases, outbox};
use coplan_usecases::{
    Actor,
    idea::{self, GiveIdeaForm, MoveIdeaForm},
    import::import_from_console,
    invoice,
    job::Job,
    mail_choice::{self, MailChoiceForm},
    milestone::{PromiseForm, move_promise},
    news_mail::{list_to_tell, mail_of},
    plan::NewsDetail,
    responsible::{HandOverForm, hand_over},
    status_report::{self, StatusForm},
    testing::{World, world},
};
use jiff::{SignedDuration, civil::date, tz::TimeZone};

/// The form of somebody who wants messages right away, and news or not.
fn chosen(news: bool) -> MailChoiceForm {
    MailChoiceForm { messages: true, news, pace: "at_once".to_owned(), hour: "8".to_owned(), quiet: false }
}

async fn wants(w: &World, who: &Actor, news: bool) {
    mail_choice::choose(&w.portal, who, &chosen(news)).await.unwrap();
}

/// The mails that are due: to whom, and of what.
async fn mails(w: &World) -> Vec<(String, EventKind, String)> {
    w.clock.pass(SignedDuration::from_mins(2));
    let mut told = Vec::new();
    loop {
        let mut change = w.portal.change().await.unwrap();
        let job = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_hours(24)).await.unwrap();
        let Some(job) = job else { return told };
        w.portal.commit(change).await.unwrap();
        let Ok(Job::NewsMail { event }) = Job::parse(&job.kind, &job.payload) else { continue };
        for to in list_to_tell(&w.portal, event).await.unwrap() {
            let mail = mail_of(&w.portal, event, to).await.unwrap().unwrap();
            told.push((mail.to.name, mail.item.kind, mail.item.label));
        }
    }
}

async fn say_status(w: &World, project: coplan_domain::id::ProjectId) {
    let (light, reason) = ("on_track".to_owned(), "All is ordered.".to_owned());
    let form = StatusForm { id: id(&w.portal).await, seen: String::new(), light, reason };
    status_report::report(&w.portal, &w.mikko, w.lakeside, project, &form).await.unwrap();
}

fn of(name: &str, kind: EventKind, label: &str) -> (String, EventKind, String) {
    (name.to_owned(), kind, label.to_owned())
}

on_both_databases! {
    async fn nobody_is_told_who_has_not_chosen_so(db: TestDb) {
        let w = world(db).await;
        let network = project(&w, "New network", true).await;
        say_status(&w, network).await;
        assert_eq!(mails(&w).await, []);
        let form = mail_choice::show(&w.portal, &w.anna).await.unwrap();
        assert_eq!((form.messages, form.news), (true, false));
    }

    async fn whoever_chose_so_is_told_of_dates_status_tasks_invoices_and_contacts(db: TestDb) {
        let w = world(db).await;
        wants(&w, &w.anna, true).await;
        wants(&w, &w.ben, true).await;
        wants(&w, &w.carla, true).await;
        let network = project(&w, "New network", true).await;
        let pilot = milestone(&w, network, "Pilot", "2026-12-04").await;
        assert_eq!(mails(&w).await, [], "a new project and its first dates are no such news");
        say_status(&w, network).await;
        let (promised_on, reason) = ("2026-12-18".to_owned(), "The switches come late.".to_owned());
        let drawn = PromiseForm::of(&seen_milestone(&w, network, pilot).await);
        move_promise(&w.portal, &w.mikko, w.lakeside, pilot, &PromiseForm { promised_on, reason, ..drawn }).await.unwrap();
        task(&w, network, "Open the gate", "customer", "onstage").await;
        task(&w, network, "Order the switches", "supplier", "onstage").await;
        let form = HandOverForm { from: w.mikko.person(), to: w.saara.person().to_string() };
        hand_over(&w.portal, &w.olli, w.lakeside, None, &form).await.unwrap();
        let both = [
            ("New network", EventKind::StatusReported),
            ("Pilot", EventKind::PromiseMoved),
            ("Open the gate", EventKind::TaskAdded),
            ("Saara Lind", EventKind::HandedOver),
        ];
        let told: Vec<_> = both.into_iter().flat_map(|(label, kind)| ["Anna Aho", "Ben Berg"].map(|name| of(name, kind, label))).collect();
        let mut mailed = mails(&w).await;
        mailed.sort();
        let mut told = told;
        told.sort();
        assert_eq!(mailed, told, "and nobody of another customer");
        let sample = include_bytes!("../../../domain/samples/three-short-tasks.xml").to_vec();
        import_from_console(&w.portal, &System::for_tests(), "sample.xml", sample, "1001").await.unwrap();
        let mailed = mails(&w).await;
        assert_eq!(mailed.iter().map(|(name, kind, _)| (name.as_str(), *kind)).collect::<Vec<_>>(), [("Anna Aho", EventKind::InvoiceIssued)], "Ben sees no sums");
    }

    async fn how_far_an_idea_is_is_told_with_the_reason(db: TestDb) {
        let w = world(db).await;
        wants(&w, &w.anna, true).await;
        let (category, what, effect) = ("price".to_owned(), "A price per shift".to_owned(), "People call earlier".to_owned());
        let form = GiveIdeaForm { category, what, effect, ..GiveIdeaForm::blank(id(&w.portal).await) };
        let of = idea::give(&w.portal, &w.ben, w.lakeside, &form).await.unwrap();
        assert_eq!(mails(&w).await, [], "a new idea is on the plan");
        let (state, reason) = ("not_now".to_owned(), "When we renew the agreement.".to_owned());
        let step = MoveIdeaForm { id: id(&w.portal).await, was: "new".to_owned(), state, reason };
        idea::decide(&w.portal, &w.mikko, w.lakeside, of, &step).await.unwrap();
        let told = mails(&w).await;
        assert_eq!(told, [("Anna Aho".to_owned(), EventKind::IdeaMoved, "A price per shift".to_owned())]);
    }

    async fn a_mail_says_what_it_was_before_and_why(db: TestDb) {
        let w = world(db).await;
        wants(&w, &w.anna, true).await;
        let network = project(&w, "New network", true).await;
        let pilot = milestone(&w, network, "Pilot", "2026-12-04").await;
        mails(&w).await;
        let drawn = PromiseForm::of(&seen_milestone(&w, network, pilot).await);
        let (promised_on, reason) = ("2026-12-18".to_owned(), "The switches come late.".to_owned());
        move_promise(&w.portal, &w.mikko, w.lakeside, pilot, &PromiseForm { promised_on, reason, ..drawn }).await.unwrap();
        say_status(&w, network).await;
        w.clock.pass(SignedDuration::from_mins(2));
        let mut said = Vec::new();
        loop {
            let mut change = w.portal.change().await.unwrap();
            let job = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_hours(24)).await.unwrap();
            let Some(job) = job else { break };
            w.portal.commit(change).await.unwrap();
            let Ok(Job::NewsMail { event }) = Job::parse(&job.kind, &job.payload) else { continue };
            said.push(mail_of(&w.portal, event, w.anna.person()).await.unwrap().unwrap().item.detail.unwrap());
        }
        let moved = NewsDetail::Moved { from: date(2026, 12, 4), to: date(2026, 12, 18), reason: (Language::En, "The switches come late.".to_owned()) };
        let reported = NewsDetail::Reported { from: None, to: Light::OnTrack, reason: (Language::En, "All is ordered.".to_owned()) };
        assert!(said.len() == 2 && said.contains(&moved) && said.contains(&reported), "{said:?}");
    }

    async fn what_is_not_shown_and_what_was_unchosen_meanwhile_is_not_told(db: TestDb) {
        let w = world(db).await;
        wants(&w, &w.anna, true).await;
        let hidden = project(&w, "Energy metering", false).await;
        say_status(&w, hidden).await;
        assert_eq!(mails(&w).await, []);
        let network = project(&w, "New network", true).await;
        task(&w, network, "Calculate the margin", "supplier", "backstage").await;
        assert_eq!(mails(&w).await, []);
        say_status(&w, network).await;
        wants(&w, &w.anna, false).await;
        assert_eq!(mails(&w).await, []);
    }

    async fn an_invoice_is_told_once_before_it_is_due_to_those_who_may_know_of_sums(db: TestDb) {
        let w = world(db).await;
        let sample = include_bytes!("../../../domain/samples/three-short-tasks.xml").to_vec();
        import_from_console(&w.portal, &System::for_tests(), "sample.xml", sample, "1001").await.unwrap();
        let brief = &invoice::list(&w.portal, &w.anna, w.lakeside, &invoice::InvoicesAsked::default()).await.unwrap().invoices[0];
        let due = brief.due_on.unwrap();
        wants(&w, &w.anna, true).await;
        wants(&w, &w.ben, true).await;
        let four_days_before = due.to_zoned(TimeZone::UTC).unwrap().timestamp() - SignedDuration::from_hours(4 * 24);
        w.clock.pass(four_days_before.duration_since(w.portal.clock.now()));
        invoice::tell_due(&w.portal, &System::for_tests()).await.unwrap();
        assert_eq!(mails(&w).await, [], "it is not soon yet");
        w.clock.pass(SignedDuration::from_hours(24));
        for _ in 0..2 {
            invoice::tell_due(&w.portal, &System::for_tests()).await.unwrap();
        }
        assert_eq!(mails(&w).await, [of("Anna Aho", EventKind::InvoiceDue, &brief.number)], "Ben sees no sums");
    }
}
