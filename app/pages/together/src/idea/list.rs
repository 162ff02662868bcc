//! The ideas of a customer: what is open, what most support first; then what came of the others.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::idea_state,
    say,
    words::Words,
};
use coplan_domain::{
    id::CustomerId,
    idea::{Idea, IdeaState},
    person::Side,
};
use coplan_usecases::{
    Portal,
    idea::{self, IdeaList},
};
use leptos::prelude::*;

/// Shows them.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let list = idea::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context.words, customer, &list, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-ideas"), "page", main)
    }))
}

fn page(words: &Words, customer: CustomerId, list: &IdeaList, contact: AnyView) -> AnyView {
    let give = list.may_give.then(|| {
        view! { <a class="button main" href=links::idea::give(customer)>{say!(words, "idea-give")}</a> }
    });
    let mine = (list.side == Side::Supplier).then(|| {
        view! { <a class="button" href=links::idea::mine()>{say!(words, "idea-mine")}</a> }
    });
    let assessment = view! { <a class="button" href=links::assessment::show(customer)>{say!(words, "assessment-open")}</a> };
    let year = view! { <a class="button" href=links::need::list(customer)>{say!(words, "need-open")}</a> };
    let nothing = list.ideas.is_empty().then(|| {
        let (strong, text) = (say!(words, "idea-none"), say!(words, "idea-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let (open, others): (Vec<_>, Vec<_>) = list.ideas.iter().partition(|idea| idea.state.is_open());
    let (done, not_now): (Vec<_>, Vec<_>) = others.into_iter().partition(|idea| idea.state == IdeaState::Done);
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-ideas")}</h1>
            <p class="lead">{say!(words, "idea-lead")}</p>
            <p class="actions">{give}{assessment}{year}{mine}</p>
        </div>
        <div class="page-main">
            {nothing}
            {sheet(words, customer, list, ("h-open", say!(words, "idea-open")), &open)}
            {sheet(words, customer, list, ("h-done", say!(words, "idea-done")), &done)}
            {sheet(words, customer, list, ("h-not-now", say!(words, "idea-state-not-now")), &not_now)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(
    words: &Words,
    customer: CustomerId,
    list: &IdeaList,
    (id, title): (&'static str, String),
    ideas: &[&Idea],
) -> Option<AnyView> {
    (!ideas.is_empty()).then(|| {
        let rows = ideas.iter().map(|idea| row(words, customer, list, idea)).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows}</ul></section> }
            .into_any()
    })
}

fn row(words: &Words, customer: CustomerId, list: &IdeaList, idea: &Idea) -> AnyView {
    let by = match idea.state {
        IdeaState::Done => say!(words, "idea-credit", name = idea.by_name.clone()),
        _ => idea.by_name.clone(),
    };
    let supported = i64::try_from(idea.supporters.len()).ok().filter(|n| *n > 0).map(|n| say!(words, "idea-support-n", n = n));
    let asked = idea.trial_of(list.reader).filter(|trial| trial.answer.is_none() && idea.state.is_open());
    let asked = asked.map(|_| view! { <span class="badge">{say!(words, "idea-trial-waits")}</span> });
    let said = [Some(idea_state::category(words, idea.said.category)), Some(by), supported];
    view! {
        <li>
            <a href=links::idea::show(customer, idea.id) lang=words.foreign(idea.language)>{idea.said.what.clone()}</a>
            {idea_state::draw(words, idea.state)}
            <span class="quiet">{said.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
            {asked}
        </li>
    }
    .into_any()
}
