//! What can be found by the words in it.

mod stem;

pub use stem::{stems, without_endings};

words! {
    /// A kind of things that can be found, in the order in which they are shown.
    SearchKind {
        /// Discussions.
        Thread = "thread",
        /// What was said in them.
        Message = "message",
        /// Projects.
        Project = "project",
        /// Milestones.
        Milestone = "milestone",
        /// Tasks.
        Task = "task",
        /// Invoices.
        Invoice = "invoice",
        /// Meetings.
        Meeting = "meeting",
        /// Goals.
        Goal = "goal",
        /// Requests.
        ServiceRequest = "service_request",
        /// Ideas.
        Idea = "idea",
        /// The customers' people.
        Person = "person",
    }
}
