//! `coplan serve`: the portal, until it is told to stop; then it finishes what it has begun.

use super::{Done, open_to_serve, portal, secret_key};
use crate::{config::Config, http_server, mailer::Mailer, router, worker};
use coplan_app::http::context::ShownMails;
use coplan_usecases::{
    Portal, Stale, System, files, plan,
    second_factor::{Sealed, seal_all},
    thread,
};
use rustix::process::Signal;
use std::{sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinSet,
    time::timeout,
};

/// How long the last visits and readings and the piece of work in hand may take to be kept, and the database to be closed.
const LAST_WORK: Duration = Duration::from_secs(3);

/// Serves.
pub async fn run(config: &Config, system: System) -> Done {
    config.verify()?;
    let db = open_to_serve(config).await?;
    let portal = portal(db, config).await?;
    seal(config, &portal, &system).await?;
    serve(config, portal, system).await
}

/// Seals what an earlier version left open, and tells where this installation has another key than its database.
async fn seal(config: &Config, portal: &Portal, system: &System) -> Done {
    let Sealed { sealed, foreign } = seal_all(portal, system).await.map_err(|error| error.to_string())?;
    if sealed > 0 {
        tracing::info!("two-step sign-in of {sealed} people is sealed now, with the key in {}", secret_key::place(config));
    }
    if foreign > 0 {
        tracing::error!(
            "two-step sign-in of {foreign} people does not open with the key in {}: bring back the key that was there \
             before, or they need a recovery code, or an admin who resets it",
            secret_key::place(config)
        );
    }
    Ok(())
}

/// Listens and answers until the process is told to stop.
pub async fn serve(config: &Config, portal: Portal, system: System) -> Done {
    let listener = TcpListener::bind(config.listen).await.map_err(|error| format!("COPLAN_LISTEN={}: {error}", config.listen))?;
    let db = portal.db.clone();
    let is_demo = portal.settings.demo;
    let shown = is_demo.then(Arc::<ShownMails>::default);
    let mailer = Mailer::new(config, shown.clone())?;
    let router = router::router(portal.clone(), config, shown);
    // Unheeded, this signal ends the process where a file reaches the size that it may have. Heeded, the write fails,
    // as it does on a full disk.
    let _file_full = signal(SignalKind::from_raw(Signal::XFSZ.as_raw()));
    if let Err(error) = files::verify_writable(&portal).await {
        // People can still read.
        tracing::error!("nothing can be written until this is repaired: {error}");
    }
    let (told, stopping) = watch::channel(false);
    let (answered, ending) = watch::channel(false);
    let mut last = JoinSet::new();
    last.spawn(keep_noted(portal.clone(), system.clone(), ending));
    last.spawn(worker::run(portal.clone(), mailer, system, stopping));
    let followers = [tokio::spawn(follow(portal.clone())), tokio::spawn(listen(portal.clone()))];
    if config.smtp_url.is_none() && !is_demo {
        let folder = config.mail_folder.display();
        tracing::warn!(
            "COPLAN_SMTP_URL is not set: emails, with their links and codes, are written to files in {folder} and are not sent"
        );
    }
    if let Some(doubt) = config.doubt() {
        tracing::warn!("{doubt}");
    }
    tracing::info!("serving {} on {}", config.public_url(), config.listen);
    println!("Coplan is at {}", config.public_url());
    let stop = async {
        told_to_stop().await;
        // Nothing new is begun, so that a mail in hand has all the time that requests have.
        told.send_replace(true);
        // A stream would never be done; its reader comes again.
        portal.end_streams();
    };
    http_server::serve(listener, router, stop).await;
    followers.iter().for_each(tokio::task::JoinHandle::abort);
    answered.send_replace(true);
    if timeout(LAST_WORK, async { while last.join_next().await.is_some() {} }).await.is_err() {
        // What the worker has claimed and not done is claimed again after its lease.
        last.abort_all();
    }
    if timeout(LAST_WORK, db.close()).await.is_err() {
        tracing::warn!("the database was left without a farewell");
    }
    Ok(())
}

/// The exit code where the database's file was replaced: what `sysexits.h` calls an input or output error.
const REPLACED: i32 = 74;

/// How soon what a command beside this process has written is seen.
const FOLLOWED: Duration = Duration::from_millis(250);

/// Follows what commands beside this process write, so that nothing remembered outlives it; and ends the process where
/// the database's file was replaced.
async fn follow(portal: Portal) {
    let db = &portal.db;
    loop {
        tokio::time::sleep(FOLLOWED).await;
        if db.is_replaced() {
            tracing::error!("the database file was replaced by another one; stopping so that nothing is written to the old one");
            // Without closing the old file: SQLite would remove the log of the new one, which has the same name.
            std::process::exit(REPLACED);
        }
        match db.sync().await {
            Ok(true) => portal.wake_streams(Stale::everything()),
            Ok(false) => {}
            Err(error) => tracing::warn!("the database does not tell whether it was changed from outside: {error}"),
        }
    }
}

/// How soon other processes are listened to again where that failed.
const LISTENS_AGAIN: Duration = Duration::from_secs(1);

/// Listens to what other processes on the same database change, so that the streams of this one tell it as well.
async fn listen(portal: Portal) {
    loop {
        match portal.db.listen().await {
            Ok(None) => return,
            Ok(Some(mut listener)) => {
                while let Some(stale) = listener.next().await {
                    portal.wake_streams(stale);
                }
            }
            Err(error) => tracing::warn!("other processes cannot be heard for a second: {error}"),
        }
        tokio::time::sleep(LISTENS_AGAIN).await;
        // What was said meanwhile was not heard.
        portal.wake_streams(Stale::everything());
    }
}

/// How soon a visit or a reading is kept.
const NOTED_KEPT: Duration = Duration::from_secs(2);

/// Keeps who was at a plan and who has read what, the last of it when the process stops.
async fn keep_noted(portal: Portal, system: System, mut stopping: watch::Receiver<bool>) {
    let mut stops = false;
    while !stops {
        stops = timeout(NOTED_KEPT, stopping.changed()).await.is_ok();
        if let Err(error) = plan::keep_visits(&portal, &system).await {
            tracing::warn!("visits were not saved: {error}");
        }
        if let Err(error) = thread::keep_readings(&portal, &system).await {
            tracing::warn!("read receipts were not saved: {error}");
        }
    }
}

async fn told_to_stop() {
    let Ok(mut term) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("finishing what has begun, then stopping");
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::process::{getpid, kill_process};

    #[tokio::test]
    async fn a_service_manager_tells_it_to_stop_by_sigterm() {
        // Heeded from here on, so that a signal that comes early does not end the tests.
        let _heeded = signal(SignalKind::terminate()).unwrap();
        let told = tokio::spawn(told_to_stop());
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(!told.is_finished());
        kill_process(getpid(), Signal::TERM).unwrap();
        timeout(Duration::from_secs(5), told).await.unwrap().unwrap();
    }
}
