//! What customers are concerned about, by theme: what comes up at several of them first. For the supplier's people.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links,
    parts::markdown,
    say,
    words::Words,
};
use coplan_domain::process::{ConcernLine, ConcernWait};
use coplan_usecases::{
    Portal,
    concern::{self, ConcernGroup, ConcernOverview},
};
use leptos::prelude::*;

/// How much of a concern is shown, in characters.
const GIST: usize = 160;

/// Shows it.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let overview = concern::recurring(&portal, context.actor()?).await?;
    Ok(layout::ok(&context, || page(&context, &overview)))
}

fn page(context: &RequestContext, overview: &ConcernOverview) -> Page {
    let words = &context.words;
    let group = |it: &ConcernGroup| group(words, overview, it);
    let recurring = overview.recurring.iter().map(group).collect_view();
    let none = overview.recurring.is_empty().then(|| {
        let (strong, text) = (say!(words, "concern-recurring-none"), say!(words, "concern-recurring-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let others = (!overview.others.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-others">
                <h2 id="h-others">{say!(words, "concern-others")}</h2>
                <ul class="waiting">{overview.others.iter().flat_map(|it| &it.concerns).map(|it| row(words, overview, it)).collect_view()}</ul>
            </section>
        }
    });
    let main = view! {
        <div class="page-head">
            <h1>{say!(words, "concern-recurring")}</h1>
            <p class="lead">{say!(words, "concern-recurring-lead")}</p>
        </div>
        <div class="page-main">{none}{recurring}{others}</div>
    };
    let main = main.into_any();
    Page { links: staff_links(context), ..Page::plain(say!(words, "concern-recurring"), "page narrow", main) }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn group(words: &Words, overview: &ConcernOverview, it: &ConcernGroup) -> AnyView {
    let customers = say!(words, "concern-customers", n = count(it.customers()));
    let open = say!(words, "process-concerns", n = count(it.open()));
    view! {
        <section class="sheet">
            <h2>{it.theme.clone()}</h2>
            <p class="quiet">{format!("{customers} · {open}")}</p>
            <ul class="waiting">{it.concerns.iter().map(|it| row(words, overview, it)).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn row(words: &Words, overview: &ConcernOverview, it: &ConcernLine) -> AnyView {
    let (class, state) = match it.waits {
        ConcernWait::Answer => ("status to-come", say!(words, "concern-open")),
        ConcernWait::Verdict => ("status on-track", say!(words, "concern-answered")),
        ConcernWait::Nobody => ("status done", say!(words, "concern-resolved")),
    };
    let theme = (!it.theme.is_empty()).then(|| format!(" · {}", it.theme));
    view! {
        <li>
            <a href=links::concern::show(it.customer, it.id) lang=words.foreign(it.language)>{markdown::excerpt(&it.words, GIST)}</a>
            <span class=class>{state}</span>
            <span class="quiet">
                {format!("{} · {} · {}", it.customer_name, it.phase_name, words.moment(it.at, overview.now))}{theme}
            </span>
        </li>
    }
    .into_any()
}
