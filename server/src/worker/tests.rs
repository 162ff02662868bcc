//! Claims about mail that is sent to many: each gets its own, once, whatever becomes of the others'.

mod post_office;

use super::*;
use crate::{
    config::{Config, Coplan},
    testing::Log,
};
use clap::Parser;
use coplan_app::mails;
use coplan_domain::{
    id::{JobId, LinkId, MessageId, ThreadId},
    mail::WhyUndelivered,
    person::CodePolicy,
    thread::{About, AboutKind},
};
use coplan_store::{on_both_databases, testing::TestDb};
use coplan_usecases::{
    Actor,
    entry::Browser,
    personal_link::{self, Opened},
    testing::{World, world},
    thread::{self, OpenForm},
    undelivered::MailAbout,
    waiting,
};
use post_office::PostOffice;

const ANNA: &str = "anna.aho@customer.example";
const BEN: &str = "ben.berg@customer.example";
const UNKNOWN: &str = "550 5.1.1 <ben.berg@customer.example>: no such mailbox here";
const BUSY: &str = "451 4.7.1 <ben.berg@customer.example>: try again";

/// A world with mail.
struct Ground {
    world: World,
    office: PostOffice,
    context: Context,
}

async fn ground(db: TestDb) -> Ground {
    let office = PostOffice::open().await;
    let world = world(db).await;
    let context = Context { portal: world.portal.clone(), mailer: mailer(&office.url), system: System::for_tests() };
    Ground { world, office, context }
}

fn mailer(url: &str) -> Mailer {
    let config: Config = Coplan::parse_from(["coplan", "serve", "--smtp-url", url]).config;
    Mailer::new(&config, None).unwrap()
}

impl Ground {
    /// Mikko asks Anna and Ben something; the mails are due.
    async fn ask(&self) {
        let portal = &self.world.portal;
        let change = portal.change().await.unwrap();
        let form = OpenForm {
            thread: change.id::<ThreadId>(),
            message: change.id::<MessageId>(),
            about: About { kind: AboutKind::Plan, id: self.world.lakeside.0 },
            title: "Which weekend?".to_owned(),
            text: "The 12th or the 19th?".to_owned(),
        };
        drop(change);
        thread::open(portal, &self.world.mikko, self.world.lakeside, &form).await.unwrap();
        self.pass(SignedDuration::from_mins(2));
    }

    fn pass(&self, time: SignedDuration) {
        self.world.clock.pass(time);
    }

    async fn claim(&self) -> outbox::Job {
        claim(&self.context).await.unwrap().unwrap()
    }

    /// Does what is due now.
    async fn work(&self) {
        while let Some(job) = claim(&self.context).await.unwrap() {
            work(&self.context, job).await;
        }
    }

    /// Does what is due, and what will be until a day has passed.
    async fn work_for_a_day(&self) {
        for _ in 0..24 * 60 {
            self.work().await;
            self.pass(SignedDuration::from_mins(1));
        }
    }

    /// Whom mail does not reach, and with what, as Mikko is told.
    async fn unreached(&self) -> Vec<(String, Vec<(MailAbout, WhyUndelivered)>)> {
        let view = waiting::show(&self.world.portal, &self.world.mikko as &Actor).await.unwrap().unwrap();
        let mails = |view: &coplan_usecases::undelivered::UnreachedView| {
            view.mails.iter().map(|mail| (mail.about, mail.why)).collect::<Vec<_>>()
        };
        view.unreached.iter().map(|view| (view.name.clone(), mails(view))).collect()
    }

    /// A browser that was never here opens a link of Anna's, and waits for its code.
    async fn wait_for_code(&self) {
        let portal = &self.world.portal;
        let id: LinkId = portal.change().await.unwrap().id();
        let (by, at, member) = (&self.world.mikko, self.world.lakeside, self.world.anna_membership);
        let made = personal_link::create(portal, by, at, member, id).await.unwrap();
        let secret = made.address.expose().rsplit('/').next().unwrap().to_owned();
        let browser = Browser { label: "Firefox, Android", known_device: None, address: "192.0.2.7" };
        assert!(matches!(personal_link::open(portal, &secret, &browser).await, Ok(Opened::CodeSent { .. })));
    }
}

on_both_databases! {
    async fn a_mailbox_that_is_not_there_keeps_nobody_elses_mail_and_floods_nobody(db: TestDb) {
        let g = ground(db).await;
        g.office.answer(BEN, Some(UNKNOWN));
        g.ask().await;
        g.work().await;
        assert_eq!(g.office.reached(), [ANNA]);
        assert_eq!(g.unreached().await, [("Ben Berg".to_owned(), vec![(MailAbout::Message, WhyUndelivered::Refused)])]);
        g.office.answer(BEN, None);
        g.work_for_a_day().await;
        assert_eq!(g.office.reached(), [ANNA], "what was refused for good is not tried again, what arrived not sent again");
    }

    async fn a_mailbox_that_takes_its_time_keeps_nobody_elses_mail_waiting(db: TestDb) {
        let g = ground(db).await;
        g.office.hold(BEN, true);
        g.ask().await;
        let (stop, stopping) = watch::channel(false);
        let working = tokio::spawn(run(g.world.portal.clone(), mailer(&g.office.url), System::for_tests(), stopping));
        g.office.until_reached(&[ANNA]).await;
        stop.send(true).unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(!working.is_finished(), "what is in hand is not broken off");
        g.office.hold(BEN, false);
        working.await.unwrap();
        assert_eq!(g.office.reached(), [ANNA, BEN]);
        g.work().await;
        assert_eq!(g.office.reached(), [ANNA, BEN], "and it is noted as done");
    }

    async fn a_mail_that_goes_out_twice_is_known_again(db: TestDb) {
        let g = ground(db).await;
        g.wait_for_code().await;
        let job = g.claim().await;
        let mut ids = Vec::new();
        for _ in 0..2 {
            // The process ends before it is noted that the mail went out.
            jobs::perform(&g.context, &job).await.map(drop).unwrap();
            let mail = g.office.last_mail();
            ids.push(mail.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned());
        }
        assert_eq!(ids[0], ids[1]);
        assert!(ids[0].contains(&job.id.to_string()));
    }

    async fn a_worker_that_is_told_to_stop_claims_nothing_more(db: TestDb) {
        let g = ground(db).await;
        g.ask().await;
        let (stop, stopping) = watch::channel(false);
        stop.send(true).unwrap();
        run(g.world.portal.clone(), mailer(&g.office.url), System::for_tests(), stopping).await;
        assert_eq!(g.office.reached(), Vec::<String>::new());
    }

    async fn what_is_promised_while_the_worker_stops_is_left_for_the_next_one(db: TestDb) {
        let g = ground(db).await;
        g.office.hold(BEN, true);
        g.ask().await;
        let (stop, stopping) = watch::channel(false);
        let working = tokio::spawn(run(g.world.portal.clone(), mailer(&g.office.url), System::for_tests(), stopping));
        g.office.until_reached(&[ANNA]).await;
        stop.send(true).unwrap();
        g.wait_for_code().await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        g.office.hold(BEN, false);
        working.await.unwrap();
        assert_eq!(g.office.reached(), [ANNA, BEN], "the code that was promised meanwhile is not claimed");
        g.work().await;
        assert_eq!(g.office.reached(), [ANNA, BEN, ANNA]);
    }

    async fn a_mailbox_that_is_busy_gets_its_mail_later_and_once(db: TestDb) {
        let g = ground(db).await;
        g.office.answer(BEN, Some(BUSY));
        g.ask().await;
        g.work().await;
        g.pass(SignedDuration::from_secs(5));
        g.work().await;
        assert_eq!(g.office.reached(), [ANNA]);
        assert_eq!(g.unreached().await, [], "it may still arrive");
        g.office.answer(BEN, None);
        g.pass(SignedDuration::from_secs(29));
        g.work().await;
        assert_eq!(g.office.reached(), [ANNA], "the pauses grow");
        g.work_for_a_day().await;
        assert_eq!(g.office.reached(), [ANNA, BEN]);
        assert_eq!(g.unreached().await, []);
    }

    async fn a_mailbox_that_stays_busy_is_given_up_for_itself(db: TestDb) {
        let g = ground(db).await;
        g.office.answer(BEN, Some(BUSY));
        g.ask().await;
        g.work_for_a_day().await;
        assert_eq!(g.office.reached(), [ANNA]);
        assert_eq!(g.unreached().await, [("Ben Berg".to_owned(), vec![(MailAbout::Message, WhyUndelivered::NotTaken)])]);
    }

    async fn a_server_that_does_not_know_us_is_asked_again(db: TestDb) {
        let g = ground(db).await;
        g.office.answer(BEN, Some("530 5.7.0 authentication required"));
        g.ask().await;
        g.work().await;
        assert_eq!(g.unreached().await, [], "that is ours to mend, and says nothing of the mailbox");
        g.office.answer(BEN, None);
        g.work_for_a_day().await;
        assert_eq!(g.office.reached(), [ANNA, BEN]);
    }

    async fn a_code_is_given_up_before_it_is_over_and_its_owner_can_be_helped(db: TestDb) {
        let g = ground(db).await;
        g.office.close("421 4.3.2 closing");
        assert_eq!(coplan_store::customer::list_code_policies(
            &mut g.world.portal.db.read().await.unwrap(), g.world.anna.person()).await.unwrap(), [CodePolicy::NewDevice]);
        g.wait_for_code().await;
        for _ in 0..9 * 60 {
            g.work().await;
            g.pass(SignedDuration::from_secs(1));
        }
        assert_eq!(g.unreached().await, [("Anna Aho".to_owned(), vec![(MailAbout::Code, WhyUndelivered::NotTaken)])]);
    }

    async fn a_refused_code_is_told_at_once_and_settled_by_the_next_that_arrives(db: TestDb) {
        let g = ground(db).await;
        g.office.answer(ANNA, Some("550 5.1.1 no such mailbox"));
        g.wait_for_code().await;
        g.work().await;
        assert_eq!(g.unreached().await, [("Anna Aho".to_owned(), vec![(MailAbout::Code, WhyUndelivered::Refused)])]);
        g.office.answer(ANNA, None);
        g.wait_for_code().await;
        g.work().await;
        assert!(g.office.last_mail().contains("is your code"));
        assert_eq!(g.unreached().await, []);
    }

    async fn the_log_says_the_code_and_nobodys_address(db: TestDb) {
        let g = ground(db).await;
        let log = Log::start();
        g.ask().await;
        g.office.answer(BEN, Some(UNKNOWN));
        g.office.answer(ANNA, Some("452 4.2.2 <anna.aho@customer.example> is full"));
        g.work().await;
        let said = log.said();
        assert!(said.contains("550") && said.contains("452") && said.contains("given_up=true"), "{said}");
        assert!(!said.contains("example") && !said.contains("mailbox here"), "{said}");
        let kept = coplan_store::testing::dump(&g.world.portal.db).await;
        let mut said = kept.iter().filter(|line| line.contains("no such mailbox")).peekable();
        assert!(said.peek().is_some(), "it is told beside the person");
        assert!(said.all(|line| !line.contains('@')), "without anybody's address");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_and_a_server_that_is_not_there_is_not() {
    let mail = |address: &str| mails::Mail {
        name: "Ben Berg".to_owned(),
        address: address.to_owned(),
        subject: "Which weekend?".to_owned(),
        text: "The 12th?".to_owned(),
        html: "<p>The 12th?</p>".to_owned(),
        reply_to: None,
        unsubscribe: None,
        calendar: None,
        good_until: None,
    };
    let (nowhere, job) = (mailer("smtp://127.0.0.1:9"), JobId(7.into()));
    assert!(nowhere.send(job, mail("ben.berg")).await.unwrap_err().is_final());
    let unreached = nowhere.send(job, mail(BEN)).await.unwrap_err();
    assert!(!unreached.is_final());
    assert_eq!(unreached.to_string(), "the SMTP server was not reached");
}
