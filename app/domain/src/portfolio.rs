//! The supplier's table of all customers: what it can be sorted by and narrowed to.

use crate::plan::Light;
use std::cmp::Ordering;

words! {
    /// What the table is sorted by. Each begins with what asks for a look first.
    PortfolioSort {
        /// Who has waited longest for the supplier first.
        Waiting = "waiting",
        /// The alphabet.
        Name = "name",
        /// The most alarming light first.
        Light = "light",
        /// The next promised day first.
        Promise = "promise",
        /// The largest open sum first.
        Open = "open",
        /// Whose members were here last first.
        Visit = "visit",
    }
}

words! {
    /// Which customers the table shows.
    PortfolioShow {
        /// All that go on.
        All = "all",
        /// Those who wait for the supplier.
        Waiting = "waiting",
        /// Those with a project at risk or late.
        Alarming = "alarming",
        /// Those to whom a promised day has passed.
        Overdue = "overdue",
        /// Those that have ended.
        Ended = "ended",
    }
}

words! {
    /// How a customer is against how it was.
    Trend {
        /// Calmer.
        Better = "better",
        /// As it was.
        Same = "same",
        /// More alarming.
        Worse = "worse",
    }
}

impl Trend {
    /// From the most alarming light then to the most alarming one now.
    #[must_use]
    pub fn between(before: Light, now: Light) -> Self {
        match now.cmp(&before) {
            Ordering::Less => Self::Better,
            Ordering::Equal => Self::Same,
            Ordering::Greater => Self::Worse,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_alarming_is_worse_and_calmer_is_better() {
        assert_eq!(Trend::between(Light::OnTrack, Light::Late), Trend::Worse);
        assert_eq!(Trend::between(Light::Late, Light::AtRisk), Trend::Better);
        assert_eq!(Trend::between(Light::AtRisk, Light::AtRisk), Trend::Same);
    }
}
