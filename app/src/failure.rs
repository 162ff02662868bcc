//! What a page answers when it cannot do what was asked: always a page that says what happened and what to do.

use crate::{
    address,
    pages::invoice::import::UPLOAD_LIMIT,
    say,
    shell::{self, Page},
    visitor::Visitor,
    words::Words,
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use coplan_domain::invoice::ubl::MAX_BYTES;
use coplan_usecases::{
    Fault,
    edit::{AddError, EditError, Refused},
};
use leptos::prelude::*;

/// Why a page cannot do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// Nobody is in.
    NotIn,
    /// Not there, or not the reader's: the same answer.
    NotFound,
    /// Seen, but others are responsible for it.
    NotResponsible,
    /// The request is not one that our pages send.
    BadRequest,
    /// More than fits.
    TooLarge,
    /// It came from another site.
    CrossSite,
    /// A view or a handler broke; what it said is in the log already.
    Broken,
    /// Something failed that is nobody's doing.
    Fault(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::NotFound => Self::NotFound,
            Refused::NotResponsible => Self::NotResponsible,
            Refused::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// Where nothing was typed that a page could show again.
impl From<AddError> for Failure {
    fn from(error: AddError) -> Self {
        match error {
            AddError::NotFound => Self::NotFound,
            AddError::NotResponsible => Self::NotResponsible,
            AddError::Invalid(_) => Self::BadRequest,
            AddError::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// Where nothing was typed that a page could show again.
impl<T> From<EditError<T>> for Failure {
    fn from(error: EditError<T>) -> Self {
        match error {
            EditError::NotFound => Self::NotFound,
            EditError::NotResponsible => Self::NotResponsible,
            EditError::Invalid(_) | EditError::Stale(_) => Self::BadRequest,
            EditError::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// A failure on its way out: drawn for the visitor by the layer that knows the visitor.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(Pending(std::sync::Arc::new(self)));
        answer
    }
}

/// Put on an answer that is yet to be drawn.
#[derive(Clone)]
struct Pending(std::sync::Arc<Failure>);

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::CrossSite | Self::NotResponsible => StatusCode::FORBIDDEN,
            Self::Broken | Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::NotIn => "error-not-in",
            Self::NotFound => "error-not-found",
            Self::NotResponsible => "error-not-responsible",
            Self::BadRequest => "error-bad-request",
            Self::TooLarge => "error-too-large",
            Self::CrossSite => "error-cross-site",
            Self::Broken | Self::Fault(_) => "error-fault",
        }
    }
}

/// Draws a failed answer for its visitor; answers that hold a page go through as they are.
pub fn drawn(visitor: &Visitor, answer: Response) -> Response {
    let failure = match answer.extensions().get::<Pending>() {
        Some(Pending(failure)) => std::sync::Arc::clone(failure),
        None => match bare(&answer) {
            Some(failure) => std::sync::Arc::new(failure),
            None => return answer,
        },
    };
    let reference = match &*failure {
        Failure::Fault(fault) => {
            let code = visitor.nonce.chars().filter(char::is_ascii_alphanumeric).take(6).collect::<String>().to_uppercase();
            tracing::error!(reference = code, path = address::without_secret(&visitor.path), "{fault}");
            Some(code)
        }
        _ => None,
    };
    shell::answer(visitor, failure.status(), || page(visitor, &failure, reference))
}

/// The failure that a bare status from the framework stands for.
fn bare(answer: &Response) -> Option<Failure> {
    let is_page = answer.headers().contains_key(axum::http::header::CONTENT_SECURITY_POLICY);
    match answer.status() {
        _ if is_page => None,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Failure::NotFound),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Failure::TooLarge),
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Some(Failure::BadRequest)
        }
        _ => None,
    }
}

fn page(visitor: &Visitor, failure: &Failure, reference: Option<String>) -> Page {
    let words = &visitor.words;
    let title = words.say(&format!("{}-title", failure.key()));
    let deed = if matches!(failure, Failure::NotIn) {
        view! { <a class="button main" href="/new-link">{words.say("ask-for-link")}</a><a class="button" href=address::sign_in(visitor.next.as_deref().unwrap_or("/"))>{words.say("sign-in-staff")}</a> }.into_any()
    } else {
        view! { <a class="button main" href="/">{words.say("go-to-start")}</a> }.into_any()
    };
    let main = view! {
        <div class="oops">
            <p class="kicker">{failure.status().as_u16()}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{text(words, failure)}</p>
            {reference.map(|code| view! { <p><span class="ref">{say!(words, "error-reference", code = code)}</span></p> })}
            <p class="deeds">{deed}</p>
        </div>
    };
    Page::plain(title, "page", main.into_any())
}

fn text(words: &Words, failure: &Failure) -> String {
    let megabytes = |bytes: usize| i64::try_from(bytes / 1024 / 1024).unwrap_or(i64::MAX);
    match failure {
        Failure::TooLarge => {
            say!(words, "error-too-large-text", file = megabytes(MAX_BYTES), upload = megabytes(UPLOAD_LIMIT))
        }
        _ => words.say(&format!("{}-text", failure.key())),
    }
}
