//! How urgent work is that is left for later.

/// What is claimed first, of all the work that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Somebody who has proved to be expected waits for it at a screen, as for a code.
    Code,
    /// Somebody may be waiting for it, as for a link that a colleague has made.
    Interactive,
    /// Anybody may have asked for it, without being signed in.
    Asked,
    /// It tells people of what others did.
    News,
}

impl Priority {
    /// The number by which it is sorted; the lowest comes first.
    #[must_use]
    pub const fn rank(self) -> i64 {
        match self {
            Self::Code => 0,
            Self::Interactive => 1,
            Self::Asked => 2,
            Self::News => 3,
        }
    }
}
