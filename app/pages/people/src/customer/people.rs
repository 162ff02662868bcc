//! A customer's members and how each comes in, in short.

use crate::member;
use coplan_app::{links, say, shared::undelivered, words::Words};
use coplan_domain::{id::CustomerId, person::initials};
use coplan_usecases::customer::{CustomerAdminView, MemberEntry};
use jiff::Timestamp;
use leptos::prelude::*;

/// About how many bytes a member takes on a page.
pub(super) const ROW_BYTES: usize = 700;

/// The members by name, each with the way to its own page.
pub(super) fn sheet(words: &Words, view: &CustomerAdminView, now: Timestamp) -> AnyView {
    let customer = view.customer.id;
    let add = links::member::new(customer);
    let list = if view.members.is_empty() {
        view! {
            <div class="empty">
                <p><strong>{say!(words, "member-none")}</strong>{say!(words, "member-none-text")}</p>
                <a class="button" href=add.clone()>{say!(words, "member-add")}</a>
            </div>
        }
        .into_any()
    } else {
        let page = |entry: &MemberEntry| Some(links::member::show(customer, entry.membership.id));
        let members = view.members.iter().map(|entry| row(words, page(entry), entry, now));
        view! { <ul>{members.collect_view()}</ul> }.into_any()
    };
    let add = (!view.members.is_empty()).then(|| view! { <a class="edit" href=add>{say!(words, "member-add")}</a> });
    view! {
        <section class="sheet" aria-labelledby="h-people">
            <div class="sheet-head">
                <h2 id="h-people">{say!(words, "member-people", name = view.customer.name.clone())}</h2>
                {add}
            </div>
            {list}
            {network(words, customer)}
        </section>
    }
    .into_any()
}

/// The members by name, for whoever does not keep them.
pub(super) fn told(words: &Words, view: &CustomerAdminView, now: Timestamp) -> AnyView {
    let list = if view.members.is_empty() {
        view! { <p class="quiet">{say!(words, "member-none")}</p> }.into_any()
    } else {
        let members = view.members.iter().map(|entry| row(words, None, entry, now));
        view! { <ul>{members.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="sheet" aria-labelledby="h-people">
            <h2 id="h-people">{say!(words, "member-people", name = view.customer.name.clone())}</h2>
            {list}
            {network(words, view.customer.id)}
        </section>
    }
    .into_any()
}

/// The way to who knows whom.
fn network(words: &Words, customer: CustomerId) -> AnyView {
    view! { <p class="sheet-foot"><a href=links::network::show(customer)>{say!(words, "network-title")}</a></p> }.into_any()
}

/// A member; its name leads to its own page, where there is one for the reader.
fn row(words: &Words, href: Option<String>, entry: &MemberEntry, now: Timestamp) -> AnyView {
    let (membership, person) = (&entry.membership, &entry.membership.person);
    let came_in = match entry.links.map(|links| links.last_used_at) {
        None => say!(words, "member-no-link"),
        Some(None) => say!(words, "member-not-yet-in"),
        Some(Some(at)) => say!(words, "member-last-in", when = words.moment(at, now)),
    };
    let name = match href {
        Some(href) => view! { <a href=href>{person.name.clone()}</a> }.into_any(),
        None => person.name.clone().into_any(),
    };
    let reached = [Some(person.email.clone()), person.phone.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    view! {
        <li class="member">
            <span class="face theirs" aria-hidden="true">{initials(&person.name)}</span>
            <div class="member-head"><h3>{name}</h3><span class="quiet">{came_in}</span></div>
            <p class="quiet">{membership.title.clone()}", "{reached}</p>
            {undelivered::line(words, &entry.undelivered, now)}
            {member::tags(words, &membership.scopes)}
        </li>
    }
    .into_any()
}
