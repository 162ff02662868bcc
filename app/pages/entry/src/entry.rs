//! The pages before one is in: a letter on the desk, and the cookies that coming in leaves.

mod code;
mod language;
mod link;
mod new_link;
mod stop;

use axum::{
    Router,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use coplan_app::{
    http::context::{App, RequestContext, device_cookie, return_to_cookie, set_cookie, waiting_cookie},
    layout::Page,
    links, say,
    words::Words,
};
use coplan_domain::person::Language;
use coplan_usecases::secret::Secret;
use jiff::SignedDuration;
use leptos::prelude::*;

/// The routes before one is in.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::entry::personal_link::PATTERN, get(link::get).post(link::post))
        .route(links::entry::personal_link_with_slash::PATTERN, get(link::get_with_slash))
        .route(links::entry::code::PATTERN, get(code::get).post(code::post))
        .route(links::entry::new_link::PATTERN, get(new_link::get).post(new_link::post))
        .route(links::entry::stop_digests::PATTERN, get(stop::get).post(stop::post))
        .route(links::entry::stop_today::PATTERN, get(stop::get_today).post(stop::post_today))
        .route(links::entry::language::PATTERN, post(language::post))
}

/// Longer than any device stays in: a browser that has been away is still known, and its cookie alone opens nothing.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 180);

/// A page before one is in.
pub struct EntryPage {
    /// What the page is called.
    pub title: String,
    /// What kind of letter this is, in its head.
    pub kind: String,
    /// Where a change of language comes back to.
    pub here: String,
    /// What it says, with its `h1`.
    pub body: AnyView,
}

impl EntryPage {
    /// The letter on its desk.
    #[must_use]
    pub fn page(self, context: &RequestContext) -> Page {
        let main = view! {
            <div class="letter">
                <div class="letter-head"><strong>{context.supplier.clone()}</strong><span>{self.kind}</span></div>
                {self.body}
            </div>
            {context.actor.is_none().then(|| languages(&context.words, &self.here))}
        };
        Page::plain(self.title, "entry", main.into_any())
    }
}

/// Each language by its own name, whatever is read now.
#[must_use]
pub fn languages(words: &Words, here: &str) -> AnyView {
    let now = words.language();
    let buttons = [(Language::Fi, "Suomi"), (Language::Sv, "Svenska"), (Language::En, "English")].map(|(language, name)| {
        let (code, here) = (language.as_str(), (language == now).then_some("true"));
        view! { <button type="submit" name="language" value=code lang=code aria-current=here>{name}</button> }
    });
    view! {
        <form class="languages" method="post" action=links::entry::language() aria-label=say!(words, "entry-language")>
            <input type="hidden" name="next" value=links::local(here).to_owned()/>
            {buttons.into_iter().collect_view()}
        </form>
    }
    .into_any()
}

/// The answer to a browser that was let in: it gets its cookie and goes on.
#[must_use]
pub fn let_in(context: &RequestContext, secret: &Secret, to: &str) -> Response {
    let cookies = [
        set_cookie(context.tls, device_cookie(context.tls), secret.expose(), KEPT.as_secs()),
        set_cookie(context.tls, waiting_cookie(context.tls), "", 0),
        set_cookie(context.tls, return_to_cookie(context.tls), "", 0),
    ];
    (AppendHeaders(cookies), Redirect::to(links::local(to))).into_response()
}

/// The answer to a browser that must still type a code: it gets a cookie that says which one it waits for.
#[must_use]
pub fn wait(context: &RequestContext, secret: &Secret, lasts: SignedDuration, to: &str) -> Response {
    let cookie = set_cookie(context.tls, waiting_cookie(context.tls), secret.expose(), lasts.as_secs());
    (AppendHeaders([cookie]), Redirect::to(links::local(to))).into_response()
}

/// Minutes until something may be tried again, rounded up.
#[must_use]
pub fn minutes(wait: SignedDuration) -> i64 {
    (wait.as_secs() + 59) / 60
}

/// A sentence about what did not work, above the form to try again.
#[must_use]
pub fn refusal(title: String, text: String) -> AnyView {
    view! { <div class="notice bad" role="alert"><p><strong>{title}</strong>" "{text}</p></div> }.into_any()
}
