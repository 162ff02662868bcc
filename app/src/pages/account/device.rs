//! The person's own devices: which they are, and ending one.

use crate::{failure::Failure, say, visitor::Visitor, words::Words};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    device::{self, DeviceView, EndDeviceError},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Ends a device.
///
/// # Errors
/// [`Failure`] where nobody is in or it is not the person's device.
pub async fn end(State(portal): State<Portal>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    device::end_own(&portal, visitor.actor()?, id).await.map_err(failed)?;
    Ok(Redirect::to("/me?done=ended").into_response())
}

pub(super) fn failed(error: EndDeviceError) -> Failure {
    match error {
        EndDeviceError::NotFound => Failure::NotFound,
        EndDeviceError::Fault(fault) => Failure::Fault(fault),
    }
}

/// The list. Staff comes in by password, members by link: what "this is not me" ends differs.
pub(super) fn sheet(words: &Words, devices: &[DeviceView], now: Timestamp, staff: bool) -> AnyView {
    let not_me = if staff { words.say("device-not-me-staff") } else { words.say("device-not-me-text") };
    let (here, elsewhere): (Vec<_>, Vec<_>) = devices.iter().partition(|device| device.here);
    let rows = here.into_iter().chain(elsewhere).map(|device| row(words, device, now, &not_me)).collect_view();
    view! {
        <section class="sheet" aria-labelledby="h-devices">
            <h2 id="h-devices">{words.say("devices")}</h2>
            <ul class="rows">{rows}</ul>
        </section>
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
                    <strong>{name}</strong>" "<span class="badge good">{words.say("device-here")}</span>
                    <span class="quiet">{say!(words, "device-since", since = since)}</span>
                </div>
            </li>
        }
        .into_any();
    }
    let path = format!("/me/devices/{}", device.id);
    view! {
        <li class="row">
            <div class="row-main"><strong>{name.clone()}</strong><span class="quiet">{say!(words, "device-seen", seen = seen, since = since)}</span></div>
            <form method="post" action=format!("{path}/end")>
                <button type="submit" class="button">{words.say("device-end")}<span class="unseen">": "{name.clone()}</span></button>
            </form>
            <details class="more tight device-not-me">
                <summary>{words.say("device-not-me")}</summary>
                <p>{not_me.to_owned()}</p>
                <form method="post" action=format!("{path}/not-me")>
                    <button type="submit" class="button danger">{words.say("device-not-me-deed")}<span class="unseen">": "{name}</span></button>
                </form>
            </details>
        </li>
    }
    .into_any()
}
