//! Whoever sends a request: in or not, with a language, and what its page needs to be drawn.

use crate::{
    http::{
        byte_budget::{ByteBudget, Owner},
        errors::PageError,
        page_cache::PageCache,
    },
    links,
    mails::Mail,
    words::Words,
};
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use coplan_domain::person::{Language, Side};
use coplan_usecases::{Actor, Portal, Staff, entry::Browser};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

/// Everything that pages work with.
#[derive(Clone)]
pub struct App {
    /// The deeds' side.
    pub portal: Portal,
    /// The files that go to the browser.
    pub site: Arc<Site>,
    /// The mails that went out, in the demo only.
    pub mails: Option<Arc<ShownMails>>,
    /// The plans that were drawn.
    pub page_cache: Arc<PageCache>,
    /// The bytes of requests and answers.
    pub byte_budget: Arc<ByteBudget>,
}

/// The last mails that went out, for the demo's page.
#[derive(Debug, Default)]
pub struct ShownMails(Mutex<VecDeque<Mail>>);

impl ShownMails {
    /// How many are kept.
    const KEPT: usize = 50;

    /// Keeps one more.
    pub fn push(&self, mail: Mail) {
        let mut mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mails.push_front(mail);
        mails.truncate(Self::KEPT);
    }

    /// All that are kept, newest first.
    #[must_use]
    pub fn list(&self) -> Vec<Mail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

impl FromRef<App> for Portal {
    fn from_ref(app: &App) -> Self {
        app.portal.clone()
    }
}

impl FromRef<App> for Arc<PageCache> {
    fn from_ref(app: &App) -> Self {
        Self::clone(&app.page_cache)
    }
}

impl FromRef<App> for Arc<ByteBudget> {
    fn from_ref(app: &App) -> Self {
        Self::clone(&app.byte_budget)
    }
}

/// The addresses of the files that go to the browser, with their content's hash in the name.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The style sheet of every page: what a plan needs at first sight.
    pub stylesheet: String,
    /// The style sheet of all pages but the plan.
    pub rooms: String,
    /// The sign in the browser's tab.
    pub icon: String,
    /// The name that script and wasm begin with; none where they were not built.
    pub script: Option<String>,
    /// The script that brings the islands of a plan to life; none where they were not built.
    pub start: Option<String>,
    /// Where cargo-leptos says that a page is to be loaded anew, while the sources are worked on.
    pub reload: Option<&'static str>,
}

/// Whoever sends the request.
#[derive(Clone)]
pub struct RequestContext {
    /// Who is in.
    pub actor: Option<Actor>,
    /// On which side whoever was in last with this browser is, where nobody is in.
    pub known_side: Option<Side>,
    /// The visitor's language and time zone.
    pub words: Words,
    /// For the inline script of this answer only.
    pub nonce: Arc<str>,
    /// Whether the visitor has chosen the language itself.
    pub language_chosen: bool,
    /// The path that was asked for.
    pub path: String,
    /// Where to go on after coming in: what was asked for, where that was a page.
    pub next: Option<String>,
    /// The page that this browser asked for before anybody was in, to go on to by whatever link somebody comes in.
    pub return_to: Option<String>,
    /// The secret in the device cookie, in or not; it shows that a browser is known.
    pub device_secret: Option<String>,
    /// What the browser calls itself, in short.
    pub browser: String,
    /// Where the request comes from, for counting tries.
    pub address: String,
    /// Whether it asks for JSON, as programs do, and not for a page.
    pub wants_json: bool,
    /// Whether cookies may say that they are for TLS only.
    pub tls: bool,
    /// The page's files.
    pub site: Arc<Site>,
    /// The supplier's name.
    pub supplier: String,
}

impl RequestContext {
    /// Who is in.
    ///
    /// # Errors
    /// [`PageError::NotIn`] where nobody is.
    pub fn actor(&self) -> Result<&Actor, PageError> {
        self.actor.as_ref().ok_or(PageError::NotIn)
    }

    /// The staff person who is in.
    ///
    /// # Errors
    /// [`PageError::NotIn`] where nobody is, [`PageError::NotFound`] where it is a member: what is for staff is not
    /// there for anybody else.
    pub fn staff(&self) -> Result<&Staff, PageError> {
        self.actor()?.staff().ok_or(PageError::NotFound)
    }

    /// Whose share of the byte budget the request takes.
    #[must_use]
    pub fn byte_owner(&self) -> Owner {
        match &self.actor {
            Some(actor) => Owner::Person(actor.person()),
            None => Owner::Network(self.address.clone()),
        }
    }

    /// On which side the visitor seems to be: by who is in or was in last, else where only staff sends a form to this
    /// address.
    #[must_use]
    pub fn side(&self, action: &str) -> Option<Side> {
        let staff = links::is_for_staff(action).then_some(Side::Supplier);
        self.actor.as_ref().map(Actor::side).or(self.known_side).or(staff)
    }

    /// Where to go on to after coming in by a link: the page that was asked for before, or the start.
    #[must_use]
    pub fn return_to(&self) -> &str {
        links::local(self.return_to.as_deref().unwrap_or_default())
    }

    /// The browser, as the deeds of coming in want to know it.
    #[must_use]
    pub fn as_browser(&self) -> Browser<'_> {
        Browser { label: &self.browser, known_device: self.device_secret.as_deref(), address: &self.address }
    }

    /// The same visitor with words in another language, where it has not chosen one.
    #[must_use]
    pub fn reading(mut self, language: Language) -> Self {
        if !self.language_chosen && self.actor.is_none() {
            self.words = Words::new(language, FIRST_TIME_ZONE);
        }
        self
    }

    /// Somebody of whom nothing is known but the language and the network.
    #[must_use]
    pub fn stranger(words: Words, address: String) -> Self {
        Self {
            actor: None,
            known_side: None,
            words,
            nonce: "".into(),
            language_chosen: false,
            path: String::new(),
            next: None,
            return_to: None,
            device_secret: None,
            browser: String::new(),
            address,
            wants_json: false,
            tls: false,
            site: Arc::default(),
            supplier: String::new(),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for RequestContext {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// Where a visitor is taken to live until it is known.
pub const FIRST_TIME_ZONE: &str = "Europe/Helsinki";

/// The name of the cookie that a device is known by. Behind TLS it carries the prefix that browsers guard: only
/// this host can set it, only for TLS (RFC 6265bis `__Host-`).
#[must_use]
pub const fn device_cookie(tls: bool) -> &'static str {
    if tls { "__Host-coplan" } else { "coplan" }
}

/// The name of the cookie of a browser that waits for a code or a second factor.
#[must_use]
pub const fn waiting_cookie(tls: bool) -> &'static str {
    if tls { "__Host-coplan-waiting" } else { "coplan-waiting" }
}

/// The name of the cookie that keeps which page was asked for before anybody was in. It opens nothing.
#[must_use]
pub const fn return_to_cookie(tls: bool) -> &'static str {
    if tls { "__Host-coplan-wish" } else { "coplan-wish" }
}

/// The name of the cookie that holds the language of somebody who is not in.
#[must_use]
pub const fn language_cookie(tls: bool) -> &'static str {
    if tls { "__Host-coplan-language" } else { "coplan-language" }
}

/// Has the browser forget the drafts that it saved: the next person at it is to find nothing that was written here.
pub const CLEAR_STORAGE: (HeaderName, HeaderValue) =
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));

/// Whether the request asks for JSON and for no page; what a browser sends when it follows a link names HTML.
#[must_use]
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accepted =
        headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    let mut types = accepted.map(|one| one.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    let mut json = false;
    types.all(|one| {
        json |= one == "application/json" || one.ends_with("+json");
        one != "text/html" && one != "application/xhtml+xml"
    }) && json
}

/// The value of a cookie.
#[must_use]
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    CookieJar::from_headers(headers).get(name).map(|cookie| cookie.value().to_owned())
}

/// The header that sets a cookie for this many seconds; 0 removes it. The value is one of our own secrets.
#[must_use]
pub fn set_cookie(tls: bool, name: &str, value: &str, seconds: i64) -> (HeaderName, HeaderValue) {
    let cookie = Cookie::build((name, value)).path(links::site::home()).max_age(time::Duration::seconds(seconds));
    let cookie = cookie.http_only(true).same_site(SameSite::Lax).secure(tls).build();
    (header::SET_COOKIE, HeaderValue::from_str(&cookie.to_string()).unwrap_or(HeaderValue::from_static("")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_tls_every_cookie_is_this_hosts_alone() {
        for name in [device_cookie(true), waiting_cookie(true), return_to_cookie(true), language_cookie(true)] {
            assert!(name.starts_with("__Host-"), "{name}");
            let (_, header) = set_cookie(true, name, "x", 60);
            let header = header.to_str().unwrap().to_owned();
            assert!(header.contains("; Secure") && header.contains("; Path=/") && !header.contains("Domain"), "{header}");
        }
    }

    #[test]
    fn json_is_for_whoever_names_it_and_no_page() {
        let wants =
            |accept: &'static str| wants_json(&HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(accept))]));
        for accept in ["application/json", "Application/JSON;q=0.9, */*", "application/problem+json, text/plain"] {
            assert!(wants(accept), "{accept}");
        }
        for accept in ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "", "application/json, text/html"] {
            assert!(!wants(accept), "{accept}");
        }
        assert!(!wants_json(&HeaderMap::new()));
    }
}
