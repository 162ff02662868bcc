//! `coplan serve`: the portal, until it is told to stop; then it finishes what it has begun.

use super::{Done, open_to_serve, portal};
use crate::{config::Config, mailer::Mailer, router, worker};
use axum::serve::ListenerExt;
use coplan_app::visitor::ShownMails;
use coplan_store::Db;
use coplan_usecases::Portal;
use std::{sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// Serves.
pub async fn run(config: &Config) -> Done {
    let db = open_to_serve(config).await?;
    serve(config, portal(db, config).await?).await
}

/// Listens and answers until the process is told to stop.
pub async fn serve(config: &Config, portal: Portal) -> Done {
    let listener = TcpListener::bind(config.listen).await.map_err(|error| format!("COPLAN_LISTEN={}: {error}", config.listen))?;
    let db = portal.db.clone();
    let shown = portal.settings.demo.then(Arc::<ShownMails>::default);
    let mailer = Mailer::new(config, shown.clone())?;
    let router = router::router(portal.clone(), config, shown);
    let worker = tokio::spawn(worker::run(portal, mailer));
    let follower = tokio::spawn(follow(db.clone()));
    tracing::info!("serving {} on {}", config.public_url(), config.listen);
    println!("Coplan is at {}", config.public_url());
    // A streamed answer leaves in small pieces; held back by Nagle's algorithm each would cost tens of milliseconds.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router.into_make_service_with_connect_info::<std::net::SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(|error| error.to_string())?;
    // What it has claimed and not done is claimed again after its lease.
    worker.abort();
    follower.abort();
    db.close().await;
    Ok(())
}

/// How soon what a command beside this process has written is seen.
const FOLLOWED: Duration = Duration::from_millis(250);

/// Follows what commands beside this process write, so that nothing remembered outlives it.
async fn follow(db: Db) {
    loop {
        tokio::time::sleep(FOLLOWED).await;
        if let Err(error) = db.follow().await {
            tracing::warn!("the database does not tell whether it was changed from outside: {error}");
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
