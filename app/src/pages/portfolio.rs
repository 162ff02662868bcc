//! All customers in one table, for the supplier's people; the same rows alone for those who find while typing.

mod address;
mod found;

use crate::{
    failure::Failure, islands::LiveFinder, pages::frame::staff_links, shell, shell::Page, visitor::Visitor, words::Words,
};
use address::Asked;
use axum::{
    extract::{Query, State},
    http::header,
    response::{Html, IntoResponse, Response},
};
use coplan_domain::portfolio::{PortfolioShow, PortfolioSort};
use coplan_usecases::{
    Portal,
    portfolio::{self, PortfolioView},
};
use leptos::prelude::*;

/// Shows the table, as the address asks.
///
/// # Errors
/// [`Failure::NotFound`] for members.
pub async fn get(State(portal): State<Portal>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let view = portfolio::show(&portal, visitor.actor()?, &asked.question()).await?.ok_or(Failure::NotFound)?;
    Ok(shell::ok(&visitor, || page(&visitor, &asked, &view)))
}

/// The same answer without what stands around it.
///
/// # Errors
/// [`Failure::NotFound`] for members.
pub async fn rows(State(portal): State<Portal>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let view = portfolio::show(&portal, visitor.actor()?, &asked.question()).await?.ok_or(Failure::NotFound)?;
    let html = shell::draw(&visitor.nonce, || found::found(&visitor.words, &asked, &view));
    // Nothing in it may run, should it be opened as a page.
    let headers = [(header::CONTENT_SECURITY_POLICY, "default-src 'none'"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, Html(html)).into_response())
}

fn page(visitor: &Visitor, asked: &Asked, view: &PortfolioView) -> Page {
    let words = &visitor.words;
    let title = words.say("portfolio-title");
    let create = view.may_create.then(|| view! { <a class="button main" href="/customers/new">{words.say("portfolio-new")}</a> });
    let finder = finder(words, asked, view);
    let main = view! {
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <div class="deeds">{create}<a class="button" href="/invoices/new">{words.say("import-title")}</a></div>
        </div>
        <section class="sheet" aria-label=words.say("portfolio-all")>
            <LiveFinder fragment="/customers/rows".to_owned() into="found".to_owned() old=words.say("portfolio-old")>{finder}</LiveFinder>
            <div id="found" class="sheet-foot">{found::found(words, asked, view)}</div>
        </section>
    };
    Page { links: staff_links(visitor), ..Page::plain(title, "page", main.into_any()) }
}

fn finder(words: &Words, asked: &Asked, view: &PortfolioView) -> AnyView {
    let show = [
        (PortfolioShow::All, words.say("portfolio-show-all")),
        (PortfolioShow::Waiting, words.say("portfolio-show-waiting")),
        (PortfolioShow::Alarming, words.say("portfolio-show-alarming")),
        (PortfolioShow::Overdue, words.say("portfolio-show-overdue")),
        (PortfolioShow::Ended, words.say("portfolio-show-ended")),
    ];
    let show = show.map(|(value, words)| option(value.as_str().to_owned(), words, asked.show() == value));
    let mine = words.say("portfolio-mine");
    let staff = view.staff.iter().enumerate().map(|(place, (id, name))| {
        let words = if place == 0 { mine.clone() } else { name.clone() };
        option(id.to_string(), words, asked.responsible() == Some(*id))
    });
    let everyone = option(String::new(), words.say("portfolio-everyone"), asked.responsible().is_none());
    let staff = std::iter::once(everyone).chain(staff).collect_view();
    let orders = PortfolioSort::ALL.iter().flat_map(|sort| [(*sort, false), (*sort, true)]).map(|(sort, reversed)| {
        let chosen = (sort, reversed) == (asked.sort(), asked.reversed());
        option(Asked::order(sort, reversed), found::order(words, sort, reversed), chosen)
    });
    view! {
        <form class="finder" method="get" action="/customers" role="search">
            <div class="field">
                <label for="q">{words.say("portfolio-search")}</label>
                <input class="input" id="q" name="q" type="search" autocomplete="off" maxlength="100" value=asked.q.clone()/>
            </div>
            <div class="field">
                <label for="who">{words.say("portfolio-responsible")}</label>
                <select class="select" id="who" name="who">{staff}</select>
            </div>
            <div class="field">
                <label for="show">{words.say("portfolio-show")}</label>
                <select class="select" id="show" name="show">{show.into_iter().collect_view()}</select>
            </div>
            <div class="field order">
                <label for="sort">{words.say("portfolio-order")}</label>
                <select class="select" id="sort" name="sort">{orders.collect_view()}</select>
            </div>
            <button class="button">{words.say("portfolio-find")}</button>
        </form>
    }
    .into_any()
}

fn option(value: String, words: String, chosen: bool) -> AnyView {
    view! { <option value=value selected=chosen>{words}</option> }.into_any()
}
