//! Reads the demo's pages as one of its people does: from link to link, as the whole server answers.

use crate::{
    config::{Config, Coplan},
    router::router,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{StatusCode, header},
};
use clap::Parser;
use coplan_app::http::context::device_cookie;
use coplan_demo::{Demo, Guest};
use coplan_domain::{id::PersonId, system::Clock};
use coplan_store::{
    access::System,
    device::{self, NewDevice},
    person,
    testing::TestDb,
};
use coplan_usecases::{
    Portal,
    seal::SecretKey,
    system::{SystemClock, SystemRng},
    testing::TestClock,
};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use tower::ServiceExt;

/// The demo, served.
pub struct Served {
    pub portal: Portal,
    pub guests: Vec<Guest>,
    router: Router,
    _db: TestDb,
}

/// What was answered at each address.
pub type Pages = BTreeMap<String, (StatusCode, String)>;

impl Served {
    /// The demo by a clock that is behind by this.
    pub async fn open(db: TestDb, behind: SignedDuration) -> Self {
        let config: Config = Coplan::parse_from(["coplan", "serve"]).config;
        let settings = config.settings(true, SecretKey::new(&SystemRng));
        let (kept, files) = (db.db.clone(), db.files.clone());
        let demo = Demo::open(kept.clone(), files.clone(), settings.clone(), System::for_tests()).await.unwrap();
        let clock = TestClock::at((SystemClock.now() - behind).as_millisecond());
        let portal = Portal::new(kept, files, Arc::new(clock), Arc::new(SystemRng), settings);
        let router = router(portal.clone(), &config, None);
        Self { portal, guests: demo.guests, router, _db: db }
    }

    /// Whoever has this address, signed in by a new device.
    pub async fn reader(&self, email: &str) -> Reader {
        let person = person::find_by_email(&mut self.portal.db.read().await.unwrap(), email).await.unwrap();
        Reader::enter(&self.portal, &self.router, person.unwrap().id).await
    }
}

/// Somebody who reads.
#[derive(Clone)]
pub struct Reader {
    router: Router,
    cookie: String,
}

impl Reader {
    /// This person, signed in by a new device.
    pub async fn enter(portal: &Portal, router: &Router, person: PersonId) -> Self {
        // 32 bytes in base64url, each person its own.
        let secret = format!("{person}{}", "A".repeat(17));
        let mut change = portal.change().await.unwrap();
        let device = NewDevice {
            id: change.id(),
            secret_hash: format!("{:x}", Sha256::digest(secret.as_bytes())),
            label: "Firefox, Linux".to_owned(),
            proved_at: Some(change.now()),
            ends_at: change.now() + SignedDuration::from_hours(24),
            browser: None,
        };
        let let_in = System::for_tests().let_in(&change, person);
        device::insert(&mut change, &let_in, &device).await.unwrap();
        portal.commit(change).await.unwrap();
        Self { router: router.clone(), cookie: format!("{}={secret}", device_cookie(false)) }
    }

    /// What is answered at an address: the status, where it leads, and the text.
    pub async fn get(&self, path: &str) -> (StatusCode, Option<String>, String) {
        let request = Request::builder().uri(path).header(header::HOST, "127.0.0.1:3000").header(header::COOKIE, &self.cookie);
        let answer = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let away = answer.headers().get(header::LOCATION).map(|away| away.to_str().unwrap().to_owned());
        let (status, body) = (answer.status(), to_bytes(answer.into_body(), usize::MAX).await.unwrap());
        (status, away, String::from_utf8_lossy(&body).into_owned())
    }

    /// Every page in reach of the beginning, and of these addresses.
    pub async fn crawl(&self, from: impl IntoIterator<Item = String>) -> Pages {
        let (mut ahead, mut pages) = (BTreeSet::from_iter(from), Pages::new());
        ahead.insert("/".to_owned());
        while let Some(path) = ahead.pop_first() {
            let (status, away, text) = self.get(&path).await;
            let found = links(&text).chain(away).filter(|found| is_page(found) && !pages.contains_key(found));
            ahead.extend(found.collect::<Vec<_>>());
            ahead.remove(&path);
            pages.insert(path, (status, text));
            // A calendar has no end.
            ahead.retain(|path| count_variants(&pages, path) < VARIANTS);
            assert!(pages.len() < 2_000, "there is no end of pages");
        }
        pages
    }
}

/// How many forms of one page are read, as its address asks for them.
const VARIANTS: usize = 8;

/// How many forms of this page were read.
fn count_variants(pages: &Pages, path: &str) -> usize {
    let Some((page, _)) = path.split_once('?') else { return 0 };
    let read =
        pages.range(format!("{page}?")..).take_while(|(other, _)| other.split_once('?').is_some_and(|(other, _)| other == page));
    read.count()
}

/// Whether it is read here: what goes to the browser is the same for all, and a stream never ends.
fn is_page(path: &str) -> bool {
    path.starts_with('/') && !["//", "/pkg/", "/live"].iter().any(|other| path.starts_with(other))
}

/// Where the links, forms and pictures of a page lead.
fn links(page: &str) -> impl Iterator<Item = String> {
    let attributes = ["href=\"", "action=\"", "src=\""];
    attributes.into_iter().flat_map(|attribute| page.split(attribute).skip(1)).filter_map(|rest| {
        let address = rest.split('"').next()?.split('#').next()?.replace("&amp;", "&");
        (!address.is_empty()).then_some(address)
    })
}
