//! Streams of server-sent events: which object has changed that the reader looks at, and nothing of what is in it. The page
//! asks for that itself, by the way that proves what the reader may see.

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
    routing,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        streaming::Streaming,
    },
    links::{self, live::LiveQuery},
};
use coplan_usecases::{
    Portal,
    live::{self, EventKey, Told, Topic, WatchError},
};
use futures_util::stream;
use jiff::Timestamp;
use std::{convert::Infallible, time::Duration};

/// How soon a browser comes again that has lost its stream.
const RETRY: Duration = Duration::from_secs(2);
/// What a browser says it has heard last.
const LAST_HEARD: &str = "last-event-id";

/// The routes of streams.
pub fn routes() -> Router<App> {
    Router::new().route(links::live::stream::PATTERN, routing::get(get))
}

/// Opens a stream.
///
/// # Errors
/// [`PageError::NotFound`] where what is to be watched is not the reader's to see, [`PageError::Busy`] where there are as
/// many streams as may be.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<LiveQuery>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let secret = context.device_secret.as_deref().ok_or(PageError::NotIn)?;
    let customer = asked.customer.parse().map_err(|_| PageError::NotFound)?;
    let thread = Some(&asked.thread).filter(|thread| !thread.is_empty()).map(|thread| thread.parse()).transpose();
    let thread = thread.map_err(|_| PageError::NotFound)?;
    let since = match last_heard(&headers) {
        Some(key) => key.at(),
        None => Timestamp::from_millisecond(asked.since).unwrap_or_else(|_| portal.clock.now()),
    };
    let topic = Topic { customer, thread };
    let watch = live::watch(&portal, actor, secret, topic, since).await.map_err(|refused| match refused {
        WatchError::Full => PageError::Busy,
        WatchError::Other(error) => error.into(),
    })?;
    let events = stream::unfold(watch, |mut watch| async move {
        let told = watch.next().await?;
        let event = || match watch.topic() {
            Topic { thread: Some(thread), .. } => Event::default().retry(RETRY).event("thread").data(thread.to_string()),
            Topic { customer, .. } => Event::default().retry(RETRY).event("plan").data(customer.to_string()),
        };
        let event = match told {
            Told::Changed(key) => event().id(key.to_string()),
            // It has no place among the events: whoever comes again reads all of it anyway.
            Told::People => event(),
            Told::Nothing => Event::default().comment(""),
        };
        Some((Ok::<_, Infallible>(event), watch))
    });
    let mut answer = Sse::new(events).into_response();
    // A proxy that gathers an answer before it passes it on would pass on nothing.
    answer.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    answer.extensions_mut().insert(Streaming);
    Ok(answer)
}

fn last_heard(headers: &HeaderMap) -> Option<EventKey> {
    headers.get(LAST_HEARD)?.to_str().ok()?.parse().ok()
}
