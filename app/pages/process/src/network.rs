//! Who knows whom: a map of the people of both sides, the same as a table, and for the supplier's people whose role has
//! nobody opposite.

mod map;

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    layout::{self, customer::CustomerLayout},
    links, say,
    words::{Words, days_between},
};
use coplan_domain::{
    id::{CustomerId, PersonId},
    network::{RECENT_DAYS, Tie, Way},
    person::Side,
};
use coplan_usecases::{
    Portal,
    network::{self, NetworkView, Node},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// About how many bytes a row takes on a page, with its line in the map.
const ROW_BYTES: usize = 900;

/// The route of who knows whom.
pub fn routes() -> Router<App> {
    Router::new().route(links::network::show::PATTERN, get(show))
}

/// Shows who knows whom.
///
/// # Errors
/// [`PageError`].
async fn show(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let view = network::show(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    let bytes = (view.members.len() + view.staff.len() + view.ties.len()) * ROW_BYTES;
    layout::answer_long(&context, StatusCode::OK, bytes, || {
        let main = page(&context, customer, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "network-title"), "page", main)
    })
    .await
}

fn page(context: &RequestContext, customer: CustomerId, view: &NetworkView, card: AnyView) -> AnyView {
    let words = &context.words;
    let nobody = view.ties.is_empty().then(|| {
        let (strong, text) = (say!(words, "network-none"), say!(words, "network-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let known = (!view.ties.is_empty()).then(|| view! { {map::sheet(context, view)} {table(words, view)} });
    let back = match view.layout.side {
        Side::Supplier => view! { <a href=links::customer::people(customer)>{say!(words, "nav-people")}</a> }.into_any(),
        Side::Customer => view! { <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a> }.into_any(),
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>{back}</nav>
            <h1>{say!(words, "network-title")}</h1>
            <p class="lead">{say!(words, "network-lead")}</p>
        </div>
        <div class="page-main">{alone(words, view)}{known}{nobody}</div>
        <div class="page-side">{card}</div>
    }
    .into_any()
}

/// Members with whom nobody was in contact lately; nothing for members.
fn alone(words: &Words, view: &NetworkView) -> Option<AnyView> {
    let alone = view.alone.as_ref().filter(|alone| !alone.is_empty())?;
    let rows = alone.iter().map(|it| {
        let last = view.ties.iter().find(|tie| tie.member == it.id).map(|tie| ago(words, tie.last, view.today));
        let last = last.map_or_else(|| say!(words, "network-never"), |ago| say!(words, "network-last-ago", ago = ago));
        let role = if it.title.is_empty() { it.name.clone() } else { it.title.clone() };
        let name = (!it.title.is_empty()).then(|| it.name.clone());
        view! { <li class="row"><div class="row-main"><strong>{role}</strong><span class="quiet">{name}" · "{last}</span></div></li> }
    });
    let text = say!(words, "network-alone-text", days = RECENT_DAYS);
    let sheet = view! {
        <section class="sheet" aria-labelledby="h-alone">
            <h2 id="h-alone">{say!(words, "network-alone")}</h2>
            <p class="quiet">{text}</p>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    };
    Some(sheet.into_any())
}

/// The name of one of them.
fn name_of(people: &[Node], id: PersonId) -> String {
    people.iter().find(|node| node.id == id).map(|node| node.name.clone()).unwrap_or_default()
}

/// How long ago a day is, as people say it.
fn ago(words: &Words, day: Date, today: Date) -> String {
    let days = days_between(day, today).max(0);
    if days < 14 {
        say!(words, "network-ago-days", n = days)
    } else if days < 60 {
        say!(words, "network-ago-weeks", n = days / 7)
    } else {
        say!(words, "network-ago-months", n = days / 30)
    }
}

/// By which ways, in one line.
fn ways(words: &Words, tie: &Tie) -> String {
    let word = |way: &Way| match way {
        Way::Discussion => say!(words, "network-discussions"),
        Way::Call => say!(words, "network-calls"),
        Way::Visit => say!(words, "network-visits"),
        Way::Meeting => say!(words, "network-meetings"),
        Way::Email => say!(words, "network-emails"),
    };
    tie.ways.iter().map(word).collect::<Vec<_>>().join(", ")
}

fn recent(words: &Words, tie: &Tie) -> String {
    say!(words, "network-recent", n = i64::try_from(tie.recent).unwrap_or(i64::MAX))
}

fn table(words: &Words, view: &NetworkView) -> AnyView {
    let rows = view.ties.iter().map(|tie| {
        view! {
            <tr>
                <th scope="row">{name_of(&view.members, tie.member)}</th>
                <td data-label=say!(words, "network-contact")>{name_of(&view.staff, tie.staff)}</td>
                <td data-label=say!(words, "network-last")>
                    <time datetime=tie.last.to_string()>{ago(words, tie.last, view.today)}</time>
                </td>
                <td data-label=say!(words, "network-lately")>{recent(words, tie)}</td>
                <td data-label=say!(words, "network-how")>{ways(words, tie)}</td>
            </tr>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-ties">
            <h2 id="h-ties">{say!(words, "network-table")}</h2>
            <table class="table">
                <caption class="table-caption">{say!(words, "network-caption", days = RECENT_DAYS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say!(words, "network-person")}</th>
                        <th scope="col">{say!(words, "network-contact")}</th>
                        <th scope="col">{say!(words, "network-last")}</th>
                        <th scope="col">{say!(words, "network-lately")}</th>
                        <th scope="col">{say!(words, "network-how")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use jiff::civil::date;

    #[test]
    fn how_long_ago_is_said_in_days_then_weeks_then_months() {
        let words = Words::new(Language::En, "UTC");
        let said = |day| ago(&words, day, date(2026, 11, 16));
        assert_eq!(said(date(2026, 11, 16)), "today");
        assert_eq!(said(date(2026, 11, 15)), "yesterday");
        assert_eq!(said(date(2026, 11, 3)), "13 days ago");
        assert_eq!(said(date(2026, 10, 26)), "3 weeks ago");
        assert_eq!(said(date(2026, 5, 16)), "6 months ago");
        assert_eq!(said(date(2026, 11, 17)), "today", "a contact of a clock that is ahead");
    }
}
