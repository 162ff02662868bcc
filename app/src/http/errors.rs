//! Why a request cannot be answered as it was asked. Nothing here knows how that is drawn: a page, a stream and an
//! interface for programs can stand behind it.

mod json;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use coplan_usecases::{Error, InternalError, Outage, form::FieldProblem};
use std::{sync::Arc, time::Duration};

/// Why a page cannot do what was asked.
#[derive(Debug)]
pub enum PageError {
    /// Nobody is in.
    NotIn,
    /// Whoever is in must set up a second factor before anything else.
    NoSecondFactor,
    /// Not there, or not the reader's: the same answer.
    NotFound,
    /// Whoever is in looks as a member, and changes nothing.
    Preview,
    /// Whoever is in sees no sums, and the member whose pages it asked for does.
    PreviewOfSums,
    /// Seen, but others are responsible for it.
    NotResponsible,
    /// It would give somebody more to see than whoever is in sees, or let one in who sees more.
    SeesMore,
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
    /// So much was changed in a short time that there is a pause.
    TooMany {
        /// When to go on.
        retry_after: Duration,
    },
    /// As much as fits at once is being answered.
    Busy,
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
            Error::Preview => Self::Preview,
            Error::NotResponsible => Self::NotResponsible,
            Error::SeesMore => Self::SeesMore,
            Error::Invalid(problems) => Self::Invalid(problems),
            Error::Stale(_) => Self::Stale,
            Error::Internal(error) => Self::Internal(error),
        }
    }
}

/// A failure on its way out: drawn for the visitor by the layer that knows the visitor.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        pending(Arc::new(self))
    }
}

/// A failure on its way out that others know too.
#[must_use]
pub fn pending(failure: Arc<PageError>) -> Response {
    let mut answer = failure.status().into_response();
    answer.extensions_mut().insert(Pending(failure));
    answer
}

/// Put on an answer that is yet to be drawn.
#[derive(Clone)]
struct Pending(Arc<PageError>);

impl PageError {
    /// The outage behind it, where there is one.
    #[must_use]
    pub fn outage(&self) -> Option<Outage> {
        match self {
            Self::Outage(outage) => Some(*outage),
            Self::Internal(error) => error.outage(),
            _ => None,
        }
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        if self.outage().is_some() {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        match self {
            Self::NotIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadRequest | Self::Invalid(_) | Self::Stale => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::CrossSite
            | Self::Preview
            | Self::PreviewOfSums
            | Self::NotResponsible
            | Self::SeesMore
            | Self::NoSecondFactor => StatusCode::FORBIDDEN,
            Self::Broken | Self::Internal(_) | Self::Outage(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What is yet to be drawn for this answer: what a handler failed with, or what a bare status from the framework
    /// stands for. None for answers that hold a page.
    #[must_use]
    pub fn of(answer: &Response) -> Option<Arc<Self>> {
        if let Some(Pending(failure)) = answer.extensions().get() {
            return Some(Arc::clone(failure));
        }
        let is_page = answer.headers().contains_key(header::CONTENT_SECURITY_POLICY);
        let failure = match answer.status() {
            _ if is_page => return None,
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Self::NotFound,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::BadRequest,
            _ => return None,
        };
        Some(Arc::new(failure))
    }
}
