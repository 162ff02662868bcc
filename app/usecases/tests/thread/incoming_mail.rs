//! Claims about replies by email: what is posted, what is held and why, and that nothing is lost or said twice.

use crate::fixtures::{Fixtures, ground};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use coplan_domain::{
    id::{IncomingMailId, MessageId, PersonId, ThreadId},
    incoming_mail::HeldReason::{self, *},
    mail::WhyUndelivered,
};
use coplan_store::{
    access::{self, Actor, System},
    on_both_databases, outbox,
    testing::narrow,
};
use coplan_usecases::{
    Error, Portal, customer,
    incoming_mail::{self, AddressRequest, HeldMailLine, ReceiveError, make_address, process, settle, show_held},
    job::Job,
    waiting,
};
use futures_util::stream;
use image::{DynamicImage, ImageFormat, RgbImage};
use jiff::SignedDuration;
use std::{io::Cursor, sync::Arc};

/// What becomes of a real-looking email.
enum Fate {
    /// It is posted with these words and files.
    Posted(&'static str, &'static [&'static str]),
    /// It is held.
    Held(HeldReason),
}
use Fate::{Held, Posted};

macro_rules! email {
    ($name:literal) => {
        ($name, include_str!(concat!("emails/", $name, ".eml")))
    };
}

const EMAILS: [((&str, &str), Fate); 21] = [
    (email!("gmail"), Posted("The 12th suits us. Päivävuoro is informed.", &[])),
    (email!("gmail-finnish"), Posted("Käy meille. Kiitos!", &[])),
    (email!("outlook"), Posted("Hi Mikko,\n\nthe 12th is fine, but not before 6 o´clock.\n\nBest regards,\nAnna", &[])),
    (email!("outlook-finnish"), Posted("Sopii hyvästi.", &[])),
    (email!("outlook-mobile"), Posted("Yes.", &[])),
    (email!("apple-mail"), Posted("We take the later one.", &[])),
    (email!("iphone"), Posted("Saturday is better.", &[])),
    (email!("thunderbird-between"), Posted("> Which weekend?\n\nThe 12th.\n\n> Which hall?\n\nHall 3.", &[])),
    (email!("thunderbird-swedish"), Posted("Det går bra – vi öppnar porten.", &[])),
    (email!("html-only"), Posted("The 12th, & please call first.", &[])),
    (email!("top-original"), Posted("Fine with us.", &[])),
    (
        email!("forwarded"),
        Posted(
            "The guard says:\n\n---------- Forwarded message ---------\nFrom: Guard <guard@customer.example>\nDate: Mon, 16 Nov 2026 at 08:00\nSubject: Gate 2\n\nGate 2 opens at six.",
            &[],
        ),
    ),
    (email!("pdf-attached"), Posted("The drawing is attached.", &["hall 3 ä.pdf"])),
    (email!("files-only"), Posted("plan.pdf", &["plan.pdf"])),
    (email!("calendar"), Posted("Anna Aho has accepted this invitation.", &["file-1.ics"])),
    (email!("out-of-office"), Held(Automatic)),
    (email!("bounce"), Held(Bounce)),
    (email!("our-own-mail"), Held(Automatic)),
    (email!("other-sender"), Held(OtherSender)),
    (email!("dkim-fails"), Held(Unverified)),
    (email!("nothing-new"), Held(Empty)),
];

async fn address(g: &Fixtures, person: PersonId, thread: ThreadId, internal: bool) -> String {
    let asked = AddressRequest { person, thread, internal };
    make_address(&g.world.portal, &System::for_tests(), asked).await.unwrap().unwrap()
}

/// The emails that are promised to be looked at.
async fn promised(g: &Fixtures) -> Vec<IncomingMailId> {
    let mut change = g.world.portal.change().await.unwrap();
    let mut found = Vec::new();
    while let Some(job) = outbox::claim(&mut change, &System::for_tests(), SignedDuration::from_mins(5)).await.unwrap() {
        if let Job::IncomingMail { mail } = Job::parse(&job.kind, &job.payload).unwrap() {
            found.push(mail);
        }
        outbox::update_done(&mut change, &System::for_tests(), &job).await.unwrap();
    }
    g.world.portal.commit(change).await.unwrap();
    found
}

/// An email is brought in pieces, as it comes over a network.
async fn receive(portal: &Portal, to: Option<&str>, raw: Vec<u8>) -> Result<(), ReceiveError> {
    let pieces = raw.chunks(50_000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect::<Vec<_>>();
    incoming_mail::receive(portal, to, stream::iter(pieces)).await
}

/// An email comes and is looked at.
async fn comes(g: &Fixtures, to: &str, raw: &str) -> Vec<IncomingMailId> {
    receive(&g.world.portal, None, raw.replace("{TO}", to).into_bytes()).await.unwrap();
    let ids = promised(g).await;
    for id in &ids {
        // Killed after it was posted, a worker looks again.
        for _ in 0..2 {
            process(&g.world.portal, &System::for_tests(), *id).await.unwrap();
        }
    }
    ids
}

async fn held(g: &Fixtures, actor: &Actor) -> Vec<HeldMailLine> {
    waiting::show(&g.world.portal, actor).await.unwrap().unwrap().mails
}

const PLAIN: &str =
    "From: anna.aho@customer.example\r\nTo: {TO}\r\nSubject: Re\r\nMessage-ID: <1@x.example>\r\n\r\nThe 12th.\r\n";

on_both_databases! {
    async fn real_looking_emails_become_replies_or_are_held(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        let (mut posted, mut waiting) = (1, 0);
        for ((name, raw), fate) in EMAILS {
            g.pass_minutes(5);
            assert_eq!(comes(&g, &to, raw).await.len(), 1, "{name}");
            let said = g.show(&g.world.mikko, thread).await.messages;
            match fate {
                Posted(text, files) => {
                    posted += 1;
                    let last = said.last().unwrap();
                    assert_eq!((last.text.as_str(), last.author.as_str()), (text, "Anna Aho"), "{name}");
                    assert_eq!(last.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), files, "{name}");
                }
                Held(reason) => {
                    waiting += 1;
                    let line = held(&g, &g.world.mikko).await.remove(0);
                    assert_eq!((line.reason, line.thread), (reason, thread), "{name}");
                    assert!(show_held(&g.world.portal, &g.world.mikko, line.id).await.is_ok(), "{name}");
                }
            }
            assert_eq!((said.len(), held(&g, &g.world.mikko).await.len()), (posted, waiting), "{name}");
        }
        assert_eq!(held(&g, &g.world.saara).await, [], "whoever has another customer");
        let line = held(&g, &g.world.mikko).await.remove(0);
        narrow(&g.world.portal.db, "mikko.kallio@supplier.example", "Harbour Cold Stores").await;
        let now = g.world.portal.clock.now();
        let mut conn = g.world.portal.db.read().await.unwrap();
        let mikko = access::authenticate(&mut conn, "secret of Mikko Kallio", now).await.unwrap().unwrap();
        drop(conn);
        assert_eq!(held(&g, &mikko).await, [], "whoever is narrowed to another customer");
        assert!(matches!(show_held(&g.world.portal, &mikko, line.id).await, Err(Error::NotFound)));
    }

    async fn what_comes_twice_is_said_once(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        assert_eq!(to, address(&g, g.world.anna.person(), thread, false).await);
        assert_eq!((comes(&g, &to, PLAIN).await.len(), comes(&g, &to, PLAIN).await.len()), (1, 0));
        assert_eq!(g.show(&g.world.mikko, thread).await.messages.len(), 2);
    }

    async fn an_answer_to_an_internal_notice_is_a_note(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.mikko.person(), thread, true).await;
        comes(&g, &to, &PLAIN.replace("anna.aho@customer", "mikko.kallio@supplier").replace("The 12th", "Palokarki")).await;
        let view = g.show(&g.world.mikko, thread).await;
        assert_eq!((view.messages.len(), view.internal.unwrap().notes[0].text.as_str()), (1, "Palokarki."));
        // A member's address for notes, which nobody makes, would open nothing.
        let to = address(&g, g.world.anna.person(), thread, true).await;
        comes(&g, &to, PLAIN).await;
        assert_eq!(held(&g, &g.world.mikko).await[0].reason, NoAccess);
    }

    async fn who_lost_its_access_posts_nothing(db: TestDb) {
        let g = ground(db).await;
        let about_money = g.open(&g.world.mikko, g.line(), "Six hours").await;
        let to = address(&g, g.world.ben.person(), about_money, false).await;
        comes(&g, &to, &PLAIN.replace("anna.aho", "ben.berg")).await;
        assert_eq!(held(&g, &g.world.mikko).await[0].reason, NoAccess);
        assert_eq!(g.show(&g.world.mikko, about_money).await.messages.len(), 1);
    }

    async fn a_held_email_is_posted_or_put_aside_once_by_whoever_may_write(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        for (n, from) in ["private@mail.example", "x@evil.example"].into_iter().enumerate() {
            comes(&g, &to, &PLAIN.replace("anna.aho@customer.example", from).replace("<1@", &format!("<{n}@"))).await;
            g.pass_minutes(1);
        }
        let [evil, private] = held(&g, &g.world.mikko).await.try_into().unwrap();
        for actor in [&g.world.anna, &g.world.petra] {
            assert!(settle(&g.world.portal, actor, private.id, true).await.is_err());
        }
        assert_eq!(show_held(&g.world.portal, &g.world.mikko, private.id).await.unwrap().from, "private@mail.example");
        for _ in 0..2 {
            settle(&g.world.portal, &g.world.mikko, private.id, true).await.unwrap();
            settle(&g.world.portal, &g.world.mikko, evil.id, false).await.unwrap();
        }
        let [again] = promised(&g).await[..] else { panic!("one") };
        process(&g.world.portal, &System::for_tests(), again).await.unwrap();
        let said = g.show(&g.world.mikko, thread).await.messages;
        assert_eq!((said.len(), said[1].author.as_str(), said[1].id), (2, "Anna Aho", MessageId(private.id.0)));
        assert_eq!(held(&g, &g.world.mikko).await, []);
    }

    async fn a_large_photograph_is_kept_and_one_file_too_large_is_told(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        let mut photograph = Vec::new();
        let dots = RgbImage::from_fn(2400, 2000, |x, y| [x.wrapping_mul(y).to_le_bytes()[0], x.to_le_bytes()[0], y.to_le_bytes()[0]].into());
        DynamicImage::from(dots).write_to(&mut Cursor::new(&mut photograph), ImageFormat::Jpeg).unwrap();
        let whole = |name: &str, bytes: &[u8]| {
            format!(
                "From: anna.aho@customer.example\r\nTo: {{TO}}\r\nSubject: Gate\r\nMessage-ID: <{name}>\r\nMIME-Version: 1.0\r\n\
                 Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee {name}.\r\n--b\r\n\
                 Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename={name}\r\n\
                 Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
                STANDARD.encode(bytes)
            )
        };
        comes(&g, &to, &whole("gate.jpg", &photograph)).await;
        let last = g.show(&g.world.mikko, thread).await.messages.pop().unwrap();
        assert_eq!((last.files[0].name.as_str(), last.files[0].picture.is_some()), ("gate.jpg", true));
        g.pass_minutes(1);
        comes(&g, &to, &whole("film.bin", &vec![7; 21 * 1024 * 1024])).await;
        let last = g.show(&g.world.mikko, thread).await.messages.pop().unwrap();
        assert_eq!((last.text.as_str(), last.files.len()), ("See film.bin.", 0));
        assert_eq!(held(&g, &g.world.mikko).await[0].reason, FilesLeft);
    }

    async fn what_comes_to_no_address_of_ours_is_refused(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        let portal = &g.world.portal;
        let forged = to.replacen(&to[10..12], "zz", 1);
        for (raw, to) in [(PLAIN.replace("{TO}", &forged), None), (PLAIN.replace("{TO}", "x@y.example"), Some("reply+@reply.northline.example"))] {
            assert!(matches!(receive(portal, to, raw.into_bytes()).await, Err(ReceiveError::NoAddress)));
        }
        assert!(matches!(receive(portal, Some(&to), b"\x00\x01".to_vec()).await, Err(ReceiveError::Unreadable)));
        receive(portal, Some(&to), PLAIN.replace("{TO}", "x@y.example").into_bytes()).await.unwrap();
        let mut off = portal.clone();
        off.settings = Arc::new(coplan_usecases::Settings { reply_domain: None, ..(*off.settings).clone() });
        assert!(matches!(receive(&off, Some(&to), PLAIN.as_bytes().to_vec()).await, Err(ReceiveError::Off)));
    }

    async fn an_email_that_is_made_to_break_its_reader_is_held_unread(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        let deep = |levels: usize| PLAIN.replace("\r\n\r\n", "\r\n").replace("The 12th.", &"Content-Type: message/rfc822\r\n\r\n".repeat(levels));
        let parts = (0..16_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect::<Vec<_>>().concat();
        let parts = PLAIN.replace("\r\n\r\nThe 12th.", &format!("\r\n{parts}\r\nx"));
        for raw in [deep(16_000), deep(100_000), parts] {
            comes(&g, &to, &raw).await;
            let line = held(&g, &g.world.mikko).await.remove(0);
            assert_eq!(line.reason, Unreadable);
            let view = show_held(&g.world.portal, &g.world.mikko, line.id).await.unwrap();
            assert_eq!((view.from.as_str(), view.subject.as_str(), view.text.as_str()), ("anna.aho@customer.example", "Re", ""));
            g.pass_minutes(1);
        }
        let stranger = deep(16_000).replace("{TO}", "whatever@reply.northline.example");
        assert!(matches!(receive(&g.world.portal, None, stranger.into_bytes()).await, Err(ReceiveError::NoAddress)));
        let endless = PLAIN.replace("Subject", &format!("{}Subject", "X-A: b\r\n".repeat(60_000))).replace("{TO}", &to);
        assert!(matches!(receive(&g.world.portal, None, endless.into_bytes()).await, Err(ReceiveError::Unreadable)));
    }

    async fn a_very_long_text_and_very_many_files_take_no_longer_than_what_is_kept_of_them(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        comes(&g, &to, &PLAIN.replace("The 12th.", &"From: a\r\n".repeat(900_000))).await;
        assert_eq!(held(&g, &g.world.mikko).await.remove(0).reason, TooLong);
        g.pass_minutes(1);
        let picture = "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgoAAAANSUhEUg==\r\n";
        let with = |pictures: usize| {
            let parts = format!("--b\r\n\r\nSee.\r\n{}--b--", picture.repeat(pictures));
            PLAIN.replace("\r\n\r\nThe 12th.", &format!("\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{parts}"))
        };
        for (pictures, reason) in [(12, FilesLeft), (20_000, Unreadable)] {
            comes(&g, &to, &with(pictures)).await;
            assert_eq!(held(&g, &g.world.mikko).await.remove(0).reason, reason);
            g.pass_minutes(1);
        }
    }

    async fn two_emails_with_one_name_are_two(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        comes(&g, &to, PLAIN).await;
        g.pass_minutes(1);
        assert_eq!(comes(&g, &to, &PLAIN.replace("12th", "13th")).await.len(), 1);
        // Brought again by another way it is the same.
        assert_eq!(comes(&g, &to, &format!("Received: by mx2.x.example\r\n{PLAIN}")).await.len(), 0);
        assert_eq!(g.show(&g.world.mikko, thread).await.messages.last().unwrap().text, "The 13th.");
    }

    async fn of_very_many_emails_to_one_address_the_rest_is_to_come_later(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let other = g.open(&g.world.mikko, g.plan(), "Which hall?").await;
        let to = address(&g, g.world.anna.person(), thread, false).await;
        let from = |n: usize| PLAIN.replace("anna.aho@customer.example", &format!("x{n}@evil.example")).replace("<1@", &format!("<{n}@"));
        let mut came = 0;
        for hour in 0..2 {
            for n in 0..40 {
                match receive(&g.world.portal, Some(&to), from(100 * hour + n).into_bytes()).await {
                    Ok(()) => came += 1,
                    Err(error) => assert!(matches!(error, ReceiveError::TooMany)),
                }
            }
            assert_eq!(came, if hour == 0 { 30 } else { 60 });
            for id in promised(&g).await {
                process(&g.world.portal, &System::for_tests(), id).await.unwrap();
            }
            g.pass_minutes(61);
        }
        // Sixty are held, and so none comes until somebody has looked at them.
        assert!(matches!(receive(&g.world.portal, Some(&to), from(999).into_bytes()).await, Err(ReceiveError::TooMany)));
        let to = address(&g, g.world.anna.person(), other, false).await;
        comes(&g, &to, PLAIN).await;
        assert_eq!(g.show(&g.world.mikko, other).await.messages.len(), 2, "other discussions go on");
    }

    async fn what_came_back_is_told_until_the_address_turns_out_to_work(db: TestDb) {
        let g = ground(db).await;
        let (anna, mikko) = (&g.world.anna, &g.world.mikko);
        let thread = g.open(mikko, g.plan(), "Which weekend?").await;
        let to = address(&g, anna.person(), thread, false).await;
        let unreached = async |actor| waiting::show(&g.world.portal, actor).await.unwrap().unwrap().unreached;
        assert!(unreached(mikko).await.is_empty());
        comes(&g, &to, email!("bounce").1).await;
        let found = unreached(mikko).await;
        assert_eq!((found.len(), found[0].person, found[0].mails.len()), (1, anna.person(), 1));
        assert_eq!(found[0].mails[0].why, WhyUndelivered::Bounced);
        assert_eq!(found[0].mails[0].server_said.as_deref(), Some("5.1.1"));
        assert!(unreached(&g.world.saara).await.is_empty(), "she has another customer");
        let listed = customer::show_for_colleague(&g.world.portal, mikko, g.world.lakeside).await.unwrap().unwrap().members;
        let told: Vec<_> = listed.iter().map(|it| (it.membership.person.id == anna.person(), it.undelivered.len())).collect();
        assert!(told.contains(&(true, 1)) && told.contains(&(false, 0)), "{told:?}");

        g.pass_minutes(1);
        comes(&g, &to, email!("gmail").1).await;
        assert!(unreached(mikko).await.is_empty(), "whoever answers an email has got it");
    }
}
