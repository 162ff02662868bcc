//! What a customer asks of an invoice, how far that is, and what it decides of the invoice.

words! {
    /// What a question about an invoice is about.
    QuestionReason {
        /// How much is charged.
        Quantity = "quantity",
        /// What one of it costs.
        Price = "price",
        /// Nobody ordered it.
        NotOrdered = "not_ordered",
        /// It has not been delivered or done.
        NotReceived = "not_received",
        /// It was charged before.
        Twice = "twice",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// How far a question about an invoice is.
    QuestionState {
        /// The supplier has to answer it.
        Open = "open",
        /// The supplier has explained what is charged.
        Explained = "explained",
        /// The supplier will credit it.
        ToCredit = "to_credit",
        /// A credit note has come.
        Credited = "credited",
    }
}

impl QuestionState {
    /// Whether the supplier still has to do something about it.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Open | Self::ToCredit)
    }
}

words! {
    /// What somebody of the customer decided of an invoice.
    ApprovalDecision {
        /// It may be paid.
        Approved = "approved",
        /// It is not to be paid as it is.
        Objected = "objected",
    }
}
