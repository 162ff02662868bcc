//! What is answered when it cannot be done what was asked: a page that says what happened and what to do, or the same as
//! JSON.

mod json;
#[cfg(test)]
mod tests;

use crate::{
    address,
    http::{
        context::RequestContext,
        form_recovery::{self, Remedy, SubmittedBody},
    },
    layout::{self, Page},
    pages::{entry::return_to, invoice::import::UPLOAD_LIMIT},
    say,
    words::Words,
};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use coplan_domain::{invoice::ubl::MAX_BYTES, person::Side, text::PROSE_LIMIT};
use coplan_usecases::{Error, InternalError, Outage, form::FieldProblem};
use leptos::prelude::*;

/// Why a page cannot do what was asked.
#[derive(Debug)]
pub enum PageError {
    /// Nobody is in.
    NotIn,
    /// Whoever is in must set up a second factor before anything else.
    NoSecondFactor,
    /// Not there, or not the reader's: the same answer.
    NotFound,
    /// Seen, but others are responsible for it.
    NotResponsible,
    /// The request is not one that our pages send.
    BadRequest,
    /// Fields cannot be taken, and no page shows them again.
    Invalid(Vec<FieldProblem>),
    /// Somebody else changed it since, and no page shows both.
    Stale,
    /// Files that are more than fits.
    TooLarge,
    /// A form that is more than fits.
    TooLong,
    /// It came from another site.
    CrossSite,
    /// What was sent stopped on its way.
    TooSlow,
    /// The database does not answer, or takes nothing in.
    Outage(Outage),
    /// A view or a handler broke; what it said is in the log already.
    Broken,
    /// Something failed that is nobody's doing.
    Internal(InternalError),
}

impl From<InternalError> for PageError {
    fn from(error: InternalError) -> Self {
        Self::Internal(error)
    }
}

/// A page that has typed words to show again looks at what is wrong itself; here it is told without them.
impl<T> From<Error<T>> for PageError {
    fn from(error: Error<T>) -> Self {
        match error {
            Error::NotIn => Self::NotIn,
            Error::NotFound => Self::NotFound,
            Error::NotResponsible => Self::NotResponsible,
            Error::Invalid(problems) => Self::Invalid(problems),
            Error::Stale(_) => Self::Stale,
            Error::Internal(error) => Self::Internal(error),
        }
    }
}

/// A failure on its way out: drawn for the visitor by the layer that knows the visitor.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(Pending(std::sync::Arc::new(self)));
        answer
    }
}

/// Put on an answer that is yet to be drawn.
#[derive(Clone)]
struct Pending(std::sync::Arc<PageError>);

/// When to come back after an outage, in seconds, for programs; people are told to wait a minute.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("30");

impl PageError {
    fn outage(&self) -> Option<Outage> {
        match self {
            Self::Outage(outage) => Some(*outage),
            Self::Internal(error) => error.outage(),
            _ => None,
        }
    }

    fn status(&self) -> StatusCode {
        if self.outage().is_some() {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        match self {
            Self::NotIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadRequest | Self::Invalid(_) | Self::Stale => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::CrossSite | Self::NotResponsible | Self::NoSecondFactor => StatusCode::FORBIDDEN,
            Self::Broken | Self::Internal(_) | Self::Outage(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn key(&self) -> &'static str {
        match self.outage() {
            Some(Outage::Unreachable) => return "error-unreachable",
            Some(Outage::Unwritable) => return "error-unwritable",
            None => {}
        }
        match self {
            Self::NotIn => "error-not-in",
            Self::NoSecondFactor => "error-no-second-factor",
            Self::NotFound => "error-not-found",
            Self::NotResponsible => "error-not-responsible",
            Self::BadRequest | Self::Invalid(_) | Self::Stale => "error-bad-request",
            Self::TooLarge => "error-too-large",
            Self::TooLong => "error-too-long",
            Self::CrossSite => "error-cross-site",
            Self::TooSlow => "error-too-slow",
            Self::Broken | Self::Internal(_) | Self::Outage(_) => "error-error",
        }
    }

    /// What kind of mishap it is, in two words.
    fn kind(&self) -> &'static str {
        match self {
            _ if self.outage().is_some() => "error-kind-outage",
            Self::NotIn | Self::NoSecondFactor => "error-kind-not-in",
            Self::NotFound => "error-kind-not-found",
            Self::NotResponsible => "error-kind-not-yours",
            Self::BadRequest
            | Self::Invalid(_)
            | Self::Stale
            | Self::TooLarge
            | Self::TooLong
            | Self::CrossSite
            | Self::TooSlow => "error-kind-not-taken",
            Self::Broken | Self::Internal(_) | Self::Outage(_) => "error-kind-error",
        }
    }

    /// What has to happen so that what was sent can be sent again and taken; none where that will not help.
    ///
    /// What another site made a browser send never comes back: a press of our own button would then do what that site
    /// wanted.
    fn first(&self) -> Option<Remedy> {
        match self {
            Self::Broken | Self::Internal(_) | Self::Outage(_) => Some(Remedy::Wait),
            Self::NotIn => Some(Remedy::ComeIn),
            Self::NoSecondFactor => Some(Remedy::SetUpSecondFactor),
            Self::NotResponsible => Some(Remedy::BeResponsible),
            Self::TooLong => Some(Remedy::Shorten),
            Self::NotFound
            | Self::BadRequest
            | Self::Invalid(_)
            | Self::Stale
            | Self::TooLarge
            | Self::CrossSite
            | Self::TooSlow => None,
        }
    }
}

/// Draws a failed answer for its visitor, as a page or, where the request asks for that, as JSON, with what was sent where that can be sent again; answers that hold a page
/// go through as they are.
pub fn rendered(context: &RequestContext, answer: Response, sent: &SubmittedBody) -> Response {
    let failure = match answer.extensions().get::<Pending>() {
        Some(Pending(failure)) => std::sync::Arc::clone(failure),
        None => match bare(&answer) {
            Some(failure) => std::sync::Arc::new(failure),
            None => return answer,
        },
    };
    let code = || context.nonce.chars().filter(char::is_ascii_alphanumeric).take(6).collect::<String>().to_uppercase();
    let path = address::without_secret(&context.path);
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
        json::answer(&failure, reference)
    } else {
        layout::answer(context, failure.status(), || page(context, &failure, reference, sent))
    };
    if failure.outage().is_some() {
        answer.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    if let (PageError::NotIn, Some((name, value))) = (&*failure, return_to(context)) {
        answer.headers_mut().append(name, value);
    }
    answer
}

/// The failure that a bare status from the framework stands for.
fn bare(answer: &Response) -> Option<PageError> {
    let is_page = answer.headers().contains_key(header::CONTENT_SECURITY_POLICY);
    match answer.status() {
        _ if is_page => None,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(PageError::NotFound),
        StatusCode::PAYLOAD_TOO_LARGE => Some(PageError::TooLarge),
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Some(PageError::BadRequest)
        }
        _ => None,
    }
}

fn page(context: &RequestContext, failure: &PageError, reference: Option<String>, sent: &SubmittedBody) -> Page {
    let words = &context.words;
    // Whoever wrote something is told first that it is not lost.
    let key = if matches!(failure, PageError::NotIn) && form_recovery::holds_words(words, sent) { "kept" } else { failure.key() };
    let title = words.say(&format!("{key}-title"));
    let again = match failure.first() {
        Some(first) => form_recovery::resend_form(context, sent, first),
        // Another site wrote it: here it would be read as the visitor's own words, at the supplier's address.
        None if matches!(failure, PageError::CrossSite) => None,
        None => form_recovery::copy(words, sent),
    };
    let then = matches!(failure, PageError::NotIn).then(|| return_to(context)).flatten();
    let then = then.map(|_| view! { <p>{say!(words, "error-not-in-then")}</p> });
    let main = view! {
        <div class="oops">
            <p class="kicker">{words.say(failure.kind())}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{text(words, failure, key)}</p>
            {then}
            {reference.map(|code| view! { <p><span class="ref">{say!(words, "error-reference", code = code)}</span></p> })}
            {again}
            <p class="actions">{actions(context, failure, sent)}</p>
        </div>
    };
    Page::plain(title, "page", main.into_any())
}

fn text(words: &Words, failure: &PageError, key: &str) -> String {
    let megabytes = |bytes: usize| i64::try_from(bytes / 1024 / 1024).unwrap_or(i64::MAX);
    match failure {
        PageError::TooLarge => {
            say!(words, "error-too-large-text", file = megabytes(MAX_BYTES), upload = megabytes(UPLOAD_LIMIT))
        }
        PageError::TooLong => {
            say!(words, "error-too-long-text", limit = i64::try_from(PROSE_LIMIT).unwrap_or(i64::MAX))
        }
        _ => words.say(&format!("{key}-text")),
    }
}

fn actions(context: &RequestContext, failure: &PageError, sent: &SubmittedBody) -> AnyView {
    let words = &context.words;
    match (failure, sent) {
        // The one thing to do now stands in the form above.
        (_, SubmittedBody::Form { .. }) if failure.first().is_some() => {
            view! { <a class="button" href="/">{say!(words, "go-to-start")}</a> }.into_any()
        }
        (PageError::NotIn, _) => {
            let sign_in = address::sign_in(context.next.as_deref().unwrap_or("/"));
            let is_staff = context.side(&context.path) == Some(Side::Supplier);
            let (staff, member) = if is_staff { ("button main", "button") } else { ("button", "button main") };
            let staff = view! { <a class=staff href=sign_in>{say!(words, "sign-in-staff")}</a> }.into_any();
            let member = view! { <a class=member href="/new-link">{say!(words, "ask-for-link")}</a> }.into_any();
            let doors = if is_staff { [staff, member] } else { [member, staff] };
            doors.into_iter().collect_view().into_any()
        }
        (_, SubmittedBody::Nothing { asked }) if failure.outage().is_some() => {
            view! { <a class="button main" href=asked.clone()>{say!(words, "try-again")}</a><a class="button" href="/">{say!(words, "go-to-start")}</a> }
                .into_any()
        }
        _ => view! { <a class="button main" href="/">{say!(words, "go-to-start")}</a> }.into_any(),
    }
}
