//! `/c/{customer}/access`: who opened the plan, who changed something, and who of the supplier's looked as a member.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{id::CustomerId, person::Side};
use coplan_usecases::{
    Portal,
    access_log::{self, AccessLogView, DayOfAccess, Entry, PreviewRow},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Shows the log.
///
/// # Errors
/// [`PageError::NotFound`] for whoever may not know who the customer's people are.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = access_log::show(&portal, actor, customer).await?;
    let frame = CustomerLayout::new(&context, &view.layout, portal.today(actor));
    Ok(layout::ok(&context, || {
        let main = main(&context, &frame, customer, &view);
        frame.page(say!(context.words, "access-title"), "page", main)
    }))
}

fn main(context: &RequestContext, frame: &CustomerLayout, customer: CustomerId, view: &AccessLogView) -> AnyView {
    let words = &context.words;
    let rows = view.entries.iter().map(|entry| row(context, frame.customer_name(), entry, view.now));
    let body = if view.entries.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "access-none")}</strong></p></div> }.into_any()
    } else {
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::plan::changes(customer)>{say!(words, "changes-title")}</a>
            </nav>
            <h1>{say!(words, "access-title")}</h1>
            <p class="lead">{say!(words, "access-lead")}</p>
        </div>
        <div class="page-main"><section class="sheet" aria-label=say!(words, "access-title")>{body}</section></div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

fn row(context: &RequestContext, customer: &str, entry: &Entry, now: Timestamp) -> AnyView {
    let words = &context.words;
    let (who, of, what, is_preview) = match entry {
        Entry::Day(day) => {
            let of = if day.side == Side::Supplier { context.supplier.clone() } else { customer.to_owned() };
            (day.person.1.clone(), of, done(words, day), false)
        }
        Entry::Preview(look) => (look.by.clone(), context.supplier.clone(), looked(words, look, now), true),
    };
    let tag = is_preview.then(|| view! { " "<span class="tag on">{say!(words, "access-preview")}</span> });
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{who}</strong>{tag}
                <span class="quiet">{of}</span>
                <span class="quiet">{what}" · "{words.moment(entry.at(), now)}</span>
            </div>
        </li>
    }
    .into_any()
}

/// Until when somebody looked; while it still does, no moment is told that is yet to come.
fn looked(words: &Words, look: &PreviewRow, now: Timestamp) -> String {
    if look.until > now {
        return say!(words, "access-previewing", name = look.seen_as.clone());
    }
    say!(words, "access-previewed", name = look.seen_as.clone(), until = words.clock(look.until))
}

fn done(words: &Words, day: &DayOfAccess) -> String {
    if day.changes == 0 { say!(words, "access-opened") } else { say!(words, "access-changed", changes = day.changes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;

    #[test]
    fn a_preview_is_never_told_to_have_lasted_until_a_moment_to_come() {
        let words = Words::new(Language::En, "UTC");
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (began_at, until) = (at("2026-11-29T20:19:00Z"), at("2026-11-29T20:49:00Z"));
        let look = PreviewRow { by: "Olli Oja".to_owned(), seen_as: "Anna Aho".to_owned(), began_at, until };
        let said = |now| looked(&words, &look, at(now));
        assert!(!said("2026-11-29T20:20:00Z").contains("49"), "{}", said("2026-11-29T20:20:00Z"));
        assert!(said("2026-11-29T20:49:00Z").contains("49"), "{}", said("2026-11-29T20:49:00Z"));
    }
}
