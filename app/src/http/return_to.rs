//! Which page a browser asked for before anybody was signed in, kept in a cookie that opens nothing.

use crate::{
    http::context::{RequestContext, return_to_cookie, set_cookie},
    links,
};
use axum::http::{HeaderName, HeaderValue};
use jiff::SignedDuration;

/// How long a browser remembers it: until the mail with a link has come and is opened.
const LASTS: SignedDuration = SignedDuration::from_hours(1);

/// The header that keeps the page somebody who is not in has asked for, so that coming in leads there. The link that
/// brings a member in mostly comes by another mail, so its address cannot carry this; and it stays in this browser, so
/// that nobody but whoever asked is led there. None for the start, and for what a cookie cannot hold.
#[must_use]
pub fn return_to(context: &RequestContext) -> Option<(HeaderName, HeaderValue)> {
    let next = links::local(context.next.as_deref()?);
    let holds = next != links::site::home::PATTERN && !next.contains([';', ',', '"']);
    holds.then(|| set_cookie(context.tls, return_to_cookie(context.tls), next, LASTS.as_secs()))
}
