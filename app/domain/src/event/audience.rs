//! Who may know of what happened.

use crate::{person::Scope, word::UnknownWord};

/// Who may know of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Staff, and members with this scope.
    Scope(Scope),
    /// Staff, and members with the money scope as well as the discussion scope: what is said about sums.
    MoneyDiscussion,
    /// The supplier's people only.
    Internal,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 8] = [
        Self::Scope(Scope::Plan),
        Self::Scope(Scope::Money),
        Self::Scope(Scope::Discussion),
        Self::Scope(Scope::Meetings),
        Self::Scope(Scope::Goals),
        Self::Scope(Scope::People),
        Self::MoneyDiscussion,
        Self::Internal,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Scope(scope) => scope.as_str(),
            Self::MoneyDiscussion => "money_discussion",
            Self::Internal => "internal",
        }
    }
}

impl std::str::FromStr for Audience {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|audience| audience.as_str() == word)
            .ok_or_else(|| UnknownWord(word.chars().take(40).collect()))
    }
}
