//! What was taken off the project, folded away, for those who may bring it back.

use coplan_app::{links, say, words::Words};
use coplan_domain::event::ObjectKind;
use coplan_usecases::project::{ProjectView, Removed};
use jiff::Timestamp;
use leptos::prelude::*;

/// The list; none where nothing was taken off, or for readers who may not bring it back.
pub(super) fn section(words: &Words, supplier: &str, view: &ProjectView, now: Timestamp) -> Option<AnyView> {
    let removed = view.internal.as_ref().map(|internal| &internal.removed).filter(|removed| !removed.is_empty())?;
    let count = i64::try_from(removed.len()).unwrap_or(i64::MAX);
    let rows = removed.iter().map(|one| row(words, supplier, view, one, now)).collect::<Vec<_>>();
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-removed">
                <h2 id="h-removed">{say!(words, "removed-title")}</h2>
                <details class="more">
                    <summary><span>{say!(words, "removed-count", count = count)}</span></summary>
                    <ul class="rows">{rows}</ul>
                </details>
            </section>
        }
        .into_any(),
    )
}

fn row(words: &Words, supplier: &str, view: &ProjectView, one: &Removed, now: Timestamp) -> AnyView {
    let (when, who) = (words.moment(one.at, now), one.by.clone().unwrap_or_else(|| supplier.to_owned()));
    let (said, address) = if one.kind == ObjectKind::Milestone {
        (
            say!(words, "removed-milestone", when = when, who = who),
            links::milestone::restore(view.customer, view.id, one.id.into()),
        )
    } else {
        (say!(words, "removed-task", when = when, who = who), links::task::restore(view.customer, view.id, one.id.into()))
    };
    view! {
        <li class="row">
            <div class="row-main"><strong>{one.name.clone()}</strong><span class="quiet">{said}</span></div>
            <form method="post" action=address>
                <button class="button">{say!(words, "removed-bring-back")}<span class="unseen">": "{one.name.clone()}</span></button>
            </form>
        </li>
    }
    .into_any()
}
