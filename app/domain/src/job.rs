//! How urgent work is that is left for later.

/// What is claimed first, of all the work that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Somebody may be waiting for it at a screen, as for a code or a link.
    Interactive,
    /// It tells people of what others did.
    News,
}

impl Priority {
    /// The number by which it is sorted; the lowest comes first.
    #[must_use]
    pub const fn rank(self) -> i64 {
        match self {
            Self::Interactive => 0,
            Self::News => 1,
        }
    }
}
