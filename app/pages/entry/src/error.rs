//! What is answered when it cannot be done what was asked: a page that says what happened and what to do, or for a program
//! the same as JSON.

#[cfg(test)]
mod tests;

use crate::entry;
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use coplan_app::{
    http::{
        body_limit::UPLOAD_LIMIT,
        context::RequestContext,
        errors::PageError,
        form_recovery::{self, Remedy, SubmittedBody},
        return_to::return_to,
    },
    layout::{self, Page},
    links, say,
};
use coplan_domain::{format::MAX_BYTES, person::Side, text::PROSE_LIMIT};
use coplan_usecases::{Outage, attachment};
use leptos::prelude::*;

/// When to come back after an outage, in seconds, for programs; people are told to wait a minute.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("30");
/// The same where as much as fits is being answered, which passes soon.
const RETRY_WHEN_BUSY: HeaderValue = HeaderValue::from_static("5");

/// Draws a failed answer for its visitor, as JSON where the request asks for that, with what was sent where that can be sent again; answers that hold a page
/// go through as they are.
pub fn rendered(context: &RequestContext, answer: Response, sent: &SubmittedBody) -> Response {
    let Some(failure) = PageError::of(&answer) else { return answer };
    let code = || context.nonce.chars().filter(char::is_ascii_alphanumeric).take(6).collect::<String>().to_uppercase();
    let path = links::entry::without_secret(&context.path);
    let reference = match &*failure {
        PageError::Internal(error) if failure.outage().is_some() => {
            tracing::error!(path, "{error}");
            None
        }
        PageError::Internal(error) => {
            let code = code();
            tracing::error!(reference = code, path, "{error}");
            Some(code)
        }
        PageError::Broken => {
            let code = code();
            tracing::error!(reference = code, path, "a view or a handler broke");
            Some(code)
        }
        PageError::Outage(outage) => {
            tracing::error!(path, "no answer in time: {outage:?}");
            None
        }
        _ => None,
    };
    let mut answer = if context.wants_json {
        failure.as_json(reference)
    } else {
        layout::answer(context, failure.status(), || page(context, &failure, reference, sent))
    };
    if let Some(wait) = retry_after(&failure) {
        answer.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    if let (PageError::NotIn, Some((name, value))) = (&*failure, return_to(context)) {
        answer.headers_mut().append(name, value);
    }
    answer
}

fn retry_after(failure: &PageError) -> Option<HeaderValue> {
    match failure {
        PageError::TooMany { retry_after } => Some(HeaderValue::from(retry_after.as_secs().max(1))),
        PageError::Busy => Some(RETRY_WHEN_BUSY),
        _ => failure.outage().map(|_| RETRY_AFTER),
    }
}

fn page(context: &RequestContext, failure: &PageError, reference: Option<String>, sent: &SubmittedBody) -> Page {
    let words = &context.words;
    // Whoever wrote something is told first that it is not lost.
    let is_preview = context.actor.as_ref().is_some_and(|actor| actor.preview().is_some());
    let key = match failure {
        PageError::NotIn if form_recovery::holds_words(sent) => "kept",
        // How to leave it stands on top of the page.
        PageError::NotFound if is_preview => "error-preview-page",
        _ => key(failure),
    };
    let title = words.say(&format!("{key}-title"));
    let again = match remedy(failure) {
        Some(first) => form_recovery::resend_form(context, sent, first),
        // Another site wrote it: here it would be read as the visitor's own words, at the supplier's address.
        None if matches!(failure, PageError::CrossSite) => None,
        None => form_recovery::copy(words, sent),
    };
    let then = matches!(failure, PageError::NotIn).then(|| return_to(context)).flatten();
    let then = then.map(|_| view! { <p>{say!(words, "error-not-in-then")}</p> });
    // Whoever is in has chosen one, and what was sent would be lost with the page.
    let language = match sent {
        SubmittedBody::Nothing { asked } if context.actor.is_none() => Some(entry::languages(words, asked)),
        _ => None,
    };
    let main = view! {
        <div class="oops">
            <p class="kicker">{words.say(kind(failure))}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{text(context, failure, key)}</p>
            {then}
            {reference.map(|code| view! { <p><span class="ref">{say!(words, "error-reference", code = code)}</span></p> })}
            {again}
            <p class="actions">{actions(context, failure, sent)}</p>
            {language}
        </div>
    };
    Page::plain(title, "page", main.into_any())
}

fn text(context: &RequestContext, failure: &PageError, key: &str) -> String {
    let words = &context.words;
    let megabytes = |bytes: usize| i64::try_from(bytes / 1024 / 1024).unwrap_or(i64::MAX);
    match failure {
        PageError::TooLarge => {
            say!(words, "error-too-large-text", file = megabytes(largest_file(context)), upload = megabytes(UPLOAD_LIMIT))
        }
        PageError::TooLong => {
            say!(words, "error-too-long-text", limit = i64::try_from(PROSE_LIMIT).unwrap_or(i64::MAX))
        }
        _ => words.say(&format!("{key}-text")),
    }
}

/// The most bytes of one file at the address that was sent to.
fn largest_file(context: &RequestContext) -> usize {
    if context.path == links::import::upload::PATTERN {
        MAX_BYTES
    } else {
        usize::try_from(attachment::MAX_BYTES).unwrap_or(usize::MAX)
    }
}

fn actions(context: &RequestContext, failure: &PageError, sent: &SubmittedBody) -> AnyView {
    let words = &context.words;
    match (failure, sent) {
        // The one thing to do now stands in the form above.
        (_, SubmittedBody::Form { .. }) if remedy(failure).is_some() => {
            view! { <a class="button" href=links::site::home()>{say!(words, "go-to-start")}</a> }.into_any()
        }
        (PageError::NotIn, _) => {
            let sign_in = links::sign_in::password_then(context.next.as_deref().unwrap_or_default());
            let is_staff = context.side(&context.path) == Some(Side::Supplier);
            let (staff, member) = if is_staff { ("button main", "button") } else { ("button", "button main") };
            let staff = view! { <a class=staff href=sign_in>{say!(words, "sign-in-staff")}</a> }.into_any();
            let member = view! { <a class=member href=links::entry::new_link()>{say!(words, "ask-for-link")}</a> }.into_any();
            let doors = if is_staff { [staff, member] } else { [member, staff] };
            doors.into_iter().collect_view().into_any()
        }
        (_, SubmittedBody::Nothing { asked }) if retry_after(failure).is_some() => {
            view! { <a class="button main" href=asked.clone()>{say!(words, "try-again")}</a><a class="button" href=links::site::home()>{say!(words, "go-to-start")}</a> }
                .into_any()
        }
        _ => view! { <a class="button main" href=links::site::home()>{say!(words, "go-to-start")}</a> }.into_any(),
    }
}

fn key(failure: &PageError) -> &'static str {
    match failure.outage() {
        Some(Outage::Unreachable) => return "error-unreachable",
        Some(Outage::Unwritable) => return "error-unwritable",
        None => {}
    }
    match failure {
        PageError::NotIn => "error-not-in",
        PageError::NoSecondFactor => "error-no-second-factor",
        PageError::NotFound => "error-not-found",
        PageError::Preview => "error-preview",
        PageError::PreviewOfSums => "error-preview-sums",
        PageError::NotResponsible => "error-not-responsible",
        PageError::SeesMore => "error-sees-more",
        PageError::BadRequest | PageError::Invalid(_) | PageError::Stale => "error-bad-request",
        PageError::TooLarge => "error-too-large",
        PageError::TooLong => "error-too-long",
        PageError::CrossSite => "error-cross-site",
        PageError::TooSlow => "error-too-slow",
        PageError::TooMany { .. } => "error-too-many",
        PageError::Busy => "error-busy",
        PageError::Broken | PageError::Internal(_) | PageError::Outage(_) => "error-fault",
    }
}

/// What kind of mishap it is, in two words.
fn kind(failure: &PageError) -> &'static str {
    match failure {
        _ if failure.outage().is_some() => "error-kind-outage",
        PageError::NotIn | PageError::NoSecondFactor => "error-kind-not-in",
        PageError::NotFound => "error-kind-not-found",
        PageError::Preview | PageError::PreviewOfSums => "error-kind-preview",
        PageError::NotResponsible | PageError::SeesMore => "error-kind-not-yours",
        PageError::BadRequest
        | PageError::Invalid(_)
        | PageError::Stale
        | PageError::TooLarge
        | PageError::TooLong
        | PageError::CrossSite
        | PageError::TooSlow
        | PageError::TooMany { .. } => "error-kind-not-taken",
        PageError::Busy => "error-kind-outage",
        PageError::Broken | PageError::Internal(_) | PageError::Outage(_) => "error-kind-fault",
    }
}

/// What has to happen so that what was sent can be sent again and taken; none where that will not help.
///
/// What another site made a browser send never comes back: a press of our own button would then do what that site
/// wanted.
fn remedy(failure: &PageError) -> Option<Remedy> {
    match failure {
        PageError::Broken | PageError::Internal(_) | PageError::Outage(_) | PageError::TooMany { .. } | PageError::Busy => {
            Some(Remedy::Wait)
        }
        PageError::NotIn => Some(Remedy::ComeIn),
        PageError::NoSecondFactor => Some(Remedy::SetUpSecondFactor),
        PageError::NotResponsible => Some(Remedy::BeResponsible),
        PageError::TooLong => Some(Remedy::Shorten),
        PageError::NotFound
        | PageError::Preview
        | PageError::PreviewOfSums
        | PageError::SeesMore
        | PageError::BadRequest
        | PageError::Invalid(_)
        | PageError::Stale
        | PageError::TooLarge
        | PageError::CrossSite
        | PageError::TooSlow => None,
    }
}
