//! What `make bench` measures the plan page against: a trivial route and a page from memory, served as Coplan is.

use axum::{
    Router,
    body::Bytes,
    http::header::CONTENT_TYPE,
    routing::get,
    serve::{Listener as _, ListenerExt as _},
};
use std::{env, error::Error, fs};

/// `yardstick LISTEN FILE`: serves `/trivial` and, from memory, the file as `/page`.
#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut words = env::args().skip(1);
    let (Some(listen), Some(file)) = (words.next(), words.next()) else {
        return Err("yardstick LISTEN FILE".into());
    };
    let page = Bytes::from(fs::read(file)?);
    let router = Router::new()
        .route("/trivial", get(|| async { "ok" }))
        .route("/page", get(move || async move { ([(CONTENT_TYPE, "text/html; charset=utf-8")], page) }));
    let listener = tokio::net::TcpListener::bind(listen).await?.tap_io(|stream| {
        // Without it the kernel waits for more to send, and small answers take 40 ms.
        if let Err(cause) = stream.set_nodelay(true) {
            eprintln!("nodelay: {cause}");
        }
    });
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}
