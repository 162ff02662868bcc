//! `coplan mail receive`: an email from standard input, as a mail server gives it to a program.

use super::open_portal;
use crate::config::Config;
use axum::body::Bytes;
use coplan_usecases::incoming_mail::{self, MAX_BYTES, ReceiveError};
use futures_util::stream;
use std::{
    io::{Read, stdin},
    process::ExitCode,
};

/// What mail servers understand, by `sysexits.h`.
const DATA_ERROR: u8 = 65;
const NO_USER: u8 = 67;
const NOT_NOW: u8 = 75;

/// Takes one email; it is posted or held by whoever serves.
pub async fn receive(config: &Config, to: Option<&str>) -> ExitCode {
    let (code, sentence) = match take(config, to).await {
        Ok(()) => return ExitCode::SUCCESS,
        Err(refused) => refused,
    };
    eprintln!("coplan: {sentence}");
    ExitCode::from(code)
}

async fn take(config: &Config, to: Option<&str>) -> Result<(), (u8, String)> {
    let mut raw = Vec::new();
    stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut raw).map_err(|error| (NOT_NOW, error.to_string()))?;
    let portal = open_portal(config).await.map_err(|sentence| (NOT_NOW, sentence))?;
    let taken = incoming_mail::receive(&portal, to, stream::iter([Ok(Bytes::from(raw))])).await;
    portal.db.close().await;
    taken.map_err(|error| {
        let code = match error {
            ReceiveError::NoAddress => NO_USER,
            ReceiveError::Unreadable | ReceiveError::TooLarge => DATA_ERROR,
            ReceiveError::Off | ReceiveError::BrokenOff | ReceiveError::TooMany | ReceiveError::Internal(_) => NOT_NOW,
        };
        (code, error.to_string())
    })
}
