//! The whole server: the pages, the files, the health answer, and what stands around them.

use crate::{config::Config, entry, guard, patience, sent::FORM_LIMIT, site};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse,
    routing::get,
};
use coplan_app::{
    http::context::{App, ShownMails},
    http::errors::PageError,
    links, routes,
};
use coplan_usecases::Portal;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// The longest that whoever watches over the process waits for its health.
const HEALTH_LIMIT: Duration = Duration::from_secs(5);

/// The whole server.
pub fn router(portal: Portal, config: &Config, mails: Option<Arc<ShownMails>>) -> Router {
    let app = App { portal: portal.clone(), site: Arc::new(site::SITE.clone()), mails, page_cache: Arc::default() };
    let door = entry::Door::new(app.clone(), config);
    let tls = door.tls;
    let pages = routes::router()
        .fallback(async || PageError::NotFound)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn(patience::page));
    let uploads = routes::uploads().layer(from_fn(patience::upload));
    let pages = pages
        .merge(uploads)
        .with_state(app)
        .layer(CatchPanicLayer::custom(|_| PageError::Broken.into_response()))
        .layer(from_fn_with_state(door, entry::layer))
        // Pages are made anew for each reader: packed at the quickest level, which still halves them twice over.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest));
    Router::new()
        .route(links::site::file::PATTERN, get(site::get))
        .route(links::site::favicon::PATTERN, get(site::icon))
        .route(links::site::health::PATTERN, get(healthz).with_state(portal))
        .merge(pages)
        .layer(from_fn_with_state(tls, guard::headers))
}

/// Whether the process answers and its database does.
async fn healthz(State(portal): State<Portal>) -> (StatusCode, &'static str) {
    let answered = timeout(HEALTH_LIMIT, async {
        let mut conn = portal.db.read().await?;
        coplan_store::ping(&mut conn).await
    });
    let silent = match answered.await {
        Ok(Ok(())) => return (StatusCode::OK, "ok\n"),
        Ok(Err(error)) => error.to_string(),
        Err(late) => late.to_string(),
    };
    tracing::error!("the database does not answer: {silent}");
    (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
}
