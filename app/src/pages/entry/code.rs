//! `/code`: the six digits that were mailed, typed once on a new device.

use super::{Letter, let_in};
use crate::{
    failure::Failure,
    parts::code,
    say,
    shell::{self, Page},
    visitor::{Visitor, cookie, waiting_cookie},
    words::Words,
};
use axum::{
    Form,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    personal_link::{Entered, enter_code},
};
use leptos::prelude::*;
use serde::Deserialize;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    code: String,
}

/// Asks for the code. Whoever is in and comes back to this page waits for none.
pub async fn get(visitor: Visitor, headers: HeaderMap) -> Response {
    if cookie(&headers, waiting_cookie(visitor.tls)).is_some() {
        shell::ok(&visitor, || asked(&visitor, None))
    } else if visitor.actor.is_some() {
        Redirect::to("/").into_response()
    } else {
        shell::answer(&visitor, StatusCode::GONE, || over(&visitor, "code-expired-title", "code-expired-text"))
    }
}

/// Lets the browser in, if this is the code.
///
/// # Errors
/// [`Failure`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<CodeForm>,
) -> Result<Response, Failure> {
    let waiting = cookie(&headers, waiting_cookie(visitor.tls)).unwrap_or_default();
    Ok(match enter_code(&portal, &waiting, &form.code, &visitor.as_browser()).await? {
        Entered::In { device_secret } => let_in(&visitor, &device_secret, visitor.wished()),
        Entered::Wrong { left } => {
            shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, || asked(&visitor, Some(wrong(&visitor.words, left))))
        }
        Entered::LinkOver => shell::answer(&visitor, StatusCode::GONE, || link_over(&visitor)),
        Entered::Expired => {
            shell::answer(&visitor, StatusCode::GONE, || over(&visitor, "code-expired-title", "code-expired-text"))
        }
        Entered::UsedUp => shell::answer(&visitor, StatusCode::GONE, || over(&visitor, "code-used-title", "code-used-text")),
    })
}

fn wrong(words: &Words, left: i64) -> String {
    say!(words, "code-wrong", left = left)
}

fn asked(visitor: &Visitor, problem: Option<String>) -> Page {
    let words = &visitor.words;
    let title = words.say("code-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("code-text")}</p>
        <form class="form" method="post" action="/code">
            {code::field(words.say("code-label"), words.say("code-hint"), problem)}
            <button type="submit" class="button main wide">{words.say("code-continue")}</button>
        </form>
        <details class="more">
            <summary>{words.say("code-no-mail")}</summary>
            <p>{words.say("code-no-mail-text")}</p>
        </details>
    };
    letter(visitor, title, body.into_any())
}

fn over(visitor: &Visitor, title: &str, text: &str) -> Page {
    let words = &visitor.words;
    let title = words.say(title);
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say(text)}</p>
        <p class="quiet">{words.say("code-over-foot")}</p>
        <p class="deeds"><a class="button wide" href="/new-link">{words.say("ask-for-link")}</a></p>
    };
    letter(visitor, title, body.into_any())
}

fn link_over(visitor: &Visitor) -> Page {
    let words = &visitor.words;
    let title = words.say("link-revoked-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("link-revoked-text")}</p>
        <p class="deeds"><a class="button main wide" href="/new-link">{words.say("ask-for-link")}</a></p>
    };
    letter(visitor, title, body.into_any())
}

fn letter(visitor: &Visitor, title: String, body: AnyView) -> Page {
    Letter { title, kind: visitor.words.say("code-kind"), here: "/code".to_owned(), body }.page(visitor)
}
