//! Who else of the customer's people is here, for a member who may know them.

use coplan_app::{links, say, words::Words};
use coplan_domain::person::initials;
use coplan_usecases::plan::{Fellow, PlanView};
use leptos::prelude::*;

/// The others by name; nothing for whoever may not know them.
pub(super) fn section(words: &Words, view: &PlanView) -> Option<AnyView> {
    view.people.as_ref().map(|people| {
        let list = if people.is_empty() {
            view! { <p class="quiet">{say!(words, "plan-people-none")}</p> }.into_any()
        } else {
            view! { <ul class="rows">{people.iter().map(row).collect_view()}</ul> }.into_any()
        };
        // It tells of discussions.
        let network = view.discussion.is_some().then(|| {
            view! { <p><a href=links::network::show(view.frame.customer)>{say!(words, "network-title")}</a></p> }
        });
        view! {
            <section aria-labelledby="h-fellows">
                <h2 id="h-fellows">{say!(words, "plan-people")}</h2>
                {list}
                {network}
            </section>
        }
        .into_any()
    })
}

fn row(fellow: &Fellow) -> AnyView {
    view! {
        <li class="row">
            <span class="face theirs" aria-hidden="true">{initials(&fellow.name)}</span>
            <div class="row-main"><strong>{fellow.name.clone()}</strong><span class="quiet">{fellow.title.clone()}</span></div>
        </li>
    }
    .into_any()
}
