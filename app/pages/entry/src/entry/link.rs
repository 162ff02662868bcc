//! `/in/{secret}`: a personal link. Looking at it changes nothing, so mail scanners may; a human presses the button.

use super::{EntryPage, language, let_in, minutes, refusal, wait};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page},
    links, say,
    words::Words,
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
/// [`PageError`] where the database cannot be read.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    shown(&portal, context, &secret, None).await
}

/// Leads on to the link where a slash was put behind it.
pub async fn get_with_slash(Path(secret): Path<String>) -> Redirect {
    Redirect::permanent(&links::entry::personal_link(&secret))
}

/// Opens it.
///
/// # Errors
/// [`PageError`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    match personal_link::open(&portal, &secret, &context.as_browser()).await {
        Ok(Opened::In { device_secret }) => Ok(let_in(&context, &device_secret, context.return_to())),
        Ok(Opened::CodeSent { browser_secret }) => {
            let asked = wait(&context, &browser_secret, CODE_LASTS, &links::entry::code());
            let language = link_language(&portal, &context, &secret).await?;
            Ok((language.map(|language| AppendHeaders([language::kept(&context, language)])), asked).into_response())
        }
        Err(OpenError::TooMany { retry_after }) => shown(&portal, context, &secret, Some(Shut::Codes(retry_after))).await,
        Err(OpenError::TooManyDevices { retry_after }) => {
            shown(&portal, context, &secret, Some(Shut::Devices(retry_after))).await
        }
        Err(OpenError::Expired | OpenError::Revoked | OpenError::Unknown) => shown(&portal, context, &secret, None).await,
        Err(OpenError::Internal(error)) => Err(error.into()),
    }
}

/// The language of the link's person, for the page that asks for the code; none where the visitor chose one.
async fn link_language(portal: &Portal, context: &RequestContext, secret: &str) -> Result<Option<Language>, PageError> {
    Ok(match personal_link::look(portal, secret).await? {
        LinkView::Open { language, .. } if !context.language_chosen => Some(language),
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
async fn shown(portal: &Portal, context: RequestContext, secret: &str, shut: Option<Shut>) -> Result<Response, PageError> {
    Ok(match personal_link::look(portal, secret).await? {
        LinkView::Open { person, name, language, companies } => {
            let context = context.reading(language);
            let other = context.actor.as_ref().filter(|actor| actor.person() != person).map(|actor| actor.entered().name());
            let status = if shut.is_some() { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::OK };
            layout::answer(&context, status, || open(&context, &name, &companies.join(", "), other, shut))
        }
        LinkView::Expired => {
            layout::answer(&context, StatusCode::GONE, || over(&context, "link-expired-title", "link-expired-text"))
        }
        LinkView::Ended => layout::answer(&context, StatusCode::GONE, || over(&context, "link-ended-title", "link-ended-text")),
        LinkView::Revoked => {
            layout::answer(&context, StatusCode::GONE, || over(&context, "link-revoked-title", "link-revoked-text"))
        }
        LinkView::Unknown => {
            layout::answer(&context, StatusCode::NOT_FOUND, || over(&context, "link-unknown-title", "link-unknown-text"))
        }
    })
}

fn shut_notice(words: &Words, shut: Shut) -> AnyView {
    match shut {
        Shut::Codes(wait) => refusal(say!(words, "link-too-many-title"), too_many_text(words, wait)),
        Shut::Devices(wait) => {
            refusal(say!(words, "link-devices-title"), say!(words, "link-devices-text", minutes = minutes(wait)))
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

fn open(context: &RequestContext, name: &str, companies: &str, other: Option<&str>, shut: Option<Shut>) -> Page {
    let words = &context.words;
    let supplier = context.supplier.clone();
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
        <form method="post"><button type="submit" class="button main wide">{say!(words, "link-open")}</button></form>
        <details class="more">
            <summary>{say!(words, "link-not-you", name = name.to_owned())}</summary>
            <p>{say!(words, "link-not-you-text", name = name.to_owned())}</p>
            <p class="actions"><a class="button" href=links::entry::new_link()>{say!(words, "link-ask-own")}</a></p>
        </details>
    };
    letter(context, say!(words, "link-title", name = name.to_owned()), body.into_any())
}

fn over(context: &RequestContext, title: &str, text: &str) -> Page {
    let words = &context.words;
    let title = words.say(title);
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say(text)}</p>
        <p class="actions"><a class="button main wide" href=links::entry::new_link()>{say!(words, "ask-for-link")}</a></p>
        <p class="quiet">{say!(words, "link-over-foot")}</p>
    };
    letter(context, title, body.into_any())
}

fn letter(context: &RequestContext, title: String, body: AnyView) -> Page {
    EntryPage { title, kind: say!(context.words, "link-kind"), here: context.path.clone(), body }.page(context)
}
