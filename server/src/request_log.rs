//! Gives each request an id that its answer and every line of the log about it carry.

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue},
};
use coplan_domain::system::new_ulid;
use coplan_usecases::Portal;
use tower::ServiceBuilder;
use tower_http::{
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    trace::TraceLayer,
};
use tracing::Span;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// Makes an id for each request. One that the client sends is dropped: anybody could write lines of the log with it.
///
/// Failed requests are not logged here but where their cause is known, with the reference code that the reader sees.
pub fn with_request_ids(router: Router, portal: Portal) -> Router {
    let forget = |mut request: Request| {
        request.headers_mut().remove(HEADER);
        request
    };
    let trace = TraceLayer::new_for_http().make_span_with(span).on_request(()).on_failure(());
    router.layer(
        ServiceBuilder::new()
            .map_request(forget)
            .layer(SetRequestIdLayer::new(HEADER, NewId(portal)))
            .layer(trace)
            .layer(PropagateRequestIdLayer::new(HEADER)),
    )
}

/// What every line about a request begins with. Addresses are left out: some hold the secret of a personal link.
fn span<B>(request: &axum::http::Request<B>) -> Span {
    let id = request.headers().get(HEADER).and_then(|id| id.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = request.method().as_str())
}

#[derive(Clone)]
struct NewId(Portal);

impl MakeRequestId for NewId {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let id = new_ulid(self.0.clock.now(), &*self.0.rng);
        HeaderValue::from_str(&id.to_string()).ok().map(RequestId::new)
    }
}
