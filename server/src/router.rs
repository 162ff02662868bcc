//! The whole server: pages, files, the health check, and the layers around them.

use crate::{
    config::Config,
    context_layer::{self, ContextLayer},
    csrf_and_headers, error_layer,
    form_buffer::{self, FORM_LIMIT},
    mail_door, request_log,
    session_layer::{self, SessionLayer},
    site, timeouts,
    write_pace::{self, WritePace},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{Method, StatusCode, Uri},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect},
    routing::get,
};
use coplan_app::{
    http::context::{App, ShownMails},
    http::errors::PageError,
    links,
};
use coplan_pages::routes;
use coplan_usecases::Portal;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tower::ServiceBuilder;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// The longest that a monitor waits for the health check.
const HEALTH_LIMIT: Duration = Duration::from_secs(5);

/// The whole server.
pub fn router(portal: Portal, config: &Config, mails: Option<Arc<ShownMails>>) -> Router {
    let app = App {
        portal: portal.clone(),
        site: Arc::new(site::SITE.clone()),
        mails,
        page_cache: Arc::default(),
        byte_budget: Arc::default(),
    };
    let mail = mail_door::route(portal.clone(), config, Arc::clone(&app.byte_budget));
    let router = Router::new()
        .route(links::site::file::PATTERN, get(site::get))
        .route(links::site::favicon::PATTERN, get(site::icon))
        .route(links::site::health::PATTERN, get(healthz).with_state(portal.clone()))
        .route(links::site::receive_mail::PATTERN, mail)
        .merge(pages(app, config));
    request_log::with_request_ids(csrf_and_headers::with_headers(router, config.is_tls()), portal)
}

/// The pages.
fn pages(app: App, config: &Config) -> Router {
    let pages = routes::router()
        .fallback(async || PageError::NotFound)
        .method_not_allowed_fallback(page_of_form)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn(timeouts::page));
    let uploads = routes::uploads().method_not_allowed_fallback(page_of_form).layer(from_fn(timeouts::upload));
    layered(pages.merge(uploads).with_state(app.clone()), app, config)
}

/// Where a form was refused its address stands in the browser, and may be opened again: that leads to the page that it
/// belongs to, whose address is shorter.
async fn page_of_form(method: Method, uri: Uri) -> Result<Redirect, PageError> {
    match uri.path().rsplit_once('/') {
        Some((page, _)) if method == Method::GET => Ok(Redirect::to(if page.is_empty() { "/" } else { page })),
        _ => Err(PageError::NotFound),
    }
}

/// Puts the layers around pages, the outermost first. Between the place where something fails and the layer that draws
/// it, an error is a value; an API has another layer there, which writes it as JSON.
fn layered(pages: Router, app: App, config: &Config) -> Router {
    let (portal, budget) = (app.portal.clone(), Arc::clone(&app.byte_budget));
    // For what goes to a page; nothing else of a request is read.
    let forms = ServiceBuilder::new()
        .layer(from_fn_with_state(Arc::clone(&budget), form_buffer::layer))
        .layer(from_fn_with_state(Arc::new(WritePace::default()), write_pace::layer))
        .layer(CatchPanicLayer::custom(|_| PageError::Broken.into_response()));
    let layers = ServiceBuilder::new()
        // Pages are made for one reader each: packed at the quickest level, which still halves them twice over.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(budget, error_layer::html))
        .layer(from_fn_with_state(ContextLayer::new(app, config), context_layer::layer))
        .layer(from_fn(csrf_and_headers::accept_null_origin_of_links))
        .layer(csrf_and_headers::csrf())
        .layer(from_fn_with_state(SessionLayer::new(portal), session_layer::layer));
    pages.route_layer(forms).layer(layers)
}

/// Whether the process answers and its database does.
async fn healthz(State(portal): State<Portal>) -> (StatusCode, &'static str) {
    let silent = match timeout(HEALTH_LIMIT, portal.db.ping()).await {
        Ok(Ok(())) => return (StatusCode::OK, "ok\n"),
        Ok(Err(error)) => error.to_string(),
        Err(late) => late.to_string(),
    };
    tracing::error!("the database does not answer: {silent}");
    (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
}

#[cfg(test)]
mod tests {
    mod crawl;
    mod long_pages;
    mod reach;
    mod set_back;

    use super::*;
    use crate::{config::Coplan, testing::Log};
    use axum::{
        body::{Body, Bytes, to_bytes},
        extract::Request,
        http::header,
        response::Response,
    };
    use clap::Parser;
    use coplan_store::{Engine, testing};
    use coplan_usecases::{InternalError, testing::world};
    use std::{
        io,
        sync::atomic::{AtomicUsize, Ordering},
    };
    use tower::ServiceExt;

    /// Answers a request to pages that fail.
    async fn answered(request: Request) -> Response {
        let world = world(testing::fresh(Engine::Sqlite).await.unwrap()).await;
        let config = Coplan::parse_from(["coplan", "serve"]).config;
        let app = App {
            portal: world.portal.clone(),
            site: Arc::default(),
            mails: None,
            page_cache: Arc::default(),
            byte_budget: Arc::default(),
        };
        let pages = Router::new()
            .route("/fault", get(async || PageError::Internal(InternalError::Promise)))
            .route("/reply", axum::routing::post(async || "taken"))
            .route("/c/{customer}/reply", axum::routing::post(async || "taken"))
            .route("/mine", axum::routing::post(async || PageError::NotIn))
            .method_not_allowed_fallback(page_of_form)
            .fallback(async || PageError::NotFound);
        let router = layered(pages, app, &config);
        request_log::with_request_ids(router, world.portal.clone()).oneshot(request).await.unwrap()
    }

    fn request(method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:3000")
    }

    async fn text(response: Response) -> String {
        String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn what_the_reader_sees_of_a_failure_is_found_in_the_log_with_the_id_of_the_request() {
        let log = Log::start();
        let forged = request("GET", "/fault").header("x-request-id", "forged").body(Body::empty()).unwrap();
        let response = answered(forged).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let id = response.headers()["x-request-id"].to_str().unwrap().to_owned();
        let page = text(response).await;
        let said = log.said();
        let line = said.lines().find(|line| line.contains("reference=")).unwrap_or_else(|| panic!("{said}"));
        let reference = line.split("reference=").nth(1).unwrap().split_whitespace().next().unwrap().trim_matches('"');
        assert!(page.contains(reference) && line.contains(&id) && id.len() == 26, "{id} {line}");
        assert!(!said.contains("forged"), "{said}");
    }

    #[tokio::test]
    async fn what_another_site_sent_is_refused_as_a_page_and_does_not_come_back() {
        let form = || request("POST", "/reply").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let cross_site = form().header("sec-fetch-site", "cross-site").body(Body::from("text=Xyzzy")).unwrap();
        let response = answered(cross_site).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        let page = text(response).await;
        assert!(page.contains("<h1>") && !page.contains("Xyzzy"), "{page}");
        let ours = form().header("sec-fetch-site", "same-origin").body(Body::from("text=Xyzzy")).unwrap();
        assert_eq!(text(answered(ours).await).await, "taken");
    }

    #[tokio::test]
    async fn the_address_of_a_form_leads_to_its_page() {
        for (address, page) in [("/c/1/reply", "/c/1"), ("/reply", "/")] {
            let response = answered(request("GET", address).body(Body::empty()).unwrap()).await;
            assert_eq!(
                (response.status(), &response.headers()[header::LOCATION]),
                (StatusCode::SEE_OTHER, &page.parse().unwrap())
            );
        }
        let response = answered(request("PUT", "/reply").body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn a_form_that_is_too_long_is_refused_as_a_page_that_does_not_repeat_it_to_a_stranger() {
        let form = request("POST", "/reply").body(Body::from(format!("text={}", "y".repeat(FORM_LIMIT)))).unwrap();
        let response = answered(form).await;
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert!(text(response).await.len() < 20_000);
    }

    /// A form that comes piece by piece, and counts how much of it is asked for.
    fn counted(pieces: usize) -> (Body, Arc<AtomicUsize>) {
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        let pieces = (0..pieces).map(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
            Ok::<_, io::Error>(Bytes::from(vec![b'y'; 16 * 1024]))
        });
        (Body::from_stream(futures_util::stream::iter(pieces)), asked)
    }

    #[tokio::test]
    async fn nothing_is_read_of_what_goes_to_no_page_or_comes_from_another_site() {
        for (path, site, status) in [("/nowhere", "same-origin", 404), ("/reply", "cross-site", 403)] {
            let (body, asked) = counted(300);
            let answer = answered(request("POST", path).header("sec-fetch-site", site).body(body).unwrap()).await;
            assert_eq!((answer.status().as_u16(), asked.load(Ordering::Relaxed)), (status, 0), "{path}");
        }
    }

    #[tokio::test]
    async fn what_was_written_after_a_session_had_ended_comes_back_while_it_is_short() {
        for (letters, comes_back) in [(60 * 1024, true), (70 * 1024, false)] {
            let form = request("POST", "/mine").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            let page = text(answered(form.body(Body::from(format!("text={}", "y".repeat(letters)))).unwrap()).await).await;
            assert_eq!(page.contains(&"y".repeat(letters)), comes_back, "{letters}");
            assert!(comes_back || page.len() < 20_000);
        }
    }
}
