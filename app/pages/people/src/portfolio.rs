//! All customers in one table, for the supplier's people; the same rows alone for those who find while typing.

mod export;
mod found;
mod saved;
mod trend;

use axum::{
    Router,
    extract::{Query, State},
    http::header,
    response::{Html, IntoResponse, Response},
    routing,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    islands::LiveFinder,
    layout::{self, Page, customer::staff_links},
    links::{self, portfolio::PortfolioQuery},
    say,
    words::Words,
};
use coplan_domain::portfolio::{PortfolioShow, PortfolioSort};
use coplan_usecases::{
    Portal,
    portfolio::{self, PortfolioView},
};
use leptos::prelude::*;

/// The routes of the table.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::portfolio::list::PATTERN, routing::get(get))
        .route(links::portfolio::rows::PATTERN, routing::get(rows))
        .route(links::portfolio::export::PATTERN, routing::get(export::get))
        .route(links::portfolio::saved_filters::PATTERN, routing::get(saved::get).post(saved::post))
        .route(links::portfolio::remove_filter::PATTERN, routing::post(saved::remove))
}

/// Shows the table, as the address asks.
///
/// # Errors
/// [`PageError::NotFound`] for members.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
) -> Result<Response, PageError> {
    let asked = asked.seen_by(context.staff()?.sees_sums());
    let view = portfolio::show(&portal, context.actor()?, &asked.question()).await?.ok_or(PageError::NotFound)?;
    Ok(layout::ok(&context, || page(&context, &asked, &view)))
}

/// The same answer without what stands around it.
///
/// # Errors
/// [`PageError::NotFound`] for members.
async fn rows(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
) -> Result<Response, PageError> {
    let asked = asked.seen_by(context.staff()?.sees_sums());
    let view = portfolio::show(&portal, context.actor()?, &asked.question()).await?.ok_or(PageError::NotFound)?;
    let html = layout::draw(&context.nonce, || found::found(&context.words, &asked, &view));
    // Nothing in it may run, should it be opened as a page.
    let headers = [(header::CONTENT_SECURITY_POLICY, "default-src 'none'"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, Html(html)).into_response())
}

fn page(context: &RequestContext, asked: &PortfolioQuery, view: &PortfolioView) -> Page {
    let words = &context.words;
    let title = say!(words, "portfolio-title");
    let create =
        view.may_create.then(|| view! { <a class="button main" href=links::customer::new()>{say!(words, "portfolio-new")}</a> });
    let import =
        view.may_import.then(|| view! { <a class="button" href=links::import::upload()>{say!(words, "import-title")}</a> });
    let table =
        view.may_create.then(|| view! { <a class="button" href=links::table_import::start()>{say!(words, "table-title")}</a> });
    let ideas = view! { <a class="button" href=links::idea::mine()>{say!(words, "nav-ideas")}</a> };
    let finder = finder(words, asked, view);
    let saved = saved::shortcuts(words, &view.saved);
    let main = view! {
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <div class="actions">{create}{import}{table}{ideas}</div>
        </div>
        {saved}
        <section class="sheet" aria-label=say!(words, "portfolio-all")>
            <LiveFinder fragment=links::portfolio::rows() into="found".to_owned() old=say!(words, "portfolio-old") stands_aside=false>{finder}</LiveFinder>
            <div id="found" class="sheet-foot">{found::found(words, asked, view)}</div>
        </section>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page", main.into_any()) }
}

fn finder(words: &Words, asked: &PortfolioQuery, view: &PortfolioView) -> AnyView {
    let show = [
        (PortfolioShow::All, say!(words, "portfolio-show-all")),
        (PortfolioShow::Waiting, say!(words, "portfolio-show-waiting")),
        (PortfolioShow::Alarming, say!(words, "portfolio-show-alarming")),
        (PortfolioShow::Overdue, say!(words, "portfolio-show-overdue")),
        (PortfolioShow::Ended, say!(words, "portfolio-show-ended")),
    ];
    let show = show.map(|(value, words)| option(value.as_str().to_owned(), words, asked.show() == value));
    let mine = say!(words, "portfolio-mine");
    let staff = view.staff.iter().enumerate().map(|(place, (id, name))| {
        let words = if place == 0 { mine.clone() } else { name.clone() };
        option(id.to_string(), words, asked.responsible() == Some(*id))
    });
    let everyone = option(String::new(), say!(words, "portfolio-everyone"), asked.responsible().is_none());
    let staff = std::iter::once(everyone).chain(staff).collect_view();
    let sorts = PortfolioSort::ALL.iter().filter(|sort| view.sees_sums || **sort != PortfolioSort::Open);
    let orders = sorts.flat_map(|sort| [(*sort, false), (*sort, true)]).map(|(sort, reversed)| {
        let chosen = (sort, reversed) == (asked.sort(), asked.reversed());
        option(PortfolioQuery::order(sort, reversed), found::order(words, sort, reversed), chosen)
    });
    view! {
        <form class="finder" method="get" action=links::portfolio::list() role="search">
            <div class="field">
                <label for="q">{say!(words, "portfolio-search")}</label>
                <input class="input" id="q" name="q" type="search" autocomplete="off" maxlength="100" value=asked.q.clone()/>
            </div>
            <div class="field">
                <label for="who">{say!(words, "portfolio-responsible")}</label>
                <select class="select" id="who" name="who">{staff}</select>
            </div>
            <div class="field">
                <label for="show">{say!(words, "portfolio-show")}</label>
                <select class="select" id="show" name="show">{show.into_iter().collect_view()}</select>
            </div>
            <div class="field order">
                <label for="sort">{say!(words, "portfolio-order")}</label>
                <select class="select" id="sort" name="sort">{orders.collect_view()}</select>
            </div>
            <button class="button">{say!(words, "portfolio-find")}</button>
        </form>
    }
    .into_any()
}

fn option(value: String, words: String, chosen: bool) -> AnyView {
    view! { <option value=value selected=chosen>{words}</option> }.into_any()
}
