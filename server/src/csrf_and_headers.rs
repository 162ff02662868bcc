//! Refuses what another site made a browser send, and puts the headers on answers that hold browsers back.

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use coplan_app::{http::errors::PageError, links::entry::carries_secret};
use tower::ServiceBuilder;
use tower_http::{
    csrf::{CsrfLayer, ProtectionError},
    set_header::SetResponseHeaderLayer,
};

/// Refuses cross-site requests that change something, by `Sec-Fetch-Site`, or by `Origin` and `Host` in older browsers.
/// What sends none of them is no browser, and has no cookie that it was not given.
///
/// No origin is trusted by name: `CsrfLayer` would then believe it against `Sec-Fetch-Site`.
pub fn csrf() -> CsrfLayer<fn(ProtectionError) -> Response> {
    CsrfLayer::new().with_rejection_response(|_| PageError::CrossSite.into_response())
}

/// Lets the page of a personal link be posted from a browser that sends no `Sec-Fetch-Site`. The page gives its address to
/// nobody, so such a browser says `Origin: null` even for the page's own form. Only somebody who knows the link can post
/// to its address.
pub async fn accept_null_origin_of_links(mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_null = headers.get(header::ORIGIN).is_some_and(|origin| origin == "null");
    if is_null && !headers.contains_key("sec-fetch-site") && carries_secret(request.uri().path()) {
        request.headers_mut().remove(header::ORIGIN);
    }
    next.run(request).await
}

/// No page of a personal link tells its address to any other site, not even to ours.
pub async fn referrer_policy(request: Request, next: Next) -> Response {
    // Browsers that do not send `Sec-Fetch-Site` send `Origin` with a form only where the page may tell its own site.
    let policy = if carries_secret(request.uri().path()) { "no-referrer" } else { "same-origin" };
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static(policy));
    response
}

/// Puts on every answer the headers that it does not set itself.
pub fn with_headers(router: Router, tls: bool) -> Router {
    let header = |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    let named = |name, value| header(HeaderName::from_static(name), value);
    let strict = || header(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    router.layer(
        ServiceBuilder::new()
            .layer(from_fn(referrer_policy))
            .layer(header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"))
            .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .layer(header(header::X_FRAME_OPTIONS, "DENY"))
            .layer(named("cross-origin-opener-policy", "same-origin"))
            .layer(named("cross-origin-resource-policy", "same-origin"))
            .layer(named("permissions-policy", "camera=(), microphone=(), geolocation=()"))
            .layer(header(header::CACHE_CONTROL, "no-store"))
            .option_layer(tls.then(strict)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{body::Body, http::StatusCode, routing::post};
    use tower::ServiceExt;

    async fn is_taken(pairs: &[(&'static str, &'static str)]) -> bool {
        is_taken_at("/c/1/reply", pairs).await
    }

    async fn is_taken_at(path: &str, pairs: &[(&'static str, &'static str)]) -> bool {
        let page = post(async || "taken");
        let router = Router::new().route("/c/1/reply", page.clone()).route("/in/secret", page);
        let router = router.layer(csrf()).layer(from_fn(accept_null_origin_of_links));
        let request = Request::post(path).header(header::HOST, "plan.example.com");
        let request = pairs.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let status = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap().status();
        assert!(matches!(status, StatusCode::OK | StatusCode::FORBIDDEN), "{status}");
        status == StatusCode::OK
    }

    #[tokio::test]
    async fn a_form_from_another_site_is_refused() {
        assert!(!is_taken(&[("sec-fetch-site", "cross-site"), ("origin", "https://plan.example.com")]).await);
        assert!(!is_taken(&[("sec-fetch-site", "same-site")]).await);
        assert!(!is_taken(&[("origin", "https://evil.example")]).await);
        assert!(!is_taken(&[("origin", "null")]).await);
    }

    #[tokio::test]
    async fn our_own_form_is_taken() {
        assert!(is_taken(&[("sec-fetch-site", "same-origin")]).await);
        assert!(is_taken(&[("origin", "https://plan.example.com")]).await);
        assert!(is_taken(&[]).await);
    }

    #[tokio::test]
    async fn the_button_of_a_link_is_taken_from_an_old_browser_too() {
        assert!(is_taken_at("/in/secret", &[("origin", "null")]).await);
        assert!(!is_taken_at("/in/secret", &[("origin", "https://evil.example")]).await);
        assert!(!is_taken_at("/in/secret", &[("origin", "null"), ("sec-fetch-site", "cross-site")]).await);
    }

    #[tokio::test]
    async fn an_answer_has_every_header_that_it_does_not_set_itself() {
        let own = [(header::CACHE_CONTROL, "max-age=60")];
        let router = Router::new().route("/in/x", post(async move || (own, ""))).route("/other", post(async || ""));
        let answered = async |path: &str, tls: bool| {
            let request = Request::post(path).body(Body::empty()).unwrap();
            with_headers(router.clone(), tls).oneshot(request).await.unwrap().headers().clone()
        };
        let link = answered("/in/x", true).await;
        assert_eq!(
            (&link["cache-control"], &link["referrer-policy"]),
            (&"max-age=60".parse().unwrap(), &"no-referrer".parse().unwrap())
        );
        assert!(link.contains_key("strict-transport-security") && link.contains_key("content-security-policy"));
        let other = answered("/other", false).await;
        assert_eq!(
            (&other["cache-control"], &other["referrer-policy"]),
            (&"no-store".parse().unwrap(), &"same-origin".parse().unwrap())
        );
        assert!(!other.contains_key("strict-transport-security") && other.contains_key("permissions-policy"));
    }
}
