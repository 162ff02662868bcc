//! The supplier's table of all customers: what it can be sorted by and narrowed to.

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
