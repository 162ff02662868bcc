//! The mails of the demo, on a page that exists only there.

use axum::{Router, extract::State, response::Response, routing::get};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout::{self, Page},
    links,
    mails::Mail,
    say,
    words::Words,
};
use leptos::prelude::*;

/// The route of the demo's mails.
pub fn routes() -> Router<App> {
    Router::new().route(links::site::demo_mails::PATTERN, get(mails))
}

/// Shows the last mails, newest first.
///
/// # Errors
/// [`PageError::NotFound`] where this is no demo.
async fn mails(State(app): State<App>, context: RequestContext) -> Result<Response, PageError> {
    let mails = app.mails.as_ref().ok_or(PageError::NotFound)?.list();
    Ok(layout::ok(&context, || page(&context.words, &mails)))
}

fn page(words: &Words, mails: &[Mail]) -> Page {
    let title = say!(words, "demo-mails-title");
    let list = if mails.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "demo-mails-none")}</strong>{say!(words, "demo-mails-none-text")}</p></div> }.into_any()
    } else {
        mails.iter().map(|mail| sheet(words, mail)).collect_view().into_any()
    };
    let main = view! {
        <div class="page-head"><h1>{title.clone()}</h1><p class="lead">{say!(words, "demo-mails-text")}</p></div>
        <div class="page-main">{list}</div>
    };
    Page::plain(title, "page narrow", main.into_any())
}

fn sheet(words: &Words, mail: &Mail) -> AnyView {
    let to = say!(words, "demo-mails-to", name = mail.name.clone(), address = mail.address.clone());
    view! {
        <section class="sheet">
            <h2>{mail.subject.clone()}</h2>
            <p class="quiet">{to}</p>
            <div class="prose"><p class="lines">{mail.text.clone()}</p></div>
        </section>
    }
    .into_any()
}
