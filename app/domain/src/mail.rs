//! Mail that did not arrive.

words! {
    /// Why a mail did not arrive.
    WhyUndelivered {
        /// A mail server said that it never will take it: most often there is no such mailbox.
        Refused = "refused",
        /// No mail server took it, however often that was tried.
        NotTaken = "not_taken",
    }
}
