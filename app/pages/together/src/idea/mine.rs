//! The ideas of all customers that one of the supplier's people has, by state, what most support first.

use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links::{self, idea::MineQuery},
    parts::idea_state,
    say,
    words::Words,
};
use coplan_domain::idea::{IdeaLine, IdeaState};
use coplan_usecases::{
    Portal,
    idea::{self, MineView},
};
use leptos::prelude::*;

/// Shows them.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(query): Query<MineQuery>,
) -> Result<Response, PageError> {
    let state = query.state();
    let view = idea::list_mine(&portal, context.actor()?, state).await?;
    Ok(layout::ok(&context, || {
        let main = page(&context.words, state, &view);
        Page { links: staff_links(&context), ..Page::plain(say!(context.words, "idea-mine"), "page narrow", main) }
    }))
}

fn page(words: &Words, state: Option<IdeaState>, view: &MineView) -> AnyView {
    let options = IdeaState::ALL.iter().map(|known| {
        view! { <option value=known.as_str() selected=state == Some(*known)>{idea_state::word(words, *known)}</option> }
    });
    let body = if view.ideas.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "idea-mine-none")}</strong></p></div> }.into_any()
    } else {
        view! { <ul class="waiting">{view.ideas.iter().map(|idea| row(words, view, idea)).collect_view()}</ul> }.into_any()
    };
    let more = view.has_more.then(|| view! { <p class="quiet">{say!(words, "idea-mine-more")}</p> });
    view! {
        <div class="page-head">
            <h1>{say!(words, "idea-mine")}</h1>
            <p class="lead">{say!(words, "idea-mine-lead")}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "idea-mine")>
                <form class="finder" method="get" action=links::idea::mine() role="search">
                    <div class="field">
                        <label for="state">{say!(words, "idea-state")}</label>
                        <select class="select" id="state" name="state">
                            <option value="">{say!(words, "idea-open")}</option>
                            {options.collect_view()}
                        </select>
                    </div>
                    <button class="button">{say!(words, "changes-show")}</button>
                </form>
                {body}
                {more}
            </section>
        </div>
    }
    .into_any()
}

fn row(words: &Words, view: &MineView, idea: &IdeaLine) -> AnyView {
    let said = [
        idea.customer_name.clone(),
        idea_state::category(words, idea.category),
        idea.by_name.clone(),
        say!(words, "idea-support-n", n = idea.support),
        words.moment(idea.state_since, view.now),
    ];
    view! {
        <li>
            <a href=links::idea::show(idea.customer, idea.id) lang=words.foreign(idea.language)>{idea.what.clone()}</a>
            {idea_state::draw(words, idea.state)}
            <span class="quiet">{said.join(" · ")}</span>
        </li>
    }
    .into_any()
}
