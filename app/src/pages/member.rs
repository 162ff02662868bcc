//! A customer's members as staff keeps them: what each sees, and how it comes in.

pub mod change;
pub mod device;
mod fields;
pub mod link;
mod links_and_devices;
pub mod new;
pub mod remove;
pub mod show;

use crate::say;
use crate::words::Words;
use coplan_domain::{
    id::{CustomerId, MembershipId},
    person::Scope,
};
use leptos::prelude::*;

/// The address of a member's page.
fn address(customer: CustomerId, member: MembershipId) -> String {
    format!("/c/{customer}/members/{member}")
}

/// What a scope is called.
fn scope_name(words: &Words, scope: Scope) -> String {
    match scope {
        Scope::Plan => say!(words, "member-scope-plan"),
        Scope::Money => say!(words, "member-scope-money"),
        Scope::Discussion => say!(words, "member-scope-discussion"),
        Scope::Meetings => say!(words, "member-scope-meetings"),
        Scope::People => say!(words, "member-scope-people"),
    }
}

/// What a member sees, in short.
pub(super) fn tags(words: &Words, scopes: &[Scope]) -> AnyView {
    let tags = Scope::OFFERED
        .iter()
        .filter(|scope| scopes.contains(scope))
        .map(|scope| view! { <span class="tag on">{scope_name(words, *scope)}</span> });
    view! { <p class="tags"><span class="unseen">{say!(words, "member-sees")}" "</span>{tags.collect_view()}</p> }.into_any()
}
