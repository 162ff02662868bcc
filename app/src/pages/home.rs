//! The first address: leads everybody to where their work is.

use crate::{
    failure::Failure,
    shell::{self, Page},
    visitor::Visitor,
};
use axum::response::Response;
use leptos::prelude::*;

/// Shows who this is and the two ways in.
///
/// # Errors
/// [`Failure`] where the database cannot be read.
#[expect(clippy::unused_async, reason = "handlers are async")]
pub async fn get(visitor: Visitor) -> Result<Response, Failure> {
    Ok(shell::ok(&visitor, || page(&visitor)))
}

fn page(visitor: &Visitor) -> Page {
    let words = &visitor.words;
    let title = words.say("home-title");
    let main = view! {
        <div class="letter">
            <div class="letter-head"><strong>{visitor.supplier.clone()}</strong></div>
            <h1>{title.clone()}</h1>
            <p>{words.say("home-text")}</p>
            <p class="deeds"><a class="button main wide" href="/new-link">{words.say("ask-for-link")}</a></p>
            <p class="deeds"><a class="button wide" href="/sign-in">{words.say("sign-in-staff")}</a></p>
        </div>
    };
    Page::plain(title, "entry", main.into_any())
}
