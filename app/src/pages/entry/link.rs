//! `/in/{secret}`: a personal link. Looking at it changes nothing, so mail scanners may; a human presses the button.

use super::{Letter, language, let_in, minutes, refusal, wait};
use crate::{
    failure::Failure,
    say,
    shell::{self, Page},
    visitor::Visitor,
    words::Words,
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{AppendHeaders, IntoResponse, Response},
};
use coplan_domain::person::Language;
use coplan_usecases::{
    Portal,
    personal_link::{self, CODE_LASTS, LinkView, OpenError, Opened},
};
use jiff::SignedDuration;
use leptos::prelude::*;

/// Shows whose link it is.
///
/// # Errors
/// [`Failure`] where the database cannot be read.
pub async fn get(State(portal): State<Portal>, visitor: Visitor, Path(secret): Path<String>) -> Result<Response, Failure> {
    shown(&portal, visitor, &secret, None).await
}

/// Opens it.
///
/// # Errors
/// [`Failure`] where the database cannot be written.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Path(secret): Path<String>) -> Result<Response, Failure> {
    match personal_link::open(&portal, &secret, &visitor.as_browser()).await {
        Ok(Opened::In { device_secret }) => Ok(let_in(&visitor, &device_secret, visitor.wished())),
        Ok(Opened::CodeSent { browser_secret }) => {
            let asked = wait(&visitor, &browser_secret, CODE_LASTS, "/code");
            let language = link_language(&portal, &visitor, &secret).await?;
            Ok((language.map(|language| AppendHeaders([language::kept(&visitor, language)])), asked).into_response())
        }
        Err(OpenError::TooMany { retry_after }) => shown(&portal, visitor, &secret, Some(Shut::Codes(retry_after))).await,
        Err(OpenError::TooManyDevices { retry_after }) => {
            shown(&portal, visitor, &secret, Some(Shut::Devices(retry_after))).await
        }
        Err(OpenError::Expired | OpenError::Revoked | OpenError::Unknown) => shown(&portal, visitor, &secret, None).await,
        Err(OpenError::Fault(fault)) => Err(fault.into()),
    }
}

/// The language of the link's person, for the page that asks for the code; none where the visitor chose one.
async fn link_language(portal: &Portal, visitor: &Visitor, secret: &str) -> Result<Option<Language>, Failure> {
    Ok(match personal_link::look(portal, secret).await? {
        LinkView::Open { language, .. } if !visitor.language_chosen => Some(language),
        _ => None,
    })
}

/// Why a link that holds opens nothing for a while, and for how long.
#[derive(Clone, Copy)]
enum Shut {
    /// Many codes were asked for.
    Codes(SignedDuration),
    /// Many new devices came in.
    Devices(SignedDuration),
}

/// The link as it stands; with the time to wait where it opens nothing now.
async fn shown(portal: &Portal, visitor: Visitor, secret: &str, shut: Option<Shut>) -> Result<Response, Failure> {
    Ok(match personal_link::look(portal, secret).await? {
        LinkView::Open { person, name, language, companies } => {
            let visitor = visitor.reading(language);
            let other = visitor.actor.as_ref().filter(|actor| actor.person() != person).map(|actor| actor.entered().name());
            let status = if shut.is_some() { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::OK };
            shell::answer(&visitor, status, || open(&visitor, &name, &companies.join(", "), other, shut))
        }
        LinkView::Expired => {
            shell::answer(&visitor, StatusCode::GONE, || over(&visitor, "link-expired-title", "link-expired-text"))
        }
        LinkView::Revoked => {
            shell::answer(&visitor, StatusCode::GONE, || over(&visitor, "link-revoked-title", "link-revoked-text"))
        }
        LinkView::Unknown => {
            shell::answer(&visitor, StatusCode::NOT_FOUND, || over(&visitor, "link-unknown-title", "link-unknown-text"))
        }
    })
}

fn shut_notice(words: &Words, shut: Shut) -> AnyView {
    match shut {
        Shut::Codes(wait) => refusal(words.say("link-too-many-title"), too_many_text(words, wait)),
        Shut::Devices(wait) => {
            refusal(words.say("link-devices-title"), say!(words, "link-devices-text", minutes = minutes(wait)))
        }
    }
}

/// How long one waits for the next code. Only what is counted per link takes longer than an hour, so another link
/// opens meanwhile.
fn too_many_text(words: &Words, wait: SignedDuration) -> String {
    match minutes(wait) {
        minutes @ ..=90 => say!(words, "link-too-many-text", minutes = minutes),
        minutes => say!(words, "link-too-many-hours", hours = (minutes + 59) / 60),
    }
}

fn open(visitor: &Visitor, name: &str, companies: &str, other: Option<&str>, shut: Option<Shut>) -> Page {
    let words = &visitor.words;
    let supplier = visitor.supplier.clone();
    let text = say!(words, "link-text", companies = companies.to_owned(), supplier = supplier);
    let wait = shut.map(|shut| shut_notice(words, shut));
    let other = other.map(|other| {
        view! { <div class="notice warn"><p>{say!(words, "link-other-in", name = other.to_owned())}</p></div> }
    });
    let body = view! {
        <h1>{name.to_owned()}<span>{companies.to_owned()}</span></h1>
        {wait}
        {other}
        <p>{text}</p>
        <form method="post"><button type="submit" class="button main wide">{words.say("link-open")}</button></form>
        <details class="more">
            <summary>{say!(words, "link-not-you", name = name.to_owned())}</summary>
            <p>{say!(words, "link-not-you-text", name = name.to_owned())}</p>
            <p class="deeds"><a class="button" href="/new-link">{words.say("link-ask-own")}</a></p>
        </details>
    };
    letter(visitor, say!(words, "link-title", name = name.to_owned()), body.into_any())
}

fn over(visitor: &Visitor, title: &str, text: &str) -> Page {
    let words = &visitor.words;
    let title = words.say(title);
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say(text)}</p>
        <p class="deeds"><a class="button main wide" href="/new-link">{words.say("ask-for-link")}</a></p>
        <p class="quiet">{words.say("link-over-foot")}</p>
    };
    letter(visitor, title, body.into_any())
}

fn letter(visitor: &Visitor, title: String, body: AnyView) -> Page {
    Letter { title, kind: visitor.words.say("link-kind"), here: visitor.path.clone(), body }.page(visitor)
}
