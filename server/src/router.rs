//! The whole server: the pages, the files, the health answer, and what stands around them.

use crate::{config::Config, entry, guard, site};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    middleware::from_fn_with_state,
    response::IntoResponse,
    routing::get,
};
use coplan_app::{
    failure::Failure,
    routes,
    visitor::{App, ShownMails},
};
use coplan_domain::text::PROSE_LIMIT;
use coplan_usecases::Portal;
use std::{sync::Arc, time::Duration};
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer};

/// The most bytes of a posted form; uploads have their own bound.
///
/// A text five times too long for its field still comes back in it, with what is wrong said beside it, whatever its
/// letters: one that lies beyond the basic plane takes twelve bytes in a form (`%F0%9F%8C%B2`).
const FORM_LIMIT: usize = 5 * PROSE_LIMIT * 12 + 64 * 1024;
/// The longest a request may take.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// The whole server.
pub fn router(portal: Portal, config: &Config, mails: Option<Arc<ShownMails>>) -> Router {
    let app = App { portal: portal.clone(), site: Arc::new(site::site()), mails };
    let door = entry::Door::new(app.clone(), config);
    let tls = door.tls;
    let pages = routes::router()
        .with_state(app)
        .fallback(async || Failure::NotFound)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn_with_state(config.public_url(), guard::same_site))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, TIME_LIMIT))
        .layer(CatchPanicLayer::custom(|_| Failure::Broken.into_response()))
        .layer(from_fn_with_state(door, entry::layer))
        // Pages are made anew for each reader: packed at the quickest level, which still halves them twice over.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest));
    Router::new()
        .route("/pkg/{name}", get(site::get))
        .route("/favicon.ico", get(site::icon))
        .route("/healthz", get(healthz).with_state(portal))
        .merge(pages)
        .layer(from_fn_with_state(tls, guard::headers))
}

/// Whether the process answers and its database does.
async fn healthz(State(portal): State<Portal>) -> (StatusCode, &'static str) {
    let answered = async {
        let mut conn = portal.db.read().await?;
        coplan_store::ping(&mut conn).await
    };
    match answered.await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!("the database does not answer: {error}");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
