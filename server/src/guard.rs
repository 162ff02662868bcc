//! What every request must pass and every answer carries, whatever page it is.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::Response,
};
use coplan_app::links;

/// Whether a request may be taken: what another site made a browser send is refused. Browsers say where a request
/// comes from (`Sec-Fetch-Site`, or `Origin` in older ones); what says neither is no browser and carries no cookie
/// that it was not given.
pub fn is_same_site(request: &Parts, public_url: &str) -> bool {
    let safe = matches!(request.method, Method::GET | Method::HEAD | Method::OPTIONS);
    safe || is_our_own(&request.headers, request.uri.path(), public_url)
}

/// Whether this is the page of a personal link, whose address nobody else may be told.
fn is_link(path: &str) -> bool {
    links::entry::is_personal_link(path)
}

fn is_our_own(headers: &HeaderMap, path: &str, public_url: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        // A page that tells nobody its address says `null` for its own forms as well. Whoever can send to a link's
        // address knows the link.
        (None, Some("null")) => is_link(path),
        (None, Some(origin)) => origin == public_url,
        (None, None) => true,
    }
}

/// Puts the headers on every answer that keep browsers from doing more than they should.
pub async fn headers(State(tls): State<bool>, request: Request, next: Next) -> Response {
    let link = is_link(request.uri().path());
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    let mut put = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::X_FRAME_OPTIONS, "DENY");
    // Browsers that do not say `Sec-Fetch-Site` say `Origin` of a form only where the page may tell its own site.
    put(header::REFERRER_POLICY, if link { "no-referrer" } else { "same-origin" });
    put(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(header::HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()");
    put(header::CACHE_CONTROL, "no-store");
    if tls {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&'static str, &'static str)]) -> bool {
        sent_to("/c/1/reply", pairs)
    }

    fn sent_to(path: &str, pairs: &[(&'static str, &'static str)]) -> bool {
        let headers =
            pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value))).collect();
        is_our_own(&headers, path, "https://plan.example.com")
    }

    #[test]
    fn a_form_from_another_site_is_refused() {
        assert!(!sent(&[("sec-fetch-site", "cross-site"), ("origin", "https://plan.example.com")]));
        assert!(!sent(&[("sec-fetch-site", "same-site")]));
        assert!(!sent(&[("origin", "https://evil.example")]));
        assert!(!sent(&[("origin", "null")]));
    }

    #[test]
    fn our_own_form_is_taken() {
        assert!(sent(&[("sec-fetch-site", "same-origin")]));
        assert!(sent(&[("origin", "https://plan.example.com")]));
        assert!(sent(&[]));
    }

    #[test]
    fn the_button_of_a_link_is_taken_from_an_old_browser_too() {
        assert!(sent_to("/in/secret", &[("origin", "null")]));
        assert!(!sent_to("/in/secret", &[("origin", "https://evil.example")]));
        assert!(!sent_to("/in/secret", &[("origin", "null"), ("sec-fetch-site", "cross-site")]));
    }
}
