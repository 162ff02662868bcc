//! The pages before one is in: a letter on the desk, and the cookies that coming in leaves.

pub mod code;
pub mod language;
pub mod link;
pub mod new_link;

use crate::{
    address,
    http::context::{RequestContext, device_cookie, return_to_cookie, set_cookie, waiting_cookie},
    layout::Page,
    say,
    words::Words,
};
use axum::{
    http::{HeaderName, HeaderValue},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use coplan_domain::person::Language;
use coplan_usecases::secret::Secret;
use jiff::SignedDuration;
use leptos::prelude::*;

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
fn languages(words: &Words, here: &str) -> AnyView {
    let now = words.language();
    let buttons = [(Language::Fi, "Suomi"), (Language::Sv, "Svenska"), (Language::En, "English")].map(|(language, name)| {
        let (code, here) = (language.as_str(), (language == now).then_some("true"));
        view! { <button type="submit" name="language" value=code lang=code aria-current=here>{name}</button> }
    });
    view! {
        <form class="languages" method="post" action="/language" aria-label=say!(words, "entry-language")>
            <input type="hidden" name="next" value=address::local(here).to_owned()/>
            {buttons.into_iter().collect_view()}
        </form>
    }
    .into_any()
}

/// How long a browser remembers which page was asked for: until the mail with a link has come and is opened.
const RETURN_TO_LASTS: SignedDuration = SignedDuration::from_hours(1);

/// The header that keeps the page somebody who is not in has asked for, so that coming in leads there. The link that
/// brings a member in mostly comes by another mail, so its address cannot carry this; and it stays in this browser, so
/// that nobody but whoever asked is led there. None for the start, and for what a cookie cannot hold.
#[must_use]
pub fn return_to(context: &RequestContext) -> Option<(HeaderName, HeaderValue)> {
    let next = address::local(context.next.as_deref()?);
    let holds = next != "/" && !next.contains([';', ',', '"']);
    holds.then(|| set_cookie(context.tls, return_to_cookie(context.tls), next, RETURN_TO_LASTS.as_secs()))
}

/// The answer to a browser that was let in: it gets its cookie and goes on.
#[must_use]
pub fn let_in(context: &RequestContext, secret: &Secret, to: &str) -> Response {
    let cookies = [
        set_cookie(context.tls, device_cookie(context.tls), secret.expose(), KEPT.as_secs()),
        set_cookie(context.tls, waiting_cookie(context.tls), "", 0),
        set_cookie(context.tls, return_to_cookie(context.tls), "", 0),
    ];
    (AppendHeaders(cookies), Redirect::to(address::local(to))).into_response()
}

/// The answer to a browser that must still type a code: it gets a cookie that says which one it waits for.
#[must_use]
pub fn wait(context: &RequestContext, secret: &Secret, lasts: SignedDuration, to: &str) -> Response {
    let cookie = set_cookie(context.tls, waiting_cookie(context.tls), secret.expose(), lasts.as_secs());
    (AppendHeaders([cookie]), Redirect::to(address::local(to))).into_response()
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
