//! `POST /mail/receive`: where a mail server brings emails that came, with the secret that is set for it.

use crate::config::Config;
use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, Query, State},
    http::{HeaderMap, StatusCode, header},
    routing::{MethodRouter, post},
};
use coplan_usecases::{
    Portal,
    incoming_mail::{self, MAX_BYTES, ReceiveError},
};
use secrecy::ExposeSecret;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// Whom an email came to, where its server says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Envelope {
    to: Option<String>,
}

/// What the route works with: the portal, and the hash of the secret where one is set.
#[derive(Clone)]
struct Door {
    portal: Portal,
    secret: Option<[u8; 32]>,
}

/// The route.
pub fn route(portal: Portal, config: &Config) -> MethodRouter {
    let secret = config.mail_secret.as_ref().map(|secret| hash(secret.expose_secret()));
    post(receive).layer(DefaultBodyLimit::max(MAX_BYTES)).with_state(Door { portal, secret })
}

/// Of equal length whatever was sent, so that comparing tells nothing of how much of it is right.
fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}

async fn receive(
    State(door): State<Door>,
    Query(envelope): Query<Envelope>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, String) {
    let Some(secret) = door.secret else { return (StatusCode::NOT_FOUND, "not found\n".to_owned()) };
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    let differs = hash(shown).iter().zip(secret).fold(0, |all, (one, other)| all | (one ^ other));
    if differs != 0 {
        return (StatusCode::UNAUTHORIZED, "not the secret of this installation\n".to_owned());
    }
    match incoming_mail::receive(&door.portal, envelope.to.as_deref(), body.to_vec()).await {
        Ok(()) => (StatusCode::OK, "taken\n".to_owned()),
        Err(ReceiveError::Internal(error)) => {
            tracing::error!("an email was not taken: {error}");
            (StatusCode::SERVICE_UNAVAILABLE, "not now\n".to_owned())
        }
        Err(refused) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{refused}\n")),
    }
}
