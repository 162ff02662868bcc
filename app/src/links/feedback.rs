//! Addresses of what customers' people say of the work.

use coplan_domain::{
    feedback::FeedbackKind,
    id::{CustomerId, FeedbackId},
    thread::{About, AboutKind},
};
use serde::Deserialize;

routes! {
    /// What was said, and the surveys.
    list(customer: CustomerId) = "/c/{customer}/feedback";
    /// Gives feedback.
    give(customer: CustomerId) = "/c/{customer}/feedback/new";
    /// One of them.
    show(customer: CustomerId, feedback: FeedbackId) = "/c/{customer}/feedback/{feedback}";
    /// Promises to do something about it.
    promise(customer: CustomerId, feedback: FeedbackId) = "/c/{customer}/feedback/{feedback}/follow-up" for staff;
    /// Tells what was done about it.
    answer(customer: CustomerId, feedback: FeedbackId) = "/c/{customer}/feedback/{feedback}/answer" for staff;
    /// Says whether that helped.
    helped(customer: CustomerId, feedback: FeedbackId) = "/c/{customer}/feedback/{feedback}/helped";
}

/// What feedback is to be about, as `KIND.ID`, and of which kind it is; nothing is the plan, and no kind yet.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GiveQuery {
    /// What it is about.
    pub about: String,
    /// Its kind.
    pub kind: String,
}

/// Gives feedback of this kind about what a page of the customer is about.
#[must_use]
pub fn give_about(customer: CustomerId, kind: FeedbackKind, about: Option<About>) -> String {
    let about = about.map(|about| format!("&about={about}")).unwrap_or_default();
    format!("{}?kind={kind}{about}", give(customer))
}

/// What the page at a path is about; none where it is the plan as a whole, or nothing that can be talked about.
#[must_use]
pub fn about_of(customer: CustomerId, path: &str) -> Option<About> {
    let rest = path.strip_prefix(&super::plan::show(customer))?;
    let parts = rest.split('/').collect::<Vec<_>>();
    let (kind, id) = match parts.as_slice() {
        ["", "projects", _, "milestones", id, ..] => (AboutKind::Milestone, id),
        ["", "projects", _, "tasks", id, ..] => (AboutKind::Task, id),
        ["", "projects", id, ..] => (AboutKind::Project, id),
        ["", "invoices", id, ..] => (AboutKind::Invoice, id),
        _ => return None,
    };
    format!("{kind}.{id}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feedback_is_about_what_its_page_is_about() {
        let customer: CustomerId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAW";
        let about = |rest: &str| about_of(customer, &format!("/c/{customer}{rest}")).map(|about| about.to_string());
        assert_eq!(about(&format!("/projects/{id}")), Some(format!("project.{id}")));
        assert_eq!(about(&format!("/projects/{customer}/tasks/{id}/answer")), Some(format!("task.{id}")));
        assert_eq!(about(&format!("/invoices/{id}")), Some(format!("invoice.{id}")));
        for plain in ["", "/projects/new", "/invoices", "/goals/01ARZ3NDEKTSV4RRFFQ69G5FAW"] {
            assert_eq!(about(plain), None, "{plain}");
        }
        assert_eq!(about_of(customer, "/me"), None);
    }
}
