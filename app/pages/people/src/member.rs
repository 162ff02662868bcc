//! A customer's members as staff keeps them: what each sees, and how it comes in.

mod change;
mod device;
mod link;
mod links_and_devices;
mod new;
mod remove;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::member as links, say, words::Words};
use coplan_domain::person::Scope;
use leptos::prelude::*;

/// The routes of members.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::new::PATTERN, get(new::get).post(new::post))
        .route(links::show::PATTERN, get(show::get).post(change::post))
        .route(links::remove::PATTERN, get(remove::get).post(remove::post))
        .route(links::make_link::PATTERN, post(link::make))
        .route(links::mail_link::PATTERN, post(link::mail))
        .route(links::revoke_link::PATTERN, post(link::revoke))
        .route(links::rotate_link::PATTERN, post(link::rotate))
        .route(links::end_device::PATTERN, post(device::end))
}

/// What a scope is called.
fn scope_name(words: &Words, scope: Scope) -> String {
    match scope {
        Scope::Plan => say!(words, "member-scope-plan"),
        Scope::Money => say!(words, "member-scope-money"),
        Scope::Discussion => say!(words, "member-scope-discussion"),
        Scope::Meetings => say!(words, "member-scope-meetings"),
        Scope::Goals => say!(words, "member-scope-goals"),
        Scope::People => say!(words, "member-scope-people"),
    }
}

/// What a member sees, in short.
#[must_use]
pub fn tags(words: &Words, scopes: &[Scope]) -> AnyView {
    let tags = Scope::ALL
        .iter()
        .filter(|scope| scopes.contains(scope))
        .map(|scope| view! { <span class="tag on">{scope_name(words, *scope)}</span> });
    view! { <p class="tags"><span class="unseen">{say!(words, "member-sees")}" "</span>{tags.collect_view()}</p> }.into_any()
}
