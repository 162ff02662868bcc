//! The person's own devices: which they are, and ending one.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, flash::Flash},
    links, say,
    words::Words,
};
use coplan_domain::{id::DeviceId, person::DeviceEnd};
use coplan_usecases::{
    Portal,
    device::{self, DeviceView, Over},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Ends a device.
///
/// # Errors
/// [`PageError`] where nobody is in or it is not the person's device.
pub async fn end(State(portal): State<Portal>, context: RequestContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    device::end_own(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&Flash::Ended.on(&links::account::show())).into_response())
}

/// The list. Staff comes in by password, members by link: what "this is not me" ends differs.
pub(super) fn sheet(words: &Words, devices: &[DeviceView], over: &[Over], now: Timestamp, staff: bool) -> AnyView {
    let not_me = if staff { say!(words, "device-not-me-staff") } else { say!(words, "device-not-me-text") };
    let (here, elsewhere): (Vec<_>, Vec<_>) = devices.iter().partition(|device| device.here);
    let rows = here.into_iter().chain(elsewhere).map(|device| row(words, device, now, &not_me)).collect_view();
    view! {
        <section class="sheet" aria-labelledby="h-devices">
            <h2 id="h-devices">{say!(words, "devices")}</h2>
            <ul class="rows">{rows}</ul>
            {(!over.is_empty()).then(|| list_over(words, over, now, &not_me))}
        </section>
    }
    .into_any()
}

/// Those that are over: whoever came in, looked and signed out again can still be disowned.
fn list_over(words: &Words, over: &[Over], now: Timestamp, not_me: &str) -> AnyView {
    let rows = over.iter().map(|over| over_row(words, over, now, not_me)).collect_view();
    view! {
        <h3 id="h-devices-over">{say!(words, "devices-over")}</h3>
        <ul class="rows">{rows}</ul>
    }
    .into_any()
}

fn over_row(words: &Words, over: &Over, now: Timestamp, not_me: &str) -> AnyView {
    let device = &over.device;
    let name = words.device(&device.label);
    let (at, since) = (words.moment(over.at, now), words.moment(device.created_at, now));
    let ended = match over.why {
        None => say!(words, "device-over-time", at = at, since = since),
        Some(DeviceEnd::SignedOut) => say!(words, "device-over-signed-out", at = at, since = since),
        Some(DeviceEnd::Ended) => say!(words, "device-over-ended", at = at, since = since),
        Some(DeviceEnd::NotMe) => say!(words, "device-over-not-me", at = at, since = since),
        Some(DeviceEnd::LinkRevoked) => say!(words, "device-over-link", at = at, since = since),
        Some(DeviceEnd::PasswordChanged) => say!(words, "device-over-password", at = at, since = since),
    };
    let disowned = over.why == Some(DeviceEnd::NotMe);
    view! {
        <li class="row">
            <div class="row-main"><strong>{name.clone()}</strong><span class="quiet">{ended}</span></div>
            {(!disowned).then(|| disown(words, device.id, name, not_me))}
        </li>
    }
    .into_any()
}

/// "This is not me", with what it does, behind a fold.
fn disown(words: &Words, device: DeviceId, name: String, not_me: &str) -> AnyView {
    view! {
        <details class="more tight device-not-me">
            <summary>{say!(words, "device-not-me")}</summary>
            <p>{not_me.to_owned()}</p>
            <form method="post" action=links::account::disown_device(device)>
                <button type="submit" class="button danger">{say!(words, "device-not-me-deed")}<span class="unseen">": "{name}</span></button>
            </form>
        </details>
    }
    .into_any()
}

fn row(words: &Words, view: &DeviceView, now: Timestamp, not_me: &str) -> AnyView {
    let device = &view.device;
    let name = words.device(&device.label);
    let (seen, since) = (words.moment(device.seen_at, now), words.moment(device.created_at, now));
    if view.here {
        return view! {
            <li class="row">
                <div class="row-main">
                    <strong>{name}</strong>" "<span class="badge good">{say!(words, "device-here")}</span>
                    <span class="quiet">{say!(words, "device-since", since = since)}</span>
                </div>
            </li>
        }
        .into_any();
    }
    view! {
        <li class="row">
            <div class="row-main"><strong>{name.clone()}</strong><span class="quiet">{say!(words, "device-seen", seen = seen, since = since)}</span></div>
            <form method="post" action=links::account::end_device(device.id)>
                <button type="submit" class="button">{say!(words, "device-end")}<span class="unseen">": "{name.clone()}</span></button>
            </form>
            {disown(words, device.id, name, not_me)}
        </li>
    }
    .into_any()
}
