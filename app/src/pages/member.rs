//! A customer's members as staff keeps them: what each sees, and how it comes in.

pub mod change;
pub mod device;
mod fields;
pub mod link;
pub mod new;
pub mod remove;
pub mod show;
mod ways_in;

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
        Scope::Plan => words.say("member-scope-plan"),
        Scope::Money => words.say("member-scope-money"),
        Scope::Discussion => words.say("member-scope-discussion"),
        Scope::Meetings => words.say("member-scope-meetings"),
        Scope::People => words.say("member-scope-people"),
    }
}

/// What a member sees, in short.
pub(super) fn tags(words: &Words, scopes: &[Scope]) -> AnyView {
    let tags = Scope::OFFERED
        .iter()
        .filter(|scope| scopes.contains(scope))
        .map(|scope| view! { <span class="tag on">{scope_name(words, *scope)}</span> });
    view! { <p class="tags"><span class="unseen">{words.say("member-sees")}" "</span>{tags.collect_view()}</p> }.into_any()
}
