//! What a discussion is about: its kind in words, and where it stands.

use crate::{links, parts::report_title, say, words::Words};
use coplan_domain::{id::CustomerId, thread::AboutKind};
use coplan_usecases::thread::SubjectView;
use leptos::prelude::*;

/// What it is about, in one line: "Milestone: Hall 3, New network".
#[must_use]
pub fn line(words: &Words, subject: &SubjectView) -> String {
    let name = subject.name.clone();
    let part_of = subject.part_of.clone().unwrap_or_default();
    match subject.kind {
        AboutKind::Plan => say!(words, "thread-about-plan"),
        AboutKind::Project => name,
        AboutKind::Milestone => say!(words, "thread-about-milestone", name = name, project = part_of),
        AboutKind::Task => say!(words, "thread-about-task", name = name, project = part_of),
        AboutKind::Invoice => say!(words, "thread-about-invoice", number = name),
        AboutKind::InvoiceLine => say!(words, "thread-about-line", name = name, number = part_of),
        AboutKind::ServiceRequest => say!(words, "thread-about-request", name = name),
        AboutKind::Report => say!(words, "thread-about-report", name = report_title::named(words, &name)),
    }
}

/// The way to what it is about: the plan first, then the object, a part behind its whole.
#[must_use]
pub fn way(words: &Words, customer: CustomerId, subject: &SubjectView) -> Vec<(String, String)> {
    let name = subject.name.clone();
    let part_of = subject.part_of.clone().unwrap_or_default();
    let mut way = vec![(links::plan::show(customer), say!(words, "nav-plan"))];
    let invoice_title = |number: String| say!(words, "thread-about-invoice", number = number);
    match (subject.kind, subject.project, subject.invoice) {
        (AboutKind::Project, Some(project), _) => way.push((links::project::show(customer, project), name)),
        (AboutKind::Milestone, Some(project), _) => {
            way.push((links::project::show(customer, project), part_of));
            way.push((links::project::milestone(customer, project, subject.id.into()), name));
        }
        (AboutKind::Task, Some(project), _) => {
            way.push((links::project::show(customer, project), part_of));
            way.push((links::project::task(customer, project, subject.id.into()), name));
        }
        (AboutKind::Invoice, _, Some(invoice)) => way.push((links::invoice::show(customer, invoice), invoice_title(name))),
        (AboutKind::ServiceRequest, ..) => way.push((links::service_request::show(customer, subject.id.into()), name)),
        (AboutKind::Report, ..) => {
            way.push((links::report::show(customer, subject.id.into()), report_title::named(words, &name)));
        }
        (AboutKind::InvoiceLine, _, Some(invoice)) => {
            way.push((links::invoice::show(customer, invoice), invoice_title(part_of)));
            way.push((links::invoice::line(customer, invoice, subject.id.into()), name));
        }
        _ => {}
    }
    way
}

/// The way as links above a page.
#[must_use]
pub fn crumbs(words: &Words, way: Vec<(String, String)>) -> AnyView {
    let links = way.into_iter().map(|(href, name)| view! { <a href=href>{name}</a> }).collect_view();
    view! { <nav class="crumbs" aria-label=say!(words, "way-back")>{links}</nav> }.into_any()
}
