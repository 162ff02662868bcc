//! What the fields of a form are called, for telling of them where the form itself is not: above it, or in its place.

use crate::words::Words;

/// The fields of one form that people fill, each with the key of its label.
#[derive(Debug, PartialEq, Eq)]
pub struct Labels(&'static [(&'static str, &'static str)]);

impl Labels {
    /// A field's name, where it is one of these.
    #[must_use]
    pub fn name(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(name, _)| *name)
    }

    /// What a field is called; none for what goes along unseen.
    #[must_use]
    pub fn of(&self, words: &Words, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, key)| words.say(key))
    }
}

/// A new discussion.
pub const THREAD: Labels = Labels(&[("title", "thread-title-label"), ("text", "thread-text-label")]);
/// What is said in a discussion, noted beside it, and came of it.
pub const SPEECH: Labels = Labels(&[("text", "kept-text-label"), ("note", "note-label"), ("outcome", "thread-outcome-label")]);
/// A task.
pub const TASK: Labels = Labels(&[
    ("name", "task-name"),
    ("side", "task-side"),
    ("stage", "task-stage"),
    ("due_on", "task-due-on"),
    ("why", "task-why"),
    ("shared", "task-share"),
]);
/// A new milestone.
pub const MILESTONE: Labels = Labels(&[("name", "milestone-name"), ("promised_on", "milestone-promised-on")]);
/// What is done with a milestone.
pub const PROMISE: Labels = Labels(&[
    ("name", "milestone-name"),
    ("promised_on", "milestone-new-day"),
    ("reason", "milestone-because"),
    ("reached_on", "milestone-reached-on"),
]);
/// A status report.
pub const STATUS: Labels = Labels(&[("light", "status-light"), ("reason", "status-reason")]);
/// Who has it.
pub const RESPONSIBLE: Labels = Labels(&[("to", "responsible-to")]);
/// A project.
pub const PROJECT: Labels = Labels(&[("name", "project-name"), ("about", "project-about"), ("shared", "project-show-at-once")]);
/// A member.
pub const MEMBER: Labels = Labels(&[
    ("name", "member-name"),
    ("email", "member-email"),
    ("language", "member-language"),
    ("title", "member-title"),
    ("scopes", "member-scopes"),
]);
/// A customer, with what is internal about it.
pub const CUSTOMER: Labels = Labels(&[
    ("name", "customer-name"),
    ("number", "customer-number"),
    ("business_id", "customer-business-id"),
    ("vat_id", "customer-vat-id"),
    ("code_policy", "customer-code"),
    ("responsible", "customer-responsible"),
    ("segment", "customer-segment"),
    ("about", "customer-about"),
]);
/// A payment.
pub const PAYMENT: Labels =
    Labels(&[("amount", "payment-amount"), ("paid_on", "payment-day"), ("more_than_open", "payment-more-than-open")]);
/// One of the supplier's people.
pub const STAFF: Labels = Labels(&[
    ("name", "staff-name"),
    ("email", "sign-in-email"),
    ("title", "staff-title"),
    ("role", "staff-role"),
    ("speaks", "staff-speaks"),
    ("speaks_fi", "staff-speaks"),
    ("speaks_sv", "staff-speaks"),
    ("speaks_en", "staff-speaks"),
    ("phone", "account-phone"),
    ("language", "staff-reads"),
]);
/// Days away.
pub const ABSENCE: Labels =
    Labels(&[("first_day", "absence-first-day"), ("last_day", "absence-last-day"), ("stand_in", "absence-who")]);
/// What a person sets for itself.
pub const ACCOUNT: Labels =
    Labels(&[("language", "account-language"), ("time_zone", "account-time-zone"), ("phone", "account-phone")]);
/// Coming in.
pub const ENTRY: Labels = Labels(&[("email", "sign-in-email")]);

/// A part of the address that each form is sent to; the first that fits counts.
const FORMS: [(&str, &Labels); 19] = [
    ("/threads/new", &THREAD),
    ("/threads/", &SPEECH),
    ("/tasks/", &TASK),
    ("/milestones/new", &MILESTONE),
    ("/milestones/", &PROMISE),
    ("/status", &STATUS),
    ("/responsible", &RESPONSIBLE),
    ("/projects/", &PROJECT),
    ("/members/", &MEMBER),
    ("/edit", &CUSTOMER),
    ("/customers/new", &CUSTOMER),
    ("/payments", &PAYMENT),
    ("/away", &ABSENCE),
    ("/hand-over", &RESPONSIBLE),
    ("/staff", &STAFF),
    ("/me/settings", &ACCOUNT),
    ("/sign-in", &ENTRY),
    ("/new-link", &ENTRY),
    ("/code", &ENTRY),
];

/// The labels of the form that is sent to this address.
#[must_use]
pub fn at(action: &str) -> &'static Labels {
    FORMS.iter().find(|(part, _)| action.contains(part)).map_or(&Labels(&[]), |(_, labels)| labels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;

    #[test]
    fn a_field_is_called_as_its_own_form_calls_it() {
        let words = Words::new(Language::En, "Europe/Helsinki");
        let called = |action, field| at(action).of(&words, field);
        assert_eq!(called("/c/1/projects/2/tasks/new", "name").as_deref(), Some("What needs to be done"));
        assert_eq!(called("/c/1/projects/2/milestones/3/promise", "promised_on").as_deref(), Some("New date"));
        assert_eq!(called("/c/1/projects/2/milestones/new", "promised_on").as_deref(), Some("Promised date"));
        assert_eq!(called("/c/1/projects/2/edit", "name").as_deref(), Some("Name"));
        assert_eq!(called("/c/1/edit", "name").as_deref(), Some("Name"));
        assert_eq!(called("/c/1/members/2", "title").as_deref(), Some("Job title"));
        assert_eq!(called("/c/1/threads/new", "about"), None, "what a discussion is about is an object, not words");
    }
}
