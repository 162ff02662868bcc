//! The way in: from cookie to actor, and from request to visitor, once for every request.

use crate::{config::Config, guard, patience, sent};
use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::context::{self, App, FIRST_TIME_ZONE, LANGUAGE_COOKIE, RequestContext},
    http::errors::PageError,
    http::form_recovery::SubmittedBody,
    links,
    pages::error,
    words::{Words, preferred},
};
use coplan_usecases::{Actor, Portal, entry};
use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

/// Where a second factor is set up.
const SET_UP: &str = links::account::second_factor::PATTERN;
/// What whoever must set up a second factor first can still do.
const ALWAYS_OPEN: [&str; 3] =
    [links::sign_in::sign_out::PATTERN, links::sign_in::signed_out::PATTERN, links::entry::language::PATTERN];

/// What the way in needs besides the app.
#[derive(Clone)]
pub struct Door {
    /// The pages' side.
    pub app: App,
    /// Whether cookies are for TLS only, and so carry the `__Host-` name.
    pub tls: bool,
    /// Whether a proxy tells whom a request comes from.
    pub behind_proxy: bool,
    /// Where people reach it: where our own forms come from.
    pub public_url: Arc<str>,
}

impl Door {
    /// The door of this installation.
    pub fn new(app: App, config: &Config) -> Self {
        let public_url = Arc::from(config.public_url());
        Self { app, tls: config.public_url().starts_with("https://"), behind_proxy: config.behind_proxy, public_url }
    }
}

/// Lets the request in as whoever it is, and draws what failed. What was sent is held until then: where it could not
/// be kept, whoever sent it gets it back.
pub async fn layer(State(door): State<Door>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut context = anonymous(&door, &parts);
    let (sent, body) = sent::hold(&parts, body, patience::PAGE).await;
    if !guard::is_same_site(&parts, &door.public_url) {
        return error::rendered(&context, PageError::CrossSite.into_response(), &sent);
    }
    let entered = patience::within(patience::PAGE, enter(&door, &mut context)).await.and_then(|entered| entered);
    let sent = given_back(&context, sent, &body);
    if let Err(failure) = entered {
        return error::rendered(&context, failure.into_response(), &sent);
    }
    let body = match body {
        Ok(body) => body,
        Err(failure) => return error::rendered(&context, failure.into_response(), &sent),
    };
    if must_set_up_second_factor(&door, &context) {
        return match sent {
            SubmittedBody::Form { .. } => error::rendered(&context, PageError::NoSecondFactor.into_response(), &sent),
            SubmittedBody::Nothing { .. } | SubmittedBody::Files => Redirect::to(SET_UP).into_response(),
        };
    }
    parts.extensions.insert(context.clone());
    error::rendered(&context, next.run(Request::from_parts(parts, body)).await, &sent)
}

/// What is given back where the request fails. A form that is too long has a person at its other end only where somebody
/// is in; to draw megabytes for anybody else is work that a stranger makes at will.
fn given_back(context: &RequestContext, sent: SubmittedBody, body: &Result<Body, PageError>) -> SubmittedBody {
    match (&context.actor, body) {
        (None, Err(PageError::TooLong)) => SubmittedBody::Nothing { asked: context.path.clone() },
        _ => sent,
    }
}

fn must_set_up_second_factor(door: &Door, context: &RequestContext) -> bool {
    let open = context.path.starts_with(SET_UP) || ALWAYS_OPEN.contains(&context.path.as_str());
    !open && context.actor.as_ref().is_some_and(|actor| entry::must_set_up_second_factor(&door.app.portal, actor))
}

/// The address that was asked for.
fn asked(request: &Parts) -> String {
    links::local(request.uri.path_and_query().map_or("/", |asked| asked.as_str())).to_owned()
}

/// Whoever sends the request, before anybody is asked who that is.
fn anonymous(door: &Door, request: &Parts) -> RequestContext {
    let headers = &request.headers;
    let device_secret = context::cookie(headers, context::device_cookie(door.tls));
    let chosen = context::cookie(headers, LANGUAGE_COOKIE).and_then(|language| language.parse().ok());
    let language = chosen.unwrap_or_else(|| preferred(text(headers, header::ACCEPT_LANGUAGE)));
    RequestContext {
        actor: None,
        known_side: None,
        words: Words::new(language, FIRST_TIME_ZONE),
        language_chosen: chosen.is_some(),
        nonce: Arc::from(entry::nonce(&*door.app.portal.rng)),
        path: request.uri.path().to_owned(),
        // What can be gone on to after coming in is a page, not a form that was sent.
        next: (request.method == Method::GET).then(|| links::page_of(&asked(request))),
        return_to: context::cookie(headers, context::return_to_cookie(door.tls)),
        browser: browser_label(text(headers, header::USER_AGENT)),
        address: address(door, request),
        tls: door.tls,
        site: Arc::clone(&door.app.site),
        supplier: door.app.portal.settings.supplier.clone(),
        device_secret,
    }
}

/// Finds out who the visitor is.
async fn enter(door: &Door, context: &mut RequestContext) -> Result<(), PageError> {
    let Some(secret) = &context.device_secret else { return Ok(()) };
    let Some(actor) = entry::enter(&door.app.portal, secret).await? else {
        context.known_side = entry::side_of(&door.app.portal, secret).await?;
        return Ok(());
    };
    context.words = Words::new(actor.entered().language(), actor.entered().time_zone());
    note_seen_later(door.app.portal.clone(), actor.clone());
    context.actor = Some(actor);
    Ok(())
}

/// Who reads need not wait until it is noted, nor be kept from it where it cannot be.
fn note_seen_later(portal: Portal, actor: Actor) {
    if !entry::is_noted(&portal, &actor) {
        tokio::spawn(async move {
            if let Err(error) = entry::note_seen(&portal, &actor).await {
                tracing::warn!("that a device is here could not be noted: {error}");
            }
        });
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Whom the request comes from. A proxy appends the address it saw; what stands before it anybody can write.
fn address(door: &Door, request: &Parts) -> String {
    let forwarded = door
        .behind_proxy
        .then(|| request.headers.get_all("x-forwarded-for").iter().next_back())
        .flatten()
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.rsplit(',').next())
        .map(|address| address.trim().to_owned());
    let seen = || request.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let address = forwarded.and_then(|address| read_address(&address)).or_else(seen);
    address.map(household).unwrap_or_default()
}

/// An address as proxies write it: alone, in brackets, or with the port it came from.
fn read_address(written: &str) -> Option<IpAddr> {
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    bare.parse().ok().or_else(|| Some(written.parse::<SocketAddr>().ok()?.ip()))
}

/// The part of an address that stands for one household or company: whoever has an IPv6 address has 2^64 of them.
fn household(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
    }
}

/// What a browser calls itself, in short: "Firefox, Android".
fn browser_label(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];
    let find = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "?".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{browser_label, household, read_address};

    #[test]
    fn a_proxy_may_write_the_port_beside_the_address() {
        for written in ["192.0.2.7", "192.0.2.7:5678"] {
            assert_eq!(read_address(written).map(household).as_deref(), Some("192.0.2.7"), "{written}");
        }
        for written in ["2001:db8::7", "[2001:db8::7]", "[2001:db8::7]:5678"] {
            assert_eq!(read_address(written).map(household).as_deref(), Some("2001:db8::"), "{written}");
        }
        for written in ["", "unknown", "192.0.2.7:", "192.0.2.7:port", "[192.0.2.7", "_hidden"] {
            assert_eq!(read_address(written), None, "{written}");
        }
    }

    #[test]
    fn a_household_is_counted_as_one() {
        let of = |address: &str| household(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }

    #[test]
    fn a_browser_is_named_in_short() {
        let phone =
            "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";
        assert_eq!(browser_label(phone), "Chrome, Android");
        assert_eq!(
            browser_label("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0"),
            "Firefox, Mac"
        );
        assert_eq!(browser_label("curl/8"), "?");
    }
}
