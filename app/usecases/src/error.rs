//! How a deed can fail: one type for all of them. Where there is more to say, an enum of the deed's own says it and
//! holds this one for the rest.

use crate::{InternalError, form::FieldProblem};
use coplan_store::{StoreError, access::AccessError};
use std::convert::Infallible;

/// Why a deed was not done. `T` is what somebody else has changed meanwhile; where a deed cannot meet that, it is
/// [`Infallible`].
#[derive(Debug, thiserror::Error)]
pub enum Error<T = Infallible> {
    /// The device is not in any more, or nobody is.
    #[error("not in")]
    NotIn,
    /// Not yours, or not there.
    #[error("not found")]
    NotFound,
    /// It looks as a member, and changes nothing.
    #[error("looking as a member")]
    Preview,
    /// Seen, but others are responsible for it.
    #[error("others are responsible for it")]
    NotResponsible,
    /// It would give somebody more to see than whoever acts sees, or let one in who sees more.
    #[error("a person who sees more")]
    SeesMore,
    /// Something typed cannot be taken.
    #[error("fields cannot be taken")]
    Invalid(Vec<FieldProblem>),
    /// Somebody else changed it since; this is how it stands now.
    #[error("changed by somebody else")]
    Stale(Box<T>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl<T> Error<T> {
    /// Somebody else changed it since; this is how it stands now.
    pub(crate) fn stale(theirs: impl Into<T>) -> Self {
        Self::Stale(Box::new(theirs.into()))
    }
}

impl<T> From<AccessError> for Error<T> {
    fn from(refused: AccessError) -> Self {
        match refused {
            AccessError::NotIn => Self::NotIn,
            AccessError::NotFound => Self::NotFound,
            AccessError::Preview => Self::Preview,
            AccessError::NotResponsible => Self::NotResponsible,
            AccessError::SeesMore => Self::SeesMore,
            AccessError::Store(error) => Self::Internal(error.into()),
        }
    }
}

impl<T> From<StoreError> for Error<T> {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

impl<T> From<Vec<FieldProblem>> for Error<T> {
    fn from(problems: Vec<FieldProblem>) -> Self {
        Self::Invalid(problems)
    }
}

impl Error {
    /// The same where somebody else may have changed something meanwhile, which has not happened here.
    pub(crate) fn widened<T>(self) -> Error<T> {
        match self {
            Self::NotIn => Error::NotIn,
            Self::NotFound => Error::NotFound,
            Self::Preview => Error::Preview,
            Self::NotResponsible => Error::NotResponsible,
            Self::SeesMore => Error::SeesMore,
            Self::Invalid(problems) => Error::Invalid(problems),
            Self::Stale(never) => match *never {},
            Self::Internal(error) => Error::Internal(error),
        }
    }
}

/// Lets an enum of a deed's own take over whatever it says nothing of itself.
macro_rules! says_more {
    ($($error:ident),+) => {$(
        impl From<coplan_store::StoreError> for $error {
            fn from(error: coplan_store::StoreError) -> Self {
                Self::Other(error.into())
            }
        }

        impl From<coplan_store::access::AccessError> for $error {
            fn from(error: coplan_store::access::AccessError) -> Self {
                Self::Other(error.into())
            }
        }

        impl From<$crate::InternalError> for $error {
            fn from(error: $crate::InternalError) -> Self {
                Self::Other(error.into())
            }
        }
    )+};
}
pub(crate) use says_more;
