//! What a discussion is about: its kind in words, and where it stands.

use crate::{pages::plan, say, words::Words};
use coplan_domain::{id::CustomerId, thread::AboutKind};
use coplan_usecases::thread::SubjectView;
use leptos::prelude::*;

/// What it is about, in one line: "Milestone: Hall 3, New network".
pub(super) fn line(words: &Words, subject: &SubjectView) -> String {
    let name = subject.name.clone();
    let part_of = subject.part_of.clone().unwrap_or_default();
    match subject.kind {
        AboutKind::Plan => say!(words, "thread-about-plan"),
        AboutKind::Project => name,
        AboutKind::Milestone => say!(words, "thread-about-milestone", name = name, project = part_of),
        AboutKind::Invoice => say!(words, "thread-about-invoice", number = name),
        AboutKind::InvoiceLine => say!(words, "thread-about-line", name = name, number = part_of),
    }
}

/// The way to what it is about: the plan first, then the object, a part behind its whole.
pub(super) fn way(words: &Words, customer: CustomerId, subject: &SubjectView) -> Vec<(String, String)> {
    let plan = plan::href(customer);
    let project = subject.project.map(|id| format!("{plan}/projects/{id}"));
    let invoice = subject.invoice.map(|id| format!("{plan}/invoices/{id}"));
    let name = subject.name.clone();
    let part_of = subject.part_of.clone().unwrap_or_default();
    let mut way = vec![(plan, say!(words, "nav-plan"))];
    match (subject.kind, project.or(invoice)) {
        (AboutKind::Plan, _) | (_, None) => {}
        (AboutKind::Project, Some(project)) => way.push((project, name)),
        (AboutKind::Milestone, Some(project)) => {
            way.push((project.clone(), part_of));
            way.push((format!("{project}#milestone-{}", subject.id), name));
        }
        (AboutKind::Invoice, Some(invoice)) => way.push((invoice, say!(words, "thread-about-invoice", number = name))),
        (AboutKind::InvoiceLine, Some(invoice)) => {
            way.push((invoice.clone(), say!(words, "thread-about-invoice", number = part_of)));
            way.push((format!("{invoice}#line-{}", subject.id), name));
        }
    }
    way
}

/// The way as links above a page.
pub(super) fn crumbs(words: &Words, way: Vec<(String, String)>) -> AnyView {
    let links = way.into_iter().map(|(href, name)| view! { <a href=href>{name}</a> }).collect_view();
    view! { <nav class="crumbs" aria-label=say!(words, "way-back")>{links}</nav> }.into_any()
}
