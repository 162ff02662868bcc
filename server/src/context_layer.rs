//! Makes the context of a request from its headers, before anything is known of who sent it.

use crate::{browser_label, client_address, config::Config};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use coplan_app::{
    http::context::{self, App, FIRST_TIME_ZONE, RequestContext},
    links,
    words::{Words, preferred},
};
use coplan_usecases::entry;
use std::sync::Arc;

/// What this layer works with.
#[derive(Clone)]
pub struct ContextLayer {
    app: App,
    /// Whether cookies are for TLS only, and so carry the `__Host-` name.
    tls: bool,
    behind_proxy: bool,
}

impl ContextLayer {
    /// The layer of this installation.
    pub fn new(app: App, config: &Config) -> Self {
        Self { app, tls: config.is_tls(), behind_proxy: config.behind_proxy }
    }
}

/// Puts the context of an anonymous request into the request's extensions, and into the answer's where no layer below has
/// put a better one there: what is drawn outside needs it.
pub async fn layer(State(layer): State<ContextLayer>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let context = anonymous(&layer, &parts);
    parts.extensions.insert(context.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    response.extensions_mut().get_or_insert_with(|| context);
    response
}

fn anonymous(layer: &ContextLayer, request: &Parts) -> RequestContext {
    let headers = &request.headers;
    let cookies = CookieJar::from_headers(headers);
    let cookie = |name: &str| cookies.get(name).map(|cookie| cookie.value().to_owned());
    let chosen = cookies.get(context::language_cookie(layer.tls)).and_then(|cookie| cookie.value().parse().ok());
    let language = chosen.unwrap_or_else(|| preferred(accepted_languages(headers)));
    RequestContext {
        wants_json: context::wants_json(headers),
        language_chosen: chosen.is_some(),
        nonce: Arc::from(entry::nonce(&*layer.app.portal.rng)),
        path: request.uri.path().to_owned(),
        // Where to return to after signing in is a page, not a form that was sent.
        next: (request.method == Method::GET).then(|| links::page_of(&requested(request))),
        return_to: cookie(context::return_to_cookie(layer.tls)),
        browser: browser_label::of(headers),
        tls: layer.tls,
        site: Arc::clone(&layer.app.site),
        supplier: layer.app.portal.settings.supplier.clone(),
        device_secret: cookie(context::device_cookie(layer.tls)),
        ..RequestContext::stranger(Words::new(language, FIRST_TIME_ZONE), client_address::network_of(request, layer.behind_proxy))
    }
}

/// The path and query of the request.
fn requested(request: &Parts) -> String {
    links::local(request.uri.path_and_query().map_or("", |asked| asked.as_str())).to_owned()
}

fn accepted_languages(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
